// Where a finding stands and what its sentence says, for the report to read.
#include <fmt/format.h>

#include "check/score.h"
#include "write/excerpt.h"
#include "write/places.h"
#include "write/text_parts.h"
#include "write/wording.h"

namespace peerscope {

namespace {

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
  const Document& document = page.checked.document;
  if (page.excerpts == Excerpts::none) return {};
  if (page.excerpts == Excerpts::match) {
    return {{shown_words(document, finding.span, page.rules, page.excerpts), Ink::mark}};
  }
  const Span unit = document.units[finding.unit].span;
  return {{tail_of(slice(document.text, {unit.begin, finding.span.begin}))},
          {std::string(slice(document.text, finding.span)), Ink::mark},
          {head_of(slice(document.text, {finding.span.end, unit.end}))}};
}

}  // namespace peerscope
