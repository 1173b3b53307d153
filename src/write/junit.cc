// JUnit XML: a suite for each document. A problem is a failed case; a remark (severity note) and a stated
// safeguard are passed ones; a safeguard that is not stated, and a problem that a baseline knows, are skipped
// ones; what could not be read is an error.
#include <algorithm>

#include "write/escape.h"
#include "write/formats.h"
#include "write/places.h"
#include "write/results.h"
#include "write/wording.h"
#include "write/xml_writer.h"

namespace peerscope {

namespace {

struct Totals {
  std::uint64_t tests = 0, failures = 0, errors = 0, skipped = 0;
  void add(const Totals& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
  }
};

// One document, or a file that is none because it could not be read.
struct Suite {
  std::string name;
  std::string file;
  std::vector<Told> problems;
  const Checked* checked = nullptr;
  std::vector<Unread> unread;
};

Totals totals_of(const Suite& suite) {
  Totals totals;
  totals.errors = suite.unread.size();
  for (const Told& told : suite.problems) {
    if (told.finding.known)
      ++totals.skipped;
    else if (told.finding.severity != Severity::note)
      ++totals.failures;
  }
  totals.tests = suite.unread.size() + suite.problems.size();
  if (suite.checked != nullptr) {
    totals.tests += suite.checked->safeguards.size();
    for (const SafeguardState& state : suite.checked->safeguards) totals.skipped += state.present ? 0 : 1;
  }
  if (totals.tests == 0) totals.tests = 1;  // the case that says that nothing was found
  return totals;
}

void put_totals(XmlWriter& xml, const Totals& totals) {
  xml.attribute("tests", totals.tests);
  xml.attribute("failures", totals.failures);
  xml.attribute("errors", totals.errors);
  xml.attribute("skipped", totals.skipped);
  xml.attribute("time", "0");  // a report is the same whenever it is written
}

void begin_case(XmlWriter& xml, const Suite& suite, const std::string& name, std::uint32_t line = 0) {
  xml.begin("testcase");
  xml.attribute("name", name);
  xml.attribute("classname", suite.name);
  xml.attribute("file", suite.file);
  if (line != 0) xml.attribute("line", line);
  xml.attribute("time", "0");
}

void put_problem(XmlWriter& xml, const Suite& suite, const Told& told) {
  const Region region = region_of(told.document(), told.finding.span, Columns::code_points);
  begin_case(xml, suite, full_id(told.rules, told.rule()) + " (" + where_of(told) + ")", region.begin.line);
  if (told.finding.known) {
    xml.begin("skipped");
    xml.attribute("message", "Known already: " + sentence_of(told));
    xml.end();
    xml.end();
    return;
  }
  const bool remark = told.finding.severity == Severity::note;
  xml.begin(remark ? "system-out" : "failure");
  if (!remark) {
    xml.attribute("message", sentence_of(told));
    xml.attribute("type", name_of(told.finding.severity));
  }
  xml.text(evidence_of(told));
  xml.end();
  xml.end();
}

void put_unread(XmlWriter& xml, const Suite& suite, const Unread& unread) {
  begin_case(xml, suite, unread.in_part ? "read in full" : "read",
             static_cast<std::uint32_t>(std::max(0, unread.line)));
  xml.begin("error");
  xml.attribute("message", unread.message);
  xml.attribute("type", unread.in_part ? "read-in-part" : "unread");
  xml.end();
  xml.end();
}

void put_safeguards(XmlWriter& xml, const Suite& suite, const RuleSet& rules) {
  for (const SafeguardState& state : suite.checked->safeguards) {
    const auto& all = rules.scales.safeguards;
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const Safeguard& one) { return one.id == state.id; });
    begin_case(xml, suite,
               "safeguard/" + state.id + (known == all.end() ? "" : " (" + printable(known->title) + ")"));
    if (!state.present) {
      xml.begin("skipped");
      xml.attribute("message", "The text does not state it; that does not mean that it is not so.");
      xml.end();
    }
    xml.end();
  }
}

void put_suite(XmlWriter& xml, const Suite& suite, const RuleSet& rules) {
  xml.begin("testsuite");
  xml.attribute("name", suite.name);
  put_totals(xml, totals_of(suite));
  for (const Unread& unread : suite.unread) put_unread(xml, suite, unread);
  for (const Told& told : suite.problems) put_problem(xml, suite, told);
  if (suite.checked != nullptr) {
    put_safeguards(xml, suite, rules);
    const bool nothing = suite.unread.empty() && suite.problems.empty() && suite.checked->safeguards.empty();
    if (nothing) {
      begin_case(xml, suite, "no finding that counts");
      xml.end();
    }
  }
  xml.end();
}

std::vector<Suite> suites_of(const Report& report, const WriteOptions& options) {
  std::vector<Suite> suites;
  Report failed;  // only what could not be read at all; parts go with their documents
  failed.errors = report.errors;
  for (const Unread& unread : unread_of(failed)) {
    const std::string file = path_in_report(unread.path);
    suites.push_back({file, file, {}, nullptr, {unread}});
  }
  for (const Checked& checked : report.documents) {
    Suite suite;
    const std::string record = record_name(checked.document);
    suite.file = path_in_report(checked.document.path);
    suite.name = suite.file + (record.empty() ? "" : ": " + record);
    suite.problems = problems_of(checked, *report.rules, options);
    suite.checked = &checked;
    suite.unread = unread_parts_of(checked.document);
    suites.push_back(std::move(suite));
  }
  return suites;
}

}  // namespace

void write_junit(const Report& report, const WriteOptions& options, std::ostream& out) {
  const std::vector<Suite> suites = suites_of(report, options);
  Totals totals;
  for (const Suite& suite : suites) totals.add(totals_of(suite));
  XmlWriter xml(out);
  xml.begin("testsuites");
  xml.attribute("name", "peerscope");
  put_totals(xml, totals);
  for (const Suite& suite : suites) put_suite(xml, suite, *report.rules);
  xml.end();
}

}  // namespace peerscope
