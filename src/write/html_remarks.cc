// What the margin of the HTML report says of a unit: each rule once, with its reasons where it comes first.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "check/score.h"
#include "write/excerpt.h"
#include "write/groups.h"
#include "write/html_parts.h"
#include "write/places.h"
#include "write/wording.h"

namespace peerscope {

namespace {

bool is_numbered(const Remark& remark) {
  return remark.standing == Standing::risk || remark.standing == Standing::look;
}

std::string_view look_of(Severity severity) {
  switch (severity) {
    case Severity::critical:
      return "sev critical";
    case Severity::error:
      return "sev error";
    case Severity::warning:
      return "sev warning";
    case Severity::note:
      break;
  }
  return "sev";
}

void put_number(const Leaf& leaf, const Remark& remark) {
  const auto link = leaf.html.in(
      "a",
      {{"class", "number"}, {"href", "#" + anchor_of(leaf, "m", static_cast<std::uint32_t>(remark.number))}});
  leaf.html.text(std::to_string(remark.number));
  leaf.html.put("span", {{"class", "unseen"}}, ", back to the words");
}

void put_label(Html& html, const Remark& remark) {
  if (remark.standing == Standing::look)
    html.put("span", {{"class", "sev look"}}, "please look");
  else
    html.put("span", {{"class", std::string(look_of(remark.severity))}}, name_of(remark.severity));
}

// By its short name; the whole title stands at the end of the page.
void put_source(const Leaf& leaf, const Citation& citation) {
  const std::string name = short_name_of_source(citation.source, leaf.rules);
  const std::string link = link_of_source(citation.source, leaf.rules);
  const auto item = leaf.html.in("li");
  if (link.empty())
    leaf.html.text(name);
  else
    leaf.html.put("a", {{"href", link}, {"rel", "noopener noreferrer"}}, name);
  if (!citation.place.empty()) leaf.html.text(": " + citation.place);
}

void put_advice(const Leaf& leaf, const Remark& remark) {
  Html& html = leaf.html;
  const Rule& rule = leaf.rules.rules[remark.rule];
  html.put("p", rule.contested && remark.standing == Standing::look ? rule.contested_text : rule.message);
  if (rule.instead.empty()) return;
  const auto instead = html.in("p", {{"class", "instead"}});
  html.put("b", "Instead");
  html.text(" " + rule.instead);
}

void put_reasons(const Leaf& leaf, const Rule& rule) {
  Html& html = leaf.html;
  html.put("p", rule.why);
  if (rule.contested) html.put("p", "Disputed: " + rule.contested_text);
  if (!rule.citations.empty()) {
    const auto list = html.in("ul", {{"class", "sources"}});
    for (const Citation& citation : rule.citations) put_source(leaf, citation);
  }
  html.put("p", {{"class", "rule"}}, "Rule " + full_id(leaf.rules, rule));
}

void put_again(const Leaf& leaf, const Remark& remark) {
  const auto again = leaf.html.in("p", {{"class", "again"}});
  leaf.html.text("Reasons: at ");
  leaf.html.put("a", {{"href", "#" + anchor_of(leaf, "n", static_cast<std::uint32_t>(remark.first))}},
                std::to_string(remark.first));
  leaf.html.text(".");
}

std::string look_of(const Remark& remark) {
  return remark.standing == Standing::risk ? "remark risk" : "remark look";
}

// The gravest of a unit, told openly.
void put_first(const Leaf& leaf, const Remark& remark) {
  Html& html = leaf.html;
  const Rule& rule = leaf.rules.rules[remark.rule];
  const auto box = html.in("div", {{"class", look_of(remark)},
                                   {"id", anchor_of(leaf, "n", static_cast<std::uint32_t>(remark.number))}});
  {
    const auto head = html.in("p", {{"class", "head"}});
    put_number(leaf, remark);
    html.text(" ");
    put_label(html, remark);
    html.text(" ");
    html.put("strong", rule.title);
  }
  html.put("p", {{"class", "place"}}, place_of_finding(leaf, *remark.findings.front()));
  if (remark.first != remark.number) return put_again(leaf, remark);
  put_advice(leaf, remark);
  const auto details = html.in("details");
  {
    const auto summary = html.in("summary");
    html.text("Why, and who says so");
    html.put("span", {{"class", "unseen"}}, ": " + rule.title);
  }
  put_reasons(leaf, rule);
}

// What others add to it: a line, until it is asked for more.
void put_also(const Leaf& leaf, const Remark& remark) {
  Html& html = leaf.html;
  const Rule& rule = leaf.rules.rules[remark.rule];
  const auto details = html.in(
      "details",
      {{"class", look_of(remark)}, {"id", anchor_of(leaf, "n", static_cast<std::uint32_t>(remark.number))}});
  {
    const auto summary = html.in("summary");
    html.put("b", std::to_string(remark.number));
    html.text(" ");
    put_label(html, remark);
    html.text(" " + rule.title);
  }
  if (remark.first != remark.number) {
    put_again(leaf, remark);
  } else {
    put_advice(leaf, remark);
    put_reasons(leaf, rule);
  }
  const auto back = html.in("p");
  html.put("a", {{"href", "#" + anchor_of(leaf, "m", static_cast<std::uint32_t>(remark.number))}},
           "Back to the words");
}

// Several in one line: they ask for nothing.
void put_strengths(const Leaf& leaf, const std::vector<Remark>& remarks) {
  std::vector<std::string> titles;
  for (const Remark& remark : remarks) {
    const std::string& title = leaf.rules.rules[remark.rule].title;
    if (remark.standing == Standing::strength &&
        std::find(titles.begin(), titles.end(), title) == titles.end())
      titles.push_back(title);
  }
  if (titles.empty()) return;
  const auto line = leaf.html.in("p", {{"class", "remark strength"}});
  leaf.html.put("span", {{"class", "unseen"}}, "Speaks for peer support: ");
  for (std::size_t i = 0; i < titles.size(); ++i) leaf.html.text((i == 0 ? "" : " · ") + titles[i]);
}

// Of several that context decided in the same way, the words that decided are told once.
void put_contexts(const Leaf& leaf, const std::vector<Remark>& remarks) {
  std::map<std::string, std::vector<std::string>> titles;  // reason -> titles
  for (const Remark& remark : remarks) {
    if (remark.standing != Standing::ruled_out && remark.standing != Standing::set_aside) continue;
    titles[reason_in_words(leaf, *remark.findings.front())].push_back(leaf.rules.rules[remark.rule].title);
  }
  for (const auto& [reason, named] : titles) {
    const auto line = leaf.html.in("p", {{"class", "remark aside"}});
    leaf.html.text(reason + " ");
    std::string all;
    for (const std::string& title : named) all += (all.empty() ? "(" : "; ") + title;
    leaf.html.put("span", {{"class", "title"}}, all + ")");
  }
}

}  // namespace

std::string anchor_of(const Leaf& leaf, std::string_view what, std::uint32_t number) {
  return fmt::format("{}-{}{}", leaf.id, what, number);
}

std::map<std::uint32_t, std::vector<Remark>> remarks_of(const Shown& shown) {
  std::map<std::uint32_t, std::vector<Remark>> remarks;
  std::set<std::uint32_t> safeguards;  // what states one is told with them, and marked in the text
  for (const SafeguardState& state : shown.checked.safeguards)
    safeguards.insert(state.findings.begin(), state.findings.end());
  for (std::uint32_t i = 0; i < shown.checked.findings.size(); ++i) {
    const Finding& finding = shown.checked.findings[i];
    Standing standing = standing_of(shown, finding);
    if (standing == Standing::silent && safeguards.count(i) != 0) standing = Standing::strength;
    if (standing == Standing::silent) continue;
    auto& of_unit = remarks[finding.unit];
    auto remark = std::find_if(of_unit.begin(), of_unit.end(), [&](const Remark& each) {
      return each.rule == finding.rule && each.standing == standing;
    });
    if (remark == of_unit.end())
      remark = of_unit.insert(of_unit.end(), {standing, finding.rule, finding.severity, {}});
    remark->severity = std::max(remark->severity, finding.severity);
    remark->findings.push_back(&finding);
  }
  int number = 0;
  std::map<std::uint32_t, int> first;
  for (auto& [unit, of_unit] : remarks) {
    std::stable_sort(of_unit.begin(), of_unit.end(), [](const Remark& a, const Remark& b) {
      return a.standing != b.standing ? a.standing < b.standing : a.severity > b.severity;
    });
    for (Remark& remark : of_unit) {
      if (!is_numbered(remark)) continue;
      remark.number = ++number;
      remark.first = first.try_emplace(remark.rule, number).first->second;
    }
  }
  return remarks;
}

void put_remarks(const Leaf& leaf, const std::vector<Remark>& remarks) {
  bool also = false;
  for (const Remark& remark : remarks) {
    if (is_numbered(remark)) std::exchange(also, true) ? put_also(leaf, remark) : put_first(leaf, remark);
    if (remark.standing == Standing::ignored)
      leaf.html.put("p", {{"class", "remark aside"}},
                    "Ignored on request: " + leaf.rules.rules[remark.rule].title);
  }
  put_strengths(leaf, remarks);
  put_contexts(leaf, remarks);
}

void put_index(const Leaf& leaf) {
  Html& html = leaf.html;
  const auto groups = grouped(leaf.checked.findings, [&](const Finding& finding) {
    return standing_of(leaf, finding) == Standing::risk;
  });
  const auto section = html.in("section", {{"class", "index"}});
  html.put("h3", "Findings");
  if (groups.empty()) {
    html.put("p", {{"class", "aside"}}, "None that counts.");
    return;
  }
  html.put("p", {{"class", "aside"}},
           severities_in_words(groups) + ", gravest first. The numbers lead to the text below.");
  const auto list = html.in("ul");
  for (const Group& group : groups) {
    const auto item = html.in("li");
    html.put("span", {{"class", std::string(look_of(group.severity))}}, name_of(group.severity));
    {
      const auto title = html.in("span", {{"class", "title"}});
      html.text(leaf.rules.rules[group.rule].title + " ");
    }
    const auto numbers = html.in("span", {{"class", "numbers"}});
    for (const auto& together : by_unit(group.findings)) {
      for (const Remark& remark : leaf.remarks.at(together.front()->unit)) {
        if (remark.rule != group.rule || remark.standing != Standing::risk) continue;
        html.put("a",
                 {{"class", "number"},
                  {"href", "#" + anchor_of(leaf, "n", static_cast<std::uint32_t>(remark.number))}},
                 std::to_string(remark.number));
        html.text(" ");
      }
    }
  }
}

}  // namespace peerscope
