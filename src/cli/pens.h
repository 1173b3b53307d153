// The reports of a run on their way out: which leave as documents come, and which wait for the whole run.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/output.h"
#include "write/text.h"

namespace peerscope {

// NDJSON and the text leave document by document, so that a stream of any length needs no more room than a
// few documents. For every other format the whole run is kept.
class Pens {
 public:
  Pens(const Desk& desk, const RuleSet& rules, std::vector<Output>& outputs);

  bool keep_all() const;        // a format tells the whole run at once
  bool show_documents() const;  // they pass on the terminal, where a line of progress would be in the way
  // What the document becomes in each NDJSON report; by any thread.
  std::vector<std::string> lines_of(const Checked& checked) const;
  void write(const Checked& checked, const std::vector<std::string>& lines);
  void write(const Errors& errors);
  void finish(const Report& report);  // empty, unless all is kept

 private:
  struct Pen {
    const Target* target;
    Output* output;
    WriteOptions options;
    std::unique_ptr<TextReport> text;
    bool lines() const { return target->format == "ndjson"; }
    bool streams() const { return lines() || text != nullptr; }
  };

  bool on_terminal_;
  const RuleSet& rules_;
  std::vector<Pen> pens_;
};

}  // namespace peerscope
