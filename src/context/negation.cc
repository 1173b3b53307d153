// NegEx's idea with clauses: a cue reaches forward or backward until its limit, a hard mark, a contrast or a
// new subject; commas of a list do not end it ("dispense, count, or observe").
#include "context/negation.h"

#include <algorithm>

namespace peerscope {
namespace {

bool negates(const UnitView& view, const CueHit& hit) {
  const Axis axis = view.axis(hit);
  return axis == Axis::negation || axis == Axis::prohibition;
}

// "not only", "without exception": the inner cue says nothing.
bool swallowed(const UnitView& view, const CueHit& cue) {
  for (const CueHit& hit : view.hits())
    if (view.axis(hit) == Axis::pseudo && hit.begin <= cue.begin && cue.end <= hit.end) return true;
  return false;
}

bool list_word(const UnitView& view, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t at = from; at < to; ++at)
    if (view.word_is(at, {"or", "nor", "and"})) return true;
  return false;
}

// "No licence is required, and observes …", "Rather than managing cases, peers walk …": the cue has its own
// head, and a comma ends its reach unless a list goes on.
bool governs_another(const UnitView& view, const CueHit& cue, std::uint32_t first, std::uint32_t end) {
  const int group = static_cast<int>(cue.group);
  if (group != view.groups().no && group != view.groups().in_place_of) return false;
  std::uint32_t last_comma = 0;
  for (std::uint32_t at = cue.end; at <= first; ++at)
    if ((view.before(at) & kComma) != 0) last_comma = at;
  if (last_comma != 0) {
    if (!list_word(view, cue.end, std::min(end + 6, view.unit().end_word))) return true;
    const std::string_view next = view.word(last_comma);
    if (group == view.groups().in_place_of && !next.ends_with("ing") && next != "or" && next != "nor" &&
        next != "and")
      return true;
  }
  if (group != view.groups().no) return false;
  for (std::uint32_t at = cue.end; at < first; ++at)
    if (view.word_is(at, {"is", "are", "was", "were", "has", "have", "will", "can", "need"})) return true;
  return false;
}

// "do not wait and reports …": the second verb has a subject of its own.
bool second_verb(const UnitView& view, const CueHit& cue, std::uint32_t first) {
  if (first < cue.end + 2 || !view.word_is(first - 1, {"and", "then", "so"})) return false;
  const std::string_view verb = view.word(first);
  return verb.size() > 3 && verb.ends_with("s") && !verb.ends_with("ss");
}

bool reaches_forward(const UnitView& view, const CueHit& cue, std::uint32_t first, std::uint32_t end) {
  const CueGroup& group = view.group(cue);
  if (group.direction == Direction::backward || cue.begin >= end) return false;
  if (cue.end > first) return true;  // "abstains from diagnosing": the phrase took the cue's last word along
  if (group.limit != 0 && first - cue.end > group.limit) return false;
  if (first > cue.end && view.clause_ends_between(cue.end, first)) return false;
  if (first == cue.end && (view.before(first) & (kSemicolon | kPeriod)) != 0) return false;
  return !governs_another(view, cue, first, end) && !second_verb(view, cue, first);
}

bool reaches_backward(const UnitView& view, const CueHit& cue, std::uint32_t first, std::uint32_t end) {
  const CueGroup& group = view.group(cue);
  if (group.direction != Direction::backward || cue.begin <= first || cue.end <= end) return false;
  if (cue.begin < end) return true;  // the phrase took the cue's first word along
  if (group.limit != 0 && cue.begin - end > group.limit) return false;
  if (cue.begin > end && view.clause_ends_between(end, cue.begin - 1, kColon | kDash)) return false;
  // "Observing medication is part of every shift, driving is not": another finite verb has taken the target.
  for (std::uint32_t at = end; at < cue.begin; ++at)
    if (view.word_is(at, {"is", "are", "was", "were", "will", "must"})) return false;
  return true;
}

// Whether the phrase itself holds a word of the cue that stands inside the match.
bool asked_for(const UnitView& view, const CueHit& cue, std::uint32_t first, std::uint32_t end,
               std::string_view phrase) {
  for (std::uint32_t at = std::max(cue.begin, first); at < std::min(cue.end, end); ++at)
    if (phrase.find(view.word(at)) != std::string_view::npos) return true;
  return false;
}

// "The nurse asked me to count pills; I said that is not a peer's job": what was asked of the writer, and
// refused after it was named. Another sentence part may lie between.
std::optional<Negation> declined(const UnitView& view, std::uint32_t first, std::uint32_t end) {
  if (view.kind() != DocumentKind::progress_note) return std::nullopt;
  for (const CueHit& asked : view.hits()) {
    if (static_cast<int>(asked.group) != view.groups().asked_of_me || asked.begin >= end) continue;
    for (const CueHit& no : view.hits())
      if (static_cast<int>(no.group) == view.groups().declined_it && no.begin >= asked.end && no.end > first)
        return Negation{no, false, 0};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Negation> negation_of(const UnitView& view, std::uint32_t first, std::uint32_t end,
                                    std::string_view phrase, bool leading_counts) {
  std::optional<Negation> best;
  if (leading_counts) best = declined(view, first, end);
  for (const CueHit& hit : view.hits()) {
    if (!negates(view, hit) || swallowed(view, hit)) continue;
    const bool leads =
        leading_counts && hit.begin <= first && view.word_is(hit.begin, {"not", "no", "do", "does", "did"});
    if (!leads && asked_for(view, hit, first, end, phrase)) continue;
    const bool forward = reaches_forward(view, hit, first, end);
    if (!forward && !reaches_backward(view, hit, first, end)) continue;
    const std::uint32_t distance =
        forward ? first - std::min(first, hit.end) : hit.begin - std::min(hit.begin, end);
    const bool prohibited = view.axis(hit) == Axis::prohibition;
    if (!best || (prohibited && !best->prohibited)) best = Negation{hit, prohibited, distance};
  }
  return best;
}

}  // namespace peerscope
