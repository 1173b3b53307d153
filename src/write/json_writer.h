// Writes JSON piece by piece, so that a report of any length needs no copy of itself in memory.
#pragma once
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace peerscope {

class JsonWriter {
 public:
  enum class Layout : std::uint8_t { pretty, one_line };
  JsonWriter(std::ostream& out, Layout layout) : out_(&out), layout_(layout) {}
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void string(
      std::string_view text);  // controls, marks that turn a line around and invisible spaces as \uXXXX
  void number(std::int64_t value);
  void number(double value);  // four decimals at most, so that machines do not differ in the last digit
  void boolean(bool value);
  void null();

  void member(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }
  void member(std::string_view name, const char* text) {
    key(name);
    string(text);
  }
  void member(std::string_view name, std::int64_t value) {
    key(name);
    number(value);
  }
  void member(std::string_view name, double value) {
    key(name);
    number(value);
  }
  void member(std::string_view name, bool value) {
    key(name);
    boolean(value);
  }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();  // what must stand before the next value or key
  void new_line();
  void pass_on();  // once the outermost value is whole, or much has come together

  std::ostream* out_;
  std::string buffer_;
  Layout layout_;
  std::vector<bool> filled_;  // per open bracket: something stands in it
  bool after_key_ = false;
};

}  // namespace peerscope
