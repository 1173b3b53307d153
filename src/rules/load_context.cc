// Reads cues, headings, scales and sources.
#include "rules/load_context.h"

#include <algorithm>
#include <set>

#include "rules/keys.h"

namespace peerscope {
namespace {

// The list that a file consists of: `cues: [...]` and nothing beside it.
const YamlNode* only_list(NodeReader& reader, const YamlNode& root, std::string_view key) {
  const std::array<std::string_view, 1> keys{key};
  if (!reader.is_map_of(root, keys, "this file")) return nullptr;
  return reader.list(root, key, Need::required);
}

void load_cue(NodeReader& reader, const YamlNode& node, RuleSet& rules, std::set<std::string>& here) {
  if (!reader.is_map_of(node, kCueKeys, "a cue group")) return;
  CueGroup group;
  group.id = reader.id(node, "id");
  reader.choice(node, "axis", kAxisNames, group.axis, Need::required);
  reader.choice(node, "direction", kDirectionNames, group.direction);
  int limit = 0;
  if (reader.whole_number(node, "limit", {0, 1000}, limit)) group.limit = static_cast<std::uint16_t>(limit);
  group.phrases = reader.phrases(node, "phrases", Need::required);
  if (group.id.empty()) return;
  if (!here.insert(group.id).second) {
    reader.mistake(node, "The cue group \"" + group.id + "\" stands in this file twice.",
                   "Put the phrases together.");
    return;
  }
  const auto same = std::find_if(rules.cues.begin(), rules.cues.end(),
                                 [&](const CueGroup& each) { return each.id == group.id; });
  if (same == rules.cues.end()) {
    rules.cues.push_back(std::move(group));
  } else if (same->axis != group.axis || same->direction != group.direction || same->limit != group.limit) {
    reader.mistake(node,
                   "A cue group \"" + group.id + "\" exists already, with another axis, direction or limit.",
                   "Give the same ones to add phrases to it, or choose another id.");
  } else {
    same->phrases.insert(same->phrases.end(), group.phrases.begin(), group.phrases.end());
  }
}

void load_weights(NodeReader& reader, const YamlNode& scales, Scales& out) {
  const YamlNode* weights = reader.mapping(scales, "weights");
  if (weights == nullptr) return;
  const auto names = all_names(kSeverityNames);
  reader.is_map_of(*weights, names, "\"weights\"");
  for (const auto& [severity, name] : kSeverityNames) {
    reader.number(*weights, name, {0.01, 100}, out.weights[static_cast<std::size_t>(severity)]);
  }
}

void load_tiers(NodeReader& reader, const YamlNode& scales, Scales& out) {
  const YamlNode* tiers = reader.list(scales, "tiers");
  if (tiers == nullptr) return;
  out.tiers.clear();
  for (const YamlNode& node : tiers->items) {
    if (!reader.is_map_of(node, kTierKeys, "a tier")) continue;
    Scales::Tier tier{reader.id(node, "id"), reader.text(node, "title", Need::required), 0};
    const bool known = reader.number(node, "low-bound", {0, 100}, tier.low_bound, Need::required);
    if (known && !out.tiers.empty() && tier.low_bound >= out.tiers.back().low_bound) {
      reader.mistake(
          node, "The tiers must stand from the best to the least: this \"low-bound\" is not below the last.");
    }
    if (known) out.tiers.push_back(std::move(tier));
  }
}

// Puts an entry in the place of one with its id, or at the end.
template <class T>
void put(std::vector<T>& entries, T entry) {
  const auto same =
      std::find_if(entries.begin(), entries.end(), [&](const T& each) { return each.id == entry.id; });
  if (same == entries.end()) {
    entries.push_back(std::move(entry));
  } else {
    *same = std::move(entry);
  }
}

bool is_new(NodeReader& reader, const YamlNode& node, const std::string& id, std::set<std::string>& here) {
  if (id.empty()) return false;
  if (here.insert(id).second) return true;
  reader.mistake(node, "The id \"" + id + "\" stands in this list twice.", "Every id may be used once.");
  return false;
}

void load_signs(NodeReader& reader, const YamlNode& scales, Scales& out) {
  const YamlNode* signs = reader.list(scales, "signs");
  if (signs == nullptr) return;
  std::set<std::string> here;
  for (const YamlNode& node : signs->items) {
    if (!reader.is_map_of(node, kSignKeys, "a sign")) continue;
    Sign sign{reader.id(node, "id"), reader.text(node, "title", Need::required)};
    if (is_new(reader, node, sign.id, here)) put(out.signs, std::move(sign));
  }
}

void load_safeguards(NodeReader& reader, const YamlNode& scales, Scales& out) {
  const YamlNode* safeguards = reader.list(scales, "safeguards");
  if (safeguards == nullptr) return;
  std::set<std::string> here;
  for (const YamlNode& node : safeguards->items) {
    if (!reader.is_map_of(node, kSafeguardKeys, "a safeguard")) continue;
    Safeguard safeguard{reader.id(node, "id"), reader.text(node, "title", Need::required),
                        reader.text(node, "sentence", Need::required)};
    if (is_new(reader, node, safeguard.id, here)) put(out.safeguards, std::move(safeguard));
  }
}

}  // namespace

void load_cues(NodeReader& reader, const YamlNode& root, RuleSet& rules) {
  const YamlNode* cues = only_list(reader, root, "cues");
  if (cues == nullptr) return;
  std::set<std::string> here;
  for (const YamlNode& node : cues->items) load_cue(reader, node, rules, here);
}

void load_headings(NodeReader& reader, const YamlNode& root, RuleSet& rules) {
  const YamlNode* sections = only_list(reader, root, "sections");
  if (sections == nullptr) return;
  HeadingTable rows;
  for (const YamlNode& node : sections->items) {
    if (!reader.is_map_of(node, kSectionKeys, "a row of sections")) continue;
    HeadingRow row;
    const YamlNode* role = reader.scalar(node, "role", Need::required);
    if (role != nullptr && !role_named(role->text, row.role))
      reader.unknown_value(*role, "role", all_role_names());
    row.contains = reader.texts(node, "contains", Need::required);
    row.unless = reader.texts(node, "unless");
    rows.push_back(std::move(row));
  }
  rules.headings.insert(rules.headings.begin(), rows.begin(), rows.end());
}

void load_scales(NodeReader& reader, const YamlNode& root, RuleSet& rules) {
  if (!reader.is_map_of(root, kScalesKeys, "scales.yaml")) return;
  Scales& scales = rules.scales;
  load_weights(reader, root, scales);
  reader.whole_number(root, "enough-units", {1, 1000}, scales.enough_units);
  load_tiers(reader, root, scales);
  load_signs(reader, root, scales);
  load_safeguards(reader, root, scales);
}

void load_sources(NodeReader& reader, const YamlNode& root, RuleSet& rules) {
  const std::array<std::string_view, 1> keys{"sources"};
  if (!reader.is_map_of(root, keys, "sources.yaml")) return;
  const YamlNode* sources = reader.mapping(root, "sources", Need::required);
  if (sources == nullptr) return;
  for (std::size_t i = 0; i < sources->keys.size(); ++i) {
    const YamlNode& key = sources->keys[i];
    const YamlNode& node = sources->items[i];
    reader.is_id(key, "The key of a source");
    std::string shown;  // a source with mistakes is known all the same: the rules that cite it have made none
    if (reader.is_map_of(node, kSourceKeys, "A source")) {
      shown = reader.text(node, "title", Need::required);
      if (const std::string link = reader.text(node, "link"); !link.empty()) shown += ", " + link;
    }
    const auto [place, is_new] = rules.sources.emplace(key.text, shown);
    if (!is_new && place->second != shown) {
      reader.mistake(key, "Another source is called \"" + key.text + "\" already: " + place->second + ".",
                     "Choose another key.");
    }
  }
}

}  // namespace peerscope
