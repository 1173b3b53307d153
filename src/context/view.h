// One unit with its cues: what stands where, and how far a clause reaches.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "match/match.h"
#include "rules/rule.h"

namespace peerscope {

// A cue where it stands: a range of Document::words.
struct CueHit {
  std::uint32_t group = 0;  // index in RuleSet::cues
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// The groups of cues.yaml that the code asks for by name; -1 where a rule set has none.
struct CueGroups {
  explicit CueGroups(const RuleSet& rules);
  int no, in_place_of, per_chart, writer_agrees, relative, auxiliary, determiner, preposition,
      belongs_to_staff, helps_person_do, ability, still_theirs, myself, said_by_writer, name, pronoun,
      answer_no, would, no_longer, staff, people, role_holder, institution, elsewhere, asked_of_me,
      declined_it, incidental, distinguished;
};

class UnitView {
 public:
  UnitView(const Document& document, const RuleSet& rules, const CueGroups& groups, std::uint32_t unit,
           std::vector<CueHit> hits);

  const Document& document() const { return document_; }
  const Unit& unit() const { return document_.units[index_]; }
  std::uint32_t index() const { return index_; }
  DocumentKind kind() const { return document_.kind; }
  const Section& section() const { return document_.sections[unit().section]; }
  const CueGroups& groups() const { return groups_; }
  const std::vector<CueHit>& hits() const { return hits_; }
  const CueGroup& group(const CueHit& hit) const { return rules_.cues[hit.group]; }
  Axis axis(const CueHit& hit) const { return rules_.cues[hit.group].axis; }

  bool is(std::uint32_t word, int group) const;  // the word is covered by a hit of the group
  bool has(int group) const;                     // the unit holds a hit of the group
  const CueHit* hit_of(Axis axis) const;         // the first hit of that axis, or null
  const CueHit* covering(std::uint32_t word, int group) const;
  std::uint16_t before(std::uint32_t word) const { return document_.words[word].before; }
  std::string_view word(std::uint32_t at) const { return folded_word(document_, at); }
  bool word_is(std::uint32_t at, std::initializer_list<std::string_view> any) const;
  Span span_of(std::uint32_t begin, std::uint32_t end) const;

  // Whether a clause ends somewhere between two words (a hard mark, a contrast, a comma with a new subject).
  bool clause_ends_between(std::uint32_t from, std::uint32_t to, std::uint16_t harmless_marks = 0) const;
  std::uint32_t clause_begin(std::uint32_t word) const;
  std::uint32_t clause_end(std::uint32_t word) const;

 private:
  bool boundary(std::uint32_t word, std::uint16_t harmless_marks) const;  // a clause begins at this word
  bool new_subject(std::uint32_t word) const;

  const Document& document_;
  const RuleSet& rules_;
  const CueGroups& groups_;
  std::uint32_t index_;
  std::vector<CueHit> hits_;
  std::vector<std::uint64_t> masks_;  // per word of the unit: bits of the groups that cover it
};

}  // namespace peerscope
