// A rule to fill in.
#pragma once
#include <string>

#include "cli/commands.h"

namespace peerscope {

// The YAML of a rule with blanks and what belongs in each. Once every ‹blank› is filled, it loads.
std::string rule_skeleton(const std::string& pack, const std::string& rule);
std::string pack_skeleton(const std::string& pack);  // its pack.yaml

int run_rules_new(const Desk& desk, const std::string& name);  // "our-pack/our-rule"

}  // namespace peerscope
