// Every phrase of a rule set, compiled: what the matcher runs.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace peerscope {

// One step of a phrase. Steps follow one another in Program::steps.
enum class Op : std::uint8_t {
  set,        // a: a word set; the next word must be in it, with no comma or harder mark before it
  word_class, // a: index in Program::classes; the next word or words must be one of its entries
  exact,      // a: index in Program::exact; the next word must be spelled so, capitals and all
  name,       // the next word is a capitalised name
  number,     // the next word holds a digit
  any,        // any word
  gap,        // a: up to so many words, none of which ends the clause
  fork,       // try the step at a first, then the next step
  jump,       // go on at a
  start,      // here a clause or unit begins
  end,        // here a clause or unit ends
  accept,
};
struct Step { Op op = Op::accept; std::uint32_t a = 0; };

inline constexpr std::uint32_t kNoAnchor = 0xffffffff;

// A word class: single words in a set, longer entries as steps of their own.
struct CompiledClass {
  std::uint32_t singles = 0;   // word set
  std::uint32_t heads = 0;     // word set: the first words of all entries; kNoAnchor: an entry may begin with anything
  std::uint32_t entries_begin = 0, entries_end = 0;  // range in Program::entries
};

enum class PhraseUse : std::uint8_t { find, without, with, cue };

struct CompiledPhrase {
  PhraseUse use = PhraseUse::find;
  std::uint8_t kinds = 7;          // document kinds that it is looked for in (Rule::applies_to)
  std::uint8_t type = 0;           // PhraseType
  std::uint32_t owner = 0;         // index of the rule or cue group
  std::uint32_t index = 0;         // of the phrase in its owner's list
  std::uint32_t begin = 0, end = 0;  // steps; together: parts are separated by accept
  std::uint32_t anchor = 0;        // word set of which a word must stand in the unit; kNoAnchor: none
  std::uint32_t need_begin = 0, need_end = 0;  // range in Program::needs: further sets that must be there
  std::uint32_t regex = 0;         // regex: index in Program::regexes
};

struct Program {
  std::string pool;                        // the spellings of all words, one after another
  struct Entry { std::uint32_t begin = 0, size = 0, hash = 0, id = 0; };  // id 0: free
  std::vector<Entry> table;                // open addressing; its size is a power of two
  std::vector<std::uint32_t> sets_begin;   // word id -> range in sets_of_words
  std::vector<std::uint32_t> sets_of_words;
  std::uint32_t set_count = 0;
  std::vector<Step> steps;
  std::vector<CompiledClass> classes;
  std::vector<std::uint32_t> entries;         // first step of each longer class entry
  std::vector<std::string> exact;
  std::vector<std::string> regexes;
  std::vector<std::uint32_t> needs;
  std::vector<CompiledPhrase> phrases;
  std::vector<std::uint32_t> rule_begin;      // rule -> its first phrase; its phrases stand together, find before not
  std::vector<std::uint32_t> anchored_begin;  // set -> range in anchored: phrases with this anchor
  std::vector<std::uint32_t> anchored;
  std::vector<std::uint32_t> unanchored;      // phrases without an anchor, tried on every unit
  std::uint32_t gap_stop = kNoAnchor;         // set of words that no gap may cross (class "gap-stop")
  std::uint32_t clause_stop = kNoAnchor;      // set of words at which a clause ends (class "clause-stop")
};

}  // namespace peerscope
