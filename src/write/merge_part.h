// What was written of a document, read again: what it brings to its agency, and the same JSON once more.
#pragma once
#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "check/contribution.h"
#include "write/json_writer.h"

namespace peerscope {

// These throw where `document` is not what this program writes; `rule_of` holds the full ids of all rules.
Contribution contribution_of(const nlohmann::ordered_json& document,
                             const std::map<std::string, std::uint32_t>& rule_of);
void add_to(Summary& summary, const nlohmann::ordered_json& document);

void write_json_copy(JsonWriter& writer, const nlohmann::ordered_json& value);
bool deeper_than(const nlohmann::ordered_json& value, int levels);

}  // namespace peerscope
