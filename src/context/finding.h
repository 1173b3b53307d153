// A match, and what its context made of it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "rules/rule.h"

namespace peerscope {

enum class Status : std::uint8_t {
  affirmed,
  negated,              // "does not monitor"
  prohibited,           // "must not share", "may not drive"
  excluded_by_heading,  // under "The role is not"
  own_words,            // the supported person's words, quoted or told
  attributed,           // somebody else's words: the chart, the doctor
  other_role,           // another role's work
  person_led,           // at the person's own wish
  hypothetical,
  former,
  boilerplate,  // EEO, benefits, how to apply …
  mention,      // a word that is talked about
};
std::string_view name_of(Status status);  // "excluded-by-heading"

enum class Confidence : std::uint8_t { low, medium, high };

// The words that changed a finding.
struct FiredCue {
  Span span;
  std::string group;  // id of the cue group, or "heading", "section", "quote", "agent"
};

struct Finding {
  std::uint32_t rule = 0;  // index in RuleSet::rules
  std::uint32_t unit = 0;  // index in Document::units
  Span span;               // the matched text
  Status status = Status::affirmed;
  Effect effect = Effect::none;  // what it counts as, context applied
  Severity severity = Severity::note;
  Confidence confidence = Confidence::high;
  bool suppressed = false;  // by an ignore note
  bool known = false;       // a baseline or the revision of --since has it
  std::vector<FiredCue> cues;
};

}  // namespace peerscope
