// The top of the report to read: the tier with its evidence, the five signs, what the duties are made of;
// and, when asked, every term of the score.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "check/score.h"
#include "check/sensitivity.h"
#include "write/escape.h"
#include "write/text_parts.h"
#include "write/wording.h"

namespace peerscope {

namespace {

std::string bar(int number, int most, int columns) {
  if (number == 0 || most == 0) return "";
  const int length = std::max(1, number * columns / most);
  std::string blocks;
  for (int i = 0; i < length; ++i) blocks += "█";
  return blocks;
}

void put_unclassified(const Page& page) {
  const std::vector<std::uint32_t> duties = unjudged_duties(page);
  if (!duties.empty()) page.paper.paragraph("No rule knows these; please judge them yourself:", 2);
  for (const std::uint32_t duty : duties) {
    const Document& document = page.checked.document;
    const Span span = document.units[duty].span;
    page.paper.row({{4, {place_in_words(place_of(document, span.begin)), Ink::faint}}}, 19,
                   {{std::string(slice(document.text, span))}});
  }
}

}  // namespace

void put_tier(const Page& page) {
  const Score& score = page.checked.score;
  page.paper.blank();
  if (!shows_figure(page.checked)) {
    page.paper.paragraph(evidence_in_words(page.checked));
    page.paper.paragraph(
        {{"Notes get no score: a figure about one person's notes would be a figure about a person.",
          Ink::faint}});
    return;
  }
  const std::string title(tier_title(score, page.rules.scales));
  if (score.tier == "not-enough") {
    page.paper.paragraph({{title, Ink::strong},
                          {fmt::format(" (fewer than {} duties or sentences speak for or against)",
                                       page.rules.scales.enough_units),
                           Ink::faint}});
  } else {
    page.paper.paragraph({{title, Ink::strong},
                          {fmt::format(": score {:.0f} of 100 (95 % interval {:.0f} to {:.0f})", score.value,
                                       score.low, score.high)}});
  }
  page.paper.paragraph(evidence_in_words(page.checked));
  if (score.barred) {
    page.paper.paragraph(
        "A critical finding bars the two upper tiers: good words elsewhere do not make up for it.");
  }
}

void put_signs(const Page& page) {
  if (page.checked.signs.empty()) return;
  std::size_t longest = 0;
  for (const Sign& sign : page.rules.scales.signs)
    longest = std::max(longest, display_width(printable(sign.title)));
  longest = std::min(longest, static_cast<std::size_t>(page.paper.width() - 22));
  page.paper.heading("THE FIVE SIGNS OF CO-OPTATION", "duties and sentences against and for");
  for (std::size_t i = 0; i < page.checked.signs.size(); ++i) {
    const SignCount& sign = page.checked.signs[i];
    const std::string against = fmt::format("{} against", sign.risk);
    const int right = static_cast<int>(longest + display_width("999 against")) + 4;
    page.paper.row(
        {{2, {page.rules.scales.signs[i].title}},
         {right - static_cast<int>(against.size()), {against, sign.risk != 0 ? Ink::bad : Ink::faint}}},
        right + 2, {{fmt::format("{} for", sign.strength), sign.strength != 0 ? Ink::good : Ink::faint}});
  }
}

namespace {

void put_likeness(const Page& page) {
  const Likeness& likeness = page.checked.likeness;
  if (likeness.path.empty()) return;
  page.paper.paragraph(fmt::format("{} of {} stand, almost word for word, in {}.", likeness.alike,
                                   counted(likeness.duties, "duty", "duties"), printable(likeness.path)),
                       2);
}

}  // namespace

void put_work(const Page& page) {
  int duties = 0, most = 0;
  for (const int number : page.checked.work) {
    duties += number;
    most = std::max(most, number);
  }
  if (duties == 0) return;
  page.paper.heading("WHAT THE DUTIES ARE MADE OF", counted(duties, "duty", "duties"));
  for (const Work work : all_work()) {
    const int number = page.checked.work[static_cast<std::size_t>(work)];
    const std::string shown = std::to_string(number);
    page.paper.row({{5 - static_cast<int>(shown.size()), {shown}}, {7, {std::string(work_in_words(work))}}},
                   47, {{bar(number, most, std::min(24, page.paper.width() - 47)), Ink::faint}});
  }
  put_unclassified(page);
  put_likeness(page);
}

void put_sensitivity(const Page& page) {
  if (!shows_figure(page.checked)) return;
  const Score& score = page.checked.score;
  page.paper.heading("HOW FIRM THE SCORE IS");
  page.paper.paragraph(
      sensitivity_in_words(
          sensitivity_of({score.strengths, score.risks}, swings_of(page.checked, page.rules)), page.rules) +
          ".",
      2);
}

void put_score_terms(const Page& page) {
  const Score& score = page.checked.score;
  page.paper.heading("HOW THE SCORE IS MADE");
  if (!shows_figure(page.checked)) {
    page.paper.paragraph("Notes get no score, so there is no sum to show.", 2);
    return;
  }
  for (const Term& term : score.terms) {
    const Finding& finding = page.checked.findings[term.finding];
    page.paper.paragraph(
        {{fmt::format("{} {:<4}", term.risk ? "R +" : "S +", term.weight), term.risk ? Ink::bad : Ink::good},
         {" " + full_id(page.rules, page.rules.rules[finding.rule])},
         {" · " + place_of_finding(page, finding), Ink::faint}},
        2, 11);
  }
  for (const std::string& line : score_in_words(score, page.rules.scales)) page.paper.paragraph(line, 2);
}

}  // namespace peerscope
