// What two versions of the rules say differently of the same documents.
#pragma once
#include <string>
#include <vector>

#include "check/report.h"
#include "cli/commands.h"

namespace peerscope {

// A finding that counts, without regard to the version of the rules: what two versions share is the same
// here.
struct Saying {
  std::string document;
  std::uint32_t begin = 0, end = 0;  // in the document's text
  std::string rule;                  // "scope/driving"
  std::string counts_as;             // "error", "strength", "remark"
  std::string place;                 // "line 3, column 1"
  std::string text;
  auto operator<=>(const Saying&) const = default;
};
std::vector<Saying> sayings_of(const Checked& checked, const RuleSet& rules);  // sorted

struct RulesDiff {
  std::vector<Saying> appears, vanishes;
  std::size_t stays = 0;
};
RulesDiff difference(std::vector<Saying> older, std::vector<Saying> newer);

int run_rules_diff(const Desk& desk);  // 1 where something differs

}  // namespace peerscope
