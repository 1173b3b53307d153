// Writes JSON piece by piece, so that a report of any length needs no copy of itself in memory.
#pragma once
#include <cstdint>
#include <memory>
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
  void key(std::string_view name);  // of plain letters

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
  void pass_on() {  // once the outermost value is whole, or much has come together
    if (filled_.empty() || size_ >= kPiece) flush();
  }
  void flush();

  // The end of the buffer, with room for so many bytes: whoever writes there moves size_ on.
  char* room(std::size_t bytes) {
    if (capacity_ - size_ < bytes) grow(bytes);
    return buffer_.get() + size_;
  }
  void grow(std::size_t bytes);
  void put(char c) {
    *room(1) = c;
    ++size_;
  }
  void put(std::string_view text) {
    text.copy(room(text.size()), text.size());
    size_ += text.size();
  }
  void put_quoted(std::string_view text);
  void put_character(std::string_view bytes, bool valid, char32_t value);

  static constexpr std::size_t kPiece = 1U << 16U;  // bytes that are passed on at once

  std::ostream* out_;
  std::unique_ptr<char[]> buffer_;  // not a string: that would look for room at every comma
  std::size_t size_ = 0, capacity_ = 0;
  Layout layout_;
  std::vector<char> filled_;  // per open bracket: whether something stands in it
  bool after_key_ = false;
};

}  // namespace peerscope
