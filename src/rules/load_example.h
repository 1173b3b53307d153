// Reads the examples of a rule.
#pragma once
#include "rules/node_reader.h"
#include "rules/rule.h"

namespace peerscope {

// Fills rule.flag, pass and strength from the rule's node; too few of them, or one that stands twice, is a
// mistake.
void load_examples(NodeReader& reader, const YamlNode& node, Rule& rule);

}  // namespace peerscope
