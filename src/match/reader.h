// What the matchers see of a document: its words as numbers, and where clauses end.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "rules/program.h"

namespace peerscope {

inline constexpr std::uint16_t kHardBreak = kSemicolon | kColon | kDash | kPeriod;

class WordReader {
 public:
  WordReader(const Document& document, const Program& program);

  const Document& document() const { return document_; }
  const Program& program() const { return program_; }
  std::uint32_t id(std::uint32_t word) const { return ids_[word]; }  // 0: no phrase knows this word
  const Word& word(std::uint32_t word) const { return document_.words[word]; }
  bool in_set(std::uint32_t word, std::uint32_t set) const {
    return ids_[word] != 0 && set != kNoSet && members_.hold(set, ids_[word]);
  }
  // Whether one of the words [from, to) is in the set, which is one of a WordNeed.
  bool one_in_set(std::uint32_t from, std::uint32_t to, std::uint32_t set) const {
    const std::uint32_t bit = set_bit(set);
    for (; from < to; ++from)
      if (may_be_in(sets_[ids_[from]], bit) && members_.hold(set, ids_[from])) return true;
    return false;
  }
  // What stands before a word; the colon after the key of "Reports to: the director" parts nothing.
  std::uint16_t before(std::uint32_t word, const Unit& unit) const;
  // Whether a clause or the unit begins at this word.
  bool clause_begins(std::uint32_t word, const Unit& unit) const;
  bool name(std::uint32_t word, const Unit& unit) const;  // a capitalised name, as far as can be told

 private:
  const Document& document_;
  const Program& program_;
  const WordSets* sets_;
  Members members_;
  std::vector<std::uint32_t> ids_;
};

}  // namespace peerscope
