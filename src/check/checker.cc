// One document through every stage.
#include "check/checker.h"

#include <algorithm>

#include "check/measure.h"
#include "check/score.h"
#include "context/interpret.h"
#include "context/suppress.h"
#include "document/kind.h"
#include "document/language.h"
#include "document/segment.h"

namespace peerscope {

namespace {

// What kind of document it is decides which rules look at it, so it is settled before any does.
void settle_kind(Document& document, DocumentKind fallback) {
  if (document.kind != DocumentKind::unknown) return;
  document.kind = recognise_kind(document);
  document.kind_recognised = document.kind != DocumentKind::unknown;
  if (document.kind_recognised) return;
  const DocumentKind by_folder = kind_by_folder(document.path);
  document.kind = by_folder != DocumentKind::unknown ? by_folder : fallback;
}

// A document without a word in it is never "clean": it says so.
void note_empty_text(Document& document) {
  const bool told = std::any_of(document.notes.begin(), document.notes.end(),
                                [](const ReadingNote& note) { return note.incomplete; });
  if (document.words.empty() && !told) document.notes.push_back({"No text was found in it.", true, {}});
}

// Words that were recognised in a picture may be others: what was found there is for a person to look at.
void doubt_machine_pages(const Document& document, std::vector<Finding>& findings) {
  const auto& pages = document.machine_pages;
  if (pages.empty()) return;
  for (Finding& finding : findings) {
    const std::uint32_t page = place_of(document, finding.span.begin).page;
    if (std::find(pages.begin(), pages.end(), page) != pages.end()) finding.confidence = Confidence::low;
  }
}

// The packs know English only: a text in another language is not assessed, and so never clean.
bool left_alone(Document& document) {
  if (looks_english(document)) return false;
  document.notes.push_back(
      {"Its text seems not to be English: not assessed. The rules know no other language.", true, {}});
  return true;
}

// An ignore note that no finding needed may hide a spelling mistake, or outlive what it was for.
void note_unused_ignores(Document& document, std::vector<IgnoreNote> unused) {
  for (IgnoreNote& note : unused)
    document.notes.push_back(
        {"The ignore note for " + note.rule + " sets nothing aside.", false, note.place});
}

}  // namespace

Checked Checker::check(Document document) const {
  segment(document, headings_);
  settle_kind(document, fallback_);
  note_empty_text(document);
  Checked checked;
  if (!left_alone(document)) {
    checked.findings = interpret(document, find(document, *rules_, prefilter_), *rules_);
    doubt_machine_pages(document, checked.findings);
    measure_density(document, *rules_, checked.findings);
    note_unused_ignores(document, suppress(document, *rules_, checked.findings));
    if (set_aside_) set_aside_(document, checked.findings);
  }
  checked.document = std::move(document);
  score_findings(checked, *rules_);
  const bool shares = measure_share(checked, *rules_);
  const bool copied = measure_similar(checked, *rules_, *copies_);
  if (shares || copied) score_findings(checked, *rules_);
  return checked;
}

}  // namespace peerscope
