// explain: a rule's reasons, sources, examples, and what could stand instead.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/ruleset.h"
#include "write/paper.h"

namespace peerscope {

namespace {

constexpr int kText = 12;

void put_row(Paper& paper, std::string_view label, const std::string& text) {
  if (!text.empty()) paper.row({{2, {std::string(label), Ink::faint}}}, kText, {{text}});
}

void put_examples(Paper& paper, std::string_view title, const std::vector<Example>& examples) {
  if (examples.empty()) return;
  paper.heading(title);
  for (const Example& example : examples) {
    Pieces line{{"- " + example.text}};
    if (!example.section.empty()) line.push_back({" (under \"" + example.section + "\")", Ink::faint});
    paper.paragraph(line, 2, 4);
  }
}

std::string kinds_of(const Rule& rule) {
  std::string kinds;
  for (const auto& [bit, name] :
       {std::pair<unsigned, const char*>{1, "job descriptions"}, {2, "progress notes"}, {4, "policies"}}) {
    if ((rule.applies_to & bit) != 0) kinds += (kinds.empty() ? "" : ", ") + std::string(name);
  }
  return kinds;
}

std::string standing_of(const RuleSet& rules, const Rule& rule) {
  if (rule.effect == Effect::none) return "nothing: a remark, never scored";
  if (rule.low_confidence) return "nothing: for a person to judge";
  const double weight = rules.scales.weights[static_cast<std::size_t>(rule.severity)];
  if (rule.effect == Effect::strength) return fmt::format("{:g}, for peer support", weight);
  if (rule.supported)
    return fmt::format(
        "{:g}, against ({}), where another rule speaks in the same sentence; else for a person to judge",
        weight, name_of(rule.severity));
  return fmt::format("{:g}, against ({})", weight, name_of(rule.severity));
}

void put_rule(Paper& paper, const RuleSet& rules, const Rule& rule) {
  const Pack& pack = rules.packs[rule.pack];
  paper.paragraph({{rule.title, Ink::strong}, {" · " + full_id(rules, rule), Ink::faint}});
  paper.paragraph(rule.message);
  paper.blank();
  put_row(paper, "why", rule.why);
  put_row(paper, "instead", rule.instead);
  if (rule.contested) put_row(paper, "disputed", rule.contested_text);
  put_row(paper, "weighs", standing_of(rules, rule));
  put_row(paper, "read in", kinds_of(rule));
  put_row(paper, "pack", fmt::format("{} {} ({})", pack.title, pack.version, pack.source));
  for (const Citation& citation : rule.citations) {
    const auto known = rules.sources.find(citation.source);
    const std::string title = known == rules.sources.end() ? citation.source : known->second;
    put_row(paper, "source", citation.place.empty() ? title : citation.place + " — " + title);
  }
  const bool strength = rule.effect == Effect::strength;
  put_examples(paper, strength ? "TEXTS THAT SHOW IT" : "TEXTS THAT IT FINDS", rule.flag);
  put_examples(paper, "TEXTS THAT IT LEAVES ALONE", rule.pass);
  put_examples(paper, "TEXTS THAT COUNT AS A STRENGTH", rule.strength);
  paper.blank();
  paper.paragraph({{fmt::format("It stands in {}, line {}.", rules.files[rule.source.file], rule.source.line),
                    Ink::faint}});
}

}  // namespace

int run_explain(const Desk& desk) {
  Error error;
  if (desk.options.arguments.size() != 1) {
    error.message = desk.options.arguments.empty() ? "No rule is named." : "One rule is explained at a time.";
    error.remedy = "Try: peerscope explain RULE; peerscope rules list shows their names.";
    print_error(desk.err, error);
    return kFailed;
  }
  const Result<LoadedRules> loaded = rules_in_force(desk.options.rules);
  if (!loaded) {
    print_errors(desk.err, loaded.error());
    return kFailed;
  }
  const FoundRule found = rule_named(loaded->rules, desk.options.arguments.front());
  if (found.rule == nullptr) {
    print_error(desk.err, found.error);
    return kFailed;
  }
  Paper paper(desk.out, desk.terminal.width, desk.terminal.color);
  put_rule(paper, loaded->rules, *found.rule);
  return kFine;
}

}  // namespace peerscope
