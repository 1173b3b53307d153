// The top of a document in the HTML report: the tier with its evidence; and, when asked, every term of the
// score.
#include <fmt/format.h>

#include "check/score.h"
#include "write/html_parts.h"
#include "write/wording.h"

namespace peerscope {

void put_verdict(const Leaf& leaf) {
  Html& html = leaf.html;
  const Score& score = leaf.checked.score;
  const auto section = html.in("div", {{"class", "verdict"}});
  if (!shows_figure(leaf.checked)) {
    html.put("p", {{"class", "evidence"}}, evidence_in_words(leaf.checked));
    html.put("p", {{"class", "aside"}},
             "Notes get no score: a figure about one person's notes would be a figure about a person.");
    return;
  }
  html.put("p", {{"class", "tier"}}, tier_title(score, leaf.rules.scales));
  if (score.tier == "not-enough") {
    html.put("p", {{"class", "aside"}},
             fmt::format("Fewer than {} duties or sentences speak for or against.",
                         leaf.rules.scales.enough_units));
  } else {
    html.put("p", {{"class", "score"}},
             fmt::format("Score {:.0f} of 100; 95 % interval {:.0f} to {:.0f}", score.value, score.low,
                         score.high));
    put_interval(html, score, leaf.rules.scales, true);
    put_bands_in_words(html, leaf.rules.scales);
  }
  html.put("p", {{"class", "evidence"}}, evidence_in_words(leaf.checked));
  if (score.barred)
    html.put("p", {{"class", "barred"}},
             "A critical finding bars the two upper tiers: good words elsewhere do not make up for it.");
}

void put_score_terms(const Leaf& leaf) {
  if (!shows_figure(leaf.checked)) return;
  Html& html = leaf.html;
  const Score& score = leaf.checked.score;
  const auto section = html.in("section");
  html.put("h3", "How the score is made");
  const auto details = html.in("details");
  html.put("summary", "Every term of it");
  {
    const auto table = html.in("table", {{"class", "terms"}});
    {
      const auto head = html.in("thead");
      const auto row = html.in("tr");
      for (const char* title : {"Sum", "Weight", "Rule", "Where"}) html.put("th", {{"scope", "col"}}, title);
    }
    const auto body = html.in("tbody");
    for (const Term& term : score.terms) {
      const Finding& finding = leaf.checked.findings[term.finding];
      const auto row = html.in("tr");
      html.put("td", term.risk ? "R, against" : "S, for");
      html.put("td", fmt::format("{:g}", term.weight));
      html.put("td", full_id(leaf.rules, leaf.rules.rules[finding.rule]));
      html.put("td", place_of_finding(leaf, finding));
    }
  }
  for (const std::string& line : score_in_words(score, leaf.rules.scales)) html.put("p", line);
}

}  // namespace peerscope
