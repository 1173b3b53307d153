// The rules in force: those inside the program, and the user's own.
#include "cli/ruleset.h"

#include <algorithm>
#include <filesystem>

#include "rules/catalog.h"
#include "rules/suggest.h"

namespace peerscope {

Result<LoadedRules> rules_in_force(const std::vector<std::string>& folders, Detail detail) {
  if (folders.empty()) return LoadedRules{built_in_rules(detail), {}};
  std::vector<RuleFile> files = built_in_rule_files();
  for (const std::string& folder : folders) {
    auto own = read_rule_folder(folder);
    if (!own) return tl::unexpected<Errors>(std::move(own.error()));
    const auto is_complete = std::any_of(own->begin(), own->end(), [&](const RuleFile& file) {
      return std::filesystem::path(file.path).lexically_normal() ==
             (std::filesystem::path(folder) / "scales.yaml").lexically_normal();
    });
    if (is_complete) files.clear();
    std::move(own->begin(), own->end(), std::back_inserter(files));
  }
  return load_rules(files);
}

std::set<std::string> rule_paths_of(const std::string& folder) {
  std::set<std::string> paths;
  if (const auto files = read_rule_folder(folder)) {
    for (const RuleFile& file : *files) paths.insert(file.path);
  }
  return paths;
}

FoundRule rule_named(const RuleSet& rules, const std::string& name) {
  FoundRule found;
  std::vector<std::string> same_id, full_ids, ids;
  for (const Rule& rule : rules.rules) {
    full_ids.push_back(full_id(rules, rule));
    ids.push_back(rule.id);
    if (full_ids.back() == name) return {&rule, {}};
    if (rule.id != name) continue;
    same_id.push_back(full_ids.back());
    found.rule = &rule;
  }
  if (same_id.size() == 1) return found;
  found.rule = nullptr;
  if (same_id.size() > 1) {
    found.error.message = "More than one rule is called \"" + name + "\".";
    for (const std::string& each : same_id)
      found.error.remedy += (found.error.remedy.empty() ? "Choose: " : ", ") + each;
    return found;
  }
  found.error.message = "No rule is called \"" + name + "\".";
  std::string near = nearest(name, full_ids);
  if (near.empty()) {  // "scop/drivng": the last part may help
    const auto id = std::find(ids.begin(), ids.end(), nearest(name.substr(name.rfind('/') + 1), ids));
    if (id != ids.end()) near = full_ids[static_cast<std::size_t>(id - ids.begin())];
  }
  found.error.remedy =
      near.empty() ? "peerscope rules list shows them all." : "Did you mean \"" + near + "\"?";
  return found;
}

}  // namespace peerscope
