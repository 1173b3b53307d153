// How far "does not" reaches.
#pragma once
#include <optional>

#include "context/view.h"

namespace peerscope {

struct Negation {
  CueHit cue;
  bool prohibited = false;     // a rule or duty forbids it: must not, is never asked to
  std::uint32_t distance = 0;  // words between cue and target
};

// The cue that negates the words [first, end) of the unit, if any. `phrase` is the phrase that matched them,
// as written: a negative word that it asks for itself ("never inform on") negates nothing, one that it merely
// took along does
// ("carries no caseload" for "{carry} ..2 caseload"). `leading_counts`: a negative word with which the phrase
// begins negates after all ("not counselling" in a rule about counselling).
std::optional<Negation> negation_of(const UnitView& view, std::uint32_t first, std::uint32_t end,
                                    std::string_view phrase = "", bool leading_counts = false);

}  // namespace peerscope
