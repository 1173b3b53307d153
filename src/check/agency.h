// Pools checked documents by agency and kind, and gives each group a figure with an honest interval.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "check/contribution.h"
#include "check/report.h"
#include "check/sensitivity.h"

namespace peerscope {

inline constexpr int kFewestNotes = 5;   // fewer notes get no figure: it would be a figure about a person
inline constexpr int kFewestToDraw = 5;  // documents from which on the interval comes from drawing documents
inline constexpr int kDraws = 2000;

// The 2.5 % and 97.5 % quantiles of the score over draws of as many documents with replacement. The seed is
// fixed and the documents are sorted first, so that neither the order of files nor a merge changes a digit.
void bootstrap_interval(std::vector<DocumentSums> documents, double& low, double& high);

// Takes documents one after another and keeps of each no more than its sums.
class AgencyTally {
 public:
  // With `sensitivity`, groups tell how far their scores move; it takes some more time.
  explicit AgencyTally(const RuleSet& rules, bool sensitivity = false)
      : rules_(&rules), sensitivity_(sensitivity) {}

  void add(const Checked& checked);  // by Document::agency
  void add(const Contribution& document);
  void add_unread(const std::string& agency, int number = 1) { unread_[agency] += number; }
  std::vector<Agency> agencies() const;  // by name

 private:
  struct Pool {
    std::vector<DocumentSums> documents;
    AgencyGroup group;  // counts so far
    bool critical = false;
    std::map<std::uint32_t, RuleCount> rules;
    Swings swings;
  };
  AgencyGroup finished(const Pool& pool) const;

  const RuleSet* rules_;
  bool sensitivity_;
  std::map<std::string, std::map<DocumentKind, Pool>> pools_;
  std::map<std::string, int> unread_;
};

}  // namespace peerscope
