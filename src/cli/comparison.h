// An old and a new text, or folder, held against one another.
#pragma once
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "check/compare.h"
#include "check/report.h"
#include "write/write.h"

namespace peerscope {

// One of the two: a file or a folder.
struct Side {
  std::string path;
  Report report;
  std::vector<KeyedFinding> findings;
  std::set<std::string> safeguards;
  std::vector<AgencyGroup> groups;
};

struct Comparison {
  Side before, after;
  Pairing pairing;
};

std::vector<KeyedFinding> those(const std::vector<KeyedFinding>& findings,
                                const std::vector<std::size_t>& indices);
std::vector<KeyedFinding> kept_of(const Comparison& comparison);  // as they stand in the new text
std::vector<std::string> only_in(const std::set<std::string>& these, const std::set<std::string>& those);
std::string title_of_safeguard(const std::string& id, const Scales& scales);

void write_comparison_page(const Comparison& comparison, const RuleSet& rules, const WriteOptions& options,
                           std::ostream& out);  // compare_page.cc

}  // namespace peerscope
