// The report to read, written as documents come: what is kept of a run is its last page.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/report.h"
#include "write/paper.h"
#include "write/write.h"

namespace peerscope {

class TextReport {
 public:
  TextReport(const RuleSet& rules, const WriteOptions& options, std::ostream& out);

  void add(const Checked& checked);
  void add(const Error& error);  // what could not be read is told at the end
  void finish();

 private:
  // The last lines: the first so many, so that a million documents neither fill memory nor bury the rest.
  struct Listed {
    std::vector<Pieces> lines;
    long left_out = 0;
    void add(Pieces line);
    void put(Paper& paper, std::string_view more) const;
  };

  void keep_for_overview(const Checked& checked);

  const RuleSet& rules_;
  WriteOptions options_;
  Paper paper_;
  std::set<std::string> told_sources_;
  std::size_t documents_ = 0, errors_ = 0;
  long clean_ = 0;  // notes without a finding that counts
  Summary summary_;
  Listed overview_, unread_;
};

}  // namespace peerscope
