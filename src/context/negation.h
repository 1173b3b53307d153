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

// The cue that negates the words [first, end) of the unit, if any.
std::optional<Negation> negation_of(const UnitView& view, std::uint32_t first, std::uint32_t end);

// A negation inside the match that the phrase itself does not ask for: "carries no caseload" for "{carry} ..2 caseload".
std::optional<Negation> negation_within(const UnitView& view, std::uint32_t first, std::uint32_t end, std::string_view phrase);

}  // namespace peerscope
