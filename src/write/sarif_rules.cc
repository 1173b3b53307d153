// The rules that a SARIF file describes.
#include "write/sarif_rules.h"

#include <set>

#include "base/utf8.h"
#include "write/escape.h"
#include "write/markdown_text.h"
#include "write/wording.h"

namespace peerscope {

namespace {

constexpr std::size_t kLongest = 1024;  // characters of a description that GitHub takes

std::string clipped(std::string text) {
  if (count_code_points(text) <= kLongest) return text;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < kLongest; ++i) at += code_point_at(text, at).size;
  return text.substr(0, at) + "…";
}

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') safe += '\\';
    if (c == '{' || c == '}') safe += c;
    safe += c;
  }
  return safe;
}

// "medication-monitoring" → "MedicationMonitoring"
std::string pascal_name(std::string_view id) {
  std::string name;
  bool capital = true;
  for (const char c : id) {
    if (c == '-' || c == '_') {
      capital = true;
      continue;
    }
    name += capital && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    capital = false;
  }
  return name;
}

void write_help(JsonWriter& json, const Rule& rule, const RuleSet& rules) {
  std::string text, markdown;
  const auto add = [&](std::string_view label, const std::string& words) {
    if (words.empty()) return;
    const std::string shown = printable(words);
    text += (text.empty() ? "" : "\n\n") + std::string(label) + ": " + shown;
    markdown += (markdown.empty() ? "**" : "\n\n**") + std::string(label) + ":** " + markdown_text(shown);
  };
  add("Why", rule.why);
  add("Instead", rule.instead);
  if (rule.contested) add("Disputed", rule.contested_text);
  add("Source", sources_of(rule, rules));
  add("More", "peerscope explain " + full_id(rules, rule));
  json.key("help");
  json.begin_object();
  json.member("text", text);
  json.member("markdown", markdown);
  json.end_object();
}

void write_tags(JsonWriter& json, std::initializer_list<std::string_view> tags) {
  std::set<std::string_view> written;
  json.key("tags");
  json.begin_array();
  for (const std::string_view tag : tags) {
    if (!tag.empty() && written.insert(tag).second) json.string(tag);
  }
  json.end_array();
}

void write_rule(JsonWriter& json, const Rule& rule, const RuleSet& rules) {
  json.begin_object();
  json.member("id", full_id(rules, rule));
  json.member("name", pascal_name(rule.id));
  write_message(json, "shortDescription", clipped(printable(rule.title)));
  write_message(json, "fullDescription", clipped(printable(rule.message + " " + rule.why)));
  write_help(json, rule, rules);
  json.key("defaultConfiguration");
  json.begin_object();
  json.member("level", sarif_level(rule.severity));
  json.end_object();
  json.key("properties");
  json.begin_object();
  json.member("precision", rule.low_confidence ? "low" : rule.contested ? "medium" : "high");
  json.member("problem.severity", rule.severity == Severity::note      ? "recommendation"
                                  : rule.severity == Severity::warning ? "warning"
                                                                       : "error");
  const std::string_view work = rule.work == Work::unclassified ? std::string_view() : name_of(rule.work);
  write_tags(json, {"peer-support", rules.packs[rule.pack].id, work, rule.sign});
  json.end_object();
  json.end_object();
}

void write_safeguard(JsonWriter& json, const Safeguard& safeguard) {
  const std::string title = printable(safeguard.title);
  json.begin_object();
  json.member("id", id_of(safeguard));
  json.member("name", pascal_name(safeguard.id));
  write_message(json, "shortDescription", clipped(title));
  write_message(json, "fullDescription", clipped("The text states this safeguard of peer support: " + title));
  json.key("help");
  json.begin_object();
  const std::string how =
      safeguard.sentence.empty() ? title : "A sentence that states it: " + printable(safeguard.sentence);
  json.member("text", how);
  json.member("markdown", markdown_text(how));
  json.end_object();
  json.key("defaultConfiguration");
  json.begin_object();
  json.member("level", "none");
  json.end_object();
  json.key("properties");
  json.begin_object();
  json.member("precision", "high");
  json.member("problem.severity", "recommendation");
  write_tags(json, {"peer-support", "safeguard"});
  json.end_object();
  json.end_object();
}

}  // namespace

std::string id_of(const Safeguard& safeguard) { return "safeguard/" + safeguard.id; }

std::string_view sarif_level(Severity severity) {
  if (severity == Severity::note) return "note";
  return severity == Severity::warning ? "warning" : "error";
}

void write_message(JsonWriter& json, std::string_view name, std::string_view text) {
  json.key(name);
  json.begin_object();
  json.member("text", escaped(text));
  json.end_object();
}

void UsedRules::number() {
  std::int64_t next = 0;
  for (auto& [id, used] : used_) used.index = next++;
}

void UsedRules::write(JsonWriter& json) const {
  json.key("rules");
  json.begin_array();
  for (const auto& [id, used] : used_) {
    used.rule != nullptr ? write_rule(json, *used.rule, *rules_) : write_safeguard(json, *used.safeguard);
  }
  json.end_array();
}

}  // namespace peerscope
