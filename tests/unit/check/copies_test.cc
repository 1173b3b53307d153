// What counts as alike, and what a rule of kind `similar` makes of it.
#include "check/copies.h"

#include <doctest/doctest.h>

#include "check/checker.h"
#include "document/segment.h"
#include "read/read.h"
#include "rules/catalog.h"

using namespace peerscope;

namespace {

const RuleSet& shipped() {
  static const RuleSet rules = built_in_rules();
  return rules;
}

constexpr std::string_view kTechnician =
    "# Duties\n\n- Transports clients to medical appointments as scheduled.\n- Completes hourly safety "
    "rounds on the unit.\n"
    "- Documents client behaviour in the electronic record.\n- Takes vital signs at the start of each "
    "shift.\n";

Document read_as(std::string_view text, const std::string& path, DocumentKind kind) {
  Document read;
  ReadOptions options;
  options.input_format = "markdown";
  options.kind = kind;
  read_bytes(text, path, options, [&](Result<Document> document) { read = std::move(*document); });
  return read;
}

std::shared_ptr<const Copies> copies_of(std::string_view text, const std::string& path, DocumentKind kind) {
  Document document = read_as(text, path, kind);
  segment(document, HeadingRoles(shipped().headings));
  const auto copies = std::make_shared<Copies>();
  copies->add(document);
  return copies;
}

int found(const Checked& checked, std::string_view rule) {
  int number = 0;
  for (const Finding& finding : checked.findings)
    number += full_id(shipped(), shipped().rules[finding.rule]) == rule;
  return number;
}

Checked held_against(std::string_view text, std::shared_ptr<const Copies> copies, DocumentKind kind) {
  Checker checker(shipped());
  checker.compare_with(std::move(copies));
  return checker.check(read_as(text, "ours.md", kind));
}

}  // namespace

TEST_CASE("a job description copied from a technician's is told, with how much of it") {
  const auto copies = copies_of(kTechnician, "technician.md", DocumentKind::job_description);
  const Checked copied = held_against(
      "# Duties\n\n- Transports clients to medical appointments, as scheduled\n- Completes hourly safety "
      "rounds on the "
      "unit\n- Documents client behaviour in the electronic record\n- Shares own experience where it may "
      "help somebody\n",
      copies, DocumentKind::job_description);
  CHECK(copied.likeness.alike == 3);
  CHECK(copied.likeness.duties == 4);
  CHECK(copied.likeness.path == "technician.md");
  CHECK(found(copied, "models/like-another-job") == 1);
}

TEST_CASE("a job of its own is not") {
  const auto copies = copies_of(kTechnician, "technician.md", DocumentKind::job_description);
  const Checked own = held_against(
      "# Duties\n\n- Shares own experience where it may help somebody\n- Sits with people who cannot sleep "
      "and want "
      "company\n- Stands beside people who object to their treatment\n- Transports clients to medical "
      "appointments as "
      "scheduled\n",
      copies, DocumentKind::job_description);
  CHECK(own.likeness.alike == 1);
  CHECK(found(own, "models/like-another-job") == 0);
}

TEST_CASE("a document is not held against itself") {
  const auto copies = copies_of(kTechnician, "ours.md", DocumentKind::job_description);
  CHECK(held_against(kTechnician, copies, DocumentKind::job_description).likeness.alike == 0);
}

TEST_CASE("the same sentence about another person on another day") {
  const auto copies = copies_of("Ana joined the morning group on 3 May and shared her hopes for the week.\n",
                                "ana.md", DocumentKind::progress_note);
  const Checked same =
      held_against("Joe joined the morning group on 9 May and shared her hopes for the week.\n", copies,
                   DocumentKind::progress_note);
  CHECK(found(same, "notes/repeated-notes") == 1);
  const Checked other =
      held_against("Joe missed the morning group on 9 May, and we had tea on the steps instead.\n", copies,
                   DocumentKind::progress_note);
  CHECK(found(other, "notes/repeated-notes") == 0);
}

TEST_CASE("the same sentence in two entries of one file") {
  const Checked checked = held_against(
      "# 3 May\n\nWe walked along the river and talked about her garden.\n\n# 10 May\n\nWe walked along the "
      "river and "
      "talked about her garden.\n",
      std::make_shared<Copies>(), DocumentKind::progress_note);
  CHECK(found(checked, "notes/repeated-notes") == 1);
}

TEST_CASE("among many sentences too") {
  std::string notes;
  for (const char* day :
       {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
    for (const char* who : {"sister", "brother", "mother", "father", "cousin", "uncle", "aunt", "friend"})
      notes +=
          std::string("We walked to the market with a ") + who + " on the " + day + " morning of spring.\n\n";
  const auto copies = copies_of(notes, "earlier.md", DocumentKind::progress_note);
  const Checked same =
      held_against("We walked to the market with a cousin on the eighth morning of spring.\n", copies,
                   DocumentKind::progress_note);
  CHECK(found(same, "notes/repeated-notes") == 1);
  const Checked other =
      held_against("She showed me the seedlings in the kitchen and laughed about the snails.\n", copies,
                   DocumentKind::progress_note);
  CHECK(found(other, "notes/repeated-notes") == 0);
}
