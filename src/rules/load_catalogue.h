// Reads the catalogue: every item of the lists that the packs are made from.
#pragma once
#include "rules/node_reader.h"
#include "rules/rule.h"

namespace peerscope {

// Adds to what earlier files gave; an item with a known id stands instead of it. Needs the sources.
void load_catalogue(NodeReader& reader, const YamlNode& root, RuleSet& rules);

}  // namespace peerscope
