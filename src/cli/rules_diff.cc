// rules diff OLD NEW PATH...: the findings that appear and vanish.
#include "cli/rules_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/folder.h"
#include "check/batch.h"
#include "cli/errors.h"
#include "cli/ruleset.h"
#include "read/read.h"
#include "write/json_writer.h"
#include "write/paper.h"
#include "write/wording.h"

namespace peerscope {

namespace {

std::string counts_as(const Finding& finding) {
  if (finding.effect == Effect::risk) return std::string(name_of(finding.severity));
  return finding.effect == Effect::strength ? "strength" : "remark";
}

// One version of the rules, over all documents. False where it could not be done.
bool check_all(const Desk& desk, const std::string& folder, const std::vector<FoundFile>& files,
               std::vector<Saying>& sayings) {
  std::vector<std::string> folders = desk.options.rules;
  folders.push_back(folder);
  const Result<LoadedRules> loaded = rules_in_force(folders);
  if (!loaded) {
    print_errors(desk.err, loaded.error());
    return false;
  }
  bool complete = true;
  check_each(Checker(loaded->rules), files, {}, [&](Result<Checked> checked) {
    if (!checked) {
      print_errors(desk.err, checked.error());
      complete = false;
      return;
    }
    const std::vector<Saying> found = sayings_of(*checked, loaded->rules);
    sayings.insert(sayings.end(), found.begin(), found.end());
  });
  return complete;
}

void write_part(Paper& paper, std::string_view title, const std::vector<Saying>& sayings) {
  if (sayings.empty()) return;
  paper.heading(title, counted(static_cast<long>(sayings.size()), "finding", "findings"));
  for (const Saying& saying : sayings) {
    paper.paragraph({{saying.document + ", " + saying.place}}, 2, 4);
    paper.paragraph({{saying.counts_as + " ", Ink::faint}, {saying.rule}, {": " + saying.text, Ink::faint}},
                    4, 6);
  }
}

void write_text(const Desk& desk, const RulesDiff& diff) {
  Paper paper(desk.out, desk.terminal.width, desk.terminal.color);
  write_part(paper, "VANISHES", diff.vanishes);
  write_part(paper, "APPEARS", diff.appears);
  if (!diff.vanishes.empty() || !diff.appears.empty()) paper.blank();
  paper.paragraph(fmt::format("Findings that vanish: {}; that appear: {}; that stay: {}.",
                              diff.vanishes.size(), diff.appears.size(), diff.stays));
}

void write_json_part(JsonWriter& json, std::string_view key, const std::vector<Saying>& sayings) {
  json.key(key);
  json.begin_array();
  for (const Saying& saying : sayings) {
    json.begin_object();
    json.member("document", saying.document);
    json.member("place", saying.place);
    json.member("rule", saying.rule);
    json.member("counts_as", saying.counts_as);
    json.member("text", saying.text);
    json.end_object();
  }
  json.end_array();
}

void write_json(const Desk& desk, const RulesDiff& diff) {
  JsonWriter json(desk.out, JsonWriter::Layout::pretty);
  json.begin_object();
  write_json_part(json, "vanishes", diff.vanishes);
  write_json_part(json, "appears", diff.appears);
  json.member("stays", static_cast<std::int64_t>(diff.stays));
  json.end_object();
  desk.out << '\n';
}

}  // namespace

std::vector<Saying> sayings_of(const Checked& checked, const RuleSet& rules) {
  std::vector<Saying> sayings;
  const Document& document = checked.document;
  for (const Finding& finding : checked.findings) {
    if (finding.suppressed || finding.effect == Effect::none) continue;
    const Rule& rule = rules.rules[finding.rule];
    const Span span = finding.span;
    sayings.push_back({document.id, span.begin, span.end, full_id(rules, rule), counts_as(finding),
                       place_in_words(place_of(document, span.begin)),
                       document.text.substr(span.begin, span.end - span.begin)});
  }
  std::sort(sayings.begin(), sayings.end());
  return sayings;
}

RulesDiff difference(std::vector<Saying> older, std::vector<Saying> newer) {
  std::sort(older.begin(), older.end());
  std::sort(newer.begin(), newer.end());
  RulesDiff diff;
  std::set_difference(newer.begin(), newer.end(), older.begin(), older.end(),
                      std::back_inserter(diff.appears));
  std::set_difference(older.begin(), older.end(), newer.begin(), newer.end(),
                      std::back_inserter(diff.vanishes));
  diff.stays = newer.size() - diff.appears.size();
  return diff;
}

int run_rules_diff(const Desk& desk) {
  const auto& words = desk.options.arguments;  // diff OLD NEW PATH...
  const FoundFiles inputs = find_files({words.begin() + 3, words.end()}, reason_to_skip);
  print_errors(desk.err, inputs.errors);
  if (!inputs.errors.empty()) return kFailed;
  if (std::any_of(inputs.files.begin(), inputs.files.end(),
                  [](const FoundFile& f) { return f.path == "-"; })) {
    Error error;
    error.message = "rules diff reads every document twice, and standard input comes once.";
    error.remedy = "Put it into a file.";
    print_error(desk.err, error);
    return kFailed;
  }
  std::vector<Saying> older, newer;
  if (!check_all(desk, words[1], inputs.files, older) || !check_all(desk, words[2], inputs.files, newer))
    return kFailed;
  const RulesDiff diff = difference(std::move(older), std::move(newer));
  desk.options.targets.front().format == "json" ? write_json(desk, diff) : write_text(desk, diff);
  return diff.appears.empty() && diff.vanishes.empty() ? kFine : kFindings;
}

}  // namespace peerscope
