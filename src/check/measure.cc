// Counts over a document, held against a rule's threshold.
#include "check/measure.h"

#include <algorithm>

#include "check/score.h"

namespace peerscope {
namespace {

constexpr int kFewestHits = 3;  // fewer are no pattern
constexpr int kFewestDuties = 3;

// What is said twice in the same words counts once, so that a text doubled word for word is as dense as it
// was.
bool dense(const Document& document, const Rule& rule, std::uint32_t index,
           const std::vector<Finding>& findings) {
  if (std::none_of(findings.begin(), findings.end(),
                   [&](const Finding& finding) { return finding.rule == index; }))
    return false;
  const std::vector<bool> repeated = repeated_units(document);
  int hits = 0;
  for (const Finding& finding : findings) {
    hits += finding.rule == index && finding.status == Status::affirmed && !repeated[finding.unit];
  }
  double words = 0;
  for (std::size_t i = 0; i < document.units.size(); ++i) {
    if (!repeated[i]) words += document.units[i].end_word - document.units[i].first_word;
  }
  return hits >= kFewestHits && 100.0 * hits > rule.threshold * words;
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

bool measure_share(Checked& checked, const RuleSet& rules) {
  const std::size_t before = checked.findings.size();
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
  std::stable_sort(checked.findings.begin(), checked.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
  return checked.findings.size() != before;
}

}  // namespace peerscope
