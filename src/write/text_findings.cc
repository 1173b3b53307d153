// The findings in the report to read: what counts, by rule; what a person should look at; what context set
// aside.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "check/score.h"
#include "write/excerpt.h"
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
  row("source", sources_of(rule, page.rules));
}

void put_places(const Page& page, const Group& group, int indent) {
  for (const Finding* finding : group.findings) {
    page.paper.paragraph({{place_of_finding(page, *finding), Ink::faint}}, indent);
    const Pieces text = text_of_finding(page, *finding);
    if (!text.empty()) page.paper.paragraph(text, indent + 2);
  }
}

void put_group(const Page& page, const Group& group) {
  const Rule& rule = page.rules.rules[group.rule];
  page.paper.blank();
  page.paper.row({{2, {std::string(name_of(group.severity)), ink_of(group.severity)}}}, kText,
                 {{rule.title, Ink::strong}, {" · " + full_id(page.rules, rule), Ink::faint}});
  put_places(page, group, kText);
  page.paper.paragraph(rule.message, kText);
  put_explanation(page, rule);
}

std::string severities_of(const std::vector<Group>& groups) {
  std::map<Severity, long, std::greater<>> numbers;
  for (const Group& group : groups) {
    for (const Finding* finding : group.findings) ++numbers[finding->severity];
  }
  std::string text;
  for (const auto& [severity, number] : numbers) {
    if (!text.empty()) text += ", ";
    const std::string one(name_of(severity));
    text +=
        severity == Severity::critical ? fmt::format("{} critical", number) : counted(number, one, one + "s");
  }
  return text;
}

// "does not" → ruled out: counts for peer support
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
  if (finding.effect == Effect::strength) return words + "; counts for peer support";
  return words + (finding.effect == Effect::risk ? "; counts all the same" : "; does not count");
}

bool is_ruled_out(Status status) {
  return status == Status::negated || status == Status::prohibited || status == Status::excluded_by_heading ||
         status == Status::person_led;
}

}  // namespace

void put_findings(const Page& page) {
  const auto groups = grouped(page.checked.findings, [&](const Finding& finding) {
    return finding.effect == Effect::risk && counts_on(page, finding);
  });
  if (groups.empty()) {
    page.paper.heading("FINDINGS", "none that counts");
    return;
  }
  page.paper.heading("FINDINGS", severities_of(groups));
  for (const Group& group : groups) put_group(page, group);
}

void put_please_look(const Page& page) {
  // Low confidence, headings, and remarks, whose rules never score.
  const auto groups = grouped(page.checked.findings, [&](const Finding& finding) {
    const bool safeguard = page.rules.rules[finding.rule].kind == RuleKind::require;  // told further down
    const bool remark = finding.effect == Effect::none && finding.status == Status::affirmed && !safeguard;
    return !finding.suppressed && !is_silent(finding, page.rules) && !counts_on(page, finding) &&
           (remark || finding.effect == Effect::risk);
  });
  if (groups.empty()) return;
  page.paper.heading("PLEASE LOOK", "not scored: a person can tell, the program cannot");
  for (const Group& group : groups) {
    const Rule& rule = page.rules.rules[group.rule];
    page.paper.blank();
    page.paper.paragraph({{rule.title, Ink::strong}, {" · " + full_id(page.rules, rule), Ink::faint}}, 2);
    put_places(page, group, 4);
    page.paper.paragraph(rule.contested && !rule.contested_text.empty() ? rule.contested_text : rule.message,
                         4);
  }
}

void put_strengths(const Page& page) {
  const auto groups = grouped(page.checked.findings, [&](const Finding& finding) {
    return finding.effect == Effect::strength && finding.status == Status::affirmed &&
           counts_on(page, finding);
  });
  if (groups.empty()) return;
  page.paper.heading("WHAT SPEAKS FOR PEER SUPPORT");
  for (const Group& group : groups) {
    std::string places;
    for (const Finding* finding : group.findings) {
      const std::string place = place_in_words(place_of(page.checked.document, finding->span.begin));
      if (!places.empty() && !place.empty()) places += ", ";
      places += place;
    }
    page.paper.paragraph(
        {{"+ ", Ink::good}, {page.rules.rules[group.rule].title}, {" · " + places, Ink::faint}}, 2, 4);
  }
}

void put_set_aside(const Page& page) {
  std::vector<const Finding*> ruled_out;
  std::map<Status, long> others;
  for (const Finding& finding : page.checked.findings) {
    if (finding.status == Status::affirmed || finding.suppressed || finding.effect == Effect::risk) continue;
    if (page.rules.rules[finding.rule].effect == Effect::none) continue;
    if (is_ruled_out(finding.status)) {
      ruled_out.push_back(&finding);
    } else {
      ++others[finding.status];
    }
  }
  if (ruled_out.empty() && others.empty()) return;
  page.paper.heading("WHERE CONTEXT DECIDED", "these words are no fault here");
  for (const Finding* finding : ruled_out) {
    page.paper.paragraph({{finding->effect == Effect::strength ? "+ " : "· ", Ink::good},
                          {page.rules.rules[finding->rule].title},
                          {" · " + place_of_finding(page, *finding), Ink::faint}},
                         2, 4);
    const Pieces text = text_of_finding(page, *finding);
    if (!text.empty()) page.paper.paragraph(text, 6);
    page.paper.paragraph({{reason_in_words(page, *finding), Ink::faint}}, 6);
  }
  std::string rest;
  for (const auto& [status, number] : others) {
    rest += fmt::format("{}{} {}", rest.empty() ? "" : ", ", number, status_in_words(status));
  }
  if (!rest.empty()) page.paper.paragraph("Also set aside: " + rest + ". --format json tells each.", 2);
}

void put_ignored(const Page& page) {
  if (page.checked.document.ignores.empty()) return;
  page.paper.heading("IGNORED ON REQUEST", "by a peerscope-ignore comment in the text");
  for (const IgnoreNote& note : page.checked.document.ignores) {
    std::string line = note.rule + " · " + place_in_words(note.place);
    if (page.excerpts == Excerpts::full)
      line += note.reason.empty() ? ": no reason given" : ": " + note.reason;
    page.paper.paragraph(line, 2, 4);
  }
}

}  // namespace peerscope
