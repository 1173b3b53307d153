// Reads word classes and irregular forms.
#include <algorithm>

#include "rules/keys.h"
#include "rules/load_context.h"

namespace peerscope {
namespace {

void load_class(NodeReader& reader, const YamlNode& key, const YamlNode& node, const RuleSet& rules,
                std::vector<WordClass>& classes) {
  reader.is_id(key, "The name of a word class");
  const auto same = std::find_if(classes.begin(), classes.end(),
                                 [&](const WordClass& each) { return each.name == key.text; });
  if (same != classes.end()) {
    const std::string where = rules.files[same->source.file] + ", line " + std::to_string(same->source.line);
    reader.mistake(
        key, "The word class \"" + key.text + "\" exists already (" + where + ").",
        "Give this one another name; to add to the other, list \"@" + key.text + "\" among its words.");
    return;
  }
  WordClass read;
  read.name = key.text;
  read.source = reader.source_of(key);
  if (reader.is_map_of(node, kClassKeys, "a word class")) {
    reader.choice(node, "part", kPartNames, read.part, Need::required);
    read.entries = reader.phrases(node, "words", Need::required);
  }
  for (const Phrase& entry : read.entries) {
    if (entry.type == PhraseType::ordered) continue;
    YamlNode at;
    at.line = entry.source.line;
    at.column = entry.source.column;
    reader.mistake(at, "A word class holds words and phrases, neither \"together\" nor \"regex\".",
                   "Put this into the rules that need it.");
  }
  classes.push_back(std::move(read));  // even with mistakes: whoever uses the class has made none
}

void load_forms(NodeReader& reader, const YamlNode& root, std::string_view key,
                std::map<std::string, std::vector<std::string>>& out) {
  const YamlNode* table = reader.mapping(root, key);
  if (table == nullptr) return;
  for (const YamlNode& word : table->keys) out[word.text] = reader.texts(*table, word.text, Need::required);
}

}  // namespace

void load_classes(NodeReader& reader, const YamlNode& root, const RuleSet& rules,
                  std::vector<WordClass>& classes) {
  const std::array<std::string_view, 1> keys{"classes"};
  if (!reader.is_map_of(root, keys, "a vocabulary file")) return;
  const YamlNode* table = reader.mapping(root, "classes", Need::required);
  if (table == nullptr) return;
  for (std::size_t i = 0; i < table->keys.size(); ++i) {
    load_class(reader, table->keys[i], table->items[i], rules, classes);
  }
}

void load_inflections(NodeReader& reader, const YamlNode& root, Inflections& inflections) {
  if (!reader.is_map_of(root, kInflectionKeys, "inflection.yaml")) return;
  load_forms(reader, root, "verbs", inflections.verbs);
  load_forms(reader, root, "nouns", inflections.nouns);
  const YamlNode* spellings = reader.mapping(root, "spellings");
  if (spellings == nullptr) return;
  for (std::size_t i = 0; i < spellings->keys.size(); ++i) {
    std::string american;
    if (reader.text_item(spellings->items[i], "A spelling", american)) {
      inflections.spellings.emplace_back(spellings->keys[i].text, american);
    }
  }
}

}  // namespace peerscope
