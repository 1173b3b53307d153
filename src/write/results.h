// What the formats for other programs tell of a run: the risks that count, and what could not be read.
#pragma once
#include <string>
#include <vector>

#include "check/report.h"
#include "write/write.h"

namespace peerscope {

// A finding with all that is needed to tell it. Everything here is borrowed from the report.
struct Told {
  const RuleSet& rules;
  const Checked& checked;
  const Finding& finding;
  Excerpts excerpts;
  const Document& document() const { return checked.document; }
  const Rule& rule() const { return rules.rules[finding.rule]; }
  const Unit& unit() const { return checked.document.units[finding.unit]; }
};

// The risks of one document that count, by place. What context set aside, what a note in the text ignores and
// what speaks for peer support is no problem for anybody to mend.
std::vector<Told> problems_of(const Checked& checked, const RuleSet& rules, const WriteOptions& options);
// Those of the whole run, worst first; of the same severity in the order of the report.
std::vector<Told> worst_first(const Report& report, const WriteOptions& options);

// A document, or a part of one, that was not read.
struct Unread {
  std::string path;
  std::string message;  // with what to do about it, where that is known
  int line = 0;
  bool in_part = false;
};
std::vector<Unread> unread_of(const Report& report);
std::vector<Unread> unread_parts_of(const Document& document);

// All texts below stand on one line, with hidden characters spelled out (`printable`).

// Of a document that has a name besides its path (a record of a stream): that name; else empty.
std::string record_name(const Document& document);
// The path for a report: relative to the working folder, hidden characters spelled; `standard_input` for "-".
std::string path_in_report(const std::string& path, std::string_view standard_input = "standard input");
std::string name_in_report(
    const Document& document);              // the path, and the record's name: "notes.ndjson: note-7"
std::string words_of(const Told& told);     // the flagged words; empty where they may not be shown
std::string where_of(const Told& told);     // "note-7, paragraph 4, Duties, item 3"
std::string sentence_of(const Told& told);  // `"manages cases": Case management is another job.`
std::string advice_of(const Told& told);    // why, what instead, who says so
std::string evidence_of(const Told& told);  // where_of, sentence_of and advice_of, one after another

}  // namespace peerscope
