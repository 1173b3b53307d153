// Where a finding stands and what its sentence says, for the report to read.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check/score.h"
#include "write/excerpt.h"
#include "write/places.h"
#include "write/text_parts.h"
#include "write/wording.h"

namespace peerscope {

namespace {

// The words of all findings, in order, those that touch or overlap as one.
std::vector<Span> united_spans(const std::vector<const Finding*>& findings) {
  std::vector<Span> spans;
  for (const Finding* finding : findings) spans.push_back(finding->span);
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
  std::vector<Span> united;
  for (const Span span : spans) {
    if (united.empty() || span.begin > united.back().end) {
      united.push_back(span);
    } else {
      united.back().end = std::max(united.back().end, span.end);
    }
  }
  return united;
}

constexpr std::size_t kContext = 140;  // bytes of a long sentence that are shown on either side of the words

// The end of `text`, from a word on.
std::string tail_of(std::string_view text) {
  if (text.size() <= kContext) return std::string(text);
  const std::size_t space = text.find(' ', text.size() - kContext);
  return space == std::string_view::npos ? "… " : "…" + std::string(text.substr(space));
}

std::string head_of(std::string_view text) {
  if (text.size() <= kContext) return std::string(text);
  const std::size_t space = text.rfind(' ', kContext);
  return space == std::string_view::npos ? " …" : std::string(text.substr(0, space)) + " …";
}

}  // namespace

bool counts_on(const Page& page, const Finding& finding) { return counts(page.checked, finding, page.rules); }

std::string place_of_finding(const Page& page, const Finding& finding) {
  const Document& document = page.checked.document;
  const Unit& unit = document.units[finding.unit];
  std::string words = place_in_words(place_of(document, finding.span.begin));
  const std::string title = nearest_title(document, unit, page.excerpts);
  if (!title.empty()) words += (words.empty() ? "" : " · ") + title;
  if (unit.item != 0) words += fmt::format("{}item {}", words.empty() ? "" : ", ", unit.item);
  return words.empty() ? "in the text" : words;
}

Pieces text_of_finding(const Page& page, const Finding& finding) {
  return text_of_findings(page, {&finding});
}

Pieces text_of_findings(const Page& page, const std::vector<const Finding*>& findings) {
  const Document& document = page.checked.document;
  if (page.excerpts == Excerpts::none) return {};
  Pieces pieces;
  const auto add = [&](std::string text, Ink ink) { pieces.push_back({std::move(text), ink}); };
  const std::vector<Span> spans = united_spans(findings);
  if (page.excerpts == Excerpts::match) {
    for (const Span span : spans) {
      if (!pieces.empty()) add(" ", Ink::plain);
      add(shown_words(document, span, page.rules, page.excerpts), Ink::mark);
    }
    return pieces;
  }
  const Span unit = document.units[findings.front()->unit].span;
  add(tail_of(slice(document.text, {unit.begin, spans.front().begin})), Ink::plain);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i > 0) add(std::string(slice(document.text, {spans[i - 1].end, spans[i].begin})), Ink::plain);
    add(std::string(slice(document.text, spans[i])), Ink::mark);
  }
  add(head_of(slice(document.text, {spans.back().end, unit.end})), Ink::plain);
  return pieces;
}

std::vector<std::vector<const Finding*>> by_unit(const std::vector<const Finding*>& findings) {
  std::map<std::uint32_t, std::vector<const Finding*>> units;
  for (const Finding* finding : findings) units[finding->unit].push_back(finding);
  std::vector<std::vector<const Finding*>> sorted;
  for (auto& [unit, together] : units) sorted.push_back(std::move(together));
  return sorted;
}

}  // namespace peerscope
