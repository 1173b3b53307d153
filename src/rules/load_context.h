// Reads what all packs share: word classes, cues, headings, scales, sources.
#pragma once
#include <vector>

#include "rules/node_reader.h"
#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace peerscope {

// Each reads one file's root and adds to what earlier files gave.
void load_classes(NodeReader& reader, const YamlNode& root, const RuleSet& rules,
                  std::vector<WordClass>& classes);
void load_inflections(NodeReader& reader, const YamlNode& root, Inflections& inflections);
// A file of another folder may add phrases to a cue group that exists, by its id.
void load_cues(NodeReader& reader, const YamlNode& root, RuleSet& rules);
// The rows of a later file are tried before those of an earlier one.
void load_headings(NodeReader& reader, const YamlNode& root, RuleSet& rules);
// A later file's weights and tiers stand instead of an earlier one's; signs and safeguards are added.
void load_scales(NodeReader& reader, const YamlNode& root, RuleSet& rules);
void load_sources(NodeReader& reader, const YamlNode& root, RuleSet& rules);

}  // namespace peerscope
