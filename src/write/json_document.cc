// One document of the report as JSON: an element of `documents` in rules/schema/report.schema.json.
#include "write/json_document.h"

#include <map>
#include <utility>

#include "check/score.h"
#include "check/sensitivity.h"
#include "write/excerpt.h"
#include "write/wording.h"

namespace peerscope {

namespace {

using Integer = std::int64_t;

// One document, the rules that it was checked with, and how much of its text may be shown.
struct Shown {
  const Checked& checked;
  const RuleSet& rules;
  Excerpts excerpts;
  bool sensitivity = false;
  const Document& document() const { return checked.document; }
};

void member_if(JsonWriter& json, std::string_view name, std::uint32_t value) {
  if (value != 0) json.member(name, static_cast<Integer>(value));
}

void write_place(JsonWriter& json, const Place& place) {
  json.member("line", static_cast<Integer>(place.line));
  json.member("column", static_cast<Integer>(place.column));
}

void write_section(JsonWriter& json, const Shown& shown, const Unit& unit) {
  json.key("section");
  json.begin_array();
  for (const std::string& title : shown_section(shown.document(), unit, shown.excerpts)) json.string(title);
  json.end_array();
}

void write_score(JsonWriter& json, const Shown& shown) {
  const Score& score = shown.checked.score;
  const bool figure = shows_figure(shown.checked);
  json.key("score");
  json.begin_object();
  const std::pair<std::string_view, double> figures[] = {
      {"value", score.value}, {"low", score.low}, {"high", score.high}};
  for (const auto& [name, value] : figures) {
    json.key(name);
    figure ? json.number(value) : json.null();
  }
  json.member("evidence_units", static_cast<Integer>(score.evidence_units));
  json.member("tier", figure ? std::string_view(score.tier) : std::string_view("not-scored"));
  if (figure) {
    json.member("barred", score.barred);
    json.member("strengths", score.strengths);
    json.member("risks", score.risks);
    json.key("terms");
    json.begin_array();
    for (const Term& term : score.terms) {
      json.begin_object();
      json.member("unit", static_cast<Integer>(term.unit) + 1);
      json.member("rule", full_id(shown.rules, shown.rules.rules[shown.checked.findings[term.finding].rule]));
      json.member("weight", term.weight);
      json.member("risk", term.risk);
      json.end_object();
    }
    json.end_array();
    if (shown.sensitivity)
      write_json_sensitivity(
          json, sensitivity_of({score.strengths, score.risks}, swings_of(shown.checked, shown.rules)),
          shown.rules);
  }
  json.end_object();
}

void write_signs(JsonWriter& json, const Checked& checked) {
  json.key("signs");
  json.begin_array();
  for (const SignCount& sign : checked.signs) {
    json.begin_object();
    json.member("id", sign.id);
    json.member("risk", static_cast<Integer>(sign.risk));
    json.member("strength", static_cast<Integer>(sign.strength));
    json.end_object();
  }
  json.end_array();
}

void write_work(JsonWriter& json, const Checked& checked) {
  json.key("work");
  json.begin_object();
  for (const Work work : all_work()) {
    json.member(name_of(work), static_cast<Integer>(checked.work[static_cast<std::size_t>(work)]));
  }
  json.end_object();
}

void write_safeguards(JsonWriter& json, const Shown& shown) {
  json.key("safeguards");
  json.begin_array();
  for (const SafeguardState& safeguard : shown.checked.safeguards) {
    json.begin_object();
    json.member("id", safeguard.id);
    json.member("present", safeguard.present);
    json.key("evidence");
    json.begin_array();
    for (const std::uint32_t index : safeguard.findings) {
      const Finding& finding = shown.checked.findings[index];
      json.begin_object();
      json.member("unit", static_cast<Integer>(finding.unit) + 1);
      json.member("line", static_cast<Integer>(place_of(shown.document(), finding.span.begin).line));
      json.key("text");
      shown.excerpts == Excerpts::none
          ? json.null()
          : json.string(shown_words(shown.document(), finding.span, shown.rules, shown.excerpts));
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void write_units(JsonWriter& json, const Shown& shown) {
  std::map<std::uint32_t, double> weights;
  for (const Term& term : shown.checked.score.terms) weights.emplace(term.unit, term.weight);
  json.key("units");
  json.begin_array();
  for (std::uint32_t i = 0; i < shown.document().units.size(); ++i) {
    const Unit& unit = shown.document().units[i];
    const UnitResult& result = shown.checked.units[i];
    json.begin_object();
    json.member("unit", static_cast<Integer>(i) + 1);
    json.member("type", name_of_type(unit.type));
    write_section(json, shown, unit);
    json.key("text");
    shown.excerpts == Excerpts::full ? json.string(slice(shown.document().text, unit.span)) : json.null();
    json.member("work", name_of(result.work));
    json.member("duty", result.duty);
    json.member("verdict", name_of(result.verdict));
    // What the unit brings to the score of its agency, for peerscope merge: of a note too, whose own sums are
    // not told.
    if (const auto weight = weights.find(i); weight != weights.end()) json.member("weight", weight->second);
    if (result.repeats) json.member("repeats", true);
    json.member("line", static_cast<Integer>(place_of(shown.document(), unit.span.begin).line));
    json.end_object();
  }
  json.end_array();
}

void write_cues(JsonWriter& json, const Shown& shown, const Finding& finding) {
  json.key("cues");
  json.begin_array();
  for (const FiredCue& cue : finding.cues) {
    json.begin_object();
    json.key("text");
    shown.excerpts == Excerpts::none
        ? json.null()
        : json.string(shown_words(shown.document(), cue.span, shown.rules, shown.excerpts));
    json.member("group", cue.group);
    write_place(json, place_of(shown.document(), cue.span.begin));
    json.end_object();
  }
  json.end_array();
}

void write_location(JsonWriter& json, const Shown& shown, const Finding& finding) {
  const Document& document = shown.document();
  const Place begin = place_of(document, finding.span.begin);
  const Place end = place_after(document, finding.span);
  const Unit& unit = document.units[finding.unit];
  json.key("location");
  json.begin_object();
  write_place(json, begin);
  json.member("end_line", static_cast<Integer>(end.line));
  json.member("end_column", static_cast<Integer>(end.column));
  json.member("page", static_cast<Integer>(begin.page));
  member_if(json, "paragraph", begin.paragraph);
  member_if(json, "table", begin.table);
  member_if(json, "row", begin.row);
  member_if(json, "cell", begin.cell);
  member_if(json, "item", unit.item);
  if (!begin.field.empty()) json.member("field", begin.field);
  write_section(json, shown, unit);
  json.member("unit", static_cast<Integer>(finding.unit) + 1);
  json.end_object();
}

void write_finding(JsonWriter& json, const Shown& shown, const Finding& finding) {
  const Rule& rule = shown.rules.rules[finding.rule];
  json.begin_object();
  json.member("rule", full_id(shown.rules, rule));
  json.member("pack", shown.rules.packs[rule.pack].id);
  json.member("severity", name_of(finding.severity));
  json.member("effect", name_of(finding.effect));
  json.member("status", name_of(finding.status));
  json.member("confidence", name_of_confidence(finding.confidence));
  json.member("counts", counts(shown.checked, finding, shown.rules));
  if (finding.suppressed) json.member("suppressed", true);
  if (finding.known) json.member("known", true);
  write_cues(json, shown, finding);
  write_location(json, shown, finding);
  json.key("text");
  shown.excerpts == Excerpts::none
      ? json.null()
      : json.string(shown_words(shown.document(), finding.span, shown.rules, shown.excerpts));
  json.member("message", rule.message);
  json.member("why", rule.why);
  json.member("instead", rule.instead);
  json.member("source", sources_of(rule, shown.rules));
  json.member("fingerprint", fingerprint(shown.document(), finding, shown.rules));
  json.end_object();
}

void write_reading_notes(JsonWriter& json, const Document& document) {
  json.key("reading");
  json.begin_array();
  for (const ReadingNote& note : document.notes) {
    json.begin_object();
    json.member("message", note.message);
    json.member("incomplete", note.incomplete);
    json.member("line", static_cast<Integer>(note.place.line));
    json.end_object();
  }
  json.end_array();
}

void write_likeness(JsonWriter& json, const Likeness& likeness) {
  if (likeness.path.empty()) return;
  json.key("likeness");
  json.begin_object();
  json.member("path", likeness.path);
  json.member("alike", static_cast<Integer>(likeness.alike));
  json.member("duties", static_cast<Integer>(likeness.duties));
  json.end_object();
}

}  // namespace

void write_json_document(JsonWriter& json, const Checked& checked, const RuleSet& rules,
                         const WriteOptions& options) {
  const Shown shown{checked, rules, excerpts_for(checked, options), options.sensitivity};
  const Document& document = checked.document;
  json.begin_object();
  json.member("id", document.id.empty() ? document.path : document.id);
  json.member("path", document.path);
  member_if(json, "record", record_of(document));
  json.member("kind", name_of(document.kind));
  json.member("kind_recognised", document.kind_recognised);
  json.member("agency", document.agency);
  json.member("words", static_cast<Integer>(document.words.size()));
  write_score(json, shown);
  write_signs(json, shown.checked);
  write_work(json, shown.checked);
  write_safeguards(json, shown);
  write_units(json, shown);
  json.key("findings");
  json.begin_array();
  for (const Finding& finding : shown.checked.findings) write_finding(json, shown, finding);
  json.end_array();
  write_reading_notes(json, document);
  write_likeness(json, checked.likeness);
  json.end_object();
}

}  // namespace peerscope
