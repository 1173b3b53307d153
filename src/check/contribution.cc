// What one document brings to its agency.
#include "check/contribution.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "check/score.h"

namespace peerscope {

namespace {

std::vector<RuleCount> rules_against(const Checked& checked, const RuleSet& rules) {
  std::map<std::uint32_t, RuleCount> counts_of;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (const Finding& finding : checked.findings) {
    if (finding.effect != Effect::risk || !counts(checked, finding, rules)) continue;
    if (checked.units[finding.unit].repeats || !seen.emplace(finding.unit, finding.rule).second) continue;
    RuleCount& count = counts_of[finding.rule];
    count.rule = finding.rule;
    count.severity = std::max(count.severity, finding.severity);
    ++count.number;
  }
  std::vector<RuleCount> list;
  for (const auto& [rule, count] : counts_of) list.push_back(count);
  return list;
}

}  // namespace

Contribution contribution_of(const Checked& checked, const RuleSet& rules) {
  Contribution brought;
  brought.agency = checked.document.agency;
  brought.kind = checked.document.kind;
  brought.incomplete = is_incomplete(checked.document);
  brought.critical = holds_critical(checked, rules);
  brought.sums = {checked.score.strengths, checked.score.risks};
  brought.evidence_units = checked.score.evidence_units;
  brought.signs = checked.signs;
  for (const SafeguardState& state : checked.safeguards)
    brought.safeguards.push_back({state.id, state.present ? 1 : 0});
  brought.work = checked.work;
  brought.rules = rules_against(checked, rules);
  return brought;
}

}  // namespace peerscope
