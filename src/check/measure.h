// Rules that look at a whole document: how dense, and what share of the duties.
#pragma once
#include "check/report.h"

namespace peerscope {

// kind: density. Keeps one finding of each such rule, at its first affirmed hit, where the document has more
// than `over` of them per 100 words and at least three; takes all its findings away where it has fewer.
void measure_density(const Document& document, const RuleSet& rules, std::vector<Finding>& findings);

// kind: share. Adds a finding at the first duty of that kind of work where more than `over` (0–1) of the
// duties that were recognised are of it, and at least three. Needs Checked::work; true where it added
// something, and the score must be made again.
bool measure_share(Checked& checked, const RuleSet& rules);

}  // namespace peerscope
