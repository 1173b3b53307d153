// The parts of the report for reading, in the order in which write/text.cc puts them on the page.
#pragma once
#include "check/report.h"
#include "write/paper.h"
#include "write/write.h"

namespace peerscope {

// One document on paper.
struct Page {
  Paper& paper;
  const Checked& checked;
  const RuleSet& rules;
  const WriteOptions& options;
  Excerpts excerpts;
};

// text_score.cc
void put_tier(const Page& page);
void put_signs(const Page& page);
void put_work(const Page& page);
void put_score_terms(const Page& page);

// text_findings.cc
void put_findings(const Page& page);     // risks that count, heaviest first; a duty is told once
void put_please_look(const Page& page);  // remarks and low confidence: for a person to judge
void put_ignored(const Page& page);      // by an ignore note in the text

// text_context.cc
void put_strengths(const Page& page);
void put_set_aside(const Page& page);  // what context changed, and which words did

// text_safeguards.cc
void put_safeguards(const Page& page);

// text_places.cc
std::string place_of_finding(const Page& page, const Finding& finding);  // "line 23 · Duties, item 3"
Pieces text_of_finding(const Page& page, const Finding& finding);  // its sentence, with the words marked
// The sentence of findings that stand in one unit, with the words of each marked.
Pieces text_of_findings(const Page& page, const std::vector<const Finding*>& findings);
// Findings of one unit together, in the order of the text.
std::vector<std::vector<const Finding*>> by_unit(const std::vector<const Finding*>& findings);
bool counts_on(const Page& page, const Finding& finding);

}  // namespace peerscope
