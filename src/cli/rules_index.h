// The table of all rules, as it stands in rules/INDEX.md.
#pragma once
#include <ostream>

#include "rules/rule.h"

namespace peerscope {

void write_index(std::ostream& out, const RuleSet& rules);

}  // namespace peerscope
