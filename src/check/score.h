// From findings to a score, with every term of it.
#pragma once
#include "check/report.h"

namespace peerscope {

// Fills units, score, signs, safeguards and work of `checked` from its document and findings.
void score_findings(Checked& checked, const RuleSet& rules);

// Mean and 95 % interval of Beta(1+S, 1+R), in 0–100.
void beta_interval(double strengths, double risks, double& value, double& low, double& high);

}  // namespace peerscope
