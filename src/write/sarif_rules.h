// The rules that a SARIF file describes.
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "rules/rule.h"
#include "write/json_writer.h"

namespace peerscope {

std::string id_of(const Safeguard& safeguard);  // "safeguard/pay"
std::string_view sarif_level(Severity severity);

// `name: {"text": …}`, with what means something in a message of SARIF escaped: [links](…) and {0}.
void write_message(JsonWriter& json, std::string_view name, std::string_view text);

class UsedRules {
 public:
  explicit UsedRules(const RuleSet& rules) : rules_(&rules) {}
  void add(const Rule& rule) { used_[full_id(*rules_, rule)].rule = &rule; }
  void add(const Safeguard& safeguard) { used_[id_of(safeguard)].safeguard = &safeguard; }
  void number();  // after the last add
  std::int64_t index_of(const std::string& id) const { return used_.at(id).index; }
  void write(JsonWriter& json) const;  // the member "rules"

 private:
  struct Used {
    const Rule* rule = nullptr;
    const Safeguard* safeguard = nullptr;
    std::int64_t index = 0;
  };
  const RuleSet* rules_;
  std::map<std::string, Used> used_;  // sorted, so that a file does not change with the order of findings
};

}  // namespace peerscope
