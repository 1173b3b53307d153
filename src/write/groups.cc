// Findings by rule.
#include "write/groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check/score.h"
#include "write/wording.h"

namespace peerscope {

std::vector<Group> grouped(const std::vector<Finding>& findings,
                           const std::function<bool(const Finding&)>& chosen) {
  std::vector<Group> groups;
  std::map<std::uint32_t, std::size_t> by_rule;
  for (const Finding& finding : findings) {
    if (!chosen(finding)) continue;
    const auto [at, fresh] = by_rule.try_emplace(finding.rule, groups.size());
    if (fresh) groups.push_back({finding.rule, finding.severity, {}});
    Group& group = groups[at->second];
    group.severity = std::max(group.severity, finding.severity);
    group.findings.push_back(&finding);
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.severity > b.severity; });
  return groups;
}

std::string severities_in_words(const std::vector<Group>& groups) {
  std::map<Severity, long, std::greater<>> numbers;
  for (const Group& group : groups) {
    for (const Finding* finding : group.findings) ++numbers[finding->severity];
  }
  std::string text;
  for (const auto& [severity, number] : numbers) {
    if (!text.empty()) text += ", ";
    const std::string one(name_of(severity));
    text +=
        severity == Severity::critical ? fmt::format("{} critical", number) : counted(number, one, one + "s");
  }
  return text;
}

std::string risks_in_words(const Checked& checked, const RuleSet& rules) {
  const auto against = grouped(checked.findings, [&](const Finding& finding) {
    return finding.effect == Effect::risk && counts(checked, finding, rules);
  });
  return against.empty() ? std::string(kNoRisks) : severities_in_words(against);
}

}  // namespace peerscope
