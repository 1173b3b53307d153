// Every phrase of a rule set, compiled: what the matcher runs.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/flat.h"

namespace peerscope {

// One step of a phrase. Steps follow one another in Program::steps.
enum class Op : std::uint32_t {
  set,         // a: a word set; the next word must be in it, with no comma or harder mark before it
  word_class,  // a: index in Program::classes; the next word or words must be one of its entries
  exact,       // a: index in Program::exact; the next word must be spelled so, capitals and all
  name,        // the next word is a capitalised name
  number,      // the next word holds a digit
  any,         // any word
  gap,         // a: up to so many words, none of which ends the clause
  fork,        // try the step at a first, then the next step
  jump,        // go on at a
  start,       // here a clause or unit begins
  end,         // here a clause or unit ends
  accept,
};
struct Step {
  Op op = Op::accept;
  std::uint32_t a = 0;
};

inline constexpr std::uint32_t kNoSet = 0xffffffff;

// A word class: single words in a set, longer entries as steps of their own.
struct CompiledClass {
  std::uint32_t singles = 0;                         // word set
  std::uint32_t entries_begin = 0, entries_end = 0;  // range in Program::entries
  std::uint32_t anchored =
      1;  // 0: an entry may begin with any word, so Program::class_words does not tell which
};

// With which of its entries a class can begin at a word.
struct ClassWord {
  std::uint32_t word_class = 0, word = 0;  // index in Program::classes, word id; 0: free
  std::uint32_t begin = 0;                 // range in Program::class_entries
  std::uint32_t count = 0;
};

// A word of the set stands `low` to `high` words behind the first word of a match.
struct WordNeed {
  std::uint32_t set = 0;
  std::uint32_t low = 0, high = 0;
};

// Which sets of WordNeed a word may be in: bits by set_bit(), so that most questions are answered without
// asking Program::members.
using WordSets = std::array<std::uint64_t, 4>;
constexpr std::uint32_t set_bit(std::uint32_t set) { return (set * 0x9E3779B1U) >> 24U; }
constexpr bool may_be_in(const WordSets& sets, std::uint32_t bit) {
  return (sets[bit >> 6U] >> (bit & 63U) & 1U) != 0;
}

// Literals of text of which regexes demand some: see rules/literals.
struct Literal {
  std::uint32_t begin = 0, size = 0;  // in LiteralIndex::text, in small letters
  std::uint32_t group = 0;  // pieces of which one must stand in the unit; kEveryGroup: of all groups
};
inline constexpr std::uint32_t kEveryGroup = 0xffffffff;
struct LiteralIndex {
  Flat<char> text;
  Flat<Literal> pieces;            // by slot, of which there are 64
  Flat<std::uint32_t> slot_begin;  // slot -> its first piece
  Flat<std::uint64_t>
      masks;  // for a first, second and third byte: the slots of the pieces that have it there
  Flat<std::uint32_t> group_begin;  // regex -> its first group
};

enum class PhraseUse : std::uint8_t { find, without, with, cue };

struct CompiledPhrase {
  PhraseUse use = PhraseUse::find;
  std::uint8_t kinds = 7;                      // document kinds that it is looked for in (Rule::applies_to)
  std::uint16_t type = 0;                      // PhraseType
  std::uint32_t owner = 0;                     // index of the rule or cue group
  std::uint32_t index = 0;                     // of the phrase in its owner's list
  std::uint32_t begin = 0, end = 0;            // steps; together: parts are separated by accept
  std::uint32_t need_begin = 0, need_end = 0;  // range in Program::needs: what must hold where a match begins
  std::uint32_t regex = 0;                     // regex: index in Program::regexes
  std::uint32_t text_begin = 0, text_size = 0;  // find: as it is written, in Program::phrase_text
};

// A phrase may begin `low` to `high` words before a word; kAnywhere: anywhere in its unit.
struct Anchor {
  std::uint32_t phrase = 0;
  std::uint16_t low = 0, high = 0;
  std::uint32_t kinds = 7;  // of the phrase
};
inline constexpr std::uint16_t kAnywhere = 0xffff;

// For each word id the phrases of which it is the anchor, by number: every match of a phrase holds an anchor
// of it.
struct AnchorIndex {
  Flat<std::uint32_t> begin;  // word id -> range in list
  Flat<Anchor> list;
};

struct Program {
  Flat<char> pool;  // the spellings of all words, one after another
  struct Entry {
    std::uint32_t begin = 0, size = 0, hash = 0, id = 0;
  };                  // id 0: free
  Flat<Entry> table;  // open addressing; its size is a power of two
  std::uint32_t word_count = 0, set_count = 0;
  Flat<std::uint64_t> members;  // which word is in which set, by member_key(); open addressing, 0: free
  Flat<WordSets> word_sets;     // by word id
  Flat<Step> steps;
  Flat<CompiledClass> classes;
  Flat<std::uint32_t> entries;        // first step of each longer class entry
  Flat<ClassWord> class_words;        // open addressing
  Flat<std::uint32_t> class_entries;  // first steps, as ClassWord points to them
  std::vector<std::string> exact;
  std::vector<std::string> regexes;
  LiteralIndex literals;
  Flat<WordNeed> needs;
  Flat<CompiledPhrase> phrases;
  Flat<char> phrase_text;
  Flat<std::uint32_t> rule_begin;   // rule -> its first phrase; its phrases stand together, find before not
  AnchorIndex finds, senses, cues;  // of `find` and `with`; of `not`; of cues
  Flat<std::uint32_t> unanchored;   // phrases without an anchor, tried everywhere
  std::uint32_t gap_stop = kNoSet;  // set of words that no gap may cross (class "gap-stop")
  std::uint32_t clause_stop = kNoSet;  // set of words at which a clause ends (class "clause-stop")
};

constexpr std::uint64_t member_key(std::uint32_t set, std::uint32_t word) {
  return (std::uint64_t{set} << 32U) | word;
}
constexpr std::size_t slot_of(std::uint64_t key, std::size_t slots) {
  return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 32U) & (slots - 1);
}

std::uint32_t hash_word(std::string_view word);  // FNV-1a
// The number of a folded word; 0: no phrase knows it.
std::uint32_t word_id(const Program& program, std::string_view word);

// Which word is in which set: Program::members, ready to be asked very often.
class Members {
 public:
  explicit Members(const Program& program)
      : table_(program.members.data()), mask_(program.members.size() - 1) {}
  bool hold(std::uint32_t set, std::uint32_t word) const {
    const std::uint64_t key = member_key(set, word);
    std::size_t at = slot_of(key, mask_ + 1);
    while (table_[at] != key && table_[at] != 0) at = (at + 1) & mask_;
    return table_[at] == key;
  }

 private:
  const std::uint64_t* table_;
  std::size_t mask_;
};

}  // namespace peerscope
