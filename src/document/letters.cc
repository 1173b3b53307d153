// Counts by a table of bytes; only a bracket and an accented letter need a closer look.
#include "document/letters.h"

#include <algorithm>
#include <array>

#include "document/characters.h"

namespace peerscope {
namespace {

// Words that a title leaves small.
bool joins_words(std::string_view word) {
  if (word.size() > 4) return false;
  static constexpr std::array<std::string_view, 24> kSmall{
      "a",  "an", "and", "as",  "at",  "but",  "by",  "for", "from", "in", "into", "is",
      "of", "on", "or",  "our", "per", "than", "the", "to",  "vs",   "we", "with", "your"};
  return std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
}

// What a byte adds to a line's measure; a letter beyond ASCII is judged where it begins (É is C3 89).
enum : std::uint8_t { kUpper = 1, kLower = 2, kLetter = 4, kSpace = 8, kBracket = 16, kBeyond = 32 };
constexpr std::array<std::uint8_t, 256> byte_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (unsigned c = 0; c < 256; ++c) {
    if (c >= 'A' && c <= 'Z') classes[c] = kUpper | kLetter;
    if (c >= 'a' && c <= 'z') classes[c] = kLower | kLetter;
    if (c == ' ' || (c >= '\t' && c <= '\r')) classes[c] = kSpace;
    if (c == '(' || c == ')') classes[c] = kBracket;
    if (c >= 0xC3) classes[c] = kLetter;
    if (c == 0xC3) classes[c] |= kBeyond;
  }
  return classes;
}
constexpr auto kClasses = byte_classes();

}  // namespace

std::uint32_t count_word(std::string_view text, std::uint32_t at, std::uint32_t end, LetterCount& count) {
  const std::uint32_t begin = at;
  std::uint8_t seen = 0;
  std::uint32_t upper = 0, lower = 0;  // since the last bracket
  const auto add = [&] {
    count.upper += upper;
    (count.in_brackets ? count.lower_in_brackets : count.lower) += lower;
    upper = lower = 0;
  };
  for (; at < end; ++at) {
    const auto kind = kClasses[byte_at(text, at)];
    seen |= kind;
    upper += kind & kUpper;
    lower += (kind & kLower) / kLower;
    if ((kind & (kSpace | kBracket | kBeyond)) == 0) continue;
    if ((kind & kSpace) != 0) break;
    if ((kind & kBracket) != 0) {
      add();
      count.in_brackets = text[at] == '(';
    } else {
      upper += upper_at(text, at, end);
      lower += lower_at(text, at, end);
    }
  }
  add();
  ++count.words;
  if ((seen & kLetter) == 0) return at;
  if (!lower_at(text, begin, end))
    ++count.capital_words;
  else if (!joins_words(text.substr(begin, at - begin)))
    ++count.small_words;
  return at;
}

}  // namespace peerscope
