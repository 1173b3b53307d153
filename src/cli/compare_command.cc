// compare: what a rewrite resolved, kept and brought in.
#include <fmt/format.h>

#include <algorithm>

#include "base/folder.h"
#include "check/agency.h"
#include "check/score.h"
#include "cli/checking.h"
#include "cli/comparison.h"
#include "cli/errors.h"
#include "cli/ruleset.h"
#include "peerscope_version.h"
#include "read/read.h"
#include "write/agencies.h"
#include "write/excerpt.h"
#include "write/shown.h"
#include "write/wording.h"

namespace peerscope {

std::vector<std::string> only_in(const std::set<std::string>& these, const std::set<std::string>& those) {
  std::vector<std::string> rest;
  std::set_difference(these.begin(), these.end(), those.begin(), those.end(), std::back_inserter(rest));
  return rest;
}

std::string title_of_safeguard(const std::string& id, const Scales& scales) {
  const Safeguard* safeguard = safeguard_named(scales, id);
  return safeguard == nullptr ? id : safeguard->title;
}

std::vector<KeyedFinding> those(const std::vector<KeyedFinding>& findings,
                                const std::vector<std::size_t>& indices) {
  std::vector<KeyedFinding> chosen;
  for (const std::size_t index : indices) chosen.push_back(findings[index]);
  return chosen;
}

std::vector<KeyedFinding> kept_of(const Comparison& comparison) {
  std::vector<KeyedFinding> kept;
  for (const KeptFinding& each : comparison.pairing.kept)
    kept.push_back(comparison.after.findings[each.after]);
  return kept;
}

namespace {

void key_findings(Side& side, const RuleSet& rules) {
  for (const Checked& checked : side.report.documents) {
    for (std::uint32_t i = 0; i < checked.findings.size(); ++i) {
      const Finding& finding = checked.findings[i];
      if (finding.effect != Effect::risk || !counts(checked, finding, rules)) continue;
      side.findings.push_back(
          {fingerprint(checked.document, finding, rules),
           full_id(rules, rules.rules[finding.rule]) + '\n' +
               std::string(folded_words(checked.document, checked.document.units[finding.unit])),
           &checked, i});
    }
  }
}

Side read_side(const Desk& desk, const RuleSet& rules, const std::string& path) {
  Side side;
  side.path = path;
  const FoundFiles found = find_files({path}, reason_to_skip);
  IgnoreList ignores(desk.options.ignores, desk.options.kinds.folder, rules);
  side.report = check_files(Checker(rules, DocumentKind::job_description, ignores.set_aside()), found.files,
                            batch_options(desk.options));
  side.report.rules = &rules;
  side.report.errors.insert(side.report.errors.end(), found.errors.begin(), found.errors.end());
  if (found.files.empty() && found.errors.empty()) {
    Error error;
    error.path = path;
    error.message = "No file was found that can be read.";
    side.report.errors.push_back(error);
  }
  AgencyTally tally(rules);
  for (Checked& checked : side.report.documents) {
    checked.document.agency.clear();  // all of a side are one group
    tally.add(checked);
    for (const SafeguardState& state : checked.safeguards) {
      if (state.present) side.safeguards.insert(state.id);
    }
  }
  if (const auto agencies = tally.agencies(); !agencies.empty()) side.groups = agencies.front().groups;
  key_findings(side, rules);
  return side;
}

// Writes one comparison in one format.
class ComparisonWriter {
 public:
  ComparisonWriter(const Comparison& comparison, const RuleSet& rules, const WriteOptions& options,
                   std::ostream& out)
      : comparison_(comparison), rules_(rules), options_(options), out_(out) {}

  void write_text() {
    Paper paper(out_, options_.width, options_.color);
    put_side(paper, "Old", comparison_.before);
    put_side(paper, "New", comparison_.after);
    put_list(paper, "RESOLVED", those(comparison_.before.findings, comparison_.pairing.resolved));
    put_list(paper, "KEPT", kept_of(comparison_));
    put_list(paper, "BROUGHT IN", those(comparison_.after.findings, comparison_.pairing.brought_in));
    put_safeguards(paper, "SAFEGUARDS GAINED",
                   only_in(comparison_.after.safeguards, comparison_.before.safeguards));
    put_safeguards(paper, "SAFEGUARDS LOST",
                   only_in(comparison_.before.safeguards, comparison_.after.safeguards));
  }

  void write_json() {
    JsonWriter json(out_, JsonWriter::Layout::pretty);
    json.begin_object();
    json.member("schema", "peerscope-compare/1");
    json.key("tool");
    json.begin_object();
    json.member("name", "peerscope");
    json.member("version", PEERSCOPE_VERSION);
    json.end_object();
    write_side(json, "old", comparison_.before);
    write_side(json, "new", comparison_.after);
    write_list(json, "resolved", those(comparison_.before.findings, comparison_.pairing.resolved));
    json.key("kept");
    json.begin_array();
    for (const KeptFinding& kept : comparison_.pairing.kept)
      write_finding(json, comparison_.after.findings[kept.after], kept.moved);
    json.end_array();
    write_list(json, "brought_in", those(comparison_.after.findings, comparison_.pairing.brought_in));
    json.key("safeguards");
    json.begin_object();
    write_names(json, "gained", only_in(comparison_.after.safeguards, comparison_.before.safeguards));
    write_names(json, "lost", only_in(comparison_.before.safeguards, comparison_.after.safeguards));
    json.end_object();
    json.end_object();
    out_ << '\n';
  }

 private:
  void put_side(Paper& paper, const char* name, const Side& side) {
    for (const AgencyGroup& group : side.groups) {
      paper.paragraph({{fmt::format("{} {}", name, side.path), Ink::strong},
                       {fmt::format(", {}: {}", name_of(group.kind), figure_in_words(group, rules_.scales))}},
                      0, 4);
    }
  }

  void put_list(Paper& paper, const char* title, const std::vector<KeyedFinding>& findings) {
    paper.heading(title, counted(static_cast<long>(findings.size()), "finding", "findings"));
    for (const KeyedFinding& each : findings) {
      const Document& document = each.checked->document;
      const Rule& rule = rules_.rules[each.value().rule];
      const std::string words = shown(each);
      paper.paragraph({{std::string(name_of(each.value().severity)) + " ", Ink::warn},
                       {words.empty() ? rule.title : "\"" + words + "\": " + rule.title},
                       {fmt::format(" · {} · {}, {}", full_id(rules_, rule), document.path,
                                    place_in_words(place_of(document, each.value().span.begin))),
                        Ink::faint}},
                      2, 6);
    }
  }

  void put_safeguards(Paper& paper, const char* title, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    paper.heading(title);
    for (const std::string& id : ids) paper.paragraph(title_of_safeguard(id, rules_.scales), 2, 4);
  }

  std::string shown(const KeyedFinding& each) const {
    return shown_words(each.checked->document, each.value().span, rules_,
                       excerpts_for(*each.checked, options_));
  }

  void write_side(JsonWriter& json, const char* name, const Side& side) {
    json.key(name);
    json.begin_object();
    json.member("path", side.path);
    json.member("documents", static_cast<std::int64_t>(side.report.documents.size()));
    json.key("groups");
    json.begin_array();
    for (const AgencyGroup& group : side.groups) write_json_group(json, group, rules_);
    json.end_array();
    json.end_object();
  }

  void write_list(JsonWriter& json, const char* name, const std::vector<KeyedFinding>& findings) {
    json.key(name);
    json.begin_array();
    for (const KeyedFinding& each : findings) write_finding(json, each, false);
    json.end_array();
  }

  void write_finding(JsonWriter& json, const KeyedFinding& each, bool moved) {
    const Document& document = each.checked->document;
    const Rule& rule = rules_.rules[each.value().rule];
    json.begin_object();
    json.member("rule", full_id(rules_, rule));
    json.member("severity", name_of(each.value().severity));
    json.member("path", document.path);
    json.member("line", static_cast<std::int64_t>(place_of(document, each.value().span.begin).line));
    json.key("text");
    excerpts_for(*each.checked, options_) == Excerpts::none ? json.null() : json.string(shown(each));
    json.member("message", rule.message);
    json.member("fingerprint", each.fingerprint);
    if (moved) json.member("moved", true);
    json.end_object();
  }

  static void write_names(JsonWriter& json, const char* name, const std::vector<std::string>& names) {
    json.key(name);
    json.begin_array();
    for (const std::string& each : names) json.string(each);
    json.end_array();
  }

  const Comparison& comparison_;
  const RuleSet& rules_;
  WriteOptions options_;
  std::ostream& out_;
};

Errors mistakes_in(const Options& options) {
  Errors errors;
  if (options.arguments.size() != 2) {
    errors.emplace_back();
    errors.back().message = fmt::format("compare takes two files or folders, and {} given.",
                                        counted(static_cast<long>(options.arguments.size()), "is", "are"));
    errors.back().remedy = "Try: peerscope compare OLD NEW.";
  }
  for (const Target& target : options.targets) {
    if (target.format == "text" || target.format == "json" || target.format == "html") continue;
    errors.emplace_back();
    errors.back().message = "compare does not write " + target.format + ".";
    errors.back().remedy = "It writes text, json and html.";
  }
  return errors;
}

}  // namespace

int run_compare(const Desk& desk) {
  if (const Errors errors = mistakes_in(desk.options); !errors.empty()) {
    print_errors(desk.err, errors);
    return kFailed;
  }
  const Result<LoadedRules> loaded = rules_in_force(desk.options.rules, Detail::brief);
  if (!loaded) {
    print_errors(desk.err, loaded.error());
    return kFailed;
  }
  Comparison comparison{read_side(desk, loaded->rules, desk.options.arguments[0]),
                        read_side(desk, loaded->rules, desk.options.arguments[1]),
                        {}};
  bool failed = false;
  for (const Side* side : {&comparison.before, &comparison.after}) {
    print_errors(desk.err, side->report.errors);
    failed = failed || !side->report.errors.empty() || summarise(side->report).incomplete != 0;
    if (side->report.documents.empty()) return kFailed;  // nothing to hold the other against
  }
  comparison.pairing = pair_findings(comparison.before.findings, comparison.after.findings);
  for (const Target& target : desk.options.targets) {
    Output output(target.file, desk.out);
    const WriteOptions writing = write_options(desk, output);
    if (target.format == "html") {
      write_comparison_page(comparison, loaded->rules, writing, output.stream());
    } else {
      ComparisonWriter writer(comparison, loaded->rules, writing, output.stream());
      target.format == "json" ? writer.write_json() : writer.write_text();
    }
    const Errors errors = output.finish();
    print_errors(desk.err, errors);
    failed = failed || !errors.empty();
  }
  return failed ? kFailed : kFine;
}

}  // namespace peerscope
