// A comparison as an HTML page: nothing to load, nothing to run.
#include <fmt/format.h>

#include "cli/comparison.h"
#include "write/agencies.h"
#include "write/excerpt.h"
#include "write/html_parts.h"
#include "write/results.h"
#include "write/wording.h"

namespace peerscope {

namespace {

class ComparisonPage {
 public:
  ComparisonPage(const Comparison& comparison, const RuleSet& rules, const WriteOptions& options,
                 std::ostream& out)
      : comparison_(comparison), rules_(rules), options_(options), html_(out) {}

  void write() {
    const Side &before = comparison_.before, &after = comparison_.after;
    html_.raw("<!doctype html>");
    {
      const auto page = html_.in("html", {{"lang", "en"}});
      put_page_head(html_, "What a rewrite changed");
      const auto body = html_.in("body");
      html_.put("a", {{"class", "skip"}, {"href", "#report"}}, "To the report");
      {
        const auto header = html_.in("header");
        html_.put("p", {{"class", "brand"}}, "peerscope");
        html_.put("h1", "What a rewrite changed");
        html_.put("p",
                  fmt::format("{} resolved, {} kept, {} brought in.", comparison_.pairing.resolved.size(),
                              comparison_.pairing.kept.size(), comparison_.pairing.brought_in.size()));
      }
      const auto main = html_.in("main", {{"id", "report"}});
      put_limits(html_);
      put_bands_in_words(html_, rules_.scales);
      put_side("Old", before);
      put_side("New", after);
      put_list("Resolved", "In the old text alone.", those(before.findings, comparison_.pairing.resolved));
      put_list("Kept", "In both; told as it stands in the new text.", kept_of(comparison_));
      put_list("Brought in", "In the new text alone.", those(after.findings, comparison_.pairing.brought_in));
      put_safeguards("Safeguards gained", "stated", only_in(after.safeguards, before.safeguards));
      put_safeguards("Safeguards lost", "missing", only_in(before.safeguards, after.safeguards));
    }
    html_.raw("\n");
  }

 private:
  void put_side(const char* name, const Side& side) {
    const auto section = html_.in("section", {{"class", "group"}});
    html_.put("h2", std::string(name) + ": " + path_in_report(side.path));
    for (const AgencyGroup& group : side.groups) {
      html_.put("p",
                fmt::format("{}, {}", kinds_in_words(group.kind), counted(group.documents, "text", "texts")));
      html_.put("p", {{"class", "tier"}}, figure_in_words(group, rules_.scales));
      if (group.figure && group.score.tier != "not-enough")
        put_interval(html_, group.score, rules_.scales, true);
    }
  }

  void put_list(const char* title, const char* about, const std::vector<KeyedFinding>& findings) {
    const auto section = html_.in("section", {{"class", "index"}});
    html_.put("h2", fmt::format("{}: {}", title,
                                counted(static_cast<long>(findings.size()), "finding", "findings")));
    if (findings.empty()) return;
    html_.put("p", {{"class", "aside"}}, about);
    const auto list = html_.in("ul");
    for (const KeyedFinding& each : findings) put_finding(each);
  }

  void put_finding(const KeyedFinding& each) {
    const Finding& finding = each.value();
    const Rule& rule = rules_.rules[finding.rule];
    const Shown shown{*each.checked, rules_, options_, excerpts_for(*each.checked, options_)};
    const auto item = html_.in("li");
    html_.put("span", {{"class", fmt::format("sev {}", name_of(finding.severity))}},
              name_of(finding.severity));
    const auto body = html_.in("div", {{"class", "title"}});
    html_.put("p", rule.title);
    const std::string words = shown_words(each.checked->document, finding.span, rules_, shown.excerpts);
    if (!words.empty()) {
      const auto quote = html_.in("p", {{"class", "quote"}});
      html_.put("mark", {{"class", "risk"}}, words);
    }
    html_.put("p", {{"class", "place"}},
              name_in_report(each.checked->document) + " · " + place_of_finding(shown, finding));
    const auto details = html_.in("details");
    {
      const auto summary = html_.in("summary");
      html_.text("Why, and what instead");
      html_.put("span", {{"class", "unseen"}}, ": " + rule.title);
    }
    html_.put("p", rule.why);
    if (!rule.instead.empty()) html_.put("p", "Instead: " + rule.instead);
    if (!rule.citations.empty()) html_.put("p", {{"class", "aside"}}, "Source: " + sources_of(rule, rules_));
    html_.put("p", {{"class", "rule"}}, "Rule " + full_id(rules_, rule));
  }

  void put_safeguards(const char* title, const char* look, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    const auto section = html_.in("section", {{"class", "safeguards"}});
    html_.put("h2", title);
    const auto list = html_.in("ul", {{"class", look}});
    for (const std::string& id : ids) html_.put("li", title_of_safeguard(id, rules_.scales));
  }

  const Comparison& comparison_;
  const RuleSet& rules_;
  const WriteOptions& options_;
  Html html_;
};

}  // namespace

void write_comparison_page(const Comparison& comparison, const RuleSet& rules, const WriteOptions& options,
                           std::ostream& out) {
  ComparisonPage(comparison, rules, options, out).write();
}

}  // namespace peerscope
