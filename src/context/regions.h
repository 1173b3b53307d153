// What the section says about everything in it.
#pragma once
#include "context/view.h"

namespace peerscope {

enum class Region : std::uint8_t { active, boilerplate, exclusion, other_role, interview, background };

// How a rule is to be read in the section of this unit.
Region region_of(const UnitView& view, const Rule& rule);

}  // namespace peerscope
