// Agencies in the HTML report: side by side as a dot plot, then each on its own.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "check/score.h"
#include "write/agencies.h"
#include "write/groups.h"
#include "write/html_parts.h"
#include "write/results.h"
#include "write/wording.h"

namespace peerscope {

std::string anchor_of_agency(std::size_t agency) { return fmt::format("a{}", agency + 1); }

namespace {

constexpr std::array kKinds{DocumentKind::job_description, DocumentKind::policy, DocumentKind::progress_note};

std::string title_of(DocumentKind kind) {
  std::string title(kinds_in_words(kind));
  title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

bool has_interval(const AgencyGroup& group) { return group.figure && group.score.tier != "not-enough"; }

std::string apart_in_words(const AgencyGroup& group) {
  if (group.not_told_apart.empty()) return "";
  return "Not told apart from " + some_names(group.not_told_apart) + ".";
}

// By name, never by score: a list by score is read as a league.
void put_plot(Html& html, const Report& report, DocumentKind kind) {
  const Scales& scales = report.rules->scales;
  const auto section = html.in("section", {{"class", "plot"}});
  html.put("h2", title_of(kind));
  put_scale(html, scales);
  const auto list = html.in("ul", {{"class", "dots"}});
  for (std::size_t i = 0; i < report.agencies.size(); ++i) {
    const AgencyGroup* group = group_of(report.agencies[i], kind);
    if (group == nullptr) continue;
    const auto item = html.in("li");
    html.put("a", {{"class", "name"}, {"href", "#" + anchor_of_agency(i)}}, report.agencies[i].name);
    {
      const auto cell = html.in("div", {{"class", "drawn"}});
      if (has_interval(*group)) put_interval(html, group->score, scales, false);
    }
    const auto words = html.in("div", {{"class", "words"}});
    html.put("p", figure_in_words(*group, scales));
    if (const std::string apart = apart_in_words(*group); !apart.empty())
      html.put("p", {{"class", "aside"}}, apart);
  }
}

void put_safeguard_bars(Html& html, const AgencyGroup& group, const Scales& scales) {
  if (group.safeguards.empty()) return;
  const auto section = html.in("section", {{"class", "work"}});
  html.put("h4", "Safeguards stated");
  const auto table = html.in("table");
  html.put("caption", {{"class", "aside"}},
           fmt::format("In how many of {} each is stated.", counted(group.documents, "text", "texts")));
  const auto body = html.in("tbody");
  for (const SafeguardCount& count : group.safeguards) {
    const Safeguard* safeguard = safeguard_named(scales, count.id);
    const auto row = html.in("tr");
    html.put("th", {{"scope", "row"}}, safeguard == nullptr ? count.id : safeguard->title);
    html.put("td", {{"class", "number"}}, std::to_string(count.stated));
    const auto cell = html.in("td", {{"class", "drawn"}});
    put_bar(html, count.stated, group.documents, "for");
  }
}

// A text of the group; its leaf where the page shows it.
struct Text {
  const Checked* checked = nullptr;
  const Leaf* leaf = nullptr;
};
using Texts = std::vector<Text>;

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// "In: peer.docx 3, peer.docx 7, lead.docx 2 and 4 more": each leads to the words.
void put_places(Html& html, std::uint32_t rule, const Texts& texts) {
  constexpr std::size_t kPlacesTold = 5;
  std::vector<std::pair<const Leaf*, const Remark*>> places;
  for (const Text& text : texts) {
    if (text.leaf == nullptr) continue;
    for (const auto& [unit, remarks] : text.leaf->remarks) {
      for (const Remark& remark : remarks) {
        if (remark.rule == rule && remark.standing == Standing::risk && !text.checked->units[unit].repeats)
          places.emplace_back(text.leaf, &remark);
      }
    }
  }
  if (places.empty()) return;
  const auto line = html.in("p", {{"class", "places"}});
  html.text("In: ");
  for (std::size_t i = 0; i < std::min(places.size(), kPlacesTold); ++i) {
    const auto& [leaf, remark] = places[i];
    if (i != 0) html.text(", ");
    html.put("a", {{"href", "#" + anchor_of(*leaf, "n", static_cast<std::uint32_t>(remark->number))}},
             fmt::format("{} {}", file_name(name_in_report(leaf->checked.document)), remark->number));
  }
  if (places.size() > kPlacesTold) html.text(fmt::format(" and {} more", places.size() - kPlacesTold));
}

void put_worst(Html& html, const AgencyGroup& group, const Texts& texts, const RuleSet& rules) {
  if (group.worst.empty()) return;
  const auto section = html.in("section", {{"class", "index"}});
  html.put("h4", "What speaks against it most");
  const auto list = html.in("ul");
  for (const RuleCount& count : group.worst) {
    const Rule& rule = rules.rules[count.rule];
    const auto item = html.in("li");
    html.put("span", {{"class", fmt::format("sev {}", name_of(count.severity))}}, name_of(count.severity));
    const auto title = html.in("div", {{"class", "title"}});
    html.put("p", fmt::format("{} ({})", rule.title, counted(count.number, "place", "places")));
    put_places(html, count.rule, texts);
    const auto details = html.in("details");
    {
      const auto summary = html.in("summary");
      html.text("Why, and what instead");
      html.put("span", {{"class", "unseen"}}, ": " + rule.title);
    }
    html.put("p", rule.why);
    if (!rule.instead.empty()) html.put("p", "Instead: " + rule.instead);
    if (!rule.citations.empty()) html.put("p", {{"class", "aside"}}, "Source: " + sources_of(rule, rules));
    html.put("p", {{"class", "rule"}}, "Rule " + full_id(rules, rule));
  }
}

// Which texts the figure is made of. Notes are not told one by one: a note is a person's work.
void put_texts(Html& html, const Texts& texts, const RuleSet& rules) {
  if (texts.empty() || !shows_figure(*texts.front().checked)) return;
  const auto section = html.in("section", {{"class", "texts"}});
  html.put("h4", "The texts");
  const auto list = html.in("ul");
  for (const auto& [checked, leaf] : texts) {
    const auto item = html.in("li");
    const std::string name = name_in_report(checked->document);
    leaf == nullptr ? html.put("b", name) : html.put("a", {{"href", "#" + leaf->id}}, name);
    html.text(
        fmt::format(": {}; {}", tier_title(checked->score, rules.scales), risks_in_words(*checked, rules)));
  }
}

void put_group(Html& html, const AgencyGroup& group, const Texts& texts, const TrendLine* trend,
               const RuleSet& rules) {
  const auto section = html.in("section", {{"class", "group"}});
  html.put("h3", title_of(group.kind));
  html.put("p", {{"class", "tier"}}, figure_in_words(group, rules.scales));
  if (has_interval(group)) put_interval(html, group.score, rules.scales, true);
  if (const std::string apart = apart_in_words(group); !apart.empty())
    html.put("p", {{"class", "aside"}}, apart);
  if (group.incomplete != 0)
    html.put("p", {{"class", "warning"}},
             counted(group.incomplete, "document", "documents") + " of these could be read only in part.");
  if (trend != nullptr) put_trend(html, *trend, rules.scales, "h4");
  if (!group.figure) return;
  put_signs_figure(html, group.signs, rules.scales, "h4");
  const auto sides = html.in("div", {{"class", "sides"}});
  put_work_figure(html, group.work, "h4");
  put_safeguard_bars(html, group, rules.scales);
  put_worst(html, group, texts, rules);
  put_texts(html, texts, rules);
}

// Agencies of the history that this run did not meet, and all of them where it met none.
void put_earlier(Html& html, const std::vector<const TrendLine*>& lines, const Scales& scales) {
  const TrendLine* before = nullptr;
  for (const TrendLine* line : lines) {
    if (before == nullptr || before->agency != line->agency) html.put("h2", line->agency);
    const auto section = html.in("section", {{"class", "group"}});
    html.put("h3", title_of(line->kind));
    put_trend(html, *line, scales, "h4");
    before = line;
  }
}

}  // namespace

void put_agencies(Html& html, const Report& report, const std::vector<Leaf>& leaves) {
  const Scales& scales = report.rules->scales;
  put_bands_in_words(html, scales);
  for (const DocumentKind kind : kKinds) {
    const bool any = std::any_of(report.agencies.begin(), report.agencies.end(),
                                 [&](const Agency& agency) { return group_of(agency, kind) != nullptr; });
    if (any) put_plot(html, report, kind);
  }
  std::map<const Checked*, const Leaf*> leaf_of;
  for (const Leaf& leaf : leaves) leaf_of.emplace(&leaf.checked, &leaf);
  using Key = std::pair<std::string, DocumentKind>;
  std::map<Key, Texts> texts;
  for (const Checked& checked : report.documents) {
    const auto leaf = leaf_of.find(&checked);
    texts[{checked.document.agency, checked.document.kind}].push_back(
        {&checked, leaf == leaf_of.end() ? nullptr : leaf->second});
  }
  std::map<Key, const TrendLine*> trends;
  for (const TrendLine& line : report.trend) trends[{line.agency, line.kind}] = &line;
  for (std::size_t i = 0; i < report.agencies.size(); ++i) {
    const Agency& agency = report.agencies[i];
    const auto article = html.in("article", {{"id", anchor_of_agency(i)}, {"class", "agency"}});
    html.put("h2", agency.name);
    if (agency.unread != 0)
      html.put("p", {{"class", "warning"}},
               counted(agency.unread, "document", "documents") + " could not be read.");
    for (const AgencyGroup& group : agency.groups) {
      const Key key{agency.name, group.kind};
      const auto trend = trends.extract(key);
      put_group(html, group, texts[key], trend ? trend.mapped() : nullptr, *report.rules);
    }
  }
  if (trends.empty()) return;
  const auto article = html.in("article", {{"class", "agency"}});
  if (!report.agencies.empty())
    html.put("p", {{"class", "aside"}}, "The history knows these too; this run met no document of them.");
  std::vector<const TrendLine*> rest;
  for (const auto& [key, line] : trends) rest.push_back(line);
  put_earlier(html, rest, scales);
}

}  // namespace peerscope
