// The report as JSON (schema: peerscope-report/1), whole or one document a line. The contract with those who
// read it stands in rules/schema/report.schema.json.
#include <algorithm>

#include "base/folder.h"
#include "peerscope_version.h"
#include "write/agencies.h"
#include "write/formats.h"
#include "write/json_document.h"
#include "write/trend.h"

namespace peerscope {

namespace {

using Integer = std::int64_t;

// In the order of a walk, so that parts of a run merge to the same list.
Errors in_order(Errors errors) {
  std::stable_sort(errors.begin(), errors.end(), [](const Error& a, const Error& b) {
    if (a.path != b.path) return walked_before(a.path, b.path);
    return a.line < b.line;
  });
  return errors;
}

void write_severities(JsonWriter& json, const Summary& summary) {
  json.key("findings");
  json.begin_object();
  for (const Severity severity : {Severity::critical, Severity::error, Severity::warning, Severity::note}) {
    json.member(name_of(severity), Integer{summary.risks[static_cast<std::size_t>(severity)]});
  }
  json.end_object();
}

void write_verdicts(JsonWriter& json, const Summary& summary) {
  json.key("units");
  json.begin_object();
  for (const Verdict verdict : {Verdict::flag, Verdict::positive, Verdict::ok}) {
    json.member(name_of(verdict), Integer{summary.units[static_cast<std::size_t>(verdict)]});
  }
  json.end_object();
}

}  // namespace

void write_json_head(JsonWriter& json, const RuleSet& rules) {
  json.member("schema", "peerscope-report/1");
  json.key("tool");
  json.begin_object();
  json.member("name", "peerscope");
  json.member("version", PEERSCOPE_VERSION);
  json.end_object();
  json.key("packs");
  json.begin_array();
  for (const Pack& pack : rules.packs) {
    json.begin_object();
    json.member("id", pack.id);
    json.member("version", pack.version);
    json.end_object();
  }
  json.end_array();
}

void write_json_sensitivity(JsonWriter& json, const Sensitivity& sensitivity, const RuleSet& rules) {
  json.key("sensitivity");
  json.begin_object();
  json.member("weights_low", sensitivity.weights_low);
  json.member("weights_high", sensitivity.weights_high);
  json.member("rules_low", sensitivity.rules_low);
  json.member("rules_high", sensitivity.rules_high);
  if (sensitivity.low_rule) json.member("low_without", full_id(rules, rules.rules[*sensitivity.low_rule]));
  if (sensitivity.high_rule) json.member("high_without", full_id(rules, rules.rules[*sensitivity.high_rule]));
  json.end_object();
}

void write_json_errors(JsonWriter& json, const Errors& errors) {
  json.key("errors");
  json.begin_array();
  for (const Error& error : in_order(errors)) {
    json.begin_object();
    json.member("path", error.path);
    json.member("message", error.message);
    json.member("line", static_cast<Integer>(error.line));
    if (!error.remedy.empty()) json.member("remedy", error.remedy);
    json.end_object();
  }
  json.end_array();
}

void write_json_summary(JsonWriter& json, const Summary& summary, std::size_t documents, std::size_t errors) {
  json.key("summary");
  json.begin_object();
  json.member("documents", static_cast<Integer>(documents));
  json.member("incomplete", Integer{summary.incomplete});
  json.member("errors", static_cast<Integer>(errors));
  write_severities(json, summary);
  write_verdicts(json, summary);
  json.end_object();
}

void write_json(const Report& report, const WriteOptions& options, std::ostream& out) {
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_object();
  write_json_head(json, *report.rules);
  json.key("documents");
  json.begin_array();
  for (const Checked& checked : report.documents) write_json_document(json, checked, *report.rules, options);
  json.end_array();
  write_json_agencies(json, report);
  write_json_trend(json, report);
  write_json_errors(json, report.errors);
  write_json_summary(json, summarise(report), report.documents.size(), report.errors.size());
  json.end_object();
  out << '\n';
}

void write_ndjson_document(const Checked& checked, const RuleSet& rules, const WriteOptions& options,
                           std::ostream& out) {
  JsonWriter json(out, JsonWriter::Layout::one_line);
  write_json_document(json, checked, rules, options);
  out << '\n';
}

void write_ndjson(const Report& report, const WriteOptions& options, std::ostream& out) {
  for (const Checked& checked : report.documents) write_ndjson_document(checked, *report.rules, options, out);
}

}  // namespace peerscope
