// Looks every word up once.
#include "match/reader.h"

namespace peerscope {

namespace {
constexpr WordSets kNoSets{};  // of the unknown word, where no rule knows any
}

WordReader::WordReader(const Document& document, const Program& program)
    : document_(document),
      program_(program),
      sets_(program.word_sets.empty() ? &kNoSets : program.word_sets.data()),
      members_(program) {
  ids_.reserve(document.words.size());
  for (const Word& word : document.words)
    ids_.push_back(word_id(program, slice(document.folded, word.folded)));
}

std::uint16_t WordReader::before(std::uint32_t word, const Unit& unit) const {
  const std::uint16_t marks = document_.words[word].before;
  const bool after_key = unit.key_end != 0 && word > unit.first_word &&
                         document_.words[word].span.begin >= unit.key_end &&
                         document_.words[word - 1].span.end <= unit.key_end;
  return after_key ? static_cast<std::uint16_t>(marks & ~kColon) : marks;
}

bool WordReader::clause_begins(std::uint32_t word, const Unit& unit) const {
  if (word == unit.first_word || (before(word, unit) & kHardBreak) != 0) return true;
  return in_set(word - 1, program_.clause_stop);
}

bool WordReader::name(std::uint32_t at, const Unit& unit) const {
  const Word& each = document_.words[at];
  if (!each.capital || each.all_capitals || each.digit || each.span.end - each.span.begin < 2) return false;
  if (at > unit.first_word && (document_.words[at].before & (kPeriod | kQuote)) == 0) return true;
  // The first word of a sentence is capitalised anyway: a name is a word that no phrase knows and that is no
  // verb form.
  const auto text = slice(document_.text, each.span);
  return ids_[at] == 0 && !text.ends_with("ed") && !text.ends_with("ing") && !text.ends_with("ly");
}

}  // namespace peerscope
