// The report to read: order, width, marks, and nothing of a document that reaches the terminal unescaped.
#include "write/text.h"

#include <doctest/doctest.h>

#include <sstream>

#include "base/utf8.h"
#include "support/made.h"
#include "write/escape.h"
#include "write/formats.h"
#include "write/paper.h"

using namespace peerscope;
using made::Made;

namespace {

std::string written(const Made& made, WriteOptions options = {}) {
  Report report;
  report.rules = &made::rules();
  report.documents.push_back(made.scored());
  std::ostringstream out;
  write_text(report, options, out);
  return out.str();
}

Made sample() {
  Made made;
  made.document().path = "job.txt";
  made.unit(
          "Drives members to the clinic and to court whenever the driver of the agency is away or on leave.")
      .finding(Effect::risk, Severity::error);
  made.unit("Shares own story.").finding(Effect::strength, Severity::warning);
  made.unit("Perhaps drives.").finding(Effect::risk, Severity::error).last().confidence = Confidence::low;
  return made;
}

bool in_order(const std::string& text, const std::vector<std::string>& parts) {
  std::size_t at = 0;
  for (const std::string& part : parts) {
    at = text.find(part, at);
    if (at == std::string::npos) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("an audit tells tier, signs, work, findings, safeguards, limits in this order") {
  const std::string text = written(sample());
  CHECK_MESSAGE(in_order(text, {"job.txt", "Read as a job description", "Not enough text", "FIVE SIGNS",
                                "WHAT THE DUTIES", "FINDINGS", "1 error", "made/bad", "This is the message.",
                                "why", "instead", "source", "A book: page 4", "PLEASE LOOK", "Perhaps drives",
                                "SAFEGUARDS", "This speaks of the text alone"}),
                text);
}

TEST_CASE("lint puts wording first, and gives notes no figure") {
  Made note = sample();
  note.document().kind = DocumentKind::progress_note;
  WriteOptions options;
  options.notes_first = true;
  options.terminal = true;
  options.explain_score = true;
  const std::string text = written(note, options);
  CHECK_MESSAGE(in_order(text, {"Notes get no score", "FINDINGS", "FIVE SIGNS"}), text);
  CHECK(text.find("of 100") == std::string::npos);
}

TEST_CASE("no line is wider than the paper") {
  for (const int width : {60, 80, 100}) {
    WriteOptions options;
    options.width = width;
    options.explain_score = true;
    std::istringstream lines(written(sample(), options));
    std::string line;
    while (std::getline(lines, line)) {
      CHECK_MESSAGE(display_width(line) <= static_cast<std::size_t>(width), line);
      CHECK_MESSAGE((line.empty() || line.back() != ' '), line);
    }
  }
}

TEST_CASE("the words at issue are marked, with colour or without") {
  CHECK(written(sample()).find("‹Perhaps drives.›") != std::string::npos);
  WriteOptions options;
  options.color = true;
  const std::string colored = written(sample(), options);
  CHECK(colored.find("‹") == std::string::npos);
  CHECK(colored.find("\x1b[1;4mPerhaps drives.\x1b[0m\n") != std::string::npos);
}

TEST_CASE("every term of the score is told on request") {
  WriteOptions options;
  options.explain_score = true;
  const std::string text = written(sample(), options);
  CHECK_MESSAGE(in_order(text, {"R + 2", "made/bad", "S + 1", "made/good", "S = 1 for, R = 2 against",
                                "100·2/5 = 40.00", "Beta(2, 3)", "Best from 75"}),
                text);
}

TEST_CASE("terminal escapes, controls and marks that turn the line are spelled out") {
  Made made;
  made.document().path = "evil\x1b]0;title\x07.txt";
  made.unit(
          "Drives \x1b[31mred\x1b[0m \xE2\x80\xAE"
          "esrever \xC2\x9B"
          "1m members.")
      .finding(Effect::risk, Severity::error);
  const std::string text = written(made);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(text.find("\xC2\x9B") == std::string::npos);
  CHECK(text.find("<U+001B>[31mred") != std::string::npos);
  CHECK(text.find("<U+202E>") != std::string::npos);
}

TEST_CASE("printable text is on one line") {
  CHECK(printable("a\n\tb\r\nc  d") == "a b c d");
  CHECK(printable("re\xC2\xADgular") == "regular");
  CHECK(printable("a\x7F"
                  "b \xC2\xAD c ") == "a<U+007F>b  c");
  CHECK(printable("\xff\xfe") == "<0xFF><0xFE>");
  CHECK(printable("naïve – “quotes” 日本") == "naïve – “quotes” 日本");
}

TEST_CASE("paper wraps at words, and keeps words of several inks together") {
  std::ostringstream out;
  Paper paper(out, 60, false);
  paper.paragraph(
      {{"one two three four five six seven eight nine ten eleven does"}, {"n't", Ink::mark}, {", twelve"}}, 2,
      4);
  CHECK(out.str() == "  one two three four five six seven eight nine ten eleven\n    does‹n't›, twelve\n");
}

TEST_CASE("several documents end with a sum, and with what could not be read") {
  Report report;
  report.rules = &made::rules();
  report.documents.push_back(sample().scored());
  report.documents.push_back(sample().scored());
  report.errors.push_back({"It is no text.", "x.bin", 0, 0, "", ""});
  std::ostringstream out;
  write_text(report, {}, out);
  CHECK(out.str().find("2 documents read: 0 critical, 2 errors, 0 warnings, 0 notes.") != std::string::npos);
  CHECK(out.str().find("x.bin: It is no text.") != std::string::npos);
}

TEST_CASE("a document is on paper before the next one comes") {
  std::ostringstream out;
  TextReport report(made::rules(), {}, out);
  report.add(sample().scored());
  CHECK(out.str().find("This speaks of the text alone") != std::string::npos);
  report.finish();
}

TEST_CASE("the last page lists a thousand documents and mistakes, and counts the others") {
  std::ostringstream out;
  TextReport report(made::rules(), {}, out);
  const Checked checked = sample().scored();
  for (int i = 0; i < 1003; ++i) report.add(checked);
  for (int i = 0; i < 1002; ++i) report.add(Error{"is empty", "empty.txt", 0, 0, {}, {}});
  out.str("");
  report.finish();
  const std::string text = out.str();
  CHECK_MESSAGE(
      in_order(text, {"1003 documents read", "job.txt: ", "… and 3 more, told above", "1002 problems kept",
                      "empty.txt: is empty", "… and 2 more, each told on standard error"}),
      text);
}
