// `ignore:` of the configuration.
#include "cli/ignore_list.h"

#include <filesystem>

#include "base/words.h"
#include "check/score.h"
#include "cli/config.h"
#include "rules/suggest.h"

namespace peerscope {

namespace {

constexpr const char* kShape =
    "Write a list of entries: `- {file: jobs/driver.docx, rule: scope/driving, text: \"drives members\", "
    "reason: \"…\"}`.";

// "Drives  members." becomes " drives members ", so that whole words are compared.
std::string folded(const std::string& text) {
  std::string line = " ", word;
  for (const Word& each : cut_words(text, {0, static_cast<std::uint32_t>(text.size())})) {
    fold_word(slice(text, each.span), word);
    line += word + ' ';
  }
  return line;
}

ListedIgnore read_entry(const YamlNode& node, const std::string& path, const TellMistake& mistake) {
  ListedIgnore entry;
  entry.path = path;
  entry.line = static_cast<int>(node.line);
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const std::string& key = node.keys[i].text;
    const YamlNode& value = node.items[i];
    if (value.type != YamlType::text) {
      mistake(value, "`" + key + "` is " + std::string(name_of(value.type)) + ".", "Write one value.");
    } else if (key == "file") {
      entry.file = value.text;
    } else if (key == "rule") {
      entry.rule = value.text;
    } else if (key == "text") {
      entry.text = folded(value.text);
    } else if (key == "reason") {
      entry.reason = value.text;
    } else {
      mistake(node.keys[i], "An entry of `ignore` has no field \"" + key + "\".",
              did_you_mean(key, {"file", "rule", "text", "reason"}));
    }
  }
  if (entry.rule.empty()) mistake(node, "This entry names no rule.", kShape);
  if (entry.reason.empty())
    mistake(node, "This entry gives no reason.", "Say why, for whoever reads the report.");
  if (entry.file.empty() && entry.text.empty())
    mistake(node, "This entry would set the rule aside everywhere.", "Name a file, a text, or both.");
  return entry;
}

bool names(const RuleSet& rules, const Finding& finding, const std::string& written) {
  const Rule& rule = rules.rules[finding.rule];
  return written == rule.id || written == full_id(rules, rule);
}

}  // namespace

std::vector<ListedIgnore> read_ignore_list(const YamlNode& value, const std::string& path,
                                           const TellMistake& mistake) {
  std::vector<ListedIgnore> list;
  if (value.type != YamlType::list) {
    mistake(value, "`ignore` is " + std::string(name_of(value.type)) + ".", kShape);
    return list;
  }
  for (const YamlNode& item : value.items) {
    if (item.type == YamlType::map) {
      list.push_back(read_entry(item, path, mistake));
    } else {
      mistake(item, "This entry of `ignore` is " + std::string(name_of(item.type)) + ".", kShape);
    }
  }
  return list;
}

void IgnoreList::apply(Document& document, std::vector<Finding>& findings) {
  const std::string absolute = std::filesystem::absolute(document.path).lexically_normal().string();
  const std::string relative = std::filesystem::path(absolute).lexically_relative(folder_).string();
  for (std::size_t i = 0; i < list_.size(); ++i) {
    const ListedIgnore& entry = list_[i];
    if (!entry.file.empty() && !glob_fits(entry.file, relative)) continue;
    met_[i] = 1;
    for (Finding& finding : findings) {
      if (finding.suppressed || finding.effect == Effect::none || !names(rules_, finding, entry.rule))
        continue;
      const std::string words = " " + std::string(folded_words(document, document.units[finding.unit])) + " ";
      if (!entry.text.empty() && words.find(entry.text) == std::string::npos) continue;
      finding.suppressed = true;
      ++uses_[i];
      document.ignores.push_back(
          {entry.rule, entry.reason, finding.span.begin, place_of(document, finding.span.begin)});
    }
  }
}

Errors IgnoreList::unused() const {
  Errors errors;
  for (std::size_t i = 0; i < list_.size(); ++i) {
    if (met_[i] == 0 || uses_[i] != 0) continue;
    Error& error = errors.emplace_back();
    error.path = list_[i].path;
    error.line = list_[i].line;
    error.message = "This entry of `ignore` sets nothing aside.";
    error.remedy = "Check the rule and the words, or take it out.";
  }
  return errors;
}

}  // namespace peerscope
