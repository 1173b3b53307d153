// What is demanded of agencies: a score, safeguards, and not to fall below what was recorded.
#pragma once
#include <ostream>
#include <vector>

#include "check/baseline.h"
#include "check/report.h"
#include "cli/demands.h"

namespace peerscope {

// Each tells what was not met, by how much and because of what; false where anything was not met.
bool agencies_meet_gates(const std::vector<Agency>& agencies, const Gates& gates, const RuleSet& rules,
                         std::ostream& told);

// The ratchet. A score that fell within its interval did not fall as far as anybody can tell; where the
// record lies above the interval of today, it did. `known_by` says who recorded: "the baseline".
bool agencies_hold_record(const std::vector<Agency>& agencies, const Baseline& known,
                          const std::string& known_by, const RuleSet& rules, std::ostream& told);

// What to record. A record is kept where today's score is lower without having fallen beyond its interval, so
// that a slide in small steps is not forgiven step by step; where it fell further it is lowered, which is
// told.
void record_agencies(const std::vector<Agency>& agencies, const Baseline& known, Baseline& seen,
                     std::ostream& told);

}  // namespace peerscope
