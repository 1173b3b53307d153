// The top of the report to read: the tier with its evidence, the five signs, what the duties are made of;
// and, when asked, every term of the score.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "check/score.h"
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

// Duties in which no rule found anything: what the program could not read, a person should.
void put_unclassified(const Page& page) {
  if (page.excerpts != Excerpts::full) return;
  std::set<std::uint32_t> read;
  for (const Finding& finding : page.checked.findings) {
    if (!is_silent(finding, page.rules)) read.insert(finding.unit);
  }
  bool first = true;
  const Document& document = page.checked.document;
  for (std::uint32_t i = 0; i < document.units.size(); ++i) {
    const UnitResult& result = page.checked.units[i];
    if (!result.duty || result.work != Work::unclassified || read.count(i) != 0) continue;
    if (first) page.paper.paragraph("No rule knows these; please judge them yourself:", 2);
    first = false;
    const Span span = document.units[i].span;
    const std::string place = place_in_words(place_of(document, span.begin));
    page.paper.row({{4, {place, Ink::faint}}}, 19, {{std::string(slice(document.text, span))}});
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
  page.paper.paragraph(fmt::format("S = {:g} for, R = {:g} against, from {}.", score.strengths, score.risks,
                                   counted(score.evidence_units, "duty or sentence", "duties and sentences")),
                       2);
  page.paper.paragraph(fmt::format("Score = 100·(1+S)/(2+S+R) = 100·{:g}/{:g} = {:.2f}", 1 + score.strengths,
                                   2 + score.strengths + score.risks, score.value),
                       2);
  page.paper.paragraph(
      fmt::format("Interval: the 2.5 % and 97.5 % quantiles of Beta({:g}, {:g}) = {:.2f} to {:.2f}",
                  1 + score.strengths, 1 + score.risks, score.low, score.high),
      2);
  std::string tiers;
  for (const Scales::Tier& tier : page.rules.scales.tiers) {
    tiers += fmt::format("{}{} from {:g}", tiers.empty() ? "" : ", ", tier.title, tier.low_bound);
  }
  page.paper.paragraph(
      "Tiers by score: " + tiers +
          fmt::format("; under {} duties or sentences none.", page.rules.scales.enough_units),
      2);
  page.paper.paragraph(
      "A duty or sentence counts once: as risk with its heaviest finding, else as strength with its "
      "heaviest. What is "
      "said twice in the same words counts once. Findings to look at, set aside or ignored do not count.",
      2);
}

}  // namespace peerscope
