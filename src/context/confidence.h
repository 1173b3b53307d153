// How sure a finding is: what is not sure goes to the "please look" list and stays out of the score.
#pragma once
#include <span>

#include "context/finding.h"
#include "context/view.h"

namespace peerscope {

// By the rule and the unit alone; quotations and far negations may still lower it.
Confidence confidence_of(const UnitView& view, const Rule& rule);

// All findings of one unit: a rule that casts its net wide (`confidence: supported`) is believed where
// another speaks against the same unit, or it does so twice.
void doubt_alone(std::span<Finding> of_unit, const RuleSet& rules);

}  // namespace peerscope
