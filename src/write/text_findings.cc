// The findings in the report to read: what counts, by rule; what a person should look at.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "write/groups.h"
#include "write/text_parts.h"
#include "write/wording.h"

namespace peerscope {

namespace {

Ink ink_of(Severity severity) {
  if (severity >= Severity::error) return Ink::bad;
  return severity == Severity::warning ? Ink::warn : Ink::strong;
}

constexpr int kText = 11;  // the column where text stands, beside the labels

void put_explanation(const Page& page, const Rule& rule) {
  const auto row = [&](std::string_view label, const std::string& text) {
    if (!text.empty()) page.paper.row({{2, {std::string(label), Ink::faint}}}, kText, {{text}});
  };
  row("why", rule.why);
  row("instead", rule.instead);
  if (rule.contested) row("disputed", rule.contested_text);
  row("source", sources_of(rule, page.rules, page.told_sources));
}

void put_unit(const Page& page, const std::vector<const Finding*>& findings, int indent) {
  page.paper.paragraph({{place_of_finding(page, *findings.front()), Ink::faint}}, indent);
  const Pieces text = text_of_findings(page, findings);
  if (!text.empty()) page.paper.paragraph(text, indent + 2);
}

// Rules that are told in full, and for each unit the rules that only add to what another one says of it.
struct Outline {
  std::vector<Group> groups;
  std::map<std::uint32_t, std::vector<std::uint32_t>> also;  // unit -> rules
};

// A duty is told once, under the gravest rule that it broke; a rule all of whose duties are told already is
// named beside them ("also: …"), and `explain` has its reasons.
Outline outline_of(const std::vector<Group>& groups) {
  Outline outline;
  std::set<std::uint32_t> told;
  for (const Group& group : groups) {
    const bool adds = std::any_of(group.findings.begin(), group.findings.end(),
                                  [&](const Finding* finding) { return told.count(finding->unit) == 0; });
    for (const Finding* finding : group.findings) {
      const bool first = told.insert(finding->unit).second;
      auto& also = outline.also[finding->unit];
      const bool named = std::find(also.begin(), also.end(), group.rule) != also.end();
      if (!first && !adds && !named) also.push_back(group.rule);
    }
    if (adds) outline.groups.push_back(group);
  }
  return outline;
}

void put_group(const Page& page, const Group& group, Outline& outline) {
  const Rule& rule = page.rules.rules[group.rule];
  page.paper.blank();
  page.paper.row({{2, {std::string(name_of(group.severity)), ink_of(group.severity)}}}, kText,
                 {{rule.title, Ink::strong}, {" · " + full_id(page.rules, rule), Ink::faint}});
  for (const auto& findings : by_unit(group.findings)) {
    put_unit(page, findings, kText);
    for (const std::uint32_t other : std::exchange(outline.also[findings.front()->unit], {})) {
      const Rule& also = page.rules.rules[other];
      page.paper.paragraph({{"also: " + also.title}, {" · " + full_id(page.rules, also), Ink::faint}},
                           kText + 2);
    }
  }
  page.paper.paragraph(rule.message, kText);
  put_explanation(page, rule);
}

}  // namespace

void put_findings(const Page& page) {
  const auto groups = grouped(page.checked.findings, [&](const Finding& finding) {
    return standing_of(page, finding) == Standing::risk;
  });
  if (groups.empty()) {
    page.paper.heading("FINDINGS", "none that counts");
    return;
  }
  std::set<std::uint32_t> units;
  for (const Group& group : groups) {
    for (const Finding* finding : group.findings) units.insert(finding->unit);
  }
  const bool notes = page.checked.document.kind == DocumentKind::progress_note;
  const auto number = static_cast<long>(units.size());
  page.paper.heading("FINDINGS", severities_in_words(groups) + " in " +
                                     (notes ? counted(number, "sentence", "sentences")
                                            : counted(number, "duty or sentence", "duties and sentences")));
  Outline outline = outline_of(groups);
  for (const Group& group : outline.groups) put_group(page, group, outline);
}

void put_please_look(const Page& page) {
  const auto groups = grouped(page.checked.findings, [&](const Finding& finding) {
    return standing_of(page, finding) == Standing::look;
  });
  if (groups.empty()) return;
  page.paper.heading("PLEASE LOOK", "not scored: a person can tell, the program cannot");
  for (const Group& group : groups) {
    const Rule& rule = page.rules.rules[group.rule];
    page.paper.blank();
    page.paper.paragraph({{rule.title, Ink::strong}, {" · " + full_id(page.rules, rule), Ink::faint}}, 2);
    for (const auto& findings : by_unit(group.findings)) put_unit(page, findings, 4);
    page.paper.paragraph(rule.contested && !rule.contested_text.empty() ? rule.contested_text : rule.message,
                         4);
  }
}

void put_ignored(const Page& page) {
  if (page.checked.document.ignores.empty()) return;
  page.paper.heading("IGNORED ON REQUEST", "by a comment in the text or by the configuration");
  for (const IgnoreNote& note : page.checked.document.ignores) {
    std::string line = note.rule + " · " + place_in_words(note.place);
    if (page.excerpts == Excerpts::full)
      line += note.reason.empty() ? ": no reason given" : ": " + note.reason;
    page.paper.paragraph(line, 2, 4);
  }
}

}  // namespace peerscope
