// What one document brings to its agency: counts and sums alone, so that groups can be pooled, split and
// merged.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "check/report.h"

namespace peerscope {

struct Contribution {
  std::string agency;
  DocumentKind kind = DocumentKind::unknown;
  bool incomplete = false;  // it was read only in part
  bool critical = false;    // a critical finding counts in it
  DocumentSums sums;
  int evidence_units = 0;
  std::vector<SignCount> signs;
  std::vector<SafeguardCount> safeguards;  // stated: 0 or 1
  std::array<int, 7> work{};
  std::vector<RuleCount> rules;  // those that speak against it
};

// A rule counts once in a unit, and what a document says again in the same words not at all.
Contribution contribution_of(const Checked& checked, const RuleSet& rules);

}  // namespace peerscope
