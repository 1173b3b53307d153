// Reads pack.yaml and rule files; resolves extends, disable and severity.
#include "rules/load_pack.h"

#include <algorithm>

#include "rules/keys.h"
#include "rules/suggest.h"

namespace peerscope {
namespace {

std::string place_of(const RuleSet& rules, const Source& source) {
  return rules.files[source.file] + ", line " + std::to_string(source.line);
}

std::vector<Rule>::iterator rule_with(std::vector<Rule>& rules, std::string_view id) {
  return std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == id; });
}

// Builds finished packs out of drafts, parents before children.
class Assembler {
 public:
  Assembler(std::vector<PackDraft>& drafts, bool all_read, RuleSet& rules, Errors& errors)
      : drafts_(drafts),
        all_read_(all_read),
        rules_(rules),
        errors_(errors),
        states_(drafts.size(), State::waiting) {}

  void assemble() {
    refuse_equal_ids();
    for (std::size_t i = 0; i < drafts_.size(); ++i) build(i);
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (replaced_.contains(i)) continue;
      const auto number = static_cast<std::uint32_t>(rules_.packs.size());
      rules_.packs.push_back(drafts_[i].pack);
      for (Rule& rule : drafts_[i].rules) {
        rule.pack = number;
        rules_.rules.push_back(std::move(rule));
      }
    }
  }

 private:
  enum class State : std::uint8_t { waiting, building, built };

  NodeReader reader_of(const PackDraft& draft) { return {draft.file, rules_.files[draft.file], errors_}; }

  const YamlNode& node_of(const PackDraft& draft, std::string_view key) const {
    const YamlNode* node = value_of(*draft.root, key);
    return node != nullptr ? *node : *draft.root;
  }

  void refuse_equal_ids() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const PackDraft& draft = drafts_[i];
      if (draft.pack.id.empty() || draft.extends == draft.pack.id) continue;
      for (std::size_t j = 0; j < i; ++j) {
        if (drafts_[j].pack.id != draft.pack.id) continue;
        reader_of(draft).mistake(node_of(draft, "id"),
                                 "A pack with the id \"" + draft.pack.id + "\" exists already (" +
                                     rules_.files[drafts_[j].file] + ").",
                                 "Choose another id, or write \"extends: " + draft.pack.id +
                                     "\" to start from its rules and stand in its place.");
        break;
      }
    }
  }

  // The pack that draft `i` starts from: with the same id, the one before it; else the last one of that id.
  bool find_parent(std::size_t i, std::size_t& parent) const {
    const bool same_id = drafts_[i].extends == drafts_[i].pack.id;
    bool found = false;
    for (std::size_t j = 0; j < drafts_.size(); ++j) {
      if (j == i || drafts_[j].pack.id != drafts_[i].extends || (same_id && j > i)) continue;
      parent = j;
      found = true;
    }
    return found;
  }

  void build(std::size_t i) {
    if (states_[i] != State::waiting) return;
    states_[i] = State::building;
    if (!drafts_[i].extends.empty()) {
      start_from_parent(i);
    } else {
      refuse_without_parent(drafts_[i]);
    }
    states_[i] = State::built;
  }

  void start_from_parent(std::size_t i) {
    PackDraft& draft = drafts_[i];
    std::size_t parent = 0;
    if (!find_parent(i, parent)) {
      if (!all_read_) return;
      std::vector<std::string> ids;
      for (const PackDraft& each : drafts_) {
        if (&each != &draft) ids.push_back(each.pack.id);
      }
      reader_of(draft).mistake(node_of(draft, "extends"), "No pack is called \"" + draft.extends + "\".",
                               did_you_mean(draft.extends, ids));
      return;
    }
    build(parent);
    if (states_[parent] == State::building) {
      reader_of(draft).mistake(node_of(draft, "extends"), "These packs extend one another in a circle.",
                               "Take out one \"extends\".");
      return;
    }
    replaced_.insert({parent, i});
    inherit(draft, drafts_[parent]);
  }

  void inherit(PackDraft& draft, const PackDraft& parent) {
    Pack& pack = draft.pack;
    const auto take = [](std::string& own, const std::string& given) { own = own.empty() ? given : own; };
    take(pack.title, parent.pack.title);
    take(pack.version, parent.pack.version);
    take(pack.licence, parent.pack.licence);
    take(pack.source, parent.pack.source);
    take(pack.language, parent.pack.language);
    pack.not_assessed.insert(pack.not_assessed.begin(), parent.pack.not_assessed.begin(),
                             parent.pack.not_assessed.end());
    std::vector<Rule> all = parent.rules;
    change_severities(draft, all);
    disable(draft, all);
    for (Rule& own : draft.rules) {
      const auto same = rule_with(all, own.id);
      if (same == all.end()) {
        all.push_back(std::move(own));
      } else {
        *same = std::move(own);
      }
    }
    draft.rules = std::move(all);
  }

  void unknown_rule(NodeReader& reader, const YamlNode& at, const std::string& parent,
                    const std::vector<Rule>& rules) {
    if (!all_read_) return;
    std::vector<std::string> ids;
    for (const Rule& rule : rules) ids.push_back(rule.id);
    reader.mistake(at, "The pack \"" + parent + "\" has no rule \"" + at.text + "\".",
                   did_you_mean(at.text, ids));
  }

  void disable(const PackDraft& draft, std::vector<Rule>& rules) {
    NodeReader reader = reader_of(draft);
    const YamlNode* list = value_of(*draft.root, "disable");
    if (list == nullptr) return;
    const std::vector<Rule> before = rules;
    for (const YamlNode& item : list->items) {
      if (item.type != YamlType::text) continue;  // told when the file was read
      const auto found = rule_with(rules, item.text);
      if (found == rules.end()) {
        unknown_rule(reader, item, draft.extends, before);
      } else {
        rules.erase(found);
      }
    }
  }

  void change_severities(const PackDraft& draft, std::vector<Rule>& rules) {
    NodeReader reader = reader_of(draft);
    const YamlNode* table = value_of(*draft.root, "severity");
    if (table == nullptr || table->type != YamlType::map) return;
    for (const YamlNode& key : table->keys) {
      const auto found = rule_with(rules, key.text);
      Severity severity = Severity::note;
      if (found == rules.end()) {
        unknown_rule(reader, key, draft.extends, rules);
      } else if (!reader.choice(*table, key.text, kSeverityNames, severity)) {
        continue;
      } else if (found->contested && severity != Severity::note) {
        reader.mistake(
            key, "The sources disagree about \"" + key.text + "\", so that its severity must be \"note\".");
      } else {
        found->severity = severity;
      }
    }
  }

  void refuse_without_parent(const PackDraft& draft) {
    for (const std::string_view key : {std::string_view("disable"), std::string_view("severity")}) {
      if (value_of(*draft.root, key) == nullptr) continue;
      reader_of(draft).mistake(node_of(draft, key),
                               "\"" + std::string(key) + "\" changes the rules of another pack.",
                               "Name that pack with \"extends\", or change the rule itself.");
    }
    NodeReader reader = reader_of(draft);
    for (const std::string_view key :
         {std::string_view("title"), std::string_view("version"), std::string_view("licence"),
          std::string_view("language"), std::string_view("source")}) {
      reader.scalar(*draft.root, key, Need::required);
    }
  }

  std::vector<PackDraft>& drafts_;
  bool all_read_;
  RuleSet& rules_;
  Errors& errors_;
  std::vector<State> states_;
  std::map<std::size_t, std::size_t> replaced_;  // parent -> a pack that stands instead of it
};

void load_not_assessed(NodeReader& reader, const YamlNode& root, Pack& pack) {
  const YamlNode* list = reader.list(root, "not-assessed");
  if (list == nullptr) return;
  for (const YamlNode& node : list->items) {
    if (!reader.is_map_of(node, kNotAssessedKeys, "an item that is not assessed")) continue;
    pack.not_assessed.push_back(
        {reader.text(node, "item", Need::required), reader.text(node, "why", Need::required)});
  }
}

}  // namespace

void load_pack(NodeReader& reader, const YamlNode& root, PackDraft& draft) {
  draft.root = &root;
  if (!reader.is_map_of(root, kPackKeys, "pack.yaml")) return;
  Pack& pack = draft.pack;
  pack.id = reader.id(root, "id");
  pack.title = reader.text(root, "title");
  pack.version = reader.text(root, "version");
  pack.licence = reader.text(root, "licence");
  pack.source = reader.text(root, "source");
  pack.language = reader.text(root, "language");
  draft.extends = reader.text(root, "extends");
  reader.texts(root, "disable");
  reader.mapping(root, "severity");
  load_not_assessed(reader, root, pack);
}

void load_rule_file(NodeReader& reader, const YamlNode& root, const KnownNames& known, const RuleSet& rules,
                    PackDraft& draft) {
  const std::array<std::string_view, 1> keys{"rules"};
  if (!reader.is_map_of(root, keys, "a rule file")) return;
  const YamlNode* list = reader.list(root, "rules", Need::required);
  if (list == nullptr) return;
  for (const YamlNode& node : list->items) {
    Rule rule;
    if (!load_rule(reader, node, known, rule)) continue;
    const auto same = rule_with(draft.rules, rule.id);
    if (same == draft.rules.end()) {
      draft.rules.push_back(std::move(rule));
      continue;
    }
    reader.mistake(*value_of(node, "id"),
                   "The pack has a rule \"" + rule.id + "\" already (" + place_of(rules, same->source) + ").",
                   "Every rule of a pack needs an id of its own.");
  }
}

void assemble_packs(std::vector<PackDraft>& drafts, bool all_read, RuleSet& rules, Errors& errors) {
  Assembler(drafts, all_read, rules, errors).assemble();
}

}  // namespace peerscope
