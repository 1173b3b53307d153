// What each match means where it stands: negated, another's words, another's work, or the writer's own.
#pragma once
#include <vector>

#include "context/finding.h"
#include "match/match.h"

namespace peerscope {

std::vector<Finding> interpret(const Document& document, const Matches& matches, const RuleSet& rules);

}  // namespace peerscope
