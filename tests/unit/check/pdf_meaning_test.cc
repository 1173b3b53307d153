// The same job description means the same as PDF: its units, their sections, its findings and its score.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "../support/pdf_writer.h"
#include "check/checker.h"
#include "read/pdf_helper.h"
#include "read/read.h"
#include "rules/catalog.h"

using namespace peerscope;
using test::PdfWriter;

namespace {

Document read_as(const std::string& bytes, const std::string& name) {
  ReadOptions options;
  options.kind = DocumentKind::job_description;
  Document read;
  read_bytes(bytes, name, options, [&](Result<Document> document) {
    REQUIRE(document.has_value());
    read = std::move(*document);
  });
  return read;
}

// Set as a word processor would set it; `justified` stretches the lines to the margin.
std::string as_pdf(const Document& document, bool justified) {
  PdfWriter pdf;
  for (const Block& block : document.blocks) {
    const std::string_view text = slice(document.text, block.span);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string line(text.substr(at, end - at));
      PdfWriter::Look look;
      look.justified = justified;
      look.bold = block.bold;
      if (at > 0) look.before = 0;
      if (block.type == BlockType::heading)
        pdf.heading(line, block.level < 2 ? 20 : block.level == 2 ? 16 : 13);
      else if (block.type == BlockType::item)
        pdf.item(line, block.level, look);
      else
        pdf.paragraph(line, look);
      at = end + 1;
    }
  }
  return pdf.file();
}

std::string units_of(const Checked& checked) {
  std::string text;
  for (const Unit& unit : checked.document.units) {
    const Section& section = checked.document.sections[unit.section];
    text += std::to_string(static_cast<int>(unit.type)) + " [" + section.title + "] ";
    for (const Word& word : std::vector<Word>(checked.document.words.begin() + unit.first_word,
                                              checked.document.words.begin() + unit.end_word))
      text += fold_word(slice(checked.document.text, word.span)) + " ";
    text += "\n";
  }
  return text;
}

std::string findings_of(const Checked& checked, const RuleSet& rules) {
  std::string text;
  for (const Finding& finding : checked.findings)
    text += std::to_string(finding.unit) + " " + rules.rules[finding.rule].id + " " +
            std::string(name_of(finding.status)) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a job description as PDF has the units, findings and score of its text") {
  if (find_pdf_helper("").empty()) return;
  const RuleSet rules = built_in_rules();
  const Checker checker(rules);
  int compared = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(PEERSCOPE_SOURCE_DIR) +
                                                               "/examples/job-descriptions")) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".md") continue;
    CAPTURE(entry.path().string());
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const Document source = read_as(text, "job" + extension);
    const Checked wanted = checker.check(source);
    REQUIRE(wanted.findings.size() > 5);
    for (const bool justified : {false, true}) {
      const Checked came = checker.check(read_as(as_pdf(source, justified), "job.pdf"));
      CHECK(units_of(came) == units_of(wanted));
      CHECK(findings_of(came, rules) == findings_of(wanted, rules));
      CHECK(came.score.value == wanted.score.value);
      ++compared;
    }
  }
  CHECK(compared >= 4);
}
