// What speaks for peer support, and where context decided, in the report to read.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check/score.h"
#include "write/excerpt.h"
#include "write/groups.h"
#include "write/text_parts.h"
#include "write/wording.h"

namespace peerscope {

namespace {

// "does not": ruled out; counts for peer support
std::string reason_in_words(const Page& page, const Finding& finding) {
  std::string words;
  for (const FiredCue& cue : finding.cues) {
    const std::string text = shown_words(page.checked.document, cue.span, page.rules, page.excerpts);
    if (text.empty()) continue;
    if (!words.empty()) words += ", ";
    words += "\"" + text + "\"";
  }
  if (!words.empty()) words += ": ";
  words += status_in_words(finding.status);
  return words + (finding.effect == Effect::strength ? "; counts for peer support" : "; does not count");
}

bool is_ruled_out(Status status) {
  return status == Status::negated || status == Status::prohibited || status == Status::excluded_by_heading ||
         status == Status::person_led;
}

// Of a unit in which context decided: its place and words, why, and what it would have been.
void put_unit(const Page& page, const std::vector<const Finding*>& findings) {
  const auto heaviest =
      *std::max_element(findings.begin(), findings.end(), [](const Finding* a, const Finding* b) {
        return std::pair(a->effect, a->severity) < std::pair(b->effect, b->severity);
      });
  page.paper.paragraph({{heaviest->effect == Effect::strength ? "+ " : "· ", Ink::good},
                        {place_of_finding(page, *heaviest), Ink::faint}},
                       2, 4);
  const Pieces text = text_of_findings(page, findings);
  if (!text.empty()) page.paper.paragraph(text, 6);
  std::vector<std::string> titles;
  for (const Finding* finding : findings) {
    const std::string& title = page.rules.rules[finding->rule].title;
    if (std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(title);
  }
  std::string named;
  for (const std::string& title : titles) named += (named.empty() ? "" : "; ") + title;
  page.paper.paragraph({{reason_in_words(page, *heaviest)}, {" (" + named + ")", Ink::faint}}, 6);
}

}  // namespace

void put_strengths(const Page& page) {
  std::vector<std::pair<std::string, std::vector<std::string>>> rows;  // title, places
  const auto groups = grouped(page.checked.findings, [&](const Finding& finding) {
    // What states a safeguard is told with the safeguards.
    return finding.effect == Effect::strength && finding.status == Status::affirmed &&
           counts_on(page, finding) && page.rules.rules[finding.rule].kind != RuleKind::require;
  });
  for (const Group& group : groups) {
    const std::string& title = page.rules.rules[group.rule].title;
    auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& each) { return each.first == title; });
    if (row == rows.end()) row = rows.insert(rows.end(), {title, {}});
    for (const Finding* finding : group.findings) {
      const std::string place = place_in_words(place_of(page.checked.document, finding->span.begin));
      auto& places = row->second;
      if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
    }
  }
  if (rows.empty()) return;
  page.paper.heading("WHAT SPEAKS FOR PEER SUPPORT");
  for (const auto& [title, places] : rows) {
    std::string all;
    for (const std::string& place : places) all += (all.empty() ? " · " : ", ") + place;
    page.paper.paragraph({{"+ ", Ink::good}, {title}, {all, Ink::faint}}, 2, 4);
  }
}

void put_set_aside(const Page& page) {
  std::vector<const Finding*> ruled_out;
  std::map<Status, long> others;
  for (const Finding& finding : page.checked.findings) {
    const bool fault = page.rules.rules[finding.rule].effect == Effect::risk;
    if (finding.status == Status::affirmed || finding.suppressed || finding.effect == Effect::risk) continue;
    if (is_ruled_out(finding.status) && (fault || finding.effect == Effect::strength)) {
      ruled_out.push_back(&finding);
    } else if (fault) {
      ++others[finding.status];
    }
  }
  if (ruled_out.empty() && others.empty()) return;
  page.paper.heading("WHERE CONTEXT DECIDED", "these words are no fault here");
  for (const auto& findings : by_unit(ruled_out)) put_unit(page, findings);
  std::string rest;
  for (const auto& [status, number] : others) {
    rest += fmt::format("{}{} {}", rest.empty() ? "" : ", ", number, status_in_words(status));
  }
  if (!rest.empty()) page.paper.paragraph("Also set aside: " + rest + ". --format json tells each.", 2);
}

}  // namespace peerscope
