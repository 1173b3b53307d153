// How far a score moves with its weights, and with any one rule.
#include "check/sensitivity.h"

#include <algorithm>
#include <array>
#include <set>

#include "check/score.h"

namespace peerscope {

namespace {

constexpr std::uint32_t kWeight = 0x80000000;  // set in the number of a change of weights; else it is a rule

double score_of(const DocumentSums& sums) {
  return 100 * (1 + sums.strengths) / (2 + sums.strengths + sums.risks);
}

}  // namespace

Swings swings_of(const Checked& checked, const RuleSet& rules) {
  const DocumentSums base{checked.score.strengths, checked.score.risks};
  Swings swings;
  const auto keep = [&](std::uint32_t change, const DocumentSums& sums) {
    swings[change] = {sums.strengths - base.strengths, sums.risks - base.risks};
  };
  for (std::uint32_t severity = 0; severity < rules.scales.weights.size(); ++severity) {
    for (std::uint32_t up = 0; up < 2; ++up) {
      std::array<double, 4> weights = rules.scales.weights;
      weights[severity] *= up == 1 ? 1.5 : 0.5;
      keep(kWeight | (severity * 2 + up), sums_with(checked, rules, weights));
    }
  }
  std::set<std::uint32_t> spoke;
  for (const Finding& finding : checked.findings) {
    if (counts(checked, finding, rules)) spoke.insert(finding.rule);
  }
  for (const std::uint32_t rule : spoke) keep(rule, sums_with(checked, rules, rules.scales.weights, rule));
  return swings;
}

void add_swings(Swings& sum, const Swings& more) {
  for (const auto& [change, moved] : more) {
    sum[change].strengths += moved.strengths;
    sum[change].risks += moved.risks;
  }
}

Sensitivity sensitivity_of(const DocumentSums& sums, const Swings& swings) {
  Sensitivity found;
  found.weights_low = found.weights_high = found.rules_low = found.rules_high = score_of(sums);
  for (const auto& [change, moved] : swings) {
    const double score = score_of({sums.strengths + moved.strengths, sums.risks + moved.risks});
    if ((change & kWeight) != 0) {
      found.weights_low = std::min(found.weights_low, score);
      found.weights_high = std::max(found.weights_high, score);
      continue;
    }
    if (score < found.rules_low) {
      found.rules_low = score;
      found.low_rule = change;
    }
    if (score > found.rules_high) {
      found.rules_high = score;
      found.high_rule = change;
    }
  }
  return found;
}

}  // namespace peerscope
