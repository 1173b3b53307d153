// What the formats for other programs must keep to, beyond what tests/formats/check.py reads back.
#include "write/formats.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/made.h"
#include "write/markdown_text.h"
#include "write/uri.h"
#include "write/xml_writer.h"

using namespace peerscope;
using made::Made;

namespace {

Report report_of(std::vector<Checked> documents) {
  Report report;
  report.rules = &made::rules();
  report.documents = std::move(documents);
  return report;
}

std::string written(const char* format, const Report& report) {
  const ReportFormat* found = format_named(format);
  REQUIRE(found != nullptr);
  std::ostringstream out;
  found->write(report, WriteOptions{}, out);
  return out.str();
}

Checked job(const std::string& path, const std::vector<std::string>& duties,
            Severity severity = Severity::error) {
  Made made;
  made.document().path = made.document().id = path;
  for (const std::string& duty : duties) made.unit(duty).finding(Effect::risk, severity);
  return made.scored();
}

std::vector<std::string> numbered(int number) {
  std::vector<std::string> duties;
  for (int i = 0; i < number; ++i) duties.push_back("Duty " + std::to_string(i));
  return duties;
}

long lines_with(const std::string& text, const std::string& begin) {
  std::istringstream in(text);
  long number = 0;
  for (std::string line; std::getline(in, line);) number += line.starts_with(begin) ? 1 : 0;
  return number;
}

}  // namespace

TEST_CASE("github: ten of a kind fit; with the eleventh comes the count") {
  const std::string ten = written("github", report_of({job("a.md", numbered(10))}));
  CHECK(lines_with(ten, "::error ") == 10);
  CHECK(lines_with(ten, "::notice ") == 0);
  const std::string eleven = written("github", report_of({job("a.md", numbered(11))}));
  CHECK(lines_with(eleven, "::error ") == 10);
  CHECK(lines_with(eleven, "peerscope error: a.md:11: ") == 1);
  CHECK(eleven.find("1 error, 0 warnings and 0 notices have no annotation") != std::string::npos);
}

TEST_CASE("github: the worst comes first, whatever document it stands in") {
  const std::string text = written(
      "github", report_of({job("mild.md", {"a"}, Severity::warning), job("bad.md", {"b"}, Severity::error),
                           job("worst.md", {"c"}, Severity::critical)}));
  CHECK(text.find("worst.md") < text.find("bad.md"));
  CHECK(text.find("bad.md") < text.find("mild.md"));
}

TEST_CASE("github: columns of one line only") {
  CHECK(
      written("github", report_of({job("a.md", {"one line"})})).find("line=1,endLine=1,col=1,endColumn=9,") !=
      std::string::npos);
  CHECK(written("github", report_of({job("a.md", {"two\nlines"})})).find("line=1,endLine=2,title=") !=
        std::string::npos);
}

TEST_CASE("gitlab: the same sentence in two files is two issues, and a renamed file keeps its fingerprint") {
  const auto prints = [](const Report& report) {
    std::vector<std::string> all;
    for (const auto& issue : nlohmann::json::parse(written("gitlab", report)))
      all.push_back(issue["fingerprint"]);
    return all;
  };
  const auto two = prints(report_of({job("a.md", {"Manages cases."}), job("b.md", {"Manages cases."})}));
  REQUIRE(two.size() == 2);
  CHECK(two[0] != two[1]);
  CHECK(prints(report_of({job("renamed.md", {"Manages cases."})}))[0] == two[0]);
}

TEST_CASE("a run in which nothing is wrong is an empty report, not a broken one") {
  const Report report = report_of({job("clean.md", {})});
  CHECK(written("github", report).empty());
  CHECK(nlohmann::json::parse(written("gitlab", report)).empty());
  CHECK(nlohmann::json::parse(written("rdjson", report))["diagnostics"].empty());
  const auto run = nlohmann::json::parse(written("sarif", report))["runs"][0];
  CHECK(run["results"].empty());
  CHECK(run["invocations"][0]["executionSuccessful"] == true);
  CHECK(run["artifacts"][0]["location"]["uri"] == "clean.md");
  CHECK(written("checkstyle", report).find("<file name=\"clean.md\"/>") != std::string::npos);
}

TEST_CASE("what could not be read is told by every format") {
  Report report = report_of({});
  Error error;
  error.path = "jobs/locked.pdf";
  error.message = "It is encrypted.";
  report.errors = {error};
  for (const char* format :
       {"sarif", "github-sarif", "junit", "github", "gitlab", "rdjson", "checkstyle", "csv", "markdown"}) {
    CAPTURE(format);
    const std::string text = written(format, report);
    CHECK(text.find("It is encrypted.") != std::string::npos);
    CHECK(text.find("locked.pdf") != std::string::npos);
  }
}

TEST_CASE("set aside, strengths and low confidence are nobody's problem") {
  Made made;
  made.document().path = made.document().id = "a.md";
  made.unit("Aside words.").finding(Effect::none, Severity::error).last().status = Status::attributed;
  made.unit("Doubtful words.").finding(Effect::risk, Severity::error).last().confidence = Confidence::low;
  made.unit("Good words.").finding(Effect::strength, Severity::error);
  const Report report = report_of({made.scored()});
  for (const char* format : {"github-sarif", "github", "gitlab", "rdjson", "checkstyle", "markdown"}) {
    CAPTURE(format);
    const std::string text = written(format, report);
    for (const char* words : {"Aside words", "Doubtful words", "Good words"})
      CHECK(text.find(words) == std::string::npos);
  }
}

TEST_CASE("markdown: a report too long for GitHub says what it leaves out") {
  std::vector<Checked> documents;
  for (int i = 0; i < 300; ++i) documents.push_back(job("job-" + std::to_string(i) + ".md", numbered(60)));
  for (Checked& checked : documents) checked.document.sections[0].title = std::string(60, 'd');
  const std::string text = written("markdown", report_of(std::move(documents)));
  CHECK(text.size() < 1'000'000);
  CHECK(text.find("documents are not told in detail") != std::string::npos);
  CHECK(text.find("| `job-299.md` |") != std::string::npos);
}

TEST_CASE("paths as URIs") {
  CHECK(relative_uri("jobs/peer specialist.docx") == "jobs/peer%20specialist.docx");
  CHECK(relative_uri("./jobs/./a.md") == "jobs/a.md");
  CHECK(relative_uri("c:a.md") == "c%3Aa.md");
  CHECK(relative_uri("-") == "standard-input");
  CHECK(relative_uri("/elsewhere/a.md") == "file:///elsewhere/a.md");
  CHECK(relative_uri((std::filesystem::current_path() / "jobs" / "é.md").string()) == "jobs/%C3%A9.md");
}

TEST_CASE("XML holds what XML can") {
  CHECK(xml_escaped("a<b>&\"c\"\n") == "a&lt;b&gt;&amp;&quot;c&quot;&#10;");
  CHECK(xml_escaped("\x01\xFF\xEF\xBF\xBF") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("words of a document stand in Markdown as code that they cannot end") {
  CHECK(markdown_code("a `` b") == "```a `` b```");
  CHECK(markdown_code("`") == "`` ` ``");
  CHECK(markdown_code_in_table("a|b") == "`a\\|b`");
  CHECK(markdown_text("<b> [x](y) @name") == "&lt;b&gt; \\[x\\](y) @<!-- -->name");
}
