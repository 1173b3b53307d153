// How far a score moves with its weights, and with any one rule.
#pragma once
#include <cstdint>
#include <map>

#include "check/report.h"

namespace peerscope {

// What S and R gain or lose by one small change, by a number for the change. Those of documents add up to
// those of their group, so that a group needs no second look at its texts.
using Swings = std::map<std::uint32_t, DocumentSums>;

Swings swings_of(const Checked& checked, const RuleSet& rules);
void add_swings(Swings& sum, const Swings& more);
Sensitivity sensitivity_of(const DocumentSums& sums, const Swings& swings);

}  // namespace peerscope
