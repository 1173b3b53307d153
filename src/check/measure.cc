// Counts over a document, held against a rule's threshold.
#include "check/measure.h"

#include <algorithm>

namespace peerscope {
namespace {

constexpr int kFewestHits = 3;    // fewer are no pattern
constexpr int kFewestDuties = 3;

bool dense(const Document& document, const Rule& rule, std::uint32_t index, const std::vector<Finding>& findings) {
  int hits = 0;
  for (const Finding& finding : findings) hits += finding.rule == index && finding.status == Status::affirmed;
  const double words = std::max<double>(1, static_cast<double>(document.words.size()));
  return hits >= kFewestHits && 100.0 * hits / words > rule.threshold;
}

}  // namespace

void measure_density(const Document& document, const RuleSet& rules, std::vector<Finding>& findings) {
  for (std::uint32_t index = 0; index < rules.rules.size(); ++index) {
    if (rules.rules[index].kind != RuleKind::density) continue;
    bool keep_next = dense(document, rules.rules[index], index, findings);
    std::erase_if(findings, [&](const Finding& finding) {
      if (finding.rule != index) return false;
      const bool keep = keep_next && finding.status == Status::affirmed;
      if (keep) keep_next = false;
      return !keep;
    });
  }
}

void measure_share(Checked& checked, const RuleSet& rules) {
  int recognised = 0;
  for (std::size_t work = 1; work < checked.work.size(); ++work) recognised += checked.work[work];
  for (std::uint32_t index = 0; index < rules.rules.size(); ++index) {
    const Rule& rule = rules.rules[index];
    if (rule.kind != RuleKind::share) continue;
    const int mine = checked.work[static_cast<std::size_t>(rule.share_of)];
    if (mine < kFewestDuties || mine <= rule.threshold * recognised) continue;
    const auto duty = std::find_if(checked.units.begin(), checked.units.end(), [&](const UnitResult& unit) {
      return unit.duty && unit.work == rule.share_of;
    });
    if (duty == checked.units.end()) continue;
    Finding finding;
    finding.rule = index;
    finding.unit = static_cast<std::uint32_t>(duty - checked.units.begin());
    finding.span = checked.document.units[finding.unit].span;
    finding.severity = rule.severity;
    finding.effect = rule.effect;
    checked.findings.push_back(std::move(finding));
  }
}

}  // namespace peerscope
