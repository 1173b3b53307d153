// The program's words for what it found.
#include "write/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace peerscope {

std::string_view name_of_type(UnitType type) {
  switch (type) {
    case UnitType::item:
      return "item";
    case UnitType::sentence:
      return "sentence";
    case UnitType::key_value:
      return "key-value";
    case UnitType::heading:
      return "heading";
    case UnitType::cell:
      return "cell";
  }
  return "sentence";
}

std::string_view name_of_confidence(Confidence confidence) {
  switch (confidence) {
    case Confidence::low:
      return "low";
    case Confidence::medium:
      return "medium";
    case Confidence::high:
      return "high";
  }
  return "high";
}

std::string_view kinds_in_words(DocumentKind kind) {
  if (kind == DocumentKind::progress_note) return "progress notes";
  return kind == DocumentKind::policy ? "policies" : "job descriptions";
}

std::string kind_in_words(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::job_description:
      return "a job description";
    case DocumentKind::progress_note:
      return "progress notes";
    case DocumentKind::policy:
      return "a policy";
    case DocumentKind::unknown:
      break;
  }
  return "a text of unknown kind";
}

std::string_view work_in_words(Work work) {
  switch (work) {
    case Work::relational:
      return "being with people";
    case Work::advocacy:
      return "advocacy and rights";
    case Work::connecting:
      return "connecting with people and places";
    case Work::clinical:
      return "clinical work";
    case Work::compliance:
      return "compliance and watching";
    case Work::clerical:
      return "clerical work, transport, housekeeping";
    case Work::unclassified:
      return "not classified";
  }
  return "";
}

std::string_view status_in_words(Status status) {
  switch (status) {
    case Status::affirmed:
      return "stands as it is";
    case Status::negated:
      return "ruled out";
    case Status::prohibited:
      return "forbidden";
    case Status::excluded_by_heading:
      return "ruled out by its heading";
    case Status::own_words:
      return "the person's own words";
    case Status::attributed:
      return "somebody else's words";
    case Status::other_role:
      return "another role's work";
    case Status::person_led:
      return "at the person's own wish";
    case Status::hypothetical:
      return "only supposed";
    case Status::former:
      return "how it used to be";
    case Status::boilerplate:
      return "standard wording";
    case Status::mention:
      return "a word that is talked about";
  }
  return "";
}

namespace {

struct Sides {
  long against = 0, with = 0, scored = 0, repeats = 0;
};

Sides sides_of(const Checked& checked) {
  Sides sides;
  for (const Term& term : checked.score.terms) ++(term.risk ? sides.against : sides.with);
  for (std::size_t i = 0; i < checked.units.size(); ++i) {
    if (checked.document.units[i].type != UnitType::heading) ++sides.scored;
    if (checked.units[i].repeats) ++sides.repeats;
  }
  return sides;
}

}  // namespace

std::string evidence_in_words(const Checked& checked) {
  const Sides sides = sides_of(checked);
  const bool notes = checked.document.kind == DocumentKind::progress_note;
  std::string words =
      fmt::format("Of {}, {} for peer support and {} against it.",
                  notes ? counted(sides.scored, "sentence", "sentences")
                        : counted(sides.scored, "duty or sentence", "duties and sentences"),
                  sides.with == 1 ? "1 speaks" : fmt::format("{} speak", sides.with), sides.against);
  if (sides.repeats != 0) {
    words += sides.repeats == 1 ? " One that says the same again counts once."
                                : fmt::format(" {} that say the same again count once.", sides.repeats);
  }
  return words;
}

std::string_view tier_title(const Score& score, const Scales& scales) {
  for (const Scales::Tier& tier : scales.tiers) {
    if (tier.id == score.tier) return tier.title;
  }
  return "Not enough text to say";
}

std::vector<std::string> score_in_words(const Score& score, const Scales& scales) {
  std::string tiers;
  for (const Scales::Tier& tier : scales.tiers)
    tiers += fmt::format("{}{} from {:g}", tiers.empty() ? "" : ", ", tier.title, tier.low_bound);
  return {
      fmt::format("S = {:g} for, R = {:g} against, from {}.", score.strengths, score.risks,
                  counted(score.evidence_units, "duty or sentence", "duties and sentences")),
      fmt::format("Score = 100·(1+S)/(2+S+R) = 100·{:g}/{:g} = {:.2f}", 1 + score.strengths,
                  2 + score.strengths + score.risks, score.value),
      fmt::format("Interval: the 2.5 % and 97.5 % quantiles of Beta({:g}, {:g}) = {:.2f} to {:.2f}",
                  1 + score.strengths, 1 + score.risks, score.low, score.high),
      fmt::format("Tiers by score: {}; under {} duties or sentences none.", tiers, scales.enough_units),
      "A duty or sentence counts once: as risk with its heaviest finding, else as strength with its "
      "heaviest. What "
      "is said twice in the same words counts once. Findings to look at, set aside or ignored do not count."};
}

std::string run_in_words(const Report& report) {
  return run_in_words(report.documents.size(), summarise(report));
}

std::string run_in_words(std::size_t documents, const Summary& summary) {
  const auto risks = [&](Severity severity) {
    return long{summary.risks[static_cast<std::size_t>(severity)]};
  };
  return fmt::format("{} read: {} critical, {}, {}, {}.",
                     counted(static_cast<long>(documents), "document", "documents"),
                     risks(Severity::critical), counted(risks(Severity::error), "error", "errors"),
                     counted(risks(Severity::warning), "warning", "warnings"),
                     counted(risks(Severity::note), "note", "notes"));
}

std::string place_in_words(const Place& place) {
  std::string words;
  const auto add = [&words](std::string_view name, std::uint32_t number) {
    if (number != 0) words += fmt::format("{}{} {}", words.empty() ? "" : ", ", name, number);
  };
  add("page", place.page);
  add("table", place.table);
  add("row", place.row);
  add("cell", place.cell);
  if (place.page == 0 && place.table == 0 && place.row == 0) add("line", place.line);
  if (place.table == 0) add("paragraph", place.paragraph);
  if (!place.field.empty()) {
    const std::string_view noun = place.row == 0 || place.inside ? "field "
                                  : place.field.starts_with("column ")
                                      ? ""  // that has no name but its number
                                      : "column ";
    words += (words.empty() ? "" : ", ") + std::string(noun) + place.field;
  }
  return words;
}

namespace {

// What sources.yaml says of a key: title and link.
std::string_view entry_of_source(const std::string& key, const RuleSet& rules) {
  const auto known = rules.sources.find(key);
  return known == rules.sources.end() ? std::string_view(key) : std::string_view(known->second);
}

void add_citation(std::string& all, std::string_view name, const Citation& citation) {
  if (!all.empty()) all += "; ";
  all += name;
  if (citation.place.empty()) return;
  all += ": ";
  all += citation.place;
}

}  // namespace

std::string full_name_of_source(const std::string& key, const RuleSet& rules) {
  const std::string_view entry = entry_of_source(key, rules);
  return std::string(entry.substr(0, entry.find(", http")));
}

std::string short_name_of_source(const std::string& key, const RuleSet& rules) {
  const std::string full = full_name_of_source(key, rules);
  const std::size_t colon = full.find(':');
  if (colon == std::string::npos) return full;
  const std::string name = full.substr(0, colon);
  const auto alike = std::count_if(rules.sources.begin(), rules.sources.end(),
                                   [&](const auto& source) { return source.second.starts_with(name + ':'); });
  return alike > 1 ? full : name;
}

std::string link_of_source(const std::string& key, const RuleSet& rules) {
  const std::string_view entry = entry_of_source(key, rules);
  const std::size_t cut = entry.find(", http");
  if (cut == std::string_view::npos) return "";
  const std::string_view link = entry.substr(cut + 2);
  return link.starts_with("https://") || link.starts_with("http://") ? std::string(link) : "";
}

std::string sources_of(const Rule& rule, const RuleSet& rules) {
  std::string all;
  for (const Citation& citation : rule.citations) {
    const std::string_view entry = entry_of_source(citation.source, rules);
    add_citation(all, entry.substr(0, entry.find(", http")), citation);
  }
  return all;
}

std::string sources_of(const Rule& rule, const RuleSet& rules, std::set<std::string>& told) {
  std::string all;
  for (const Citation& citation : rule.citations) {
    const bool first = told.insert(citation.source).second;
    add_citation(
        all,
        first ? full_name_of_source(citation.source, rules) : short_name_of_source(citation.source, rules),
        citation);
  }
  return all;
}

Place place_after(const Document& document, Span span) {
  if (span.end <= span.begin) return place_of(document, span.begin);
  // The last character's own place, and one column on: what follows may have its origin elsewhere.
  std::uint32_t last = span.end - 1;
  while (last > span.begin && (static_cast<unsigned char>(document.text[last]) & 0xC0U) == 0x80) --last;
  Place place = place_of(document, last);
  if (place.column != 0) ++place.column;
  return place;
}

std::string counted(long number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string sensitivity_in_words(const Sensitivity& sensitivity, const RuleSet& rules) {
  const auto without = [&](const std::optional<std::uint32_t>& rule) {
    return rule ? fmt::format(" (without {})", full_id(rules, rules.rules[*rule])) : std::string();
  };
  return fmt::format(
      "{:.0f} to {:.0f} with any one weight half or one and a half times as large; {:.0f}{} to {:.0f}{} "
      "without any one "
      "rule",
      sensitivity.weights_low, sensitivity.weights_high, sensitivity.rules_low, without(sensitivity.low_rule),
      sensitivity.rules_high, without(sensitivity.high_rule));
}

}  // namespace peerscope
