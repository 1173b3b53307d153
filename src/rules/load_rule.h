// Reads one rule from its YAML.
#pragma once
#include "rules/node_reader.h"
#include "rules/rule.h"

namespace peerscope {

// What a rule may name. A table whose own file could not be read is not held against the rule.
struct KnownNames {
  const RuleSet* rules = nullptr;  // its scales and sources
  bool scales = true;
  bool sources = true;
};

// Fills `rule` as far as it can be read; false where nothing usable stands there. Mistakes go to the reader.
bool load_rule(NodeReader& reader, const YamlNode& node, const KnownNames& known, Rule& rule);

}  // namespace peerscope
