// Every example of every rule, through the whole program.
#include "check/examples.h"

#include <algorithm>

#include "check/score.h"
#include "check/snippet.h"

namespace peerscope {

namespace {

enum class Wanted : std::uint8_t { flag, pass, strength };

DocumentKind kind_of_example(const Rule& rule, const Example& example) {
  const unsigned bits = example.kind != 0 ? example.kind : rule.applies_to;
  if (bits & 1U) return DocumentKind::job_description;
  if (bits & 2U) return DocumentKind::progress_note;
  return DocumentKind::policy;
}

// A finding of the rule that counts. A rule whose effect is "none" never counts in the score: for it, a
// finding that stands affirmed is what its examples ask for. A low-confidence rule is judged by its effect,
// though it is not scored; so is one that wants another rule at its side, which an example need not have.
bool fires(const Checked& checked, const Finding& finding, const Rule& rule, Effect effect) {
  if (finding.suppressed || checked.document.units[finding.unit].type == UnitType::heading) return false;
  if (finding.confidence == Confidence::low && !rule.low_confidence && !rule.supported) return false;
  if (effect == Effect::none) return finding.effect == Effect::none && finding.status == Status::affirmed;
  return finding.effect == effect;
}

std::string told(Effect effect) {
  if (effect == Effect::none) return "is told";
  return "counts as a " + std::string(name_of(effect));
}

std::string expectation(const std::string& id, const Rule& rule, Wanted wanted) {
  if (wanted == Wanted::flag) return "a finding of " + id + " that " + told(rule.effect);
  if (wanted == Wanted::strength) return "a finding of " + id + " that counts as a strength";
  return "no finding of " + id + " that " + told(rule.effect);
}

std::string quoted_cues(const Checked& checked, const Finding& finding) {
  std::string text;
  for (const FiredCue& cue : finding.cues) {
    if (!text.empty()) text += ", ";
    text += '"' + std::string(slice(checked.document.text, cue.span)) + "\" (" + cue.group + ")";
  }
  return text;
}

std::string what_came(const Checked& checked, std::uint32_t rule) {
  std::string came;
  for (const Finding& finding : checked.findings) {
    if (finding.rule != rule) continue;
    if (!came.empty()) came += "; ";
    came += '"' + std::string(slice(checked.document.text, finding.span)) + "\" " +
            std::string(name_of(finding.status));
    came += finding.effect == Effect::none ? ", counts as nothing" : ", " + told(finding.effect);
    if (finding.confidence == Confidence::low) came += ", low confidence";
    const std::string cues = quoted_cues(checked, finding);
    if (!cues.empty()) came += ", because of " + cues;
  }
  return came.empty() ? "no finding of it" : came;
}

// One run over the rule set: the rules, a checker, and what has been found so far.
struct Run {
  const RuleSet& rules;
  Checker checker;
  ExampleResults results;
};

void report_foreign_flags(Run& run, const Checked& checked, std::uint32_t owner, const Example& example) {
  std::vector<std::uint32_t> others;
  for (const Finding& finding : checked.findings) {
    const bool known = std::find(others.begin(), others.end(), finding.rule) != others.end();
    if (finding.rule == owner || known || finding.effect != Effect::risk) continue;
    if (!counts(checked, finding, run.rules)) continue;
    others.push_back(finding.rule);
    run.results.foreign.push_back({owner, finding.rule, example.source, example.text});
  }
}

void test_example(Run& run, std::uint32_t index, const Example& example, Wanted wanted) {
  const Rule& rule = run.rules.rules[index];
  ++run.results.examples;
  const Checked checked =
      run.checker.check(document_of_text(example.text, kind_of_example(rule, example), example.section));
  const Effect effect = wanted == Wanted::strength ? Effect::strength : rule.effect;
  const bool fired = std::any_of(
      checked.findings.begin(), checked.findings.end(),
      [&](const Finding& finding) { return finding.rule == index && fires(checked, finding, rule, effect); });
  if (fired == (wanted == Wanted::pass)) {
    run.results.failures.push_back({index, example.source, example.text, example.section,
                                    expectation(full_id(run.rules, rule), rule, wanted),
                                    what_came(checked, index)});
  }
  if (wanted == Wanted::pass) report_foreign_flags(run, checked, index, example);
}

}  // namespace

ExampleResults test_examples(const RuleSet& rules, const std::function<bool(const Rule&)>& chosen) {
  Run run{rules, Checker(rules), {}};
  for (std::uint32_t i = 0; i < rules.rules.size(); ++i) {
    const Rule& rule = rules.rules[i];
    if (!chosen(rule)) continue;
    ++run.results.rules;
    for (const Example& example : rule.flag) test_example(run, i, example, Wanted::flag);
    for (const Example& example : rule.pass) test_example(run, i, example, Wanted::pass);
    for (const Example& example : rule.strength) test_example(run, i, example, Wanted::strength);
  }
  return run.results;
}

}  // namespace peerscope
