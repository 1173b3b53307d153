// Writes a report; the table of formats.
#pragma once
#include <ostream>
#include <string>
#include <string_view>

#include "base/result.h"
#include "check/report.h"

namespace peerscope {

enum class Excerpts : std::uint8_t { full, match, none };  // how much of a document's text a report shows

struct WriteOptions {
  Excerpts excerpts = Excerpts::full;
  bool excerpts_given = false;  // by flag; else notes are shown by `match` wherever the output is no terminal
  bool color = false;
  bool explain_score = false;
  bool sensitivity = false;  // how far the score moves with its weights and rules
  bool notes_first = false;  // lint: wording before score
  bool terminal = false;     // the output is a terminal
  int width = 100;           // columns of the terminal
};

using Writer = void (*)(const Report&, const WriteOptions&, std::ostream&);
struct ReportFormat {
  std::string_view name;
  std::string_view about;
  Writer write;
};
const ReportFormat* format_named(std::string_view name);
std::string format_names();  // "text, json, ndjson"

// One element of `documents` of the JSON contract, on one line.
void write_ndjson_document(const Checked& checked, const RuleSet& rules, const WriteOptions& options,
                           std::ostream& out);

}  // namespace peerscope
