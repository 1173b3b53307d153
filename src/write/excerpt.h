// How much of a document's text a report shows, and what identifies a finding without showing it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "write/write.h"

namespace peerscope {

// What holds for this document: what was asked for; else everything, except that of a progress note only the
// flagged words leave for anything but a terminal.
Excerpts excerpts_for(const Checked& checked, const WriteOptions& options);

// The words of a span as `excerpts` allows: full: as written; none: nothing; match: the words that the rules
// know, every other word as "…". A span may reach over a name ("reminded Delphine to take her meds"), and a
// name must not leave: "reminded … to take her meds".
std::string shown_words(const Document& document, Span span, const RuleSet& rules, Excerpts excerpts);

// The headings above a unit; where not everything may be shown, what they are for in the program's own words
// ("narrative"), since a heading of a note may be a name.
std::vector<std::string> shown_section(const Document& document, const Unit& unit, Excerpts excerpts);

// Identifies a finding across edits elsewhere, moves and renamed files: rule, nearest heading, and the unit's
// words as they are compared. 16 hexadecimal digits.
std::string fingerprint(const Document& document, const Finding& finding, const RuleSet& rules);

}  // namespace peerscope
