// Indirect speech by cue verbs and their subjects.
#include "context/speech.h"

namespace peerscope {
namespace {

constexpr std::uint32_t kMostBetween = 4;

bool filler(const UnitView& view, std::uint32_t at) {
  return view.is(at, view.groups().auxiliary) || view.word(at).ends_with("ly") ||
         view.word_is(at, {"does", "n't", "not", "kept"});
}

bool person_at(const UnitView& view, std::uint32_t at) {
  if (view.is(at, view.groups().staff) || view.is(at, view.groups().relative) ||
      view.is(at, view.groups().role_holder))
    return false;
  return view.is(at, view.groups().pronoun) || view.is(at, view.groups().name) ||
         (view.is(at, view.groups().people) && !view.word_is(at, {"them", "him", "us", "her"}));
}

// "…, so I counted": the writer speaks again between two words.
bool writer_again(const UnitView& view, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t at = from; at < to; ++at) {
    if (at > from && (view.before(at) & (kSemicolon | kPeriod | kDash)) != 0) return true;
    if (view.word_is(at, {"i", "writer"}) && at + 1 < to) return true;
    if (at > from && view.word_is(at, {"i"}) && view.word_is(at - 1, {"but", "so"}))
      return true;  // "but I kept her talking"
  }
  return false;
}

bool doubted(const UnitView& view, std::uint32_t first) {
  for (const CueHit& hit : view.hits())
    if (view.axis(hit) == Axis::doubt_speech && hit.begin <= first && first - hit.begin < 8) return true;
  return false;
}

// "He is clean for a year, he says.", "…, she joked, and left": told at the end, and nothing told after it.
std::optional<CueHit> told_after(const UnitView& view, std::uint32_t end) {
  for (const CueHit& hit : view.hits()) {
    if (view.axis(hit) != Axis::own_speech || hit.begin < end) continue;
    const bool closes = hit.end >= view.unit().end_word || (view.before(hit.end) & (kComma | kPeriod)) != 0 ||
                        view.word_is(hit.end, {"and", "with"});
    const bool bare = view.word_is(hit.begin, {"in"});  // "…, in her words"
    const std::uint32_t subject = bare ? hit.begin : hit.begin - 1;
    if (closes && subject >= end && (view.before(subject) & kComma) != 0 &&
        (bare || person_at(view, subject)))
      return hit;
  }
  return std::nullopt;
}

}  // namespace

std::optional<CueHit> told_by_person(const UnitView& view, std::uint32_t first, std::uint32_t end) {
  if (doubted(view, first)) return std::nullopt;
  // "He told me that he stopped, which I reported"
  if (view.word_is(first, {"which", "and", "so"}) && first + 1 < view.unit().end_word &&
      view.word_is(first + 1, {"i", "writer"}))
    return std::nullopt;
  for (const CueHit& hit : view.hits()) {
    if (view.axis(hit) != Axis::own_speech || hit.end > first || writer_again(view, hit.end, first)) continue;
    std::uint32_t at = hit.begin;
    for (std::uint32_t steps = 0; at > view.unit().first_word && steps <= kMostBetween; ++steps) {
      --at;
      if (person_at(view, at)) return hit;
      if (!filler(view, at)) break;
    }
  }
  return told_after(view, end);
}

std::optional<CueHit> told_by_others(const UnitView& view, std::uint32_t first, std::uint32_t end) {
  for (const CueHit& hit : view.hits())
    if (static_cast<int>(hit.group) == view.groups().writer_agrees) return std::nullopt;
  for (const CueHit& hit : view.hits()) {
    if (static_cast<int>(hit.group) == view.groups().per_chart && hit.begin < first &&
        !writer_again(view, hit.end, first))
      return hit;
    if (view.axis(hit) != Axis::attribution) continue;
    std::uint32_t at = hit.begin;
    for (std::uint32_t steps = 0; at > view.unit().first_word && steps <= kMostBetween; ++steps) {
      --at;
      const bool other = (view.is(at, view.groups().staff) && !view.is(at, view.groups().role_holder)) ||
                         view.is(at, view.groups().relative);
      const bool before_target = hit.end <= first && !writer_again(view, hit.end, first);
      const bool after_target = at >= end && at - end <= 4 && (view.before(end) & (kComma | kQuote)) != 0 &&
                                !view.clause_ends_between(end, at);
      if (other && (before_target || after_target)) return hit;
      if (!filler(view, at) && !view.is(at, view.groups().name)) break;
    }
  }
  return std::nullopt;
}

std::optional<CueHit> told_of_oneself(const UnitView& view, std::uint32_t first) {
  for (const CueHit& hit : view.hits())
    if (static_cast<int>(hit.group) == view.groups().myself && hit.end <= first &&
        first - hit.end <= kMostBetween && (hit.end == first || !view.clause_ends_between(hit.end, first)))
      return hit;
  return std::nullopt;
}

}  // namespace peerscope
