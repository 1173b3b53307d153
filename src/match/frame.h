// Matches compiled phrases against words, step by step.
#pragma once
#include <cstdint>

#include "match/reader.h"

namespace peerscope {

struct WordRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Whether the phrase matches with its first word at `first`; `range` is what it took.
bool match_ordered(const WordReader& reader, const Unit& unit, const CompiledPhrase& phrase,
                   std::uint32_t first, WordRange& range);
// Whether every part of the phrase stands in the clause that begins at `from` (a word where a clause begins);
// `to` is where that clause ends.
bool match_together(const WordReader& reader, const Unit& unit, const CompiledPhrase& phrase,
                    WordRange clause, WordRange& range);
// The end of the clause that holds `word`.
WordRange clause_around(const WordReader& reader, const Unit& unit, std::uint32_t word);

}  // namespace peerscope
