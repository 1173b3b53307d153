// The parts of the report for reading, in the order in which write/text.cc puts them on the page.
#pragma once
#include <set>
#include <string>

#include "write/paper.h"
#include "write/shown.h"

namespace peerscope {

// One document on paper.
struct Page : Shown {
  Paper& paper;
  std::set<std::string>& told_sources;  // of the whole report: their full title stands further up
};

// text_score.cc
void put_tier(const Page& page);
void put_signs(const Page& page);
void put_work(const Page& page);
void put_score_terms(const Page& page);
void put_sensitivity(const Page& page);

// text_findings.cc
void put_findings(const Page& page);     // risks that count, heaviest first; a duty is told once
void put_please_look(const Page& page);  // remarks and low confidence: for a person to judge
void put_ignored(const Page& page);      // by an ignore note in the text

// text_context.cc
void put_strengths(const Page& page);
void put_set_aside(const Page& page);  // what context changed, and which words did

// text_safeguards.cc
void put_safeguards(const Page& page);

}  // namespace peerscope
