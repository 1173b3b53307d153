// Parses YAML with yaml-cpp's events into our own tree: nothing is expanded, and nothing is dropped in
// silence.
#include "rules/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <unordered_map>

#include "rules/yaml_text.h"

namespace peerscope {
namespace {

constexpr std::size_t kMostNodes = 200000;
constexpr std::size_t kDeepest = 16;
constexpr std::size_t kMostBytes = 8u << 20;

// Stands for a question mark while yaml-cpp reads; a control character, which no rule file may hold.
constexpr char kQuestion = '\x1A';

// yaml-cpp 0.7 ends a word at any question mark inside [ ], where YAML does so only at one that begins a
// word; so
// `[duties, qualifications?]` would be no YAML. Those inside and after words are hidden from it.
std::string with_hidden_questions(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (out[i] == '?' && std::string_view(" \t\r\n[]{},:-").find(out[i - 1]) == std::string_view::npos) {
      out[i] = kQuestion;
    }
  }
  return out;
}

struct Stop {};  // thrown by the builder where going on makes no sense; an error was noted before

// Builds the tree from events. yaml-cpp's own tree keeps the first of two equal keys and says nothing, and
// lets an alias stand for its own parent (`&a [*a]`); events tell of both.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const YamlText& text, ParsedYaml& parsed) : text_(text), parsed_(parsed) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ == 0) return;
    mistake(mark, "A second document begins here.",
            "A rule file holds one document: check the indentation, or take out the line \"---\".");
    throw Stop{};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    YamlNode node = node_at(mark, YamlType::empty);
    // The mark is that of whatever comes next; where nothing stands is told at the key or the hyphen before
    // it.
    const bool in_map = !open_.empty() && open_.back().node.type == YamlType::map;
    if (in_map && open_.back().key_waits) {
      node.line = open_.back().key.line;
      node.column = open_.back().key.column;
    } else if (!in_map) {
      const YamlPlace hyphen = text_.hyphen_before(mark.line, mark.column);
      node.line = hyphen.line;
      node.column = hyphen.column;
    }
    add(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    mistake(mark, "An alias (*name) cannot be used in a rule file.",
            "Write the value out; put a text that begins with * in quotes.");
    add(node_at(mark, YamlType::empty));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    YamlNode node = node_at(mark, YamlType::text);
    node.text = value;
    std::replace(node.text.begin(), node.text.end(), kQuestion, '?');
    const std::string_view rest = text_.rest_of_line(mark.line, mark.column);
    node.quoted = rest.starts_with('"') || rest.starts_with('\'');
    if (node.quoted && !text_.quotation_closes(mark.line, mark.column)) {
      mistake(mark, "This quotation mark is never closed.", "Close it at the end of the text.");
      throw Stop{};
    }
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    open(mark, YamlType::list);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    open(mark, YamlType::map);
  }
  void OnMapEnd() override { close(); }

 private:
  // A list or map that is being filled. A map's key waits here for its value.
  struct Open {
    YamlNode node;
    YamlNode key;
    bool key_waits = false;
    bool drop_value = false;                               // of a key that stands twice
    std::unordered_map<std::string, std::uint32_t> lines;  // where each key stood first
  };

  YamlNode node_at(const YAML::Mark& mark, YamlType type) const {
    const YamlPlace place = text_.place(mark.line, mark.column);
    YamlNode node;
    node.type = type;
    node.line = place.line;
    node.column = place.column;
    return node;
  }

  void mistake(const YAML::Mark& mark, std::string message, std::string remedy) {
    parsed_.errors.push_back(text_.error(mark.line, mark.column, std::move(message), std::move(remedy)));
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == 0) return;
    mistake(mark, "An anchor (&name) cannot be used in a rule file.",
            "Write the value out where it is needed; put a text that begins with & in quotes.");
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;  // what yaml-cpp gives to plain and to quoted values
    mistake(mark, "YAML reads a word that begins with ! as a tag.", "Put the text in quotes: \"!SI\".");
  }

  void open(const YAML::Mark& mark, YamlType type) {
    count(mark);
    if (open_.size() >= kDeepest) {
      mistake(mark, "Lists and mappings stand too deep inside one another here.",
              "No rule file needs more than " + std::to_string(kDeepest) + " levels.");
      throw Stop{};
    }
    open_.emplace_back();
    open_.back().node = node_at(mark, type);
  }

  void close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    place(std::move(node));
  }

  void add(YamlNode node) {
    if (++nodes_ > kMostNodes) too_many(node.line);
    place(std::move(node));
  }

  void count(const YAML::Mark& mark) {
    if (++nodes_ > kMostNodes) too_many(static_cast<std::uint32_t>(mark.line + 1));
  }

  [[noreturn]] void too_many(std::uint32_t line) {
    parsed_.errors.push_back(
        text_.error(static_cast<int>(line) - 1, -1, "The file holds too many values.",
                    "Split it: one file may hold " + std::to_string(kMostNodes) + " values."));
    throw Stop{};
  }

  void place(YamlNode node) {
    if (open_.empty()) {
      parsed_.root = std::move(node);
    } else if (Open& parent = open_.back(); parent.node.type == YamlType::list) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key_waits) {
      take_key(parent, std::move(node));
    } else {
      parent.key_waits = false;
      if (parent.drop_value) return;
      parent.node.keys.push_back(std::move(parent.key));
      parent.node.items.push_back(std::move(node));
    }
  }

  void take_key(Open& map, YamlNode key) {
    map.key_waits = true;
    map.drop_value = false;
    if (key.type != YamlType::text) {
      map.drop_value = true;
      parsed_.errors.push_back(text_.error_at(key.line, key.column, "A key must be a text.",
                                              "Put a phrase that begins with { or [ in quotes."));
      return;
    }
    const auto [first, is_new] = map.lines.emplace(key.text, key.line);
    if (!is_new) {
      map.drop_value = true;
      parsed_.errors.push_back(text_.error_at(
          key.line, key.column, "The key \"" + key.text + "\" stands here twice.",
          "It stood first in line " + std::to_string(first->second) + ": keep one of the two."));
    }
    map.key = std::move(key);
  }

  const YamlText& text_;
  ParsedYaml& parsed_;
  std::vector<Open> open_;
  std::size_t nodes_ = 0;
  int documents_ = 0;
};

// yaml-cpp's messages are terse; the common mistakes of a rule file get a remedy of their own.
Error syntax_error(const YamlText& text, const YAML::Exception& exception) {
  const int line = exception.mark.line;
  const int column = exception.mark.column;
  const std::string_view rest = text.rest_of_line(line, column);
  if (!rest.empty() && (rest[0] == '@' || rest[0] == '`' || rest[0] == '%')) {
    return text.error(line, column, std::string("YAML does not let a text begin with ") + rest[0] + ".",
                      std::string("Put the phrase in quotes: \"") + rest[0] + "…\".");
  }
  if (exception.msg == "illegal map value" || exception.msg == "illegal map key") {
    return text.error(line, column,
                      "A key or a colon stands here where YAML expects none (" + exception.msg + ").",
                      "Put a text that holds a colon and a space in quotes, and check the indentation.");
  }
  if (exception.msg.rfind("end of", 0) == 0) {
    return text.error(
        line, column, "The list or mapping does not go on as it began (" + exception.msg + ").",
        "Check the indentation, and close every [, { and quotation mark. After a closing quotation mark "
        "nothing may follow: put the whole phrase in quotes.");
  }
  return text.error(line, column, "This is not YAML: " + exception.msg + ".",
                    "Check the indentation and the quotation marks; put phrases in double quotes.");
}

}  // namespace

std::string_view name_of(YamlType type) {
  switch (type) {
    case YamlType::empty:
      return "nothing";
    case YamlType::text:
      return "a text";
    case YamlType::list:
      return "a list";
    case YamlType::map:
      return "a mapping";
  }
  return "";
}

const YamlNode* value_of(const YamlNode& map, std::string_view key) {
  for (std::size_t i = 0; i < map.keys.size(); ++i) {
    if (map.keys[i].text == key) return &map.items[i];
  }
  return nullptr;
}

ParsedYaml parse_yaml(const std::string& path, std::string_view text) {
  ParsedYaml parsed;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.size() > kMostBytes) {
    Error error;
    error.message = "The file is too large for a rule file.";
    error.path = path;
    error.remedy = "Split it: one file may hold 8 MB.";
    parsed.errors.push_back(std::move(error));
    return parsed;
  }
  const YamlText lines(path, text);
  parsed.errors = lines.unreadable_characters();
  if (!parsed.errors.empty()) return parsed;
  TreeBuilder builder(lines, parsed);
  try {
    std::istringstream stream{with_hidden_questions(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    parsed.complete = true;
  } catch (const Stop&) {  // the builder has noted why
  } catch (const YAML::Exception& exception) {
    parsed.errors.push_back(syntax_error(lines, exception));
  }
  return parsed;
}

}  // namespace peerscope
