// The HTML report: what stands in it, what leads where, and what of a note leaves with it.
#include <doctest/doctest.h>

#include <set>
#include <sstream>

#include "check/agency.h"
#include "support/made.h"
#include "write/formats.h"

using namespace peerscope;
using made::Made;

namespace {

std::string page_of(Report& report, WriteOptions options = {}) {
  report.rules = &made::rules();
  std::ostringstream out;
  write_html(report, options, out);
  const std::string page = out.str();
  return page.substr(page.find("<body>"));  // the style is no concern of these tests
}

std::string written(const Made& made, WriteOptions options = {}) {
  Report report;
  report.documents.push_back(made.scored());
  return page_of(report, options);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Made sample() {
  Made made;
  made.document().path = "job.txt";
  made.unit("Drives members to court.").finding(Effect::risk, Severity::error);
  made.unit("Shares own story.").finding(Effect::strength, Severity::warning);
  made.unit("Waters the plants.");
  return made;
}

std::set<std::string> values(const std::string& page, const std::string& before) {
  std::set<std::string> found;
  for (std::size_t at = page.find(before); at != std::string::npos; at = page.find(before, at + 1)) {
    const std::size_t begin = at + before.size();
    found.insert(page.substr(begin, page.find('"', begin) - begin));
  }
  return found;
}

AgencyGroup group(double value, double low, double high) {
  AgencyGroup made;
  made.kind = DocumentKind::job_description;
  made.documents = 3;
  made.figure = true;
  made.score.value = value;
  made.score.low = low;
  made.score.high = high;
  made.score.tier = "second";
  return made;
}

}  // namespace

TEST_CASE("the words at issue lead to what is said of them, and back") {
  const std::string page = written(sample());
  CHECK(has(
      page,
      R"(<mark class="risk grave"><a id="d1-m1" href="#d1-n1">Drives members to court.<sup>1</sup></a></mark>)"));
  CHECK(has(page, R"(<div class="remark risk" id="d1-n1">)"));
  CHECK(has(page, R"(<a class="number" href="#d1-m1">)"));
  CHECK(has(page, "<mark class=\"strength\">Shares own story.</mark>"));
  for (const char* part :
       {"This is the message.", "This is why.", "Something else.", "page 4", "https://example.org/"})
    CHECK_MESSAGE(has(page, part), part);
  const std::set<std::string> ids = values(page, "id=\"");
  for (const std::string& link : values(page, "href=\"#")) CHECK_MESSAGE(ids.count(link) == 1, link);
}

TEST_CASE("several rules for the same words: the gravest is told openly, each has its number") {
  Made made;
  made.unit("Drives members to court.")
      .finding(Effect::risk, Severity::warning)
      .finding(Effect::risk, Severity::critical);
  made.last().rule = 1;  // another rule than the first
  const std::string page = written(made);
  CHECK(has(page, "<sup>1</sup>"));
  CHECK(has(page, "<sup>2</sup>"));
  CHECK(page.find("critical</span> <strong>A good thing") <
        page.find("<details class=\"remark risk\" id=\"d1-n2\">"));
}

TEST_CASE("a rule that comes again refers to where it is explained") {
  Made made = sample();
  made.unit("Drives again.").finding(Effect::risk, Severity::error);
  const std::string page = written(made);
  CHECK(has(page, "Reasons: at <a href=\"#d1-n1\">1</a>"));
  CHECK(page.find("This is why.") == page.rfind("This is why."));
}

TEST_CASE("of a note the flagged words alone leave, unless more is asked for") {
  Made note;
  note.document().path = "note.txt";
  note.document().kind = DocumentKind::progress_note;
  note.unit("Delphine refused.").finding(Effect::risk, Severity::error);
  note.unit("Delphine laughed.");
  CHECK(!has(written(note), "Delphine"));
  CHECK(!has(written(note), "of 100"));
  WriteOptions full;
  full.excerpts_given = true;
  CHECK(has(written(note, full), "Delphine laughed."));
  WriteOptions none = full;
  none.excerpts = Excerpts::none;
  CHECK(!has(written(sample(), none), "Drives members"));
  CHECK(has(written(sample(), none), "This is why."));
}

TEST_CASE("markup in a text is text") {
  Made made;
  made.document().path = "<b>.txt";
  made.unit("</p><script>alert(1)</script> & \"more\"").finding(Effect::risk, Severity::error);
  const std::string page = written(made);
  CHECK(!has(page, "<script"));
  CHECK(!has(page, "<b>.txt"));
  CHECK(has(page, "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;"));
}

TEST_CASE("agencies stand by name, with their intervals, and with whom they cannot be told apart from") {
  Report report;
  Agency ash, birch;
  ash.name = "ash";
  ash.groups = {group(55, 40, 70)};
  ash.groups[0].not_told_apart = {"birch"};
  birch.name = "birch & <i>sons</i>";
  birch.unread = 1;
  birch.groups = {group(70, 60, 80)};
  AgencyGroup notes;
  notes.kind = DocumentKind::progress_note;
  notes.documents = 2;
  birch.groups.push_back(notes);
  report.agencies = {ash, birch};
  const std::string page = page_of(report);
  CHECK(page.find("href=\"#a1\"") < page.find("href=\"#a2\""));
  CHECK(has(page, "birch &amp; &lt;i&gt;sons&lt;/i&gt;"));
  CHECK(has(page, "Not told apart from birch."));
  CHECK(has(page, "1 document could not be read."));
  CHECK(has(page, "too few for a figure"));
  CHECK(has(page, R"(<circle cx="55.00%")"));
  CHECK(values(page, "<circle cx=\"").count("50.00%") == 0);  // none for the two notes
}

TEST_CASE("what was not read stands at the top") {
  Report report;
  report.documents.push_back(sample().scored());
  Error error;
  error.path = "lost.pdf";
  error.message = "It is encrypted";
  report.errors.push_back(error);
  const std::string page = page_of(report);
  CHECK(page.find("Not read") < page.find("<article"));
  CHECK(has(page, "<code>lost.pdf</code>: It is encrypted."));
}

namespace {

Checked text_of_agency(const std::string& agency, const std::string& path, DocumentKind kind) {
  Made made;
  made.document().agency = agency;
  made.document().path = made.document().id = path;
  made.document().kind = kind;
  made.unit("Counts pills.").finding(Effect::risk, Severity::error);
  made.unit("Counts pills.").finding(Effect::risk, Severity::error);
  return made.scored();
}

}  // namespace

TEST_CASE("what speaks against an agency most leads to its places; notes are not shown one by one") {
  Report report;
  report.rules = &made::rules();
  report.documents = {text_of_agency("North", "north/notes/1.txt", DocumentKind::progress_note),
                      text_of_agency("North", "north/jobs/peer.md", DocumentKind::job_description)};
  AgencyTally tally(made::rules());
  for (const Checked& checked : report.documents) tally.add(checked);
  report.agencies = tally.agencies();
  const std::string page = page_of(report);
  CHECK(has(page, "In: <a href=\"#d2-n1\">peer.md 1</a></p>"));  // what stands there twice counts once
  CHECK(has(page, "id=\"d2-n1\""));
  CHECK(has(page, "A text of <a href=\"#a1\">North</a>."));
  CHECK(!has(page, "notes/1.txt"));
}

TEST_CASE("a page on very many texts holds the figures alone, and says so") {
  Report report;
  report.rules = &made::rules();
  for (int i = 0; i < 201; ++i)
    report.documents.push_back(
        text_of_agency("North", "north/jobs/" + std::to_string(i), DocumentKind::job_description));
  AgencyTally tally(made::rules());
  for (const Checked& checked : report.documents) tally.add(checked);
  report.agencies = tally.agencies();
  const std::string page = page_of(report);
  CHECK(!has(page, "href=\"#d"));
  CHECK(has(page, "Of more than 200 texts, this page shows none itself"));
}
