// Findings by rule.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "check/report.h"

namespace peerscope {

// All findings of one rule that go together in a report.
struct Group {
  std::uint32_t rule = 0;
  Severity severity = Severity::note;  // the heaviest of them
  std::vector<const Finding*> findings;
};

// Groups by rule, heaviest first, then as they first stand in the text.
std::vector<Group> grouped(const std::vector<Finding>& findings,
                           const std::function<bool(const Finding&)>& chosen);

std::string severities_in_words(const std::vector<Group>& groups);  // "1 critical, 3 errors, 2 warnings"
inline constexpr std::string_view kNoRisks = "no finding that counts";
std::string risks_in_words(const Checked& checked,
                           const RuleSet& rules);  // of a document: the same, or kNoRisks

}  // namespace peerscope
