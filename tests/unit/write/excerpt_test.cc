// Privacy: what of a note's text leaves in a report.
#include "write/excerpt.h"

#include <doctest/doctest.h>

#include <sstream>

#include "check/checker.h"
#include "read/read.h"
#include "support/rules.h"
#include "write/formats.h"

using namespace peerscope;
using namespace peerscope::test;

namespace {

// A rule whose hits reach over names, and one that asks for one.
const RuleSet& note_rules() {
  static const RuleSet rules = rules_with(rule("reminded", "reminded ..6 (meds|medication)") +
                                          rule("named", "<name> (is|was) noncompliant"));
  return rules;
}

// A note with a marker in every field that a note has.
Checked checked_note() {
  const std::string note =
      R"({"id": "n1", "kind": "progress-note", "agency": "House", "date": "Zebulon", "section": "Zebulon", )"
      R"("text": "Name: Zebulon Quux\nDOB: Zebulon\n\nVisit with Zebulon\n\nI reminded Zebulon Quux of his 5 meds. )"
      R"(Zebulon was noncompliant, and ZEBULON said so. \"I am Zebulon,\" he said.\n\nZebulon's plan:\n- Call Zebulon"})";
  Checked checked;
  ReadOptions options;
  options.input_format = "ndjson";
  read_bytes(note + "\n", "-", options, [&](Result<Document> document) {
    REQUIRE(document.has_value());
    checked = Checker(note_rules()).check(std::move(*document));
  });
  return checked;
}

std::string written(const ReportFormat& format, WriteOptions options) {
  Report report;
  report.rules = &note_rules();
  report.documents.push_back(checked_note());
  std::ostringstream out;
  options.explain_score = true;
  format.write(report, options, out);
  return out.str();
}

bool names_the_person(const std::string& text) {
  std::string lower;
  for (const char c : text) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return lower.find("zebulon") != std::string::npos || lower.find("quux") != std::string::npos;
}

// Every format there is: a new one is tested from its first day.
std::vector<std::string> formats() {
  std::istringstream names(format_names());
  std::vector<std::string> all;
  for (std::string name; std::getline(names >> std::ws, name, ',');) all.push_back(name);
  return all;
}

}  // namespace

TEST_CASE("a marker in every field of a note is in no report under match or none") {
  REQUIRE(checked_note().findings.size() >= 2);  // else there would be nothing to leak
  for (const std::string& name : formats()) {
    CAPTURE(name);
    const ReportFormat& format = *format_named(name);
    WriteOptions options;
    options.excerpts_given = true;
    options.excerpts = Excerpts::full;
    if (name == "text" || name == "json")
      CHECK(names_the_person(written(format, options)));  // there to be found
    options.excerpts = Excerpts::match;
    CHECK_FALSE(names_the_person(written(format, options)));
    if (name == "text" || name == "json")
      CHECK(written(format, options).find("reminded … of his … meds") != std::string::npos);
    options.excerpts = Excerpts::none;
    CHECK_FALSE(names_the_person(written(format, options)));
    CHECK(written(format, options).find("reminded …") == std::string::npos);
  }
}

TEST_CASE("notes are shown in full on a terminal alone, unless asked for") {
  const Checked note = checked_note();
  WriteOptions options;
  CHECK(excerpts_for(note, options) == Excerpts::match);
  options.terminal = true;
  CHECK(excerpts_for(note, options) == Excerpts::full);
  options.terminal = false;
  options.excerpts_given = true;
  CHECK(excerpts_for(note, options) == Excerpts::full);
  Checked job = note;
  job.document.kind = DocumentKind::job_description;
  CHECK(excerpts_for(job, WriteOptions{}) == Excerpts::full);
}

TEST_CASE("words that the rules know may leave; names, numbers and the rest may not") {
  const Checked note = checked_note();
  const auto shown = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(note.document.text.find(words));
    return shown_words(note.document, {begin, begin + static_cast<std::uint32_t>(words.size())}, note_rules(),
                       Excerpts::match);
  };
  CHECK(shown("reminded Zebulon Quux of his 5 meds") == "reminded … of his … meds");
}
