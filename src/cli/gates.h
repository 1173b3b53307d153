// Gates: what a run demands of each document beyond --fail-on, and the words for what was not met.
#pragma once
#include <array>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "check/baseline.h"
#include "check/report.h"

namespace peerscope {

// What was demanded; nothing: no such gate.
struct Gates {
  std::optional<double> min_score;
  std::optional<int> min_safeguards;
  std::string baseline;          // its file; empty: every finding is new
  bool update_baseline = false;  // write it from this run
  std::optional<int> max_new;    // findings that the baseline does not know
};

// Holds each document to the gates as it comes, and tells at once which failed, by how much, because of what. It
// names rules and places, never words of a document, so that a log may be public.
class GateKeeper {
 public:
  GateKeeper(const Gates& gates, const RuleSet& rules, std::ostream& told)
      : gates_(gates), rules_(rules), told_(told) {}

  Errors prepare();  // reads the baseline
  void judge(const Checked& checked);
  // Tells what could not be held to a gate, and writes the baseline. A run that could not read everything
  // (`complete` is false) writes none: what it did not see would be taken for resolved.
  Errors finish(bool complete);
  bool failed() const { return failed_; }
  // Whether findings that the baseline does not know reach a severity.
  bool reaches(std::optional<Severity> severity) const;

 private:
  void judge_score(const Checked& checked);
  void judge_safeguards(const Checked& checked);
  void hold_to_baseline(const Checked& checked);
  void judge_new();
  void tell_stale() const;

  const Gates& gates_;
  const RuleSet& rules_;
  std::ostream& told_;
  bool failed_ = false;
  int not_judged_ = 0;
  Baseline known_, seen_;
  std::array<int, 4> new_{};  // by Severity
  std::vector<std::string> newest_;  // the first new findings, in words
};

}  // namespace peerscope
