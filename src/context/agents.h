// Who does what a phrase says: the peer, another member of staff, the person supported, the agency.
#pragma once
#include <optional>

#include "context/view.h"

namespace peerscope {

enum class Actor : std::uint8_t { unknown, role_holder, staff, person, organisation };

struct Agent {
  Actor actor = Actor::unknown;
  CueHit cue;  // what says so; of no meaning where the actor is unknown
};

// Who acts in the words [first, end). No parser: the nearest subject to the left in the clause, else a
// by-phrase to the right, else the subject with which the clause begins.
Agent agent_of(const UnitView& view, std::uint32_t first, std::uint32_t end);

}  // namespace peerscope
