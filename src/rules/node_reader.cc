// Checks the shape of rule files node by node; says what was expected and what stands there.
#include "rules/node_reader.h"

#include <algorithm>
#include <charconv>

#include "rules/keys.h"
#include "rules/pattern.h"
#include "rules/suggest.h"

namespace peerscope {
namespace {

constexpr std::size_t kLongestPhrase = 1000;
constexpr std::size_t kLongestRegex = 2000;
constexpr std::size_t kMostPhrases = 1000;  // of one rule or cue
constexpr std::size_t kMostParts = 8;       // of `together`

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

// What stands between two pieces of a value that a person wrote without quotes, such as {watch}.
bool looks_like_braces(const YamlNode& node) {
  return node.type == YamlType::map && !node.items.empty() && node.items.front().type == YamlType::empty;
}

std::vector<std::string> strings(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

}  // namespace

void NodeReader::mistake(const YamlNode& at, std::string message, std::string remedy) {
  Error error;
  error.message = std::move(message);
  error.path = path_;
  error.line = static_cast<int>(at.line);
  error.column = static_cast<int>(at.column);
  error.remedy = std::move(remedy);
  errors_->push_back(std::move(error));
}

void NodeReader::wrong_type(const YamlNode& node, std::string_view what, YamlType expected) {
  std::string remedy;
  if (expected == YamlType::text && looks_like_braces(node)) {
    remedy = "YAML reads { } and [ ] as its own: put the phrase in quotes.";
  } else if (expected == YamlType::list && node.type == YamlType::text) {
    remedy = "Write it as a list: [" + quoted(node.text.substr(0, 60)) + "].";
  } else if (expected == YamlType::text && node.type == YamlType::map) {
    remedy = "Put a text that holds a colon and a space in quotes.";
  }
  mistake(node,
          std::string(what) + " must be " + std::string(name_of(expected)) + ", and here is " +
              std::string(name_of(node.type)) + ".",
          remedy);
}

bool NodeReader::is_map(const YamlNode& node, std::string_view what) {
  if (node.type == YamlType::map) return true;
  wrong_type(node, what, YamlType::map);
  return false;
}

bool NodeReader::is_map_of(const YamlNode& node, Keys keys, std::string_view what) {
  if (!is_map(node, what)) return false;
  for (const YamlNode& key : node.keys) {
    if (std::find(keys.begin(), keys.end(), key.text) != keys.end()) continue;
    mistake(key, "Unknown key " + quoted(key.text) + " in " + std::string(what) + ".",
            did_you_mean(key.text, std::vector<std::string>(keys.begin(), keys.end())));
  }
  return true;
}

const YamlNode* NodeReader::of_type(const YamlNode& map, std::string_view key, YamlType type, Need need) {
  const YamlNode* node = value_of(map, key);
  if (node == nullptr) {
    if (need == Need::required) mistake(map, "The key " + quoted(key) + " is missing here.");
    return nullptr;
  }
  if (node->type == type) return node;
  wrong_type(*node, quoted(key), type);
  return nullptr;
}

const YamlNode* NodeReader::list(const YamlNode& map, std::string_view key, Need need) {
  const YamlNode* node = of_type(map, key, YamlType::list, need);
  if (node != nullptr && need == Need::required && node->items.empty())
    mistake(*node, quoted(key) + " is empty.");
  return node;
}

const YamlNode* NodeReader::mapping(const YamlNode& map, std::string_view key, Need need) {
  return of_type(map, key, YamlType::map, need);
}

const YamlNode* NodeReader::scalar(const YamlNode& map, std::string_view key, Need need) {
  return of_type(map, key, YamlType::text, need);
}

std::string NodeReader::text(const YamlNode& map, std::string_view key, Need need) {
  const YamlNode* node = scalar(map, key, need);
  if (node == nullptr) return {};
  // A folded text (>-) may end in white space that nobody sees.
  const std::size_t begin = node->text.find_first_not_of(" \n");
  if (begin == std::string::npos) {
    mistake(*node, quoted(key) + " is empty.");
    return {};
  }
  return node->text.substr(begin, node->text.find_last_not_of(" \n") + 1 - begin);
}

bool NodeReader::is_id(const YamlNode& node, std::string_view what) {
  const std::string& id = node.text;
  const bool good = node.type == YamlType::text && !id.empty() && id.size() <= 80 && id.front() != '-' &&
                    id.back() != '-' && std::all_of(id.begin(), id.end(), [](char c) {
                      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
                    });
  if (!good) {
    mistake(node, std::string(what) + " must be a name of small letters, digits and hyphens.",
            "For example: pill-count");
  }
  return good;
}

std::string NodeReader::id(const YamlNode& map, std::string_view key) {
  const YamlNode* node = scalar(map, key, Need::required);
  return node != nullptr && is_id(*node, quoted(key)) ? node->text : std::string();
}

bool NodeReader::number(const YamlNode& map, std::string_view key, NumberRange range, double& out,
                        Need need) {
  const YamlNode* node = scalar(map, key, need);
  if (node == nullptr) return false;
  const char* end = node->text.data() + node->text.size();
  double value = 0;
  const auto [rest, failure] = std::from_chars(node->text.data(), end, value);
  if (failure == std::errc{} && rest == end && value >= range.least && value <= range.most) {
    out = value;
    return true;
  }
  const auto plain = [](double bound) {
    std::array<char, 32> digits{};
    const auto done = std::to_chars(digits.data(), digits.data() + digits.size(), bound);
    return std::string(digits.data(), done.ptr);
  };
  mistake(*node,
          quoted(key) + " must be a number from " + plain(range.least) + " to " + plain(range.most) + ".");
  return false;
}

bool NodeReader::whole_number(const YamlNode& map, std::string_view key, NumberRange range, int& out) {
  double value = 0;
  if (!number(map, key, range, value)) return false;
  out = static_cast<int>(value);
  if (out == value) return true;
  mistake(*value_of(map, key), quoted(key) + " must be a whole number.");
  return false;
}

bool NodeReader::text_item(const YamlNode& node, std::string_view what, std::string& out) {
  if (node.type != YamlType::text) {
    wrong_type(node, what, YamlType::text);
    return false;
  }
  if (node.text.find_first_not_of(" \n") == std::string::npos) {
    mistake(node, std::string(what) + " is empty.");
    return false;
  }
  out = node.text;
  return true;
}

std::vector<std::string> NodeReader::texts(const YamlNode& map, std::string_view key, Need need) {
  std::vector<std::string> out;
  const YamlNode* node = list(map, key, need);
  if (node == nullptr) return out;
  for (const YamlNode& item : node->items) {
    if (std::string text; text_item(item, "An entry of " + quoted(key), text)) out.push_back(std::move(text));
  }
  return out;
}

bool NodeReader::phrase_text(const YamlNode& node, std::size_t longest, std::string& out) {
  if (!text_item(node, "A phrase", out)) return false;
  if (out.size() <= longest) return true;
  mistake(node, "This phrase is longer than " + std::to_string(longest) + " letters.",
          "Cut it into several phrases.");
  return false;
}

bool NodeReader::regex_text(const YamlNode& node, std::string& out) {
  if (!phrase_text(node, kLongestRegex, out)) return false;
  const std::string wrong = regex_mistake(out);
  if (wrong.empty()) return true;
  mistake(node, "This is no regular expression that can be used: " + wrong + ".",
          "Write \\\\ for a backslash between double quotes, or use single quotes.");
  return false;
}

bool NodeReader::phrase(const YamlNode& node, Phrase& out) {
  out.source = source_of(node);
  if (node.quoted) ++out.source.column;  // places inside the phrase count from its first letter
  if (node.type != YamlType::map || looks_like_braces(node)) {
    out.type = PhraseType::ordered;
    out.parts.resize(1);
    return phrase_text(node, kLongestPhrase, out.parts[0]);
  }
  if (!is_map_of(node, kPhraseKeys, "a phrase") || node.keys.empty()) return false;
  if (node.keys.size() > 1) {
    mistake(node.keys[1], "A phrase is either \"together\" or \"regex\".",
            "Begin each with a hyphen of its own.");
    return false;
  }
  if (const YamlNode* regex = value_of(node, "regex")) {
    out.type = PhraseType::regex;
    out.source = source_of(*regex);
    out.parts.resize(1);
    return regex_text(*regex, out.parts[0]);
  }
  const YamlNode* parts = list(node, "together");
  if (parts == nullptr) return false;
  out.type = PhraseType::together;
  if (parts->items.size() < 2 || parts->items.size() > kMostParts) {
    mistake(*parts, "\"together\" needs from 2 to " + std::to_string(kMostParts) + " phrases.");
    return false;
  }
  for (const YamlNode& part : parts->items) {
    if (!phrase_text(part, kLongestPhrase, out.parts.emplace_back())) return false;
  }
  return true;
}

std::vector<Phrase> NodeReader::phrases(const YamlNode& map, std::string_view key, Need need) {
  std::vector<Phrase> out;
  const YamlNode* node = list(map, key, need);
  if (node == nullptr) return out;
  if (node->items.size() > kMostPhrases) {
    mistake(*node, quoted(key) + " holds more than " + std::to_string(kMostPhrases) + " phrases.",
            "Put words that stand for the same thing into a word class.");
    return out;
  }
  for (const YamlNode& item : node->items) {
    if (Phrase read; phrase(item, read)) out.push_back(std::move(read));
  }
  return out;
}

void NodeReader::unknown_value(const YamlNode& node, std::string_view key,
                               const std::vector<std::string_view>& known) {
  mistake(node, quoted(key) + " cannot be " + quoted(node.text) + ".",
          did_you_mean(node.text, strings(known)));
}

}  // namespace peerscope
