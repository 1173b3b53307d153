// The packs inside the program.
#pragma once
#include <vector>

#include "rules/image.h"
#include "rules/load.h"
#include "rules/rule.h"

namespace peerscope {

RuleSet built_in_rules(Detail detail = Detail::all);  // read while building; restored here
std::vector<RuleFile> built_in_rule_files();          // their YAML, for `--rules DIR`, which adds to them

}  // namespace peerscope
