// Reads `gates:` of the configuration.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "cli/demands.h"
#include "rules/yaml.h"

namespace peerscope {

// gates:
//   - {agency: north, kind: job-description, min-score: 70}
//   - {kind: job-description, min-score: 50, min-safeguards: 8, fail-on: critical}
using TellMistake = std::function<void(const YamlNode& at, std::string message, std::string remedy)>;
std::vector<GateRow> read_gate_rows(const YamlNode& value, const std::string& path,
                                    const TellMistake& mistake);

}  // namespace peerscope
