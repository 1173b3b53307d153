// Reads one rule: its keys, their defaults, and what they must be together.
#include "rules/load_rule.h"

#include <algorithm>

#include "rules/keys.h"
#include "rules/load_example.h"
#include "rules/suggest.h"

namespace peerscope {
namespace {

class RuleLoader {
 public:
  RuleLoader(NodeReader& reader, const YamlNode& node, const KnownNames& known, Rule& rule)
      : reader_(reader), node_(node), known_(known), rule_(rule) {}

  void load() {
    rule_.source = reader_.source_of(node_);
    rule_.id = reader_.id(node_, "id");
    reader_.choice(node_, "kind", kKindNames, rule_.kind);
    load_effect();
    load_texts();
    load_scope();
    load_switches();
    load_citations();
    load_phrases();
    load_numbers();
    load_examples(reader_, node_, rule_);
    refuse_keys_of_other_kinds();
  }

 private:
  bool has(std::string_view key) const { return value_of(node_, key) != nullptr; }

  void load_effect() {
    rule_.effect = rule_.kind == RuleKind::require ? Effect::strength
                   : rule_.kind == RuleKind::swap  ? Effect::none
                                                   : Effect::risk;
    const bool given_by_kind = rule_.kind == RuleKind::require || rule_.kind == RuleKind::swap;
    reader_.choice(node_, "effect", kEffectNames, rule_.effect,
                   given_by_kind ? Need::optional : Need::required);
    rule_.about = rule_.kind == RuleKind::swap       ? About::wording
                  : rule_.effect == Effect::strength ? About::value
                                                     : About::duty;
    reader_.choice(node_, "about", kAboutNames, rule_.about);
    rule_.negated = rule_.about == About::wording ? Negated::keep : Negated::none;
    reader_.choice(node_, "negated", kNegatedNames, rule_.negated);
    load_severity();
  }

  void load_severity() {
    rule_.contested_text = reader_.text(node_, "contested");
    rule_.contested = has("contested");
    rule_.severity = rule_.contested || rule_.effect == Effect::none ? Severity::note : Severity::warning;
    reader_.choice(node_, "severity", kSeverityNames, rule_.severity);
    if (rule_.contested && rule_.contested_text.find(' ') == std::string::npos &&
        !rule_.contested_text.empty()) {
      reader_.mistake(*value_of(node_, "contested"),
                      "\"contested\" must be a sentence that tells both views.",
                      "Leave the key out where the sources agree.");
    }
    if (rule_.contested && rule_.severity != Severity::note) {
      reader_.mistake(
          *value_of(node_, "severity"), "A contested rule must have the severity \"note\".",
          "Where the sources disagree, the tool takes no side: write \"severity: note\", or leave it out.");
      rule_.severity = Severity::note;
    }
  }

  void load_texts() {
    rule_.title = reader_.text(node_, "title", Need::required);
    rule_.message = reader_.text(node_, "message", Need::required);
    rule_.why = reader_.text(node_, "why", Need::required);
    const bool states = rule_.kind == RuleKind::require;  // `instead` is the sentence that would state it
    rule_.instead = reader_.text(node_, "instead", states ? Need::required : Need::optional);
    rule_.catalogue = reader_.texts(node_, "covers");
  }

  void load_scope() {
    if (const YamlNode* kinds = reader_.list(node_, "applies-to")) {
      const std::size_t before = reader_.mistakes();
      std::uint8_t bits = 0;
      for (const YamlNode& item : kinds->items) bits |= document_kind(item);
      if (kinds->items.empty())
        reader_.mistake(*kinds, "\"applies-to\" is empty.", "Leave it out for every kind.");
      if (reader_.mistakes() == before) rule_.applies_to = bits;
    }
    if (const YamlNode* sections = reader_.list(node_, "sections")) {
      for (const YamlNode& item : sections->items) load_section(item);
      if (sections->items.empty())
        reader_.mistake(*sections, "\"sections\" is empty.", "Leave it out for the usual ones.");
    }
  }

  std::uint8_t document_kind(const YamlNode& item) {
    std::uint8_t bit = 0;
    if (std::string name;
        reader_.text_item(item, "A kind of document", name) && !value_in(kDocumentKindNames, name, bit)) {
      reader_.unknown_value(item, "applies-to", all_names(kDocumentKindNames));
    }
    return bit;
  }

  void load_section(const YamlNode& item) {
    std::string name;
    if (!reader_.text_item(item, "A section", name)) return;
    const bool with_duty_verb = name.ends_with('?');
    if (with_duty_verb) name.pop_back();
    Role role = Role::unknown;
    if (!role_named(name, role)) {
      reader_.unknown_value(item, "sections", all_role_names());
      return;
    }
    const std::uint32_t bit = 1u << static_cast<unsigned>(role);
    (with_duty_verb ? rule_.sections_with_duty_verb : rule_.sections) |= bit;
  }

  void load_switches() {
    rule_.agent = !switched("agent", "any");
    rule_.case_exact = switched("case", "exact");
    rule_.only_negated = switched("when", "negated");
    load_confidence();
    reader_.choice(node_, "work", kWorkNames, rule_.work);
    load_sign();
    load_safeguard();
  }

  void load_confidence() {
    const YamlNode* node = reader_.scalar(node_, "confidence");
    if (node == nullptr) return;
    rule_.low_confidence = node->text == "low";
    rule_.supported = node->text == "supported";
    if (!rule_.low_confidence && !rule_.supported)
      reader_.unknown_value(*node, "confidence", {"low", "supported"});
  }

  // A key that has one value only.
  bool switched(std::string_view key, std::string_view value) {
    const YamlNode* node = reader_.scalar(node_, key);
    if (node == nullptr) return false;
    if (node->text == value) return true;
    reader_.mistake(*node, "\"" + std::string(key) + "\" cannot be \"" + node->text + "\".",
                    "Its only value is \"" + std::string(value) + "\"; leave it out otherwise.");
    return false;
  }

  void load_sign() {
    rule_.sign = reader_.text(node_, "sign");
    if (rule_.sign.empty() || !known_.scales) return;
    std::vector<std::string_view> ids;
    for (const Sign& sign : known_.rules->scales.signs) ids.push_back(sign.id);
    check_known(rule_.sign, "sign", ids);
  }

  void load_safeguard() {
    const bool stated = rule_.kind == RuleKind::require;
    rule_.safeguard = reader_.text(node_, "safeguard", stated ? Need::required : Need::optional);
    if (rule_.safeguard.empty() || !known_.scales) return;
    std::vector<std::string_view> ids;
    for (const Safeguard& safeguard : known_.rules->scales.safeguards) ids.push_back(safeguard.id);
    check_known(rule_.safeguard, "safeguard", ids);
  }

  void check_known(const std::string& id, std::string_view key, const std::vector<std::string_view>& known) {
    if (std::find(known.begin(), known.end(), id) != known.end()) return;
    reader_.unknown_value(*value_of(node_, key), key, known);
  }

  void load_citations() {
    const YamlNode* sources = reader_.list(node_, "source", Need::required);
    if (sources == nullptr) return;
    for (const YamlNode& item : sources->items) {
      if (item.type == YamlType::text) {
        cite(item, item.text, {});
      } else if (reader_.is_map(item, "A source")) {
        for (std::size_t i = 0; i < item.keys.size(); ++i) {
          std::string place;
          if (reader_.text_item(item.items[i], "The place in a source", place)) {
            cite(item.keys[i], item.keys[i].text, place);
          }
        }
      }
    }
  }

  void cite(const YamlNode& at, const std::string& key, const std::string& place) {
    rule_.citations.push_back({key, place});
    if (!known_.sources || known_.rules->sources.contains(key)) return;
    std::vector<std::string> keys;
    for (const auto& [each, title] : known_.rules->sources) keys.push_back(each);
    std::string remedy = did_you_mean(key, keys);
    remedy += remedy.empty() ? "" : " ";
    reader_.mistake(at, "No source is called \"" + key + "\".",
                    remedy + "A new source is added in sources.yaml.");
  }

  void load_phrases() {
    rule_.without = reader_.phrases(node_, "not");
    if (rule_.kind == RuleKind::swap) return load_swaps();
    const bool counts_phrases =
        rule_.kind != RuleKind::share && rule_.kind != RuleKind::similar && rule_.kind != RuleKind::ruled_out;
    if (counts_phrases) rule_.find = reader_.phrases(node_, "find", Need::required);
    if (rule_.kind == RuleKind::only_with) rule_.with = reader_.phrases(node_, "with", Need::required);
  }

  void load_swaps() {
    const YamlNode* swaps = reader_.mapping(node_, "swaps", Need::required);
    if (swaps == nullptr) return;
    if (swaps->keys.empty()) reader_.mistake(*swaps, "\"swaps\" is empty.");
    for (std::size_t i = 0; i < swaps->keys.size(); ++i) {
      Phrase phrase;
      std::string plain;
      if (!reader_.phrase(swaps->keys[i], phrase)) continue;
      if (!reader_.text_item(swaps->items[i], "The plain wording", plain)) continue;
      rule_.find.push_back(std::move(phrase));
      rule_.swaps.push_back(std::move(plain));
    }
  }

  void load_numbers() {
    if (rule_.kind == RuleKind::share) {
      reader_.choice(node_, "of", kWorkNames, rule_.share_of, Need::required);
      reader_.number(node_, "over", {0, 1}, rule_.threshold, Need::required);
    } else if (rule_.kind == RuleKind::density) {
      reader_.number(node_, "over", {0, 100}, rule_.threshold, Need::required);
    } else if (rule_.kind == RuleKind::similar) {
      reader_.number(node_, "over", {0, 1}, rule_.threshold, Need::required);
    }
  }

  // A key without meaning for this kind of rule would be passed over in silence otherwise.
  void refuse_keys_of_other_kinds() {
    const RuleKind kind = rule_.kind;
    const bool measures = kind == RuleKind::share || kind == RuleKind::density || kind == RuleKind::similar;
    refuse_unless(kind == RuleKind::swap, "swaps", "swap");
    refuse_unless(kind == RuleKind::only_with, "with", "only-with");
    refuse_unless(kind == RuleKind::share, "of", "share");
    refuse_unless(measures, "over", "share, density or similar");
    if (kind == RuleKind::swap) refuse("find", "A swap finds the keys of \"swaps\".");
    if (kind == RuleKind::share || kind == RuleKind::similar || kind == RuleKind::ruled_out) {
      refuse("find", "A rule of this kind looks at whole duties, not at phrases.");
      refuse("not", "A rule of this kind looks at whole duties, not at phrases.");
    }
  }

  void refuse_unless(bool fits, std::string_view key, std::string_view kinds) {
    if (!fits) refuse(key, "It belongs to \"kind: " + std::string(kinds) + "\".");
  }

  void refuse(std::string_view key, std::string remedy) {
    const YamlNode* value = value_of(node_, key);
    if (value == nullptr) return;
    reader_.mistake(*value,
                    "\"" + std::string(key) + "\" has no meaning in a rule of kind \"" +
                        std::string(name_of(rule_.kind)) + "\".",
                    std::move(remedy));
  }

  NodeReader& reader_;
  const YamlNode& node_;
  const KnownNames& known_;
  Rule& rule_;
};

}  // namespace

bool load_rule(NodeReader& reader, const YamlNode& node, const KnownNames& known, Rule& rule) {
  if (!reader.is_map_of(node, kRuleKeys, "a rule")) return false;
  RuleLoader(reader, node, known, rule).load();
  return !rule.id.empty();
}

}  // namespace peerscope
