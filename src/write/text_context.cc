// What speaks for peer support, and where context decided, in the report to read.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "write/groups.h"
#include "write/text_parts.h"
#include "write/wording.h"

namespace peerscope {

namespace {

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
    return standing_of(page, finding) == Standing::strength;
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
    const Standing standing = standing_of(page, finding);
    if (standing == Standing::ruled_out) ruled_out.push_back(&finding);
    if (standing == Standing::set_aside) ++others[finding.status];
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
