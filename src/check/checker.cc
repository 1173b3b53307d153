// One document through every stage.
#include "check/checker.h"

#include "check/score.h"
#include "context/interpret.h"
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

// A document without a word in it is never "clean": it says so.
void note_empty_text(Document& document) {
  const bool told = !document.notes.empty() && document.notes.back().incomplete;
  if (document.words.empty() && !told) document.notes.push_back({"no text was found in it", true, {}});
}

}  // namespace

Checked Checker::check(Document document) const {
  segment(document, rules_->headings);
  settle_kind(document, fallback_);
  note_empty_text(document);
  const Matches matches = find(document, *rules_);
  Checked checked;
  checked.findings = interpret(document, matches, *rules_);
  checked.document = std::move(document);
  score_findings(checked, *rules_);
  return checked;
}

}  // namespace peerscope
