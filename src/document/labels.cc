// Reads keys and dates at the head of a line.
#include "document/labels.h"

#include <array>

#include "document/characters.h"

namespace peerscope {
namespace {

constexpr std::uint32_t kLongestKey = 60;
constexpr std::uint32_t kMostKeyWords = 7;

bool month_named(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
  if (word.size() < 3) return false;
  for (const auto month : kMonths) {
    if (word.size() > month.size() || (word.size() != month.size() && word.size() > 4)) continue;
    bool same = word[0] >= 'A' && word[0] <= 'Z';
    for (std::size_t i = 0; i < word.size(); ++i) same = same && lowered(word[i]) == month[i];
    if (same) return true;
  }
  return false;
}

// A small number at `at`, and where it ends.
struct Number {
  std::uint32_t value = 0, end = 0, digits = 0;
};
Number number_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  Number number{0, at, 0};
  while (number.end < end && is_digit(text[number.end]) && number.digits < 5) {
    number.value = number.value * 10 + static_cast<std::uint32_t>(text[number.end] - '0');
    ++number.end;
    ++number.digits;
  }
  return number;
}

// Where the date that begins at `at` ends; 0 where none does: 05/04, 5/4/2024, 2024-05-04, 3 March, 3rd of
// March, Oct 2.
std::uint32_t date_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (is_digit(text[at])) {
    const Number first = number_at(text, at, end);
    if (first.end >= end) return 0;
    const char mark = text[first.end];
    if (mark == '/' || mark == '-' || mark == '.') {
      const Number second = number_at(text, first.end + 1, end);
      if (second.digits == 0 || second.digits > 2 || second.value == 0 || second.value > 31) return 0;
      const bool third = second.end < end && text[second.end] == mark;
      const Number last = third ? number_at(text, second.end + 1, end) : Number{};
      if (third && (last.digits == 2 || last.digits == 4 || first.digits == 4)) return last.end;
      const bool day_and_night = first.value == 24 && second.value == 7;
      return mark == '/' && !third && first.value <= 31 && first.digits <= 2 && !day_and_night ? second.end
                                                                                               : 0;
    }
    if (first.value == 0 || first.value > 31) return 0;
    std::uint32_t word = first.end;
    while (word < end && is_plain_letter(text[word])) ++word;  // 3rd
    word = skip_spaces(text, word, end);
    if (text.substr(word, 3) == "of ") word += 3;
    std::uint32_t after = word;
    while (after < end && is_plain_letter(text[after])) ++after;
    return month_named(text.substr(word, after - word)) ? after : 0;
  }
  std::uint32_t after = at;
  while (after < end && is_plain_letter(text[after])) ++after;
  if (!month_named(text.substr(at, after - at))) return 0;
  if (after < end && text[after] == '.') ++after;
  const Number day = number_at(text, skip_spaces(text, after, end), end);
  if (day.digits == 0 || day.digits > 2 || day.value == 0 || day.value > 31) return 0;
  after = day.end;
  while (after < end && is_plain_letter(text[after])) ++after;  // March 3rd
  return after;
}

// A mark that parts a date from what stands beside it: , – - | ( or two spaces.
bool parts(std::string_view text, std::uint32_t at, std::uint32_t begin, std::uint32_t end, bool before) {
  if (before) {
    std::uint32_t last = at;
    while (last > begin && is_space(text[last - 1])) --last;
    if (last == begin || at - last >= 2) return true;
    const auto c = byte_at(text, last - 1);
    return c == ',' || c == '-' || c == '|' || c == '(' || c >= 0x80;
  }
  const std::uint32_t next = skip_spaces(text, at, end);
  if (next == end || next - at >= 2) return true;
  const auto c = byte_at(text, next);
  return c == ',' || c == '-' || c == '|' || c == ')' || c == ':' || c >= 0x80;
}

bool after_colon(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  while (at > begin && is_space(text[at - 1])) --at;
  return at > begin && text[at - 1] == ':';
}

}  // namespace

Label label_of(std::string_view text, Span line) {
  Label label;
  std::uint32_t words = 0;
  bool in_word = false;
  bool letters = false;
  bool small = false;
  for (std::uint32_t at = line.begin; at < line.end && at - line.begin <= kLongestKey; ++at) {
    const char c = text[at];
    if (c == ':') {
      const bool stands =
          at + 1 == line.end || space_size(text, at + 1, line.end) != 0 || text[at + 1] == '*';
      if (!stands) continue;
      if (!letters || words > kMostKeyWords || is_digit(text[line.begin])) return {};
      label.key = trimmed(text, {line.begin, at});
      label.value = trimmed(text, {at + 1, line.end});
      label.key_words = words;
      label.capitals = !small;
      return label;
    }
    if (c == '.' || c == '?' || c == '!' || c == ';' || c == '"') return {};
    if (is_space(c)) {
      in_word = false;
    } else {
      if (!in_word) ++words;
      in_word = true;
      letters = letters || is_plain_letter(c) || byte_at(text, at) >= 0x80;
      small = small || (c >= 'a' && c <= 'z');
    }
  }
  return {};
}

bool opens_with_date(std::string_view text, Span line) {
  std::uint32_t words = 0;
  for (std::uint32_t at = line.begin; at < line.end && words <= 3;) {
    const std::uint32_t end = date_end(text, at, line.end);
    if (end != 0) {
      const bool first = at == line.begin;
      if (after_colon(text, line.begin, at)) return false;  // "Date: 05/06/2024" is a fact
      return parts(text, end, line.begin, line.end, false) ||
             (!first && parts(text, at, line.begin, line.end, true));
    }
    while (at < line.end && space_size(text, at, line.end) == 0) ++at;
    at = skip_spaces(text, at, line.end);
    ++words;
  }
  return false;
}

}  // namespace peerscope
