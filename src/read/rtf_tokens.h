// Cuts RTF into braces, control words and text.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace peerscope {

struct RtfToken {
  enum class Type : std::uint8_t { open, close, word, symbol, byte, text, end };
  Type type = Type::end;
  std::string_view text;  // word: its name; symbol: its one character; text: bytes as they stand
  bool has_number = false;
  int number = 0;         // of a word; byte: its value, from \'e9
  std::size_t begin = 0;  // in the file
};

class RtfTokens {
 public:
  explicit RtfTokens(std::string_view source, std::size_t begin = 0) : source_(source), at_(begin) {}

  RtfToken next();
  // Bytes that are no text follow (\bin); false where there are not so many.
  bool skip(std::size_t bytes);
  std::size_t at() const { return at_; }

 private:
  RtfToken control();

  std::string_view source_;
  std::size_t at_;
};

}  // namespace peerscope
