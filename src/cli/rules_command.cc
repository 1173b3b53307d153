// rules: list them, check a folder of them, run their examples; and the way to what else is done with them.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "check/examples.h"
#include "cli/commands.h"
#include "cli/coverage.h"
#include "cli/errors.h"
#include "cli/rules_diff.h"
#include "cli/rules_index.h"
#include "cli/rules_new.h"
#include "cli/ruleset.h"
#include "rules/suggest.h"
#include "write/json_writer.h"
#include "write/paper.h"
#include "write/wording.h"

namespace peerscope {

namespace {

Error usage_error(std::string message, std::string remedy) {
  Error error;
  error.message = std::move(message);
  error.remedy = std::move(remedy);
  return error;
}

int refuse(const Desk& desk, std::string message, std::string remedy) {
  print_error(desk.err, usage_error(std::move(message), std::move(remedy)));
  return kFailed;
}

std::string effect_and_severity(const Rule& rule) {
  if (rule.effect == Effect::risk) return std::string(name_of(rule.severity));
  return rule.effect == Effect::strength ? "strength" : "remark";
}

void list_as_text(const Desk& desk, const RuleSet& rules) {
  Paper paper(desk.out, desk.terminal.width, desk.terminal.color);
  for (std::uint32_t pack = 0; pack < rules.packs.size(); ++pack) {
    const Pack& about = rules.packs[pack];
    const auto number =
        std::count_if(rules.rules.begin(), rules.rules.end(), [&](const Rule& r) { return r.pack == pack; });
    if (number == 0) continue;
    paper.heading(about.title,
                  fmt::format("{} {}, {}", about.id, about.version, counted(number, "rule", "rules")));
    for (const Rule& rule : rules.rules) {
      if (rule.pack != pack) continue;
      paper.row({{2, {effect_and_severity(rule), Ink::faint}}, {12, {full_id(rules, rule)}}}, 54,
                {{rule.title, Ink::faint}});
    }
  }
}

void list_as_json(const Desk& desk, const RuleSet& rules) {
  JsonWriter json(desk.out, JsonWriter::Layout::pretty);
  json.begin_array();
  for (const Rule& rule : rules.rules) {
    json.begin_object();
    json.member("rule", full_id(rules, rule));
    json.member("pack", rules.packs[rule.pack].id);
    json.member("kind", name_of(rule.kind));
    json.member("title", rule.title);
    json.member("effect", name_of(rule.effect));
    json.member("severity", name_of(rule.severity));
    json.member("contested", rule.contested);
    json.member("message", rule.message);
    json.member("source", sources_of(rule, rules));
    json.end_object();
  }
  json.end_array();
  desk.out << '\n';
}

int list_rules(const Desk& desk, const RuleSet& rules) {
  const std::string& format = desk.options.targets.front().format;
  if (format == "markdown") {
    write_index(desk.out, rules);
  } else {
    format == "json" ? list_as_json(desk, rules) : list_as_text(desk, rules);
  }
  return kFine;
}

// What an action takes: how many words after it, and which formats it writes.
struct Action {
  std::string name;
  std::size_t least = 0, most = 0;  // words
  std::vector<std::string> formats;
  std::string usage;
};

const std::vector<Action>& all_actions() {
  static const std::vector<Action> actions{
      {"list", 0, 1, {"text", "json", "markdown"}, "list [DIR]"},
      {"check", 0, 1, {"text"}, "check DIR"},
      {"test", 0, 1, {"text"}, "test [DIR]"},
      {"coverage", 0, 1, {"text", "json"}, "coverage [DIR]"},
      {"new", 1, 1, {"text"}, "new PACK/RULE"},
      {"diff", 3, 1000, {"text", "json"}, "diff OLDDIR NEWDIR FILE|FOLDER..."}};
  return actions;
}

const Action* action_named(const std::string& name) {
  for (const Action& action : all_actions()) {
    if (action.name == name) return &action;
  }
  return nullptr;
}

int refuse_action(const Desk& desk, const std::string& name) {
  std::vector<std::string> names;
  std::string usage;
  for (const Action& action : all_actions()) {
    names.push_back(action.name);
    usage += (usage.empty() ? "" : ", ") + action.usage;
  }
  return refuse(desk, name.empty() ? "What about the rules?" : "rules knows no \"" + name + "\".",
                "It takes " + usage + suggestion(name, names));
}

// Whether the words and the format fit the action; told where they do not.
bool fits(const Desk& desk, const Action& action) {
  const std::size_t words = desk.options.arguments.size() - 1;
  if (words < action.least || words > action.most) {
    refuse(desk,
           "rules " + action.name + (words < action.least ? " needs more" : " takes less") + " than this.",
           "Try: peerscope rules " + action.usage + (action.most == 1 ? "; others with --rules DIR." : "."));
    return false;
  }
  const Target& target = desk.options.targets.front();
  const auto& formats = action.formats;
  const bool known = std::find(formats.begin(), formats.end(), target.format) != formats.end();
  if (desk.options.targets.size() == 1 && target.file.empty() && known) return true;
  std::string names;
  for (const std::string& each : formats) names += (names.empty() ? "" : " or ") + each;
  refuse(desk, "rules " + action.name + " writes " + names + ", to standard output.",
         formats.size() == 1 ? "Use > FILE to keep it." : "Use --format " + formats[1] + ", and > FILE.");
  return false;
}

// Where an example stands, as a mistake is told: peerscope: rules/scope/medication.yaml:40: …
Error at_source(const RuleSet& rules, const Source& source, std::string message, std::string remedy) {
  Error error;
  error.path = rules.files[source.file];
  error.line = static_cast<int>(source.line);
  error.message = std::move(message);
  error.remedy = std::move(remedy);
  return error;
}

void tell_results(const Desk& desk, const RuleSet& rules, const ExampleResults& results) {
  for (const ExampleFailure& failure : results.failures) {
    const std::string under = failure.section.empty() ? "" : " (under \"" + failure.section + "\")";
    print_error(desk.err, at_source(rules, failure.source,
                                    "Example \"" + failure.text + "\"" + under + ": expected " +
                                        failure.expected + "; came " + failure.came,
                                    ""));
  }
  for (const ForeignFlag& flag : results.foreign) {
    // What does not show a strength may well be a fault: that is told on request only.
    if (rules.rules[flag.rule].effect == Effect::strength && !desk.options.verbose) continue;
    const std::string other = full_id(rules, rules.rules[flag.flagged_by]);
    print_warning(desk.err,
                  at_source(rules, flag.source,
                            "The pass example \"" + flag.text + "\" of " +
                                full_id(rules, rules.rules[flag.rule]) + " is flagged by " + other + ".",
                            "One of the two may need a closer look."));
  }
  desk.out << fmt::format(
      "{} of {}: {} failed, {} flagged by another rule.\n",
      counted(static_cast<long>(results.examples), "example", "examples"),
      counted(static_cast<long>(results.rules), "rule", "rules"), results.failures.size(),
      counted(static_cast<long>(results.foreign.size()), "pass example is", "pass examples are"));
}

// What a folder is judged by: its own rules and mistakes, though all rules are in force.
using Paths = std::set<std::string>;

int test_rules(const Desk& desk, const RuleSet& rules, const std::optional<Paths>& paths) {
  const ExampleResults results = test_examples(
      rules, [&](const Rule& rule) { return !paths || paths->count(rules.files[rule.source.file]) != 0; });
  if (results.examples == 0)
    return refuse(desk, "There is no example to run.", "A rule needs `examples:`; see peerscope-rules(5).");
  tell_results(desk, rules, results);
  return results.failures.empty() ? kFine : kFindings;
}

int check_rules(const Desk& desk, const LoadedRules& loaded, const Paths& paths) {
  const auto& rules = loaded.rules;
  const auto number = std::count_if(rules.rules.begin(), rules.rules.end(), [&](const Rule& rule) {
    return paths.count(rules.files[rule.source.file]) != 0;
  });
  if (number == 0)
    return refuse(desk, "The folder holds no rule.",
                  "A rule stands under `rules:` in a *.yaml file; see peerscope-rules(5).");
  long remarks = 0;
  for (const Error& warning : loaded.warnings) {
    if (paths.count(warning.path) == 0) continue;
    print_warning(desk.err, warning);
    ++remarks;
  }
  desk.out << fmt::format("{} without a mistake; {}. Try peerscope rules test as well.\n",
                          counted(number, "rule", "rules"), counted(remarks, "remark", "remarks"));
  return kFine;
}

}  // namespace

int run_rules(const Desk& desk) {
  const auto& words = desk.options.arguments;
  const std::string action = words.empty() ? "" : words.front();
  const Action* known = action_named(action);
  if (known == nullptr) return refuse_action(desk, action);
  if (!fits(desk, *known)) return kFailed;
  if (action == "new") return run_rules_new(desk, words[1]);
  if (action == "diff") return run_rules_diff(desk);
  std::vector<std::string> folders = desk.options.rules;
  if (words.size() == 2) folders.push_back(words[1]);
  if (action == "check" && folders.empty())
    return refuse(desk, "No folder is named.", "Try: peerscope rules check DIR.");

  const Result<LoadedRules> loaded = rules_in_force(folders);
  if (!loaded) {
    print_errors(desk.err, loaded.error());
    desk.err << "peerscope: " << counted(static_cast<long>(loaded.error().size()), "mistake", "mistakes")
             << " in the rules.\n";
    return kFailed;
  }
  if (action == "list") return list_rules(desk, loaded->rules);
  if (action == "coverage") return run_coverage(desk, loaded->rules);
  const std::optional<Paths> paths =
      folders.empty() ? std::nullopt : std::optional<Paths>(rule_paths_of(folders.back()));
  return action == "check" ? check_rules(desk, *loaded, *paths) : test_rules(desk, loaded->rules, paths);
}

}  // namespace peerscope
