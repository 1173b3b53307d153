// A YAML text as a small tree in which every node knows where it stands; yaml-cpp is used behind this door
// alone.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace peerscope {

enum class YamlType : std::uint8_t { empty, text, list, map };
std::string_view name_of(YamlType type);  // "nothing", "a text", "a list", "a mapping"

struct YamlNode {
  YamlType type = YamlType::empty;
  std::uint32_t line = 0;       // 1-based
  std::uint32_t column = 0;     // 1-based, in code points
  bool quoted = false;          // text: a quotation mark stands at that place, the text begins after it
  std::string text;             // text: the value as written, never read as a number or a boolean
  std::vector<YamlNode> items;  // list: its items; map: its values, in the order of the file
  std::vector<YamlNode> keys;   // map: keys[i] belongs to items[i]; each is a text
};

// The value of a key of a map; null where the map has no such key, or the node is no map.
const YamlNode* value_of(const YamlNode& map, std::string_view key);

struct ParsedYaml {
  YamlNode root;
  Errors errors;  // syntax, duplicate keys, aliases, anchors, tags, limits: all of them where possible
  bool complete = false;  // the root holds the whole file: no mistake stopped the reading
};

// Aliases, anchors, tags, several documents in one file and duplicate keys are mistakes here: in a rule file
// none of them is needed, and each can make a file mean something else than its reader sees.
ParsedYaml parse_yaml(const std::string& path, std::string_view text);

}  // namespace peerscope
