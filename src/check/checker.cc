// One document through every stage.
#include "check/checker.h"

#include <algorithm>

#include "check/score.h"
#include "context/interpret.h"
#include "document/language.h"
#include "document/segment.h"
#include "match/match.h"

namespace peerscope {

namespace {

// What kind of document it is decides which rules look at it, so it is settled before any does.
void settle_kind(Document& document, DocumentKind fallback) {
  if (document.kind != DocumentKind::unknown) return;
  document.kind = recognise_kind(document);
  document.kind_recognised = document.kind != DocumentKind::unknown;
  if (!document.kind_recognised) document.kind = fallback;
}

// A document that the rules cannot judge is never "clean": it says so.
void note_what_rules_cannot_read(Document& document) {
  if (document.words.empty()) {
    const bool told = std::any_of(document.notes.begin(), document.notes.end(),
                                  [](const ReadingNote& note) { return note.incomplete; });
    if (!told) document.notes.push_back({"No text was found in it.", true, {}});
  } else if (!looks_english(document)) {
    document.notes.push_back({"Its text seems not to be English, and the rules know no other language.", true, {}});
  }
}

}  // namespace

Checked Checker::check(Document document) const {
  segment(document, rules_->headings);
  settle_kind(document, fallback_);
  note_what_rules_cannot_read(document);
  const Matches matches = find(document, *rules_);
  Checked checked;
  checked.findings = interpret(document, matches, *rules_);
  checked.document = std::move(document);
  score_findings(checked, *rules_);
  return checked;
}

}  // namespace peerscope
