// Agencies side by side: as `agencies` of the JSON report, and on paper.
#include "write/agencies.h"

#include <fmt/format.h>

#include <algorithm>

#include "write/json_document.h"
#include "write/wording.h"

namespace peerscope {

namespace {

using Integer = std::int64_t;
constexpr std::size_t kNamesTold = 6;

// Headings on paper are in capitals.
std::string plural_of(DocumentKind kind) {
  std::string words(kinds_in_words(kind));
  for (char& c : words) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return words;
}

void write_figure(JsonWriter& json, const AgencyGroup& group, const RuleSet& rules) {
  const Score& score = group.score;
  json.key("score");
  json.begin_object();
  const std::pair<const char*, double> figures[] = {
      {"value", score.value}, {"low", score.low}, {"high", score.high}};
  for (const auto& [name, value] : figures) {
    json.key(name);
    group.figure ? json.number(value) : json.null();
  }
  json.member("tier", group.figure ? std::string_view(score.tier) : std::string_view("not-scored"));
  if (group.figure) {
    json.member("evidence_units", Integer{score.evidence_units});
    json.member("strengths", score.strengths);
    json.member("risks", score.risks);
    json.member("barred", score.barred);
    json.member("interval", group.bootstrap ? "bootstrap" : "beta");
    if (group.sensitivity) write_json_sensitivity(json, *group.sensitivity, rules);
  }
  json.end_object();
}

void write_counts(JsonWriter& json, const AgencyGroup& group, const RuleSet& rules) {
  json.key("signs");
  json.begin_array();
  for (const SignCount& sign : group.signs) {
    json.begin_object();
    json.member("id", sign.id);
    json.member("risk", Integer{sign.risk});
    json.member("strength", Integer{sign.strength});
    json.end_object();
  }
  json.end_array();
  json.key("safeguards");
  json.begin_array();
  for (const SafeguardCount& safeguard : group.safeguards) {
    json.begin_object();
    json.member("id", safeguard.id);
    json.member("stated", Integer{safeguard.stated});
    json.end_object();
  }
  json.end_array();
  json.key("work");
  json.begin_object();
  for (const Work work : all_work())
    json.member(name_of(work), Integer{group.work[static_cast<std::size_t>(work)]});
  json.end_object();
  json.key("worst");
  json.begin_array();
  for (const RuleCount& count : group.worst) {
    json.begin_object();
    json.member("rule", full_id(rules, rules.rules[count.rule]));
    json.member("severity", name_of(count.severity));
    json.member("number", Integer{count.number});
    json.end_object();
  }
  json.end_array();
}

// Agencies of one kind and tier; the agencies come by name.
void put_tier_of_agencies(Paper& paper, const Report& report, DocumentKind kind, const std::string& tier) {
  bool first = true;
  for (const Agency& agency : report.agencies) {
    const AgencyGroup* group = group_of(agency, kind);
    if (group == nullptr || (group->figure ? group->score.tier : "not-scored") != tier) continue;
    const std::string title =
        group->figure ? std::string(tier_title(group->score, report.rules->scales)) : "No figure";
    if (first) paper.paragraph({{title, Ink::strong}}, 2);
    first = false;
    paper.paragraph({{agency.name, Ink::strong}, {": " + figure_in_words(*group, report.rules->scales)}}, 4,
                    6);
    if (!group->not_told_apart.empty())
      paper.paragraph({{"cannot be told apart from " + some_names(group->not_told_apart), Ink::faint}}, 6);
  }
}

void put_group(Paper& paper, const AgencyGroup& group, const RuleSet& rules) {
  paper.paragraph({{plural_of(group.kind), Ink::strong}, {": " + figure_in_words(group, rules.scales)}}, 2,
                  4);
  if (group.incomplete != 0) paper.paragraph(fmt::format("{} read only in part", group.incomplete), 4);
  if (!group.figure) return;
  std::string signs, work, stated;
  for (std::size_t i = 0; i < group.signs.size() && i < rules.scales.signs.size(); ++i) {
    signs += fmt::format("{}{}: {} against, {} for", signs.empty() ? "" : "; ", rules.scales.signs[i].title,
                         group.signs[i].risk, group.signs[i].strength);
  }
  for (const Work kind : all_work()) {
    if (const int number = group.work[static_cast<std::size_t>(kind)]; number != 0)
      work += fmt::format("{}{} {}", work.empty() ? "" : ", ", work_in_words(kind), number);
  }
  for (const SafeguardCount& safeguard : group.safeguards)
    stated += fmt::format("{}{} {}", stated.empty() ? "" : ", ", safeguard.id, safeguard.stated);
  if (!signs.empty()) paper.paragraph("Signs: " + signs, 4, 6);
  if (!stated.empty())
    paper.paragraph(fmt::format("Safeguards stated, of {}: {}", group.documents, stated), 4, 6);
  if (!work.empty()) paper.paragraph("Duties: " + work, 4, 6);
  if (group.sensitivity) paper.paragraph("Score: " + sensitivity_in_words(*group.sensitivity, rules), 4, 6);
  for (const RuleCount& count : group.worst) {
    const Rule& rule = rules.rules[count.rule];
    paper.paragraph(fmt::format("{} {}: {} ({})", count.number, count.number == 1 ? "time" : "times",
                                rule.title, full_id(rules, rule)),
                    4, 6);
  }
}

}  // namespace

void write_json_group(JsonWriter& json, const AgencyGroup& group, const RuleSet& rules) {
  json.begin_object();
  json.member("kind", name_of(group.kind));
  json.member("documents", Integer{group.documents});
  json.member("incomplete", Integer{group.incomplete});
  write_figure(json, group, rules);
  if (group.figure) write_counts(json, group, rules);
  json.key("not_told_apart_from");
  json.begin_array();
  for (const std::string& name : group.not_told_apart) json.string(name);
  json.end_array();
  json.end_object();
}

void write_json_agencies(JsonWriter& json, const Report& report) {
  json.key("agencies");
  json.begin_array();
  for (const Agency& agency : report.agencies) {
    json.begin_object();
    json.member("name", agency.name);
    json.member("unread", Integer{agency.unread});
    json.key("groups");
    json.begin_array();
    for (const AgencyGroup& group : agency.groups) write_json_group(json, group, *report.rules);
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

std::string some_names(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kNamesTold); ++i)
    text += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > kNamesTold) text += fmt::format(" and {} more", names.size() - kNamesTold);
  return text;
}

const AgencyGroup* group_of(const Agency& agency, DocumentKind kind) {
  for (const AgencyGroup& group : agency.groups) {
    if (group.kind == kind) return &group;
  }
  return nullptr;
}

std::string figure_in_words(const AgencyGroup& group, const Scales& scales) {
  const bool note = group.kind == DocumentKind::progress_note;
  const std::string documents =
      counted(group.documents, note ? "note" : "document", note ? "notes" : "documents");
  if (!group.figure)
    return fmt::format("{}, too few for a figure: it would be a figure about a person", documents);
  if (group.score.tier == "not-enough") return fmt::format("{}, not enough in them to say", documents);
  return fmt::format("{}: score {:.0f} of 100 (95 % interval {:.0f} to {:.0f}), {}{}",
                     tier_title(group.score, scales), group.score.value, group.score.low, group.score.high,
                     documents, group.score.barred ? "; a critical finding bars the two upper tiers" : "");
}

void put_agencies(Paper& paper, const Report& report) {
  for (const DocumentKind kind :
       {DocumentKind::job_description, DocumentKind::policy, DocumentKind::progress_note}) {
    bool any = false;
    for (const Agency& agency : report.agencies) any = any || group_of(agency, kind) != nullptr;
    if (!any) continue;
    paper.heading(plural_of(kind), "by tier, then by name");
    for (const Scales::Tier& tier : report.rules->scales.tiers)
      put_tier_of_agencies(paper, report, kind, tier.id);
    for (const char* tier : {"not-enough", "not-scored"}) put_tier_of_agencies(paper, report, kind, tier);
  }
  for (const Agency& agency : report.agencies) {
    paper.heading(agency.name, agency.unread == 0
                                   ? ""
                                   : counted(agency.unread, "document", "documents") + " could not be read");
    for (const AgencyGroup& group : agency.groups) put_group(paper, group, *report.rules);
  }
  paper.blank();
  paper.paragraph(
      {{"Tiers are no league: where intervals overlap, nobody can say who stands better. This speaks of the "
        "texts alone, not of how people work together, and of no person.",
        Ink::faint}});
}

}  // namespace peerscope
