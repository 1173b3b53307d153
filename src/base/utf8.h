// Bytes to UTF-8, and what can be asked of UTF-8: code points, columns, width on a terminal.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace peerscope {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = kReplacement;
  std::uint8_t size = 1;  // bytes; 1 where the byte begins no valid code point
  bool valid = false;
};

// The code point that begins at text[at]; strict: no overlong forms, no surrogates. `at` must be inside.
CodePoint code_point_at(std::string_view text, std::size_t at);
void append_code_point(std::string& text, char32_t value);
std::size_t count_code_points(std::string_view text);

// Space, tab, no-break space and their kin, and zero-width marks that print nothing; no line break.
bool is_blank(char32_t value);
std::string_view trim(std::string_view text);  // without blanks and line breaks at either end
bool is_lower_letter(char32_t value);
bool is_letter_or_digit(char32_t value);

// Columns that a text takes on a terminal: wide characters count two, combining marks none.
std::size_t display_width(std::string_view text);

// What became of a file's bytes.
struct Decoded {
  std::string text;          // valid UTF-8, without byte order mark
  std::string encoding;      // "utf-8", "utf-16le", "utf-16be", "windows-1252"
  bool guessed = false;      // neither given, nor marked, nor proved by the bytes themselves
  std::size_t replaced = 0;  // bytes or code units that stood for nothing and became U+FFFD
};

// `encoding` empty: byte order mark, else strict UTF-8, else UTF-16 by where its NULs stand, else UTF-8 with
// a few damaged bytes or Windows-1252, whichever the bytes fit better. Fails only for an encoding it does not
// know.
Result<Decoded> decode(std::string_view bytes, std::string_view encoding = {});

// Whether line breaks, commas and quotation marks are the bytes that they are in ASCII, so that a stream may
// be cut at them before it is decoded: not so in UTF-16.
bool keeps_ascii(std::string_view encoding);

// True where a file's first bytes are no text in any encoding that decode() knows.
bool looks_binary(std::string_view head);

}  // namespace peerscope
