// Reads rule packs: a folder of YAML to a RuleSet, or all the mistakes in it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/rule.h"

namespace peerscope {

struct LoadedRules {
  RuleSet rules;
  Errors warnings;  // mistakes that do not stop the work: a slow rule, two rules with one meaning
};

// A file of a pack, by the path it is reported under.
struct RuleFile {
  std::string path;
  std::string text;
};

// Every *.yaml of `folders`, in bytewise order of path; a later folder's packs may `extends` an earlier
// one's.
Result<std::vector<RuleFile>> read_rule_folder(const std::string& folder);
Result<LoadedRules> load_rules(const std::vector<RuleFile>& files);

}  // namespace peerscope
