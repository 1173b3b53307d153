// The report to read: one document after another, each in the same order.
#include <fmt/format.h>

#include <set>

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

// Of many documents the last lines are what a terminal still shows: what is in which of them.
void put_overview(Paper& paper, const Report& report) {
  long clean = 0;
  for (const Checked& checked : report.documents) {
    const std::string risks = risks_in_words(checked, *report.rules);
    const bool figure = shows_figure(checked);
    if (!figure && risks == kNoRisks) {
      ++clean;
      continue;
    }
    std::string words = ": ";
    if (figure) words += std::string(tier_title(checked.score, report.rules->scales)) + "; ";
    paper.paragraph({{name_in_report(checked.document), Ink::strong}, {words + risks}}, 2, 4);
  }
  if (clean != 0) paper.paragraph(counted(clean, "note", "notes") + " without a finding that counts", 2, 4);
}

// Only where there is more than one document, or one is missing: else the report above has said it all.
void put_summary(Paper& paper, const Report& report) {
  if (report.documents.size() + report.errors.size() < 2) return;
  const Summary summary = summarise(report);
  paper.blank();
  paper.paragraph({{run_in_words(report), Ink::strong}});
  if (report.documents.size() > 1) put_overview(paper, report);
  if (summary.incomplete != 0) {
    paper.paragraph(fmt::format("{} read only in part.", summary.incomplete == 1
                                                             ? "1 was"
                                                             : fmt::format("{} were", summary.incomplete)));
  }
  if (!report.errors.empty()) {
    paper.paragraph(counted(static_cast<long>(report.errors.size()), "problem", "problems") +
                    " kept a document from being read:");
    for (const Error& error : report.errors) paper.paragraph(error.path + ": " + error.message, 2, 4);
  }
}

}  // namespace

void write_text(const Report& report, const WriteOptions& options, std::ostream& out) {
  Paper paper(out, options.width, options.color);
  if (!report.agencies.empty() || !report.trend.empty()) {
    if (!report.agencies.empty()) put_agencies(paper, report);
    return put_trend(paper, report);
  }
  bool first = true;
  std::set<std::string> told_sources;
  for (const Checked& checked : report.documents) {
    if (!first) {
      paper.blank();
      paper.blank();
    }
    first = false;
    put_document({{checked, *report.rules, options, excerpts_for(checked, options)}, paper, told_sources});
  }
  put_summary(paper, report);
}

}  // namespace peerscope
