// Reads the nodes of one rule file with an expectation of what they hold, and collects every mistake.
#pragma once
#include <array>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/names.h"
#include "rules/rule.h"
#include "rules/yaml.h"

namespace peerscope {

using Keys = std::span<const std::string_view>;
enum class Need : std::uint8_t { optional, required };
struct NumberRange {
  double least, most;
};

class NodeReader {
 public:
  NodeReader(std::uint32_t file, std::string path, Errors& errors)
      : file_(file), path_(std::move(path)), errors_(&errors) {}

  void mistake(const YamlNode& at, std::string message, std::string remedy = {});
  Source source_of(const YamlNode& node) const { return {file_, node.line, node.column}; }
  const std::string& path() const { return path_; }
  std::size_t mistakes() const { return errors_->size(); }

  // Whether the node is a map; a mistake otherwise. `what` names it in messages: "a rule".
  bool is_map(const YamlNode& node, std::string_view what);
  // The same, and every key must be one of `keys`.
  bool is_map_of(const YamlNode& node, Keys keys, std::string_view what);

  // The value of a key, where it is what it should be; else null, and a mistake where it is needed or
  // something else.
  const YamlNode* list(const YamlNode& map, std::string_view key, Need need = Need::optional);
  const YamlNode* mapping(const YamlNode& map, std::string_view key, Need need = Need::optional);
  const YamlNode* scalar(const YamlNode& map, std::string_view key, Need need = Need::optional);

  std::string text(const YamlNode& map, std::string_view key, Need need = Need::optional);
  std::string id(const YamlNode& map, std::string_view key);  // required; small letters, digits, hyphens
  bool is_id(const YamlNode& node, std::string_view what);
  bool number(const YamlNode& map, std::string_view key, NumberRange range, double& out,
              Need need = Need::optional);
  bool whole_number(const YamlNode& map, std::string_view key, NumberRange range, int& out);
  std::vector<std::string> texts(const YamlNode& map, std::string_view key, Need need = Need::optional);
  std::vector<Phrase> phrases(const YamlNode& map, std::string_view key, Need need = Need::optional);
  bool phrase(const YamlNode& node, Phrase& out);
  // One item of a list that holds texts; a mistake and false where it is something else, or empty.
  bool text_item(const YamlNode& node, std::string_view what, std::string& out);

  // Reads one of the named values into `out`; false where the key is missing or its value is a mistake.
  template <class T, std::size_t N>
  bool choice(const YamlNode& map, std::string_view key, const std::array<Named<T>, N>& names, T& out,
              Need need = Need::optional) {
    const YamlNode* node = scalar(map, key, need);
    if (node == nullptr) return false;
    if (value_in(names, node->text, out)) return true;
    unknown_value(*node, key, all_names(names));
    return false;
  }
  void unknown_value(const YamlNode& node, std::string_view key, const std::vector<std::string_view>& known);

 private:
  const YamlNode* of_type(const YamlNode& map, std::string_view key, YamlType type, Need need);
  void wrong_type(const YamlNode& node, std::string_view what, YamlType expected);
  bool regex_text(const YamlNode& node, std::string& out);
  bool phrase_text(const YamlNode& node, std::size_t longest, std::string& out);

  std::uint32_t file_;
  std::string path_;
  Errors* errors_;
};

}  // namespace peerscope
