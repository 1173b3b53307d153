// The rules in force: those inside the program, and the user's own.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "rules/image.h"
#include "rules/load.h"

namespace peerscope {

// Each folder adds to what stands before it; a folder with a scales.yaml at its top is a complete set and
// replaces it (the project's own `rules/` is one).
Result<LoadedRules> rules_in_force(const std::vector<std::string>& folders, Detail detail = Detail::all);

// The rule files of a folder, by the paths that rules and mistakes name; empty where it cannot be read.
std::set<std::string> rule_paths_of(const std::string& folder);

struct FoundRule {
  const Rule* rule = nullptr;
  Error error;  // where there is no such rule, or several
};
// By full id ("scope/driving"), or by the id alone where only one pack has it.
FoundRule rule_named(const RuleSet& rules, const std::string& name);

}  // namespace peerscope
