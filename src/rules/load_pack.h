// Reads packs, and builds those that start from another.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "rules/load_rule.h"
#include "rules/node_reader.h"
#include "rules/rule.h"

namespace peerscope {

// A pack as its own files give it.
struct PackDraft {
  Pack pack;
  std::uint32_t file = 0;          // of pack.yaml, in RuleSet::files
  const YamlNode* root = nullptr;  // of pack.yaml; borrowed
  std::string extends;
  std::vector<Rule> rules;
};

void load_pack(NodeReader& reader, const YamlNode& root, PackDraft& draft);
// Adds the rules of one file: `rules:` and nothing beside it.
void load_rule_file(NodeReader& reader, const YamlNode& root, const KnownNames& known, const RuleSet& rules,
                    PackDraft& draft);

// Puts the packs into `rules`. A pack that extends another stands instead of it: what it disables is gone
// from the run. `all_read`: every pack's file could be read, so that a name that is not there is a mistake.
void assemble_packs(std::vector<PackDraft>& drafts, bool all_read, RuleSet& rules, Errors& errors);

}  // namespace peerscope
