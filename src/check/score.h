// From findings to a score, with every term of it.
//
// The sum. A unit (a duty, a sentence, a statement) counts once: as risk with its heaviest risk finding, else
// as strength with its heaviest strength, else not at all. Findings that do not count (`counts`) are told and
// never scored; neither is a heading.
//
// A sentence counts once in a document, however often it stands there: a second unit with the same words that
// speaks for the same side adds nothing. "Transports members" under Summary and again under Duties is one
// duty; a note that was pasted twice is one note. So a text doubled word for word keeps its sums, its score,
// its interval and its tier, and nobody narrows the interval by saying a thing again. (The same words may
// still count once on each side: "Monitors medication" under Duties, and under "The role is not".) Adding a
// unit adds to one side or adds nothing, so a risk never raises the score, and a strength never lowers it.
//
// The tier goes by the score itself, not by the low end of its interval: the uniform prior already pulls a
// short text to the middle, and a bound on the low end would push short, blameless texts into the worst tier.
#pragma once
#include <array>
#include <optional>
#include <string>

#include "check/report.h"

namespace peerscope {

// Fills units, score, signs, safeguards and work of `checked` from its document and findings.
void score_findings(Checked& checked, const RuleSet& rules);

// Whether a finding takes part in verdicts, score and gates: it has an effect, nobody set it aside, its
// confidence suffices, and it does not stand in a heading.
bool counts(const Checked& checked, const Finding& finding, const RuleSet& rules);

// A rule that speaks only where something is ruled out ("may not share own experience") also meets the words
// where they stand affirmed; such a finding means nothing, and is not told.
bool is_silent(const Finding& finding, const RuleSet& rules);

// Mean and 95 % interval of Beta(1+S, 1+R), in 0–100.
void beta_interval(double strengths, double risks, double& value, double& low, double& high);

// S and R with other weights, or without one rule (an index in RuleSet::rules).
DocumentSums sums_with(const Checked& checked, const RuleSet& rules, const std::array<double, 4>& weights,
                       std::optional<std::uint32_t> left_out = std::nullopt);

// Sets the tier that a score's value and evidence reach; a critical finding bars the two upper tiers.
void choose_tier(Score& score, bool critical, const Scales& scales);
bool holds_critical(const Checked& checked, const RuleSet& rules);

// A single note is one person's work, and nobody's work is given a figure: notes are scored in groups only.
bool shows_figure(const Checked& checked);

// Per unit: an earlier unit says the same, word for word.
std::vector<bool> repeated_units(const Document& document);

}  // namespace peerscope
