// The same job description, whatever format it is written in, gives the same units, findings and score.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "check/checker.h"
#include "rules/catalog.h"
#include "support/written.h"

using namespace peerscope;

namespace {

const RuleSet& shipped_rules() {
  static const RuleSet rules = built_in_rules();
  return rules;
}

std::string without_breaks(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space)
      line += c;
    else if (!line.ends_with(' '))
      line += ' ';
  }
  return line;
}

// Everything that a report would say, places left out. How deep a heading stands is not to be seen in typed
// text: there only the nearest one counts.
enum class Headings { all, nearest };
std::string told(const Checked& checked, Headings headings) {
  const Document& document = checked.document;
  std::string text = std::string(name_of(document.kind)) + "\n";
  for (std::size_t i = 0; i < document.units.size(); ++i) {
    const Unit& unit = document.units[i];
    text += "unit " + std::to_string(static_cast<int>(unit.type)) + " item " + std::to_string(unit.item) +
            "/" + std::to_string(unit.depth) + " [";
    const auto path = section_path(document, unit.section);
    for (const std::string& title : path) {
      if (headings == Headings::all || &title == &path.back()) text += title + " > ";
    }
    text += std::string(name_of(document.sections[unit.section].role)) + "] " +
            std::string(name_of(checked.units[i].work)) + " " +
            std::string(name_of(checked.units[i].verdict)) + ": " +
            without_breaks(slice(document.text, unit.span)) + "\n";
  }
  for (const Finding& finding : checked.findings) {
    text += "finding " + shipped_rules().rules[finding.rule].id + " " + std::string(name_of(finding.status)) +
            " " + std::string(name_of(finding.effect)) + ": " +
            without_breaks(slice(document.text, finding.span)) + "\n";
  }
  return text + "score " + std::to_string(checked.score.value) + " " + std::to_string(checked.score.low) +
         " " + std::to_string(checked.score.high) + " " + checked.score.tier + "\n";
}

std::string told_of(const std::string& bytes, const std::string& name, Headings headings = Headings::all) {
  static const Checker checker(shipped_rules());
  return told(checker.check(test::read_one(bytes, name)), headings);
}

std::string first_difference(const std::string& a, const std::string& b) {
  const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto line = [](const std::string& text, std::ptrdiff_t at) {
    const std::size_t begin = text.rfind('\n', static_cast<std::size_t>(std::max<std::ptrdiff_t>(at - 1, 0)));
    return text.substr(begin == text.npos ? 0 : begin + 1, 400)
        .substr(0, text.substr(begin == text.npos ? 0 : begin + 1, 400).find('\n'));
  };
  if (left == a.end() && right == b.end()) return "";
  return line(a, left - a.begin()) + "\n  but: " + line(b, right - b.begin());
}

std::vector<std::string> markdown_files() {
  std::vector<std::string> paths;
  for (const char* folder :
       {"/examples/job-descriptions", "/examples/word-sources", "/tests/gold/develop/docs"}) {
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(PEERSCOPE_SOURCE_DIR) + folder)) {
      if (entry.path().extension() == ".md") paths.push_back(entry.path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

TEST_CASE("txt, md, docx, odt, html and rtf mean the same") {
  const auto paths = markdown_files();
  REQUIRE(paths.size() >= 8);
  int typed = 0;
  for (const std::string& path : paths) {
    CAPTURE(path);
    std::ifstream file(path);
    const std::string markdown{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto pieces = test::pieces_of(test::read_one(markdown, "job.md"));
    const std::string wanted = told_of(markdown, "job.md");
    CHECK(wanted.find("finding ") != std::string::npos);
    CHECK(first_difference(wanted, told_of(test::as_html(pieces), "job.html")) == "");
    CHECK(first_difference(wanted, told_of(test::as_docx(pieces), "job.docx")) == "");
    CHECK(first_difference(wanted, told_of(test::as_odt(pieces), "job.odt")) == "");
    CHECK(first_difference(wanted, told_of(test::as_rtf(pieces), "job.rtf")) == "");
    // Typed text has no tables and no quotations to be told by.
    const bool plain = std::all_of(pieces.begin(), pieces.end(), [](const test::Piece& piece) {
      return piece.type != BlockType::cell && piece.type != BlockType::quote;
    });
    if (!plain) continue;
    ++typed;
    CHECK(first_difference(told_of(markdown, "job.md", Headings::nearest),
                           told_of(test::as_txt(pieces), "job.txt", Headings::nearest)) == "");
  }
  CHECK(typed >= 3);
}
