// Reads bullets and numbers of lists, in the many shapes that copied documents leave.
#include "document/marks.h"

#include <array>

#include "document/characters.h"

namespace peerscope {
namespace {

// Marks that need no space after them.
constexpr std::array<std::string_view, 22> kGlyphs{"\u2022", "\u2023", "\u25AA", "\u25AB", "\u25A0", "\u25A1",
                                                   "\u25CF", "\u25CB", "\u25E6", "\u25C6", "\u2756", "\u27A2",
                                                   "\u2713", "\u2714", "\u2610", "\u2611", "\u25BA", "\u25B8",
                                                   "\uF0B7", "\uF0A7", "\uF0D8", "\uF076"};
// Marks only where a space follows.
constexpr std::array<std::string_view, 12> kSpaced{"-",      "*",      "+",      "\u2013", "\u2014", "\u2212",
                                                   "\u2010", "\u2011", "\u00B7", "\u2192", "\u00A7", "~"};

std::uint32_t glyph_size(std::string_view rest) {
  if (rest.empty() || static_cast<unsigned char>(rest[0]) < 0x80) return 0;
  for (const auto glyph : kGlyphs)
    if (rest.starts_with(glyph)) return static_cast<std::uint32_t>(glyph.size());
  return 0;
}

std::uint32_t spaced_size(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const auto rest = text.substr(begin, end - begin);
  if (rest.empty() || is_digit(rest[0]) || (is_plain_letter(rest[0]) && rest[0] != 'o')) return 0;
  for (const auto mark : kSpaced) {
    if (!rest.starts_with(mark)) continue;
    const auto after = begin + static_cast<std::uint32_t>(mark.size());
    // "-Provides" too: people forget the space, and no line of prose begins so.
    const bool tight = mark == "-" && upper_at(text, after, end) && lower_at(text, after + 1, end);
    if (tight || after == end || space_size(text, after, end) != 0) return after - begin;
  }
  const bool hollow =
      rest.size() > 2 && rest[0] == 'o' && is_space(rest[1]);  // Word's second level, copied as text
  return hollow && (rest[1] == '\t' || upper_at(text, skip_spaces(text, begin + 1, end), end)) ? 1 : 0;
}

std::uint32_t roman_value(std::string_view letters) {
  static constexpr std::array<std::string_view, 15> kRoman{
      "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"};
  for (std::size_t i = 0; i < kRoman.size(); ++i) {
    if (kRoman[i].size() != letters.size()) continue;
    bool same = true;
    for (std::size_t j = 0; j < letters.size(); ++j) same = same && lowered(letters[j]) == kRoman[i][j];
    if (same) return static_cast<std::uint32_t>(i + 1);
  }
  return 0;
}

// "12", "1.2", "b", "IV": without what closes it. size 0: no number.
Mark numeral(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = begin;
  Mark mark;
  if (is_digit(text[at])) {
    while (at < end && is_digit(text[at]) && at - begin < 3)
      mark.number = mark.number * 10 + static_cast<std::uint32_t>(text[at++] - '0');
    while (at + 1 < end && text[at] == '.' && is_digit(text[at + 1]) && at - begin < 8) {
      mark.number = 0;
      for (++at; at < end && is_digit(text[at]) && mark.number < 100; ++at)
        mark.number = mark.number * 10 + static_cast<std::uint32_t>(text[at] - '0');
    }
    mark.kind = MarkKind::number;
  } else {
    while (at < end && is_plain_letter(text[at]) && at - begin < 6) ++at;
    const auto letters = text.substr(begin, at - begin);
    const bool upper = !letters.empty() && letters[0] <= 'Z';
    if ((mark.number = roman_value(letters)) != 0) {
      mark.kind = upper ? MarkKind::roman : MarkKind::small_roman;
    } else if (letters.size() == 1) {
      mark.kind = upper ? MarkKind::letter : MarkKind::small_letter;
      mark.number = static_cast<std::uint32_t>(lowered(letters[0]) - 'a' + 1);
    } else {
      return {};
    }
  }
  mark.size = at - begin;
  return mark;
}

}  // namespace

bool bullet_glyph_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  return glyph_size(text.substr(at, end - at)) != 0;
}

Mark mark_at(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return {};
  auto size = glyph_size(text.substr(begin, end - begin));
  if (size == 0) size = spaced_size(text, begin, end);
  if (size != 0) return {MarkKind::bullet, 0, skip_spaces(text, begin + size, end) - begin, false};

  const bool opened = text[begin] == '(';
  const std::uint32_t first = begin + (opened ? 1 : 0);
  if (first >= end) return {};
  Mark mark = numeral(text, first, end);
  if (mark.size == 0) return {};
  std::uint32_t at = first + mark.size;
  if (at >= end || (text[at] != ')' && (opened || text[at] != '.'))) return {};
  mark.bare = text[at] == '.' && mark.kind != MarkKind::number && at - first == 1;
  ++at;
  if (at < end && space_size(text, at, end) == 0) return {};
  mark.size = skip_spaces(text, at, end) - begin;
  return mark;
}

}  // namespace peerscope
