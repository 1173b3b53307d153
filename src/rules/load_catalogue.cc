// Reads the catalogue of lists.
#include "rules/load_catalogue.h"

#include <algorithm>
#include <set>

#include "rules/keys.h"

namespace peerscope {
namespace {

bool names_source(NodeReader& reader, const YamlNode& at, const std::string& key, const RuleSet& rules) {
  if (rules.sources.count(key) != 0) return true;
  reader.mistake(at, "No source is called \"" + key + "\".", "The keys stand in sources.yaml.");
  return false;
}

std::vector<std::string> sources_at(NodeReader& reader, const YamlNode& node, const RuleSet& rules) {
  std::vector<std::string> keys = reader.texts(node, "source");
  for (const std::string& key : keys) names_source(reader, node, key, rules);
  return keys;
}

// One side is no disagreement.
void check_views(NodeReader& reader, const YamlNode& node, const CatalogueItem& item) {
  if (item.views.size() != 1) return;
  reader.mistake(node, "\"views\" of " + item.id + " tells one side only.", "Tell each side in a sentence.");
}

CatalogueItem load_item(NodeReader& reader, const YamlNode& node, const RuleSet& rules) {
  CatalogueItem item;
  item.id = reader.text(node, "id", Need::required);
  item.title = reader.text(node, "title", Need::required);
  item.sources = sources_at(reader, node, rules);
  item.rules = reader.texts(node, "rules");
  item.not_assessable = reader.text(node, "not-assessable");
  item.views = reader.texts(node, "views");
  item.source = reader.source_of(node);
  check_views(reader, node, item);
  return item;
}

void put(std::vector<CatalogueItem>& items, CatalogueItem item) {
  const auto same =
      std::find_if(items.begin(), items.end(), [&](const CatalogueItem& each) { return each.id == item.id; });
  if (same == items.end()) {
    items.push_back(std::move(item));
  } else {
    *same = std::move(item);
  }
}

}  // namespace

void load_catalogue(NodeReader& reader, const YamlNode& root, RuleSet& rules) {
  const std::array<std::string_view, 1> keys{"catalogue"};
  if (!reader.is_map_of(root, keys, "catalogue.yaml")) return;
  const YamlNode* lists = reader.list(root, "catalogue", Need::required);
  if (lists == nullptr) return;
  std::set<std::string> here;
  for (const YamlNode& list : lists->items) {
    if (!reader.is_map_of(list, kCatalogueListKeys, "a list of the catalogue")) continue;
    const std::string title = reader.text(list, "list", Need::required);
    const std::vector<std::string> sources = sources_at(reader, list, rules);
    const YamlNode* items = reader.list(list, "items", Need::required);
    if (items == nullptr) continue;
    for (const YamlNode& node : items->items) {
      if (!reader.is_map_of(node, kCatalogueItemKeys, "an item of the catalogue")) continue;
      CatalogueItem item = load_item(reader, node, rules);
      item.list = title;
      if (item.sources.empty()) item.sources = sources;
      if (item.sources.empty()) reader.mistake(node, "Nobody is named as the source of this item.");
      if (!here.insert(item.id).second)
        reader.mistake(node, "The item \"" + item.id + "\" stands in this file twice.");
      put(rules.catalogue, std::move(item));
    }
  }
}

}  // namespace peerscope
