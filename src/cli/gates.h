// Gates: holds documents, agencies and a run to what was demanded, and has the words for what was not met.
#pragma once
#include <map>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "check/baseline.h"
#include "check/report.h"
#include "cli/demands.h"

namespace peerscope {

// Holds each document to the gates as it comes, and tells at once which failed, by how much, because of what.
// It names rules and places, never words of a document, so that a log may be public.
class GateKeeper {
 public:
  // Pooled: scores and safeguards are demanded of agencies, not of each document.
  enum class Of : std::uint8_t { documents, agencies };
  GateKeeper(const Gates& gates, const RuleSet& rules, std::ostream& told, Of of = Of::documents)
      : gates_(gates), rules_(rules), told_(told), of_(of) {}

  Errors prepare();              // reads the baseline
  void know(Baseline before);    // what stood in the revision of --since
  void judge(Checked& checked);  // marks what is known
  void judge(const std::vector<Agency>& agencies);
  // Tells what could not be held to a gate, and writes the baseline. A run that could not read everything
  // (`complete` is false) writes none: what it did not see would be taken for resolved.
  Errors finish(bool complete);
  bool failed() const { return failed_; }
  // Tells the report, once all was judged, what is known and was not met again. A run that could not read
  // everything says of nothing that it is gone.
  void tell_known(Report& report, bool complete) const;

 private:
  void judge_score(const Checked& checked);
  void judge_safeguards(const Checked& checked);
  void judge_findings(Checked& checked);
  bool is_new(const Checked& checked, const Finding& finding);
  void judge_new();
  void tell_stale() const;
  std::string known_by() const;  // "the baseline", "revision main"

  const Gates& gates_;
  const RuleSet& rules_;
  std::ostream& told_;
  const Of of_;
  bool failed_ = false;
  int not_judged_ = 0;
  struct NewOfRow {
    int most = 0, number = 0;
  };
  int new_ = 0, of_no_row_ = 0;
  std::map<std::pair<std::string, std::string>, NewOfRow> by_row_;  // by the row's name, then by agency
  Baseline known_, seen_;
  std::vector<std::string> newest_;  // the first new findings, in words
};

// Every finding that counts as a risk, as a baseline holds it.
void add_findings(Baseline& baseline, const Checked& checked, const RuleSet& rules);

}  // namespace peerscope
