// Notes in a text that set a rule aside for one instance.
#pragma once
#include <vector>

#include "context/finding.h"
#include "document/document.h"

namespace peerscope {

// Marks the finding that each ignore note is for: the first one of its rule in the unit after the note, or in
// the unit that the note stands in. Gives back the notes that no finding needed.
std::vector<IgnoreNote> suppress(const Document& document, const RuleSet& rules,
                                 std::vector<Finding>& findings);

}  // namespace peerscope
