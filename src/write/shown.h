// A checked document and how much of it may be shown; what each finding is told as. Shared by the reports to
// read.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "check/report.h"
#include "write/paper.h"
#include "write/write.h"

namespace peerscope {

struct Shown {
  const Checked& checked;
  const RuleSet& rules;
  const WriteOptions& options;
  Excerpts excerpts;
};

// Under which heading a report tells a finding.
enum class Standing : std::uint8_t {
  risk,       // counts against peer support
  look,       // not scored: remarks, low confidence, headings
  ignored,    // by an ignore note in the text
  strength,   // counts for peer support
  ruled_out,  // "does not …": no fault here
  set_aside,  // a fault elsewhere: somebody else's words, another role's work
  silent,     // not told, or told with the safeguards
};
Standing standing_of(const Shown& shown, const Finding& finding);

std::string place_of_finding(const Shown& shown, const Finding& finding);  // "line 23 · Duties, item 3"
// The sentence of findings that stand in one unit, with the words of each marked; as excerpts allow.
Pieces text_of_findings(const Shown& shown, const std::vector<const Finding*>& findings);
// The words that decided, and what they made of it: `"does not": ruled out; counts for peer support`
std::string reason_in_words(const Shown& shown, const Finding& finding);
// Findings of one unit together, in the order of the text.
std::vector<std::vector<const Finding*>> by_unit(const std::vector<const Finding*>& findings);
// The words of all findings, in order, those that touch or overlap as one.
std::vector<Span> united_spans(const std::vector<const Finding*>& findings);

// Duties in which no rule found anything: what the program could not read, a person should. Indices of units;
// none where the text may not be shown.
std::vector<std::uint32_t> unjudged_duties(const Shown& shown);

const Safeguard* safeguard_named(const Scales& scales, const std::string& id);  // nullptr: none

}  // namespace peerscope
