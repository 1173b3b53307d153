// Agencies in the HTML report: side by side as a dot plot, then each on its own.
#include <fmt/format.h>

#include <algorithm>

#include "check/score.h"
#include "write/agencies.h"
#include "write/groups.h"
#include "write/html_parts.h"
#include "write/results.h"
#include "write/wording.h"

namespace peerscope {

namespace {

constexpr std::array kKinds{DocumentKind::job_description, DocumentKind::policy, DocumentKind::progress_note};

std::string anchor_of(std::size_t agency) { return fmt::format("a{}", agency + 1); }

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
    html.put("a", {{"class", "name"}, {"href", "#" + anchor_of(i)}}, report.agencies[i].name);
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

void put_worst(Html& html, const AgencyGroup& group, const RuleSet& rules) {
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

using Texts = std::vector<const Checked*>;

// Which texts the figure is made of. Notes are not told one by one: a note is a person's work.
void put_texts(Html& html, const Texts& texts, const RuleSet& rules) {
  if (texts.empty() || !shows_figure(*texts.front())) return;
  const auto section = html.in("section", {{"class", "texts"}});
  html.put("h4", "The texts");
  const auto list = html.in("ul");
  for (const Checked* text : texts) {
    const auto item = html.in("li");
    html.put("b", name_in_report(text->document));
    html.text(fmt::format(": {}; {}", tier_title(text->score, rules.scales), risks_in_words(*text, rules)));
  }
}

void put_group(Html& html, const AgencyGroup& group, const Texts& texts, const RuleSet& rules) {
  const auto section = html.in("section", {{"class", "group"}});
  html.put("h3", title_of(group.kind));
  html.put("p", {{"class", "tier"}}, figure_in_words(group, rules.scales));
  if (has_interval(group)) put_interval(html, group.score, rules.scales, true);
  // How the score went over time belongs here, once a run knows of earlier ones.
  if (const std::string apart = apart_in_words(group); !apart.empty())
    html.put("p", {{"class", "aside"}}, apart);
  if (group.incomplete != 0)
    html.put("p", {{"class", "warning"}},
             counted(group.incomplete, "document", "documents") + " of these could be read only in part.");
  if (!group.figure) return;
  put_signs_figure(html, group.signs, rules.scales, "h4");
  const auto sides = html.in("div", {{"class", "sides"}});
  put_work_figure(html, group.work, "h4");
  put_safeguard_bars(html, group, rules.scales);
  put_worst(html, group, rules);
  put_texts(html, texts, rules);
}

}  // namespace

void put_agencies(Html& html, const Report& report) {
  put_bands_in_words(html, report.rules->scales);
  for (const DocumentKind kind : kKinds) {
    const bool any = std::any_of(report.agencies.begin(), report.agencies.end(),
                                 [&](const Agency& agency) { return group_of(agency, kind) != nullptr; });
    if (any) put_plot(html, report, kind);
  }
  std::map<std::pair<std::string, DocumentKind>, Texts> texts;
  for (const Checked& checked : report.documents)
    texts[{checked.document.agency, checked.document.kind}].push_back(&checked);
  for (std::size_t i = 0; i < report.agencies.size(); ++i) {
    const Agency& agency = report.agencies[i];
    const auto article = html.in("article", {{"id", anchor_of(i)}, {"class", "agency"}});
    html.put("h2", agency.name);
    if (agency.unread != 0)
      html.put("p", {{"class", "warning"}},
               counted(agency.unread, "document", "documents") + " could not be read.");
    for (const AgencyGroup& group : agency.groups)
      put_group(html, group, texts[{agency.name, group.kind}], *report.rules);
  }
}

}  // namespace peerscope
