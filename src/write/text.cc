// The report to read: one document after another, each in the same order.
#include "write/text.h"

#include <fmt/format.h>

#include <utility>

#include "check/score.h"
#include "write/agencies.h"
#include "write/excerpt.h"
#include "write/formats.h"
#include "write/groups.h"
#include "write/results.h"
#include "write/text_parts.h"
#include "write/trend.h"
#include "write/wording.h"

namespace peerscope {

namespace {

void put_title(const Page& page) {
  const Document& document = page.checked.document;
  std::string title = document.path == "-" ? "standard input" : document.path;
  if (!document.id.empty() && document.id != document.path)
    title += (title.empty() ? "" : ": ") + document.id;
  page.paper.paragraph({{title, Ink::strong}});
  std::string read_as = "Read as " + kind_in_words(document.kind);
  if (document.kind_recognised) read_as += " (recognised from its text; --kind says otherwise)";
  page.paper.paragraph(
      {{fmt::format("{}, {}.", read_as, counted(static_cast<long>(document.words.size()), "word", "words")),
        Ink::faint}});
  for (const ReadingNote& note : document.notes) {
    page.paper.paragraph(
        {{note.incomplete ? "Not all of it was read: " : "Note: ", Ink::warn}, {note.message}});
  }
}

void put_limits(const Page& page) {
  page.paper.blank();
  page.paper.paragraph(
      {{"This speaks of the text alone: how people really work together it cannot show, and what is "
        "not stated here may still be done.",
        Ink::faint}});
}

void put_document(const Page& page) {
  put_title(page);
  put_tier(page);
  if (page.options.notes_first) {
    put_findings(page);
    put_please_look(page);
    put_signs(page);
    put_work(page);
  } else {
    put_signs(page);
    put_work(page);
    put_findings(page);
    put_please_look(page);
  }
  put_strengths(page);
  put_set_aside(page);
  put_ignored(page);
  put_safeguards(page);
  if (page.options.explain_score) put_score_terms(page);
  if (page.options.sensitivity) put_sensitivity(page);
  put_limits(page);
}

constexpr std::size_t kMostListed = 1000;

}  // namespace

void TextReport::Listed::add(Pieces line) {
  if (lines.size() < kMostListed)
    lines.push_back(std::move(line));
  else
    ++left_out;
}

void TextReport::Listed::put(Paper& paper, std::string_view more) const {
  for (const Pieces& line : lines) paper.paragraph(line, 2, 4);
  if (left_out != 0) paper.paragraph(fmt::format("… and {} more{}", left_out, more), 2, 4);
}

TextReport::TextReport(const RuleSet& rules, const WriteOptions& options, std::ostream& out)
    : rules_(rules), options_(options), paper_(out, options.width, options.color) {}

void TextReport::add(const Checked& checked) {
  if (documents_++ != 0) {
    paper_.blank();
    paper_.blank();
  }
  put_document({{checked, rules_, options_, excerpts_for(checked, options_)}, paper_, told_sources_});
  add_to(summary_, checked, rules_);
  keep_for_overview(checked);
}

void TextReport::add(const Error& error) {
  ++errors_;
  unread_.add({{error.path + ": " + error.message}});
}

// Of many documents the last lines are what a terminal still shows: what is in which of them.
void TextReport::keep_for_overview(const Checked& checked) {
  const std::string risks = risks_in_words(checked, rules_);
  const bool figure = shows_figure(checked);
  if (!figure && risks == kNoRisks) {
    ++clean_;
    return;
  }
  std::string words = ": ";
  if (figure) words += std::string(tier_title(checked.score, rules_.scales)) + "; ";
  overview_.add({{name_in_report(checked.document), Ink::strong}, {words + risks}});
}

// Only where there is more than one document, or one is missing: else the report above has said it all.
void TextReport::finish() {
  if (documents_ + errors_ < 2) return;
  paper_.blank();
  paper_.paragraph({{run_in_words(documents_, summary_), Ink::strong}});
  if (documents_ > 1) {
    overview_.put(paper_, ", told above");
    if (clean_ != 0)
      paper_.paragraph(counted(clean_, "note", "notes") + " without a finding that counts", 2, 4);
  }
  if (summary_.incomplete != 0) {
    paper_.paragraph(fmt::format("{} read only in part.", summary_.incomplete == 1
                                                              ? "1 was"
                                                              : fmt::format("{} were", summary_.incomplete)));
  }
  if (errors_ == 0) return;
  paper_.paragraph(counted(static_cast<long>(errors_), "problem", "problems") +
                   " kept a document from being read:");
  unread_.put(paper_, ", each told on standard error");
}

void write_text(const Report& report, const WriteOptions& options, std::ostream& out) {
  if (!report.agencies.empty() || !report.trend.empty()) {
    Paper paper(out, options.width, options.color);
    if (!report.agencies.empty()) put_agencies(paper, report);
    return put_trend(paper, report);
  }
  TextReport text(*report.rules, options, out);
  for (const Checked& checked : report.documents) text.add(checked);
  for (const Error& error : report.errors) text.add(error);
  text.finish();
}

}  // namespace peerscope
