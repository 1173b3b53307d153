// Cues of a unit, laid over its words.
#include "context/view.h"

#include <algorithm>

#include "match/reader.h"

namespace peerscope {
namespace {

int index_of(const RuleSet& rules, std::string_view id) {
  for (std::size_t i = 0; i < rules.cues.size(); ++i)
    if (rules.cues[i].id == id) return static_cast<int>(i);
  return -1;
}

}  // namespace

CueGroups::CueGroups(const RuleSet& rules)
    : no(index_of(rules, "no")),
      in_place_of(index_of(rules, "in-place-of")),
      per_chart(index_of(rules, "per-chart")),
      writer_agrees(index_of(rules, "writer-agrees")),
      relative(index_of(rules, "relative")),
      auxiliary(index_of(rules, "auxiliary")),
      determiner(index_of(rules, "determiner")),
      preposition(index_of(rules, "preposition")),
      belongs_to_staff(index_of(rules, "belongs-to-staff")),
      helps_person_do(index_of(rules, "helps-person-do")),
      ability(index_of(rules, "ability")),
      still_theirs(index_of(rules, "still-theirs")),
      myself(index_of(rules, "myself")),
      said_by_writer(index_of(rules, "said-by-writer")),
      name(index_of(rules, "a-name")),
      pronoun(index_of(rules, "subject-pronoun")),
      answer_no(index_of(rules, "answer-no")),
      would(index_of(rules, "would")),
      no_longer(index_of(rules, "no-longer")),
      staff(index_of(rules, "staff")),
      people(index_of(rules, "people")),
      role_holder(index_of(rules, "role-holder")),
      institution(index_of(rules, "institution")),
      elsewhere(index_of(rules, "elsewhere")),
      asked_of_me(index_of(rules, "asked-of-me")),
      declined_it(index_of(rules, "declined-it")),
      incidental(index_of(rules, "incidental")),
      distinguished(index_of(rules, "distinguished")) {}

UnitView::UnitView(const Document& document, const RuleSet& rules, const CueGroups& groups,
                   std::uint32_t unit, std::vector<CueHit> hits)
    : document_(document), rules_(rules), groups_(groups), index_(unit), hits_(std::move(hits)) {
  std::sort(hits_.begin(), hits_.end(), [](const CueHit& a, const CueHit& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    return a.end != b.end ? a.end > b.end : a.group < b.group;
  });
  const Unit& mine = document_.units[index_];
  masks_.assign(mine.end_word - mine.first_word, 0);
  for (const CueHit& hit : hits_)
    for (std::uint32_t at = hit.begin; at < hit.end; ++at)
      masks_[at - mine.first_word] |= std::uint64_t{1} << (hit.group & 63U);
}

bool UnitView::is(std::uint32_t word, int group) const {
  if (group < 0 || word < unit().first_word || word >= unit().end_word) return false;
  return (masks_[word - unit().first_word] >> (static_cast<unsigned>(group) & 63U) & 1U) != 0;
}

bool UnitView::has(int group) const {
  return std::any_of(hits_.begin(), hits_.end(),
                     [&](const CueHit& hit) { return static_cast<int>(hit.group) == group; });
}

const CueHit* UnitView::hit_of(Axis wanted) const {
  for (const CueHit& hit : hits_)
    if (axis(hit) == wanted) return &hit;
  return nullptr;
}

const CueHit* UnitView::covering(std::uint32_t word, int group) const {
  for (const CueHit& hit : hits_)
    if (static_cast<int>(hit.group) == group && hit.begin <= word && word < hit.end) return &hit;
  return nullptr;
}

bool UnitView::word_is(std::uint32_t at, std::initializer_list<std::string_view> any) const {
  if (at < unit().first_word || at >= unit().end_word) return false;
  const std::string_view folded = word(at);
  return std::find(any.begin(), any.end(), folded) != any.end();
}

Span UnitView::span_of(std::uint32_t begin, std::uint32_t end) const {
  return {document_.words[begin].span.begin, document_.words[end - 1].span.end};
}

// ", she counted", ", and the nurse will": a comma, perhaps a connector, then a subject that goes on with a
// verb.
bool UnitView::new_subject(std::uint32_t at) const {
  if ((before(at) & kComma) == 0) return false;
  while (word_is(at, {"and", "so", "then", "just", "only", "simply", "the", "this", "our"})) ++at;
  if (at + 1 >= unit().end_word) return false;
  if (word_is(at, {"he", "she", "they", "i", "we", "it", "you"})) return true;
  for (const int group : {groups_.role_holder, groups_.staff}) {
    const CueHit* hit = covering(at, group);
    if (hit != nullptr && hit->begin == at && is(hit->end, groups_.auxiliary) &&
        (before(hit->end) & kComma) == 0)
      return true;
  }
  return false;
}

bool UnitView::boundary(std::uint32_t at, std::uint16_t harmless_marks) const {
  if ((before(at) & kHardBreak & ~harmless_marks) != 0) return true;
  for (const CueHit& hit : hits_) {
    if (axis(hit) != Axis::contrast || hit.begin != at) continue;
    // "help with meals but not with tablets": the reach of what stands before "but" ends, "not" reaches on.
    return true;
  }
  return new_subject(at);
}

bool UnitView::clause_ends_between(std::uint32_t from, std::uint32_t to, std::uint16_t harmless_marks) const {
  for (std::uint32_t at = from; at <= to && at < unit().end_word; ++at)
    if (boundary(at, harmless_marks)) return true;
  return false;
}

std::uint32_t UnitView::clause_begin(std::uint32_t at) const {
  while (at > unit().first_word && !boundary(at, 0)) --at;
  return at;
}

std::uint32_t UnitView::clause_end(std::uint32_t at) const {
  for (++at; at < unit().end_word && !boundary(at, 0);) ++at;
  return std::min(at, unit().end_word);
}

}  // namespace peerscope
