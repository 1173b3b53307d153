// A checked document and how much of it may be shown; what each finding is told as.
#include "write/shown.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "check/score.h"
#include "write/excerpt.h"
#include "write/places.h"
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

bool is_ruled_out(Status status) {
  return status == Status::negated || status == Status::prohibited || status == Status::excluded_by_heading ||
         status == Status::person_led;
}

}  // namespace

Standing standing_of(const Shown& shown, const Finding& finding) {
  const Rule& rule = shown.rules.rules[finding.rule];
  if (finding.suppressed) return Standing::ignored;
  if (is_silent(finding, shown.rules)) return Standing::silent;
  const bool counted = counts(shown.checked, finding, shown.rules);
  if (finding.effect == Effect::risk) return counted ? Standing::risk : Standing::look;
  if (finding.status != Status::affirmed) {
    const bool fault = rule.effect == Effect::risk;
    if (is_ruled_out(finding.status) && (fault || finding.effect == Effect::strength))
      return Standing::ruled_out;
    return fault ? Standing::set_aside : Standing::silent;
  }
  if (rule.kind == RuleKind::require) return Standing::silent;  // told with the safeguards
  if (finding.effect == Effect::none) return Standing::look;
  return counted ? Standing::strength : Standing::silent;
}

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

std::string place_of_finding(const Shown& shown, const Finding& finding) {
  const Document& document = shown.checked.document;
  const Unit& unit = document.units[finding.unit];
  std::string words = place_in_words(place_of(document, finding.span.begin));
  const std::string title = nearest_title(document, unit, shown.excerpts);
  if (!title.empty()) words += (words.empty() ? "" : " · ") + title;
  if (unit.item != 0) words += fmt::format("{}item {}", words.empty() ? "" : ", ", unit.item);
  if (words.empty()) words = "in the text";
  return finding.known ? words + " · known already" : words;
}

Pieces text_of_findings(const Shown& shown, const std::vector<const Finding*>& findings) {
  const Document& document = shown.checked.document;
  if (shown.excerpts == Excerpts::none) return {};
  Pieces pieces;
  const auto add = [&](std::string text, Ink ink) { pieces.push_back({std::move(text), ink}); };
  const std::vector<Span> spans = united_spans(findings);
  if (shown.excerpts == Excerpts::match) {
    for (const Span span : spans) {
      if (!pieces.empty()) add(" ", Ink::plain);
      add(shown_words(document, span, shown.rules, shown.excerpts), Ink::mark);
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

std::string reason_in_words(const Shown& shown, const Finding& finding) {
  std::string words;
  for (const FiredCue& cue : finding.cues) {
    const std::string text = shown_words(shown.checked.document, cue.span, shown.rules, shown.excerpts);
    if (text.empty()) continue;
    if (!words.empty()) words += ", ";
    words += "\"" + text + "\"";
  }
  if (!words.empty()) words += ": ";
  words += status_in_words(finding.status);
  return words + (finding.effect == Effect::strength ? "; counts for peer support" : "; does not count");
}

std::vector<std::vector<const Finding*>> by_unit(const std::vector<const Finding*>& findings) {
  std::map<std::uint32_t, std::vector<const Finding*>> units;
  for (const Finding* finding : findings) units[finding->unit].push_back(finding);
  std::vector<std::vector<const Finding*>> sorted;
  for (auto& [unit, together] : units) sorted.push_back(std::move(together));
  return sorted;
}

std::vector<std::uint32_t> unjudged_duties(const Shown& shown) {
  std::vector<std::uint32_t> unjudged;
  if (shown.excerpts != Excerpts::full) return unjudged;
  std::set<std::uint32_t> read;
  for (const Finding& finding : shown.checked.findings) {
    if (!is_silent(finding, shown.rules)) read.insert(finding.unit);
  }
  for (std::uint32_t i = 0; i < shown.checked.units.size(); ++i) {
    const UnitResult& result = shown.checked.units[i];
    if (result.duty && result.work == Work::unclassified && read.count(i) == 0) unjudged.push_back(i);
  }
  return unjudged;
}

const Safeguard* safeguard_named(const Scales& scales, const std::string& id) {
  const auto at = std::find_if(scales.safeguards.begin(), scales.safeguards.end(),
                               [&](const Safeguard& safeguard) { return safeguard.id == id; });
  return at == scales.safeguards.end() ? nullptr : &*at;
}

}  // namespace peerscope
