// The report as one HTML page: nothing to load, nothing to run.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "check/score.h"
#include "peerscope_version.h"
#include "write/excerpt.h"
#include "write/formats.h"
#include "write/groups.h"
#include "write/html_parts.h"
#include "write/results.h"
#include "write/wording.h"

namespace peerscope {

void put_page_head(Html& html, const std::string& title) {
  const auto head = html.in("head");
  html.lone("meta", {{"charset", "utf-8"}});
  html.lone("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  // Whatever stood in a text: the page loads nothing and runs nothing.
  html.lone("meta", {{"http-equiv", "Content-Security-Policy"},
                     {"content",
                      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"}});
  html.lone("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.lone("meta", {{"name", "generator"}, {"content", std::string("peerscope ") + PEERSCOPE_VERSION}});
  html.put("title", title + " · peerscope");
  const auto style = html.in("style");
  html.raw(html_style());
}

void put_limits(Html& html) {
  html.put("p", {{"class", "limits"}},
           "This speaks of the text alone: how people really work together it cannot show, and what is not "
           "stated here "
           "may still be done.");
}

namespace {

// What a browser can still show on a phone. A page on more agencies holds their figures alone.
constexpr std::ptrdiff_t kMostTexts = 200;

std::string title_of(const Report& report) {
  if (report.agencies.empty() && !report.trend.empty()) return "How agencies stood over time";
  if (!report.agencies.empty())
    return fmt::format("How {} stand{}",
                       counted(static_cast<long>(report.agencies.size()), "agency", "agencies"),
                       report.agencies.size() == 1 ? "s" : "");
  if (report.documents.size() == 1) return name_in_report(report.documents.front().document);
  return counted(static_cast<long>(report.documents.size()), "document", "documents") + " checked";
}

// A long path may break behind a folder.
void put_path(Html& html, const std::string& path) {
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size() - 1) + 1;
    html.text(path.substr(at, end - at));
    if (end < path.size()) html.raw("<wbr>");
    at = end;
  }
}

void put_unread(Html& html, const Report& report) {
  const std::vector<Unread> unread = unread_of(report);
  if (unread.empty()) return;
  const auto section = html.in("section", {{"class", "unread"}});
  html.put("h2", "Not read");
  const auto list = html.in("ul");
  for (const Unread& one : unread) {
    const auto item = html.in("li");
    html.put("code", path_in_report(one.path) + (one.line > 0 ? fmt::format(", line {}", one.line) : ""));
    html.text(": " + one.message);
  }
}

// A line for each document: which to look at first.
void put_overview(Html& html, const Report& report) {
  const auto section = html.in("nav", {{"class", "plot"}, {"aria-label", "Documents"}});
  html.put("h2", "Documents");
  const bool figures = std::any_of(report.documents.begin(), report.documents.end(), shows_figure);
  if (figures) put_bands_in_words(html, report.rules->scales);
  if (figures) put_scale(html, report.rules->scales);
  const auto list = html.in("ul", {{"class", "dots"}});
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    const Checked& checked = report.documents[i];
    const bool scored = shows_figure(checked) && checked.score.tier != "not-enough";
    const auto item = html.in("li");
    {
      const auto link = html.in("a", {{"class", "name"}, {"href", fmt::format("#d{}", i + 1)}});
      put_path(html, name_in_report(checked.document));
    }
    {
      const auto cell = html.in("div", {{"class", "drawn"}});
      if (scored) put_interval(html, checked.score, report.rules->scales, false);
    }
    const auto words = html.in("div", {{"class", "words"}});
    if (shows_figure(checked)) {
      std::string tier(tier_title(checked.score, report.rules->scales));
      if (scored)
        tier += fmt::format(": {:.0f} of 100 ({:.0f} to {:.0f})", checked.score.value, checked.score.low,
                            checked.score.high);
      html.put("p", tier);
    }
    html.put("p", {{"class", "aside"}}, risks_in_words(checked, *report.rules));
  }
}

void put_title(const Leaf& leaf) {
  Html& html = leaf.html;
  const Document& document = leaf.checked.document;
  {
    const auto title = html.in("h2");
    put_path(html, name_in_report(document));
  }
  std::string read_as = "Read as " + kind_in_words(document.kind);
  if (document.kind_recognised) read_as += " (recognised from its text)";
  html.put(
      "p", {{"class", "aside"}},
      fmt::format("{}, {}.", read_as, counted(static_cast<long>(document.words.size()), "word", "words")));
  if (!leaf.agency_id.empty()) {
    const auto line = html.in("p", {{"class", "aside"}});
    html.text("A text of ");
    html.put("a", {{"href", "#" + leaf.agency_id}}, document.agency);
    html.text(".");
  }
  for (const ReadingNote& note : document.notes)
    html.put("p", {{"class", note.incomplete ? "warning" : "aside"}},
             (note.incomplete ? "Not all of it was read: " : "Note: ") + note.message);
}

void put_figures(const Leaf& leaf) {
  put_signs_figure(leaf.html, leaf.checked.signs, leaf.rules.scales, "h3");
  put_work_figure(leaf.html, leaf.checked.work, "h3");
}

void put_document(const Leaf& leaf) {
  const auto article = leaf.html.in("article", {{"id", leaf.id}, {"class", "document"}});
  put_title(leaf);
  put_verdict(leaf);
  if (!leaf.options.notes_first) put_figures(leaf);
  put_index(leaf);
  put_marked_text(leaf);
  if (leaf.options.notes_first) put_figures(leaf);
  put_for_people(leaf);
  put_safeguards(leaf);
  put_set_aside(leaf);
  if (leaf.options.explain_score) put_score_terms(leaf);
}

// The sources that the page appeals to, with their whole titles.
void put_sources(Html& html, const Report& report, const std::vector<Leaf>& leaves) {
  std::set<std::string> keys;
  const auto add = [&](std::uint32_t rule) {
    for (const Citation& citation : report.rules->rules[rule].citations) keys.insert(citation.source);
  };
  for (const Leaf& leaf : leaves) {
    for (const Finding& finding : leaf.checked.findings) {
      if (finding.effect == Effect::risk || finding.status == Status::affirmed) add(finding.rule);
    }
  }
  for (const Agency& agency : report.agencies) {
    for (const AgencyGroup& group : agency.groups) {
      for (const RuleCount& count : group.worst) add(count.rule);
    }
  }
  if (keys.empty()) return;
  const auto section = html.in("section", {{"class", "sources"}});
  html.put("h2", "Sources");
  const auto list = html.in("ul");
  for (const std::string& key : keys) {
    const auto item = html.in("li");
    const std::string link = link_of_source(key, *report.rules);
    html.text(full_name_of_source(key, *report.rules) + (link.empty() ? "" : ", "));
    if (!link.empty()) html.put("a", {{"href", link}, {"rel", "noopener noreferrer"}}, link);
  }
}

void put_footer(Html& html, const Report& report) {
  const auto footer = html.in("footer");
  std::string packs;
  for (const Pack& pack : report.rules->packs)
    packs += fmt::format("{}{} {}", packs.empty() ? "" : ", ", pack.id, pack.version);
  html.put("p", fmt::format("peerscope {}. Rules: {}.", PEERSCOPE_VERSION, packs));
  html.put("p", "Every rule can be questioned: peerscope explain RULE.");
}

// The texts that the page shows: all, but of agencies no note, since a note is a person's work.
std::vector<Leaf> leaves_of(Html& html, const Report& report, const WriteOptions& options) {
  const bool agencies = !report.agencies.empty();
  std::vector<Leaf> leaves;
  if (agencies && std::count_if(report.documents.begin(), report.documents.end(), shows_figure) > kMostTexts)
    return leaves;
  std::map<std::string, std::string> anchors;
  for (std::size_t i = 0; i < report.agencies.size(); ++i)
    anchors[report.agencies[i].name] = anchor_of_agency(i);
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    const Checked& checked = report.documents[i];
    if (agencies && !shows_figure(checked)) continue;
    Leaf leaf{{checked, *report.rules, options, excerpts_for(checked, options)},
              html,
              fmt::format("d{}", i + 1),
              {},
              agencies ? anchors[checked.document.agency] : ""};
    leaf.remarks = remarks_of(leaf);
    leaves.push_back(std::move(leaf));
  }
  return leaves;
}

void put_body(Html& html, const Report& report, const WriteOptions& options) {
  const auto body = html.in("body");
  const bool agencies = !report.agencies.empty() || !report.trend.empty();
  const bool alone = report.documents.size() == 1 && !agencies;
  html.put("a", {{"class", "skip"}, {"href", "#report"}}, "To the report");
  {
    const auto header = html.in("header");
    if (alone) {
      html.put("h1", {{"class", "brand"}}, "peerscope: what one text says");
    } else {
      html.put("p", {{"class", "brand"}}, "peerscope");
      html.put("h1", title_of(report));
    }
    if (agencies)
      html.put("p",
               "By name. Tiers are no league: where intervals overlap, nobody can say who stands better. No "
               "person is "
               "scored, and fewer than five notes get no figure.");
    else if (!alone)
      html.put("p", run_in_words(report));
  }
  {
    const auto main = html.in("main", {{"id", "report"}});
    put_limits(html);
    put_unread(html, report);
    const std::vector<Leaf> leaves = leaves_of(html, report, options);
    if (agencies) {
      put_agencies(html, report, leaves);
      if (leaves.empty() && std::any_of(report.documents.begin(), report.documents.end(), shows_figure))
        html.put("p", {{"class", "aside"}},
                 fmt::format("Of more than {} texts, this page shows none itself: peerscope audit does, one "
                             "at a time or a folder.",
                             kMostTexts));
    } else if (!alone && !report.documents.empty()) {
      put_overview(html, report);
    }
    for (const Leaf& leaf : leaves) put_document(leaf);
    put_sources(html, report, leaves);
  }
  put_footer(html, report);
}

}  // namespace

void write_html(const Report& report, const WriteOptions& options, std::ostream& out) {
  Html html(out);
  html.raw("<!doctype html>");
  {
    const auto page = html.in("html", {{"lang", "en"}});
    put_page_head(html, title_of(report));
    put_body(html, report, options);
  }
  html.raw("\n");
}

}  // namespace peerscope
