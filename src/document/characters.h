// What stands at a byte of a text, as far as cutting into sentences and lines needs to know it.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace peerscope {

inline unsigned char byte_at(std::string_view text, std::uint32_t at) {
  return static_cast<unsigned char>(text[at]);
}

inline bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_plain_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
inline char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; }

// Bytes of the white space at `at`: 1 for a space, 2 for a no-break space, 3 for a thin one; 0 where there is
// none.
inline std::uint32_t space_size(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return 0;
  if (is_space(text[at])) return 1;
  const auto c = byte_at(text, at);
  if (c == 0xC2 && at + 1 < end && byte_at(text, at + 1) == 0xA0) return 2;
  if (c == 0xE2 && at + 2 < end && byte_at(text, at + 1) == 0x80) {
    const auto last = byte_at(text, at + 2);
    if ((last >= 0x80 && last <= 0x8B) || last == 0xAF) return 3;
  }
  if (c == 0xEF && at + 2 < end && byte_at(text, at + 1) == 0xBB && byte_at(text, at + 2) == 0xBF) return 3;
  return 0;
}

inline std::uint32_t skip_spaces(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (const auto size = space_size(text, at, end)) at += size;
  return at;
}

// É and ß count; other alphabets have neither upper nor lower case here, and so never join two sentences.
inline bool upper_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return false;
  const auto c = byte_at(text, at);
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return c == 0xC3 && at + 1 < end && byte_at(text, at + 1) >= 0x80 && byte_at(text, at + 1) <= 0x9E &&
         byte_at(text, at + 1) != 0x97;
}
inline bool lower_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return false;
  const auto c = byte_at(text, at);
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return c == 0xC3 && at + 1 < end && byte_at(text, at + 1) >= 0x9F && byte_at(text, at + 1) != 0xB7;
}

// The three-byte character E2 xx yy at `at`: “ is (0x80, 0x9C).
inline bool glyph_at(std::string_view text, std::uint32_t at, std::uint32_t end, unsigned char second,
                     unsigned char third) {
  return at + 2 < end && byte_at(text, at) == 0xE2 && byte_at(text, at + 1) == second &&
         byte_at(text, at + 2) == third;
}

// Bytes of the closing quotation mark or bracket at `at`; 0 where there is none.
inline std::uint32_t closer_size(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return 0;
  const char c = text[at];
  if (c == '"' || c == '\'' || c == ')' || c == ']') return 1;
  return glyph_at(text, at, end, 0x80, 0x9D) || glyph_at(text, at, end, 0x80, 0x99) ? 3 : 0;
}

inline Span trimmed(std::string_view text, Span span) {
  span.begin = skip_spaces(text, span.begin, span.end);
  while (span.end > span.begin) {
    if (is_space(text[span.end - 1])) {
      --span.end;
    } else if (span.end - span.begin >= 2 && space_size(text, span.end - 2, span.end) == 2) {
      span.end -= 2;
    } else if (span.end - span.begin >= 3 && space_size(text, span.end - 3, span.end) == 3) {
      span.end -= 3;
    } else {
      break;
    }
  }
  return span;
}

}  // namespace peerscope
