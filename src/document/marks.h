// The bullet or number that may stand before a line: "•", "3.", "b)", "IV)".
#pragma once
#include <cstdint>
#include <string_view>

namespace peerscope {

enum class MarkKind : std::uint8_t { none, bullet, number, small_letter, letter, small_roman, roman };

struct Mark {
  MarkKind kind = MarkKind::none;
  std::uint32_t number = 0;  // 3 for "3.", "c)" and "III."; 0 for a bullet
  std::uint32_t size = 0;    // bytes up to the text after it, white space included
  bool bare = false;         // a letter and a full stop: "C. Abara" may be a name
};

// The mark that text[begin, end) opens with.
Mark mark_at(std::string_view text, std::uint32_t begin, std::uint32_t end);

// Whether one of the round, square or ticked bullets stands at `at`, which no prose uses.
bool bullet_glyph_at(std::string_view text, std::uint32_t at, std::uint32_t end);

}  // namespace peerscope
