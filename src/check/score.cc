// From findings to a score, with every term of it.
#include "check/score.h"

#include <algorithm>
#include <array>
#include <boost/math/special_functions/beta.hpp>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>
#include <utility>

namespace peerscope {

namespace {

bool rules_out(Status status) {
  return status == Status::negated || status == Status::prohibited || status == Status::excluded_by_heading;
}

// For each unit its heaviest finding that counts; risk goes before strength. Nothing where no finding counts.
using Weights = std::array<double, 4>;
std::vector<std::optional<Term>> heaviest_of_each_unit(const Checked& checked, const RuleSet& rules,
                                                       const Weights& weights,
                                                       std::optional<std::uint32_t> left_out = std::nullopt) {
  std::vector<std::optional<Term>> heaviest(checked.document.units.size());
  for (std::uint32_t i = 0; i < checked.findings.size(); ++i) {
    const Finding& finding = checked.findings[i];
    if (finding.rule == left_out || !counts(checked, finding, rules)) continue;
    const bool risk = finding.effect == Effect::risk;
    const double weight = weights[static_cast<std::size_t>(finding.severity)];
    std::optional<Term>& best = heaviest[finding.unit];
    if (!best || (risk && !best->risk) || (risk == best->risk && weight > best->weight)) {
      best = Term{finding.unit, i, weight, risk};
    }
  }
  return heaviest;
}

// Verdicts of all units, and the terms: one for each wording on each side, with its heaviest weight.
void collect_terms(Checked& checked, const std::vector<std::optional<Term>>& heaviest) {
  std::map<std::pair<std::string_view, bool>, std::size_t> seen;  // wording and side -> index in terms
  for (std::uint32_t unit = 0; unit < heaviest.size(); ++unit) {
    if (!heaviest[unit]) continue;
    const Term& term = *heaviest[unit];
    checked.units[unit].verdict = term.risk ? Verdict::flag : Verdict::positive;
    if (term.weight <= 0) continue;  // a scale may give notes no weight
    auto [place, first] =
        seen.try_emplace({folded_words(checked.document, checked.document.units[unit]), term.risk},
                         checked.score.terms.size());
    if (first) {
      checked.score.terms.push_back(term);
      continue;
    }
    checked.units[unit].repeats = true;
    Term& earlier = checked.score.terms[place->second];
    earlier.weight = std::max(earlier.weight, term.weight);
  }
}

void sum_terms(Score& score) {
  for (const Term& term : score.terms) (term.risk ? score.risks : score.strengths) += term.weight;
  score.evidence_units = static_cast<int>(score.terms.size());
  beta_interval(score.strengths, score.risks, score.value, score.low, score.high);
}

// Per sign: the units that speak against it and for it; a unit with both speaks against, as in the score.
void count_signs(Checked& checked, const RuleSet& rules) {
  for (const Sign& sign : rules.scales.signs) {
    std::map<std::uint32_t, bool> by_unit;  // unit -> a risk stands in it
    for (const Finding& finding : checked.findings) {
      if (rules.rules[finding.rule].sign != sign.id || !counts(checked, finding, rules)) continue;
      if (checked.units[finding.unit].repeats) continue;
      by_unit[finding.unit] |= finding.effect == Effect::risk;
    }
    SignCount count{sign.id, 0, 0};
    for (const auto& [unit, risk] : by_unit) ++(risk ? count.risk : count.strength);
    checked.signs.push_back(std::move(count));
  }
}

// A safeguard is shown by a strength that counts, by a risk that the text rules out ("does not report to
// police"), or by a line that it should hold and that is told without being scored ("Pay: $24 an hour").
bool shows_safeguard(const Checked& checked, const Finding& finding, const RuleSet& rules) {
  if (finding.effect == Effect::strength) return counts(checked, finding, rules);
  if (finding.effect != Effect::none || finding.suppressed || finding.confidence == Confidence::low)
    return false;
  const Rule& rule = rules.rules[finding.rule];
  if (rule.effect == Effect::risk) return rules_out(finding.status);
  return rule.kind == RuleKind::require && rule.effect == Effect::none && finding.status == Status::affirmed;
}

void find_safeguards(Checked& checked, const RuleSet& rules) {
  // A note is no place to state the terms of a job: nothing is missing from it.
  if (checked.document.kind == DocumentKind::progress_note) return;
  for (const Safeguard& safeguard : rules.scales.safeguards) {
    SafeguardState state{safeguard.id, false, {}};
    for (std::uint32_t i = 0; i < checked.findings.size(); ++i) {
      const Finding& finding = checked.findings[i];
      if (rules.rules[finding.rule].safeguard != safeguard.id || !shows_safeguard(checked, finding, rules))
        continue;
      state.present = true;
      state.findings.push_back(i);
    }
    checked.safeguards.push_back(std::move(state));
  }
}

// What a unit's affirmed findings say about the work in it.
struct UnitWork {
  bool any = false;       // any finding at all
  bool affirmed = false;  // one that context left standing
  Work work = Work::unclassified;
  Effect effect = Effect::none;
  Severity severity = Severity::note;
};

std::vector<UnitWork> work_of_units(const Checked& checked, const RuleSet& rules) {
  std::vector<UnitWork> works(checked.document.units.size());
  for (const Finding& finding : checked.findings) {
    if (finding.suppressed || finding.confidence == Confidence::low) continue;
    UnitWork& unit = works[finding.unit];
    unit.any = true;
    if (finding.status != Status::affirmed && finding.status != Status::person_led) continue;
    unit.affirmed = true;
    const Work work = rules.rules[finding.rule].work;
    if (work == Work::unclassified) continue;
    // A risk says more about the work than a strength, a strength more than a remark; then the heavier one.
    const auto rank = [](Effect effect) {
      return effect == Effect::risk ? 2 : effect == Effect::strength ? 1 : 0;
    };
    const bool heavier = rank(finding.effect) != rank(unit.effect) ? rank(finding.effect) > rank(unit.effect)
                                                                   : finding.severity > unit.severity;
    if (unit.work == Work::unclassified || heavier) {
      unit.work = work;
      unit.effect = finding.effect;
      unit.severity = finding.severity;
    }
  }
  return works;
}

// Where duties stand: under duties; under no telling heading, where the document has no duties section; and a
// sentence of the summary in which work was recognised ("Provides transport …").
bool is_place_for_duties(Role role, bool has_duties_section, Work work) {
  if (role == Role::duties) return true;
  if (role == Role::unknown) return !has_duties_section || work != Work::unclassified;
  return role == Role::summary && work != Work::unclassified;
}

void count_work(Checked& checked, const RuleSet& rules) {
  const Document& document = checked.document;
  if (document.kind == DocumentKind::progress_note || document.kind == DocumentKind::policy) return;
  const bool has_duties_section =
      std::any_of(document.units.begin(), document.units.end(), [&](const Unit& unit) {
        return unit.type != UnitType::heading && document.sections[unit.section].role == Role::duties;
      });
  const auto works = work_of_units(checked, rules);
  std::set<std::string_view> said;
  for (std::size_t i = 0; i < document.units.size(); ++i) {
    const Unit& unit = document.units[i];
    const bool set_aside =
        works[i].any && !works[i].affirmed;  // ruled out, another role's: no duty of the peer
    const bool known = works[i].work != Work::unclassified;
    const bool particulars = unit.type == UnitType::key_value && !known;  // "Hours: 30"
    const bool opens_list =
        !known && slice(document.text, unit.span).ends_with(':');  // "Duties may include:"
    if (unit.type == UnitType::heading || set_aside || particulars || opens_list) continue;
    if (!is_place_for_duties(document.sections[unit.section].role, has_duties_section, works[i].work))
      continue;
    if (!said.insert(folded_words(document, unit)).second) continue;  // one duty, told twice
    checked.units[i].duty = true;
    checked.units[i].work = works[i].work;
    ++checked.work[static_cast<std::size_t>(works[i].work)];
  }
}

}  // namespace

bool holds_critical(const Checked& checked, const RuleSet& rules) {
  return std::any_of(checked.findings.begin(), checked.findings.end(), [&](const Finding& finding) {
    return finding.effect == Effect::risk && finding.severity == Severity::critical &&
           counts(checked, finding, rules);
  });
}

void choose_tier(Score& score, bool critical, const Scales& scales) {
  if (score.evidence_units < scales.enough_units) {
    score.tier = "not-enough";
    return;
  }
  const auto& tiers = scales.tiers;
  if (tiers.empty()) return;
  std::size_t reached = 0;
  while (reached + 1 < tiers.size() && score.value < tiers[reached].low_bound) ++reached;
  const std::size_t highest_open = critical ? std::min<std::size_t>(2, tiers.size() - 1) : 0;
  score.barred = reached < highest_open;
  score.tier = tiers[std::max(reached, highest_open)].id;
}

bool counts(const Checked& checked, const Finding& finding, const RuleSet& rules) {
  return finding.effect != Effect::none && !finding.suppressed && finding.confidence != Confidence::low &&
         !rules.rules[finding.rule].low_confidence &&
         checked.document.units[finding.unit].type != UnitType::heading;
}

bool is_silent(const Finding& finding, const RuleSet& rules) {
  return finding.effect == Effect::none && finding.status == Status::affirmed &&
         rules.rules[finding.rule].effect != Effect::none;
}

bool shows_figure(const Checked& checked) { return checked.document.kind != DocumentKind::progress_note; }

std::vector<bool> repeated_units(const Document& document) {
  std::vector<bool> repeated;
  std::unordered_set<std::string_view> said;
  for (const Unit& unit : document.units)
    repeated.push_back(!said.insert(folded_words(document, unit)).second);
  return repeated;
}

void beta_interval(double strengths, double risks, double& value, double& low, double& high) {
  const double a = 1 + strengths;
  const double b = 1 + risks;
  value = 100 * a / (a + b);
  low = 100 * boost::math::ibeta_inv(a, b, 0.025);
  high = 100 * boost::math::ibeta_inv(a, b, 0.975);
}

DocumentSums sums_with(const Checked& checked, const RuleSet& rules, const std::array<double, 4>& weights,
                       std::optional<std::uint32_t> left_out) {
  std::map<std::pair<std::string, bool>, double> heaviest;  // of each wording, on each side
  for (const auto& term : heaviest_of_each_unit(checked, rules, weights, left_out)) {
    if (!term) continue;
    double& weight = heaviest[{
        std::string(folded_words(checked.document, checked.document.units[term->unit])), term->risk}];
    weight = std::max(weight, term->weight);
  }
  DocumentSums sums;
  for (const auto& [wording, weight] : heaviest) (wording.second ? sums.risks : sums.strengths) += weight;
  return sums;
}

void score_findings(Checked& checked, const RuleSet& rules) {
  checked.units.assign(checked.document.units.size(), UnitResult{});
  checked.score = Score{};
  checked.signs.clear();
  checked.safeguards.clear();
  checked.work.fill(0);
  collect_terms(checked, heaviest_of_each_unit(checked, rules, rules.scales.weights));
  sum_terms(checked.score);
  choose_tier(checked.score, holds_critical(checked, rules), rules.scales);
  count_signs(checked, rules);
  find_safeguards(checked, rules);
  count_work(checked, rules);
}

}  // namespace peerscope
