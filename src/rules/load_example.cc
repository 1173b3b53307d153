// Reads examples, and counts whether a rule shows enough of them.
#include "rules/load_example.h"

#include <set>

#include "rules/keys.h"

namespace peerscope {
namespace {

constexpr std::size_t kFewestExamples = 4;

class ExampleLoader {
 public:
  ExampleLoader(NodeReader& reader, Rule& rule) : reader_(reader), rule_(rule) {}

  void load(const YamlNode& examples) {
    reader_.is_map_of(examples, kExamplesKeys, "the examples");
    // A share or a density is shown by whole texts, so that one of each must do.
    const bool whole =
        rule_.kind == RuleKind::share || rule_.kind == RuleKind::density || rule_.kind == RuleKind::similar;
    const std::size_t least = whole ? 1 : kFewestExamples;
    const bool ruled_out = rule_.negated == Negated::strength && rule_.effect == Effect::risk;
    load_list(examples, "flag", least, rule_.flag);
    load_list(examples, "pass", least, rule_.pass);
    load_list(examples, "strength", ruled_out ? 1 : 0, rule_.strength);
  }

 private:
  void load_list(const YamlNode& examples, std::string_view key, std::size_t least,
                 std::vector<Example>& out) {
    const YamlNode* list = reader_.list(examples, key, least > 0 ? Need::required : Need::optional);
    if (list == nullptr) return;
    for (const YamlNode& item : list->items) load_example(item, out);
    if (list->items.size() >= least || list->items.empty()) return;
    reader_.mistake(*list,
                    "A rule needs at least " + std::to_string(least) + " \"" + std::string(key) +
                        "\" examples, and here are " + std::to_string(list->items.size()) + ".",
                    "Examples of varied wording are what shows that the rule does what it says.");
  }

  void load_example(const YamlNode& item, std::vector<Example>& out) {
    Example example;
    example.source = reader_.source_of(item);
    if (item.type == YamlType::map) {
      reader_.is_map_of(item, kExampleKeys, "an example");
      example.text = reader_.text(item, "text", Need::required);
      example.section = reader_.text(item, "section");
      load_kind(item, example);
    } else if (!reader_.text_item(item, "An example", example.text)) {
      return;
    }
    if (example.text.empty()) return;
    if (!seen_.insert(example.text + "\n" + example.section + "\n" + std::to_string(example.kind)).second) {
      reader_.mistake(item, "This example stands in the rule twice.", "Word one of them differently.");
    }
    out.push_back(std::move(example));
  }

  void load_kind(const YamlNode& item, Example& example) {
    if (!reader_.choice(item, "kind", kDocumentKindNames, example.kind)) return;
    if ((example.kind & rule_.applies_to) != 0) return;
    reader_.mistake(*value_of(item, "kind"), "The rule does not apply to this kind of document.",
                    "Add it to \"applies-to\", or give the example another kind.");
  }

  NodeReader& reader_;
  Rule& rule_;
  std::set<std::string> seen_;
};

}  // namespace

void load_examples(NodeReader& reader, const YamlNode& node, Rule& rule) {
  // One text alone is like no other.
  const bool optional = rule.kind == RuleKind::similar;
  const YamlNode* examples = reader.mapping(node, "examples", optional ? Need::optional : Need::required);
  if (examples != nullptr) ExampleLoader(reader, rule).load(*examples);
}

}  // namespace peerscope
