// Compiles every phrase of a rule set into its Program.
#pragma once
#include <vector>

#include "base/result.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace peerscope {

// Fills rules.program. Every mistake is located by its Source; none stops the search for others.
Errors compile(RuleSet& rules, const std::vector<WordClass>& classes, const Inflections& inflections);

}  // namespace peerscope
