// SARIF 2.1.0, for code scanning: problems, what a note in the text ignores, and the safeguards that a text
// states.
//
// Texts of a document stand in messages only, as the excerpt policy allows. Fingerprints go under a key of
// our own: the one that GitHub uses (primaryLocationLineHash) is worked out by its upload action, which warns
// of any other value.
#include <algorithm>
#include <map>

#include "check/score.h"
#include "peerscope_version.h"
#include "write/escape.h"
#include "write/excerpt.h"
#include "write/formats.h"
#include "write/json_writer.h"
#include "write/results.h"
#include "write/sarif_places.h"
#include "write/sarif_reading.h"
#include "write/sarif_rules.h"
#include "write/uri.h"
#include "write/wording.h"

namespace peerscope {

namespace {

using Integer = std::int64_t;

enum class Reader : std::uint8_t {
  any,     // one that knows what "kind" and "suppressions" mean
  alerts,  // one that takes every result for an alert
};

class SarifRun {
 public:
  SarifRun(const Report& report, const WriteOptions& options, Reader reader, std::ostream& out)
      : report_(report),
        rules_(*report.rules),
        options_(options),
        reader_(reader),
        json_(out, JsonWriter::Layout::pretty) {}

  void write() {
    find_gone();
    find_rules();
    json_.begin_object();
    json_.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_.member("version", "2.1.0");
    json_.key("runs");
    json_.begin_array();
    json_.begin_object();
    write_tool();
    write_invocation(json_, report_);
    write_category();
    write_artifacts(json_, report_);
    json_.member("columnKind", "utf16CodeUnits");
    json_.key("results");
    json_.begin_array();
    for (const Checked& checked : report_.documents) write_results(checked);
    for (const Gone& gone : gone_) write_absent(gone);
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
  }

 private:
  struct Gone {
    std::string fingerprint;
    int count = 0;
    const Rule* rule = nullptr;
  };

  // Findings that a note in the text ignores; they would count without it.
  bool is_ignored(const Checked& checked, const Finding& finding) const {
    if (!finding.suppressed || finding.effect != Effect::risk) return false;
    Finding without = finding;
    without.suppressed = false;
    return counts(checked, without, rules_);
  }

  std::vector<Told> ignored_of(const Checked& checked) const {
    std::vector<Told> ignored;
    if (reader_ == Reader::alerts) return ignored;
    for (const Finding& finding : checked.findings) {
      if (is_ignored(checked, finding)) {
        ignored.push_back({rules_, checked, finding, excerpts_for(checked, options_)});
      }
    }
    return ignored;
  }

  const Safeguard* safeguard_named(const std::string& id) const {
    const auto& all = rules_.scales.safeguards;
    const auto at = std::find_if(all.begin(), all.end(), [&](const Safeguard& one) { return one.id == id; });
    return at == all.end() ? nullptr : &*at;
  }

  std::vector<const SafeguardState*> stated_in(const Checked& checked) const {
    std::vector<const SafeguardState*> stated;
    if (reader_ == Reader::alerts) return stated;
    for (const SafeguardState& state : checked.safeguards) {
      if (state.present && safeguard_named(state.id) != nullptr) stated.push_back(&state);
    }
    return stated;
  }

  // What a baseline knows and this run did not meet. One who takes every result for an alert closes alerts
  // himself; and of a rule that is no longer there nothing can be told.
  void find_gone() {
    if (reader_ == Reader::alerts || !report_.stale || report_.baseline.empty()) return;
    std::map<std::string, const Rule*> rule_of;
    for (const Rule& rule : rules_.rules) rule_of.emplace(full_id(rules_, rule), &rule);
    for (const auto& [print, entry] : report_.stale->findings) {
      const auto rule = rule_of.find(entry.rule);
      if (rule != rule_of.end()) gone_.push_back({print, entry.count, rule->second});
    }
  }

  // Only rules that a result points to: the whole catalogue would be most of the file.
  void find_rules() {
    for (const Checked& checked : report_.documents) {
      for (const Told& told : problems_of(checked, rules_, options_)) used_.add(told.rule());
      for (const Told& told : ignored_of(checked)) used_.add(told.rule());
      for (const SafeguardState* state : stated_in(checked)) used_.add(*safeguard_named(state->id));
    }
    for (const Gone& gone : gone_) used_.add(*gone.rule);
    used_.number();
  }

  void write_tool() {
    json_.key("tool");
    json_.begin_object();
    json_.key("driver");
    json_.begin_object();
    json_.member("name", "peerscope");
    json_.member("version", PEERSCOPE_VERSION);
    json_.member("semanticVersion", PEERSCOPE_VERSION);
    json_.member("language", "en");
    used_.write(json_);
    json_.end_object();
    json_.end_object();
  }

  void write_category() {
    json_.key("automationDetails");
    json_.begin_object();
    json_.member("id", "peerscope/");
    json_.end_object();
  }

  void write_fingerprint(const std::string& print) {
    json_.key("partialFingerprints");
    json_.begin_object();
    json_.member("peerscopeFinding/v1", print);
    json_.end_object();
  }
  void write_fingerprint(const Told& told) {
    write_fingerprint(fingerprint(told.document(), told.finding, rules_));
  }

  void begin_result(const std::string& id, std::string_view kind, std::string_view level) {
    json_.begin_object();
    json_.member("ruleId", id);
    json_.member("ruleIndex", Integer{used_.index_of(id)});
    json_.member("kind", kind);
    json_.member("level", level);
  }

  void write_problem(const Told& told) {
    begin_result(full_id(rules_, told.rule()), "fail", sarif_level(told.finding.severity));
    write_message(json_, "message", where_of(told) + ": " + sentence_of(told));
    write_locations(json_, told);
    write_fingerprint(told);
    if (told.finding.suppressed)
      write_suppression(told);
    else if (report_.stale)  // a baseline does not hold what a note in the text ignores
      json_.member("baselineState", told.finding.known ? "unchanged" : "new");
    json_.key("properties");
    json_.begin_object();
    json_.member("severity", name_of(told.finding.severity));
    json_.member("confidence", name_of_confidence(told.finding.confidence));
    json_.end_object();
    json_.end_object();
  }

  // A baseline holds neither texts nor paths: all the place there is to tell is the baseline itself, and some
  // readers refuse a result without one.
  void write_absent(const Gone& gone) {
    const Rule& rule = *gone.rule;
    begin_result(full_id(rules_, rule), "fail", sarif_level(rule.severity));
    write_message(json_, "message",
                  "Known from before, and not met again in what was read: " + printable(rule.title));
    json_.member("occurrenceCount", Integer{gone.count});
    write_location_of_file(json_, report_.baseline);
    write_fingerprint(gone.fingerprint);
    json_.member("baselineState", "absent");
    json_.end_object();
  }

  void write_suppression(const Told& told) {
    json_.key("suppressions");
    json_.begin_array();
    json_.begin_object();
    json_.member("kind", "inSource");
    json_.member("status", "accepted");
    const std::string reason = told.excerpts == Excerpts::full ? reason_for(told) : "";
    if (!reason.empty()) json_.member("justification", reason);
    json_.end_object();
    json_.end_array();
  }

  // The reason in the nearest note of this rule that stands before the end of the finding's unit.
  std::string reason_for(const Told& told) const {
    const Rule& rule = told.rule();
    std::string reason;
    for (const IgnoreNote& note : told.document().ignores) {
      const bool names = note.rule == rule.id || note.rule == full_id(rules_, rule);
      if (names && note.offset <= told.unit().span.end) reason = printable(note.reason);
    }
    return reason;
  }

  void write_pass(const Checked& checked, const SafeguardState& state) {
    const Safeguard& safeguard = *safeguard_named(state.id);
    const Told told{rules_, checked, checked.findings[state.findings.front()],
                    excerpts_for(checked, options_)};
    begin_result(id_of(safeguard), "pass", "none");
    const std::string words = words_of(told);
    write_message(json_, "message",
                  where_of(told) + ": " + (words.empty() ? "" : "\"" + words + "\": ") +
                      "the text states this safeguard: " + printable(safeguard.title));
    write_locations(json_, told);
    write_fingerprint(told);
    json_.end_object();
  }

  void write_results(const Checked& checked) {
    for (const Told& told : problems_of(checked, rules_, options_)) write_problem(told);
    for (const Told& told : ignored_of(checked)) write_problem(told);
    for (const SafeguardState* state : stated_in(checked)) write_pass(checked, *state);
  }

  const Report& report_;
  const RuleSet& rules_;
  const WriteOptions& options_;
  Reader reader_;
  std::vector<Gone> gone_;
  JsonWriter json_;
  UsedRules used_{rules_};
};

}  // namespace

void write_sarif(const Report& report, const WriteOptions& options, std::ostream& out) {
  SarifRun(report, options, Reader::any, out).write();
  out << '\n';
}

void write_github_sarif(const Report& report, const WriteOptions& options, std::ostream& out) {
  SarifRun(report, options, Reader::alerts, out).write();
  out << '\n';
}

}  // namespace peerscope
