// What a domain expert may change without C++: rules, word classes, cues, headings, scales. Plain data, all
// of it.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/roles.h"
#include "rules/program.h"

namespace peerscope {

enum class Severity : std::uint8_t { note, warning, error, critical };
enum class Effect : std::uint8_t { none, risk, strength };  // YAML: note, risk, strength
// What kind of thing a rule speaks about; decides which contexts set a finding aside (context/interpret.cc).
enum class About : std::uint8_t {
  duty,     // work given to the peer: who acts, negation, headings, quotes all count
  wording,  // how people are spoken of: negation and agent do not rescue it, quotation does
  value,    // a peer value or safeguard
  fact,     // a fact of employment: supervision, pay, hiring; the agent does not count
};
// What a negated, prohibited or heading-excluded hit counts as.
enum class Negated : std::uint8_t { none, strength, keep, risk };
enum class RuleKind : std::uint8_t { phrase, swap, require, share, only_with, density, similar, ruled_out };
enum class Work : std::uint8_t {
  unclassified,
  relational,
  advocacy,
  connecting,
  clinical,
  compliance,
  clerical
};

std::string_view name_of(Severity severity);
std::string_view name_of(Effect effect);  // "none", "risk", "strength"
std::string_view name_of(Work work);
std::string_view name_of(RuleKind kind);
bool severity_named(std::string_view name, Severity& severity);
bool work_named(std::string_view name, Work& work);

// Where something stands in a rule file.
struct Source {
  std::uint32_t file = 0;  // index in RuleSet::files
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

enum class PhraseType : std::uint8_t { ordered, together, regex };

// One entry of `find`, `not`, a cue or a word class, as written.
struct Phrase {
  PhraseType type = PhraseType::ordered;
  std::vector<std::string> parts;  // ordered, regex: one; together: each class or phrase that must be there
  Source source;
};

// A source that a rule appeals to.
struct Citation {
  std::string source;  // a key of sources.yaml: "caraco-deck"
  std::string place;   // "Scope or no scope, 4"
};

struct Example {
  std::string text;
  std::string section;    // the heading it stands under; empty: that of a duty (or a note's narrative)
  std::uint8_t kind = 0;  // a bit of applies_to; 0: the first kind that the rule applies to
  Source source;
};

struct Rule {
  std::string id;  // "medication-monitoring"; with its pack "scope/medication-monitoring"
  std::uint32_t pack = 0;
  RuleKind kind = RuleKind::phrase;
  Effect effect = Effect::risk;
  Severity severity = Severity::warning;
  About about = About::duty;
  Negated negated = Negated::none;
  bool only_negated =
      false;  // `when: negated`: "without coercion" is a strength, "coercion" alone is nothing
  bool case_exact = false;
  bool agent = true;  // false: who acts does not matter
  bool contested = false;
  bool low_confidence = false;  // `confidence: low`: its findings go to the "please look" list
  bool supported = false;  // `confidence: supported`: counts only where another rule speaks in the same unit
  std::uint8_t applies_to = 7;                // bits: 1 job description, 2 progress note, 4 policy
  std::uint32_t sections = 0;                 // bit per Role; 0: the default of `about`
  std::uint32_t sections_with_duty_verb = 0;  // bit per Role written with '?'
  Work work = Work::unclassified;
  std::string sign;       // id of one of the five signs; empty
  std::string safeguard;  // id of the safeguard that an affirmed strength, or a risk ruled out, shows; empty
  std::string title, message, why, instead, contested_text;
  std::vector<Citation> citations;
  std::vector<std::string> catalogue;  // items of the catalogue that the rule covers: "C8", "F3.6"
  std::vector<Phrase> find, without;   // `without` is YAML's `not`
  std::vector<std::string> swaps;      // swap: plain wording for find[i]
  std::vector<Example> flag, pass, strength;
  Work share_of = Work::unclassified;  // share: kind of work counted
  double threshold = 0;                // share: 0–1; density: terms per 100 words; similar: 0–1
  std::vector<Phrase> with;            // only-with: what must stand in the same unit or entry
  Source source;
};

// An item of the catalogue that a text cannot show, and the reason.
struct NotAssessed {
  std::string item;  // "F2.1"
  std::string why;
};

struct Pack {
  std::string id, title, version, licence, source, language;
  std::vector<NotAssessed> not_assessed;
};

enum class Axis : std::uint8_t {
  negation,     // not, never, without
  prohibition,  // must not, may not
  pseudo,       // "not only": swallows the negation in it
  contrast,     // ends the reach of what stands before: but, however
  hypothetical,
  former,
  mention,
  person_led,    // at her request, if invited
  own_speech,    // verbs with which a person's words are told: said, told me
  doubt_speech,  // claims, denies: wording stays the writer's
  attribution,   // verbs with which others' words are told: charted, noted
  staff,
  people,
  role_holder,
  organisation,  // who acts
  duty_modal,    // "is part of every shift": a qualification that is a duty
  other,         // named groups that context code asks for by id
};

enum class Direction : std::uint8_t { forward, backward, both, none };

struct CueGroup {
  std::string id;
  Axis axis = Axis::other;
  Direction direction = Direction::none;
  std::uint16_t limit = 0;  // words; 0: to the clause's end
  std::vector<Phrase> phrases;
};

struct Sign {
  std::string id, title;
};
struct Safeguard {
  std::string id, title, sentence;
};  // sentence: what would state it

struct Scales {
  std::array<double, 4> weights{0.5, 1, 2, 2};  // by Severity
  int enough_units = 5;                         // fewer evidence units: "not enough to say"
  struct Tier {
    std::string id, title;
    double low_bound;
  };                        // reached when the score is at least this (check/score.h)
  std::vector<Tier> tiers;  // best first
  std::vector<Sign> signs;
  std::vector<Safeguard> safeguards;
};

// An item of the lists that the packs are made from: "C8, a monitor of medication or of compliance".
struct CatalogueItem {
  std::string id, list, title;       // "C8"; what the list is called
  std::vector<std::string> sources;  // keys of sources.yaml
  std::vector<std::string>
      rules;                   // full ids of rules that look for it, beside those that name it in `covers`
  std::string not_assessable;  // why a text cannot show it; empty
  std::vector<std::string> views;  // where the sources disagree: each side
  Source source;
};

struct RuleSet {
  std::vector<std::string> files;  // paths that Source::file points to
  std::vector<Pack> packs;
  std::vector<Rule> rules;
  std::vector<CueGroup> cues;
  HeadingTable headings;
  Scales scales;
  std::vector<CatalogueItem> catalogue;
  std::map<std::string, std::string> sources;  // citation key -> title and link
  Program program;                             // every phrase of rules and cues, compiled
};

// "scope/medication-monitoring"
std::string full_id(const RuleSet& rules, const Rule& rule);

}  // namespace peerscope
