// Counts the words of a line and their letters: what tells a title from a sentence.
#pragma once
#include <cstdint>
#include <string_view>

namespace peerscope {

// Counts over the words of a line.
struct LetterCount {
  std::uint32_t words = 0, capital_words = 0, small_words = 0, upper = 0, lower = 0, lower_in_brackets = 0;
  bool in_brackets = false;
};

// Counts the word that begins at `at`; returns where it ends.
std::uint32_t count_word(std::string_view text, std::uint32_t at, std::uint32_t end, LetterCount& count);

}  // namespace peerscope
