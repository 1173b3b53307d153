// A report to read in a pull request, a merge request or the summary of a job.
#include <fmt/format.h>

#include <algorithm>

#include "check/score.h"
#include "write/escape.h"
#include "write/excerpt.h"
#include "write/formats.h"
#include "write/groups.h"
#include "write/markdown_text.h"
#include "write/places.h"
#include "write/results.h"
#include "write/wording.h"

namespace peerscope {

namespace {

// GitHub refuses a summary of more than 1 MiB as a whole: what is beyond is left out, and said to be.
constexpr std::size_t kLongest = 900'000;

std::string tier_of(const Checked& checked, const RuleSet& rules) {
  if (!shows_figure(checked)) return "notes get no score";
  return markdown_text(tier_title(checked.score, rules.scales));
}

bool has_score(const Checked& checked) { return shows_figure(checked) && checked.score.tier != "not-enough"; }

std::string score_of(const Checked& checked) {
  const Score& score = checked.score;
  return fmt::format("{:.0f} ({:.0f} to {:.0f})", score.value, score.low, score.high);
}

void put_overview(std::string& text, const Report& report) {
  text +=
      "| document | tier | score of 100 (95 % interval) | critical | errors | warnings | notes |\n"
      "|---|---|---|--:|--:|--:|--:|\n";
  long left_out = 0;
  for (const Checked& checked : report.documents) {
    if (text.size() > kLongest / 2) {
      ++left_out;
      continue;
    }
    Summary summary;
    add_to(summary, checked, *report.rules);
    text += fmt::format("| {} | {} | {} |", markdown_code_in_table(name_in_report(checked.document)),
                        tier_of(checked, *report.rules), has_score(checked) ? score_of(checked) : "–");
    for (const Severity severity : {Severity::critical, Severity::error, Severity::warning, Severity::note}) {
      text += fmt::format(" {} |", summary.risks[static_cast<std::size_t>(severity)]);
    }
    text += '\n';
  }
  text += '\n';
  if (left_out != 0) text += fmt::format("**And {} more.**\n\n", counted(left_out, "document", "documents"));
}

void put_unread(std::string& text, const Report& report) {
  const std::vector<Unread> unread = unread_of(report);
  if (unread.empty()) return;
  text += "## Not read\n\n";
  for (const Unread& one : unread) {
    text += "- " + markdown_code(path_in_report(one.path)) +
            (one.line > 0 ? fmt::format(", line {}", one.line) : "") + ": " + markdown_text(one.message) +
            "\n";
  }
  text += '\n';
}

// What is new is what a pull request is about.
void put_baseline(std::string& text, const Report& report) {
  if (!report.stale) return;
  long known = 0, fresh = 0;
  for (const Checked& checked : report.documents) {
    for (const Finding& finding : checked.findings) {
      if (finding.effect == Effect::risk && counts(checked, finding, *report.rules))
        ++(finding.known ? known : fresh);
    }
  }
  text += fmt::format("**{} new**, {} known already.", counted(fresh, "finding is", "findings are"), known);
  if (const int gone = report.stale->size(); gone != 0)
    text += fmt::format(" {} known and not met again.", counted(gone, "other was", "others were"));
  text += "\n\n";
}

void put_place(std::string& text, const Told& told) {
  const Document& document = told.document();
  std::string place = markdown_text(place_in_words(place_of(document, told.finding.span.begin)));
  const std::string title = nearest_title(document, told.unit(), told.excerpts);
  if (!title.empty()) place += (place.empty() ? "" : ", ") + markdown_code(title);
  if (told.unit().item != 0) place += fmt::format("{}item {}", place.empty() ? "" : ", ", told.unit().item);
  const std::string words = words_of(told);
  text += "- " + (place.empty() ? "in the text" : place) +
          (words.empty() ? "" : ": " + markdown_code(words)) +
          (told.finding.known ? " (known already)" : "") + "\n";
}

void put_group(std::string& text, const Group& group, const Told& first) {
  const Rule& rule = first.rule();
  text += fmt::format("### {}: {}\n\n", name_of(group.severity), markdown_text(rule.title));
  for (const Finding* finding : group.findings)
    put_place(text, {first.rules, first.checked, *finding, first.excerpts});
  text += '\n';
  const auto line = [&](std::string_view label, const std::string& words) {
    if (!words.empty()) text += fmt::format("**{}:** {}\n\n", label, markdown_text(words));
  };
  line("What", rule.message);
  line("Why", rule.why);
  line("Instead", rule.instead);
  if (rule.contested) line("Disputed", rule.contested_text);
  line("Source", sources_of(rule, first.rules));
  line("Rule", full_id(first.rules, rule));
}

void put_findings(std::string& text, const Checked& checked, const RuleSet& rules,
                  const WriteOptions& options) {
  const Excerpts excerpts = excerpts_for(checked, options);
  const auto groups = grouped(checked.findings, [&](const Finding& finding) {
    return finding.effect == Effect::risk && counts(checked, finding, rules);
  });
  if (groups.empty()) text += "No finding that counts.\n\n";
  for (const Group& group : groups)
    put_group(text, group, {rules, checked, *group.findings.front(), excerpts});
}

void put_safeguards(std::string& text, const Checked& checked, const RuleSet& rules) {
  const auto& states = checked.safeguards;
  if (states.empty()) return;
  const auto stated =
      std::count_if(states.begin(), states.end(), [](const SafeguardState& s) { return s.present; });
  text += fmt::format("<details><summary>Safeguards: {} of {} stated</summary>\n\n", stated, states.size());
  for (const SafeguardState& state : states) {
    const auto& all = rules.scales.safeguards;
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const Safeguard& one) { return one.id == state.id; });
    if (known == all.end()) continue;
    text += fmt::format("- [{}] {}\n", state.present ? 'x' : ' ', markdown_text(known->title));
  }
  text += "\n</details>\n\n";
}

std::string about_document(const Checked& checked, const RuleSet& rules, const WriteOptions& options) {
  std::string text = "## " + markdown_code(name_in_report(checked.document)) + "\n\n";
  if (has_score(checked))
    text += fmt::format("**{}**: {} of 100. ", tier_of(checked, rules), score_of(checked));
  if (shows_figure(checked) && !has_score(checked)) text += fmt::format("**{}**. ", tier_of(checked, rules));
  text += markdown_text(evidence_in_words(checked)) + "\n\n";
  put_findings(text, checked, rules, options);
  put_safeguards(text, checked, rules);
  return text;
}

}  // namespace

void write_markdown(const Report& report, const WriteOptions& options, std::ostream& out) {
  std::string text = "# peerscope\n\n**" + markdown_text(run_in_words(report)) + "**\n\n";
  put_baseline(text, report);
  put_unread(text, report);
  if (report.documents.size() > 1) put_overview(text, report);
  std::size_t left_out = 0;
  for (const Checked& checked : report.documents) {
    const std::string more = left_out == 0 ? about_document(checked, *report.rules, options) : "";
    if (left_out != 0 || text.size() + more.size() > kLongest) {
      ++left_out;
      continue;
    }
    text += more;
  }
  if (left_out != 0) {
    text += fmt::format("**{} not told in detail: this page would be longer than GitHub takes.**\n\n",
                        left_out == 1 ? "1 document is" : fmt::format("{} documents are", left_out));
  }
  text +=
      "This speaks of the text alone: how people really work together it cannot show, and what is not stated "
      "here "
      "may still be done.\n";
  out << text;
}

}  // namespace peerscope
