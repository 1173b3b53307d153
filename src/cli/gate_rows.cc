// Reads `gates:` of the configuration.
#include "cli/gate_rows.h"

#include <charconv>
#include <cmath>

#include "rules/suggest.h"

namespace peerscope {

namespace {

constexpr const char* kShape =
    "Write a list of rows: `- {agency: north, kind: job-description, min-score: 60, min-safeguards: 8, "
    "fail-on: error}`.";

class RowReader {
 public:
  RowReader(const std::string& path, const TellMistake& mistake) : path_(path), mistake_(mistake) {}

  GateRow read(const YamlNode& node) {
    GateRow row;
    row.path = path_;
    row.line = static_cast<int>(node.line);
    bool demands = false;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const YamlNode& value = node.items[i];
      const std::string& key = node.keys[i].text;
      if (value.type != YamlType::text) {
        mistake_(value, "`" + key + "` is " + std::string(name_of(value.type)) + ".", "Write one value.");
      } else if (key == "agency") {
        row.agency = value.text;
      } else if (key == "kind") {
        read_kind(value, row.kind);
      } else if (key == "min-score") {
        row.min_score = number(value, 100, false);
      } else if (key == "min-safeguards") {
        if (const auto least = number(value, 1000, true)) row.min_safeguards = static_cast<int>(*least);
      } else if (key == "max-new") {
        if (const auto most = number(value, 1000000, true)) row.max_new = static_cast<int>(*most);
      } else if (key == "fail-on") {
        row.fail_on = severity(value);
      } else {
        mistake_(node.keys[i], "No gate is called \"" + key + "\".",
                 did_you_mean(key, {"agency", "kind", "min-score", "min-safeguards", "fail-on", "max-new"}));
      }
      demands = demands || (key != "agency" && key != "kind");
    }
    if (!demands)
      mistake_(node, "This row demands nothing.", "Add min-score, min-safeguards, fail-on or max-new.");
    return row;
  }

 private:
  void read_kind(const YamlNode& value, DocumentKind& kind) {
    if (kind_named(value.text, kind)) return;
    mistake_(value, "No kind is called \"" + value.text + "\".",
             did_you_mean(value.text, {"job-description", "progress-note", "policy"}));
  }

  std::optional<double> number(const YamlNode& value, double most, bool whole) {
    double read = -1;
    const char* const last = value.text.data() + value.text.size();
    const auto [end, failure] = std::from_chars(value.text.data(), last, read);
    if (failure == std::errc{} && end == last && read >= 0 && read <= most &&
        (!whole || read == std::floor(read)))
      return read;
    mistake_(value, "\"" + value.text + "\" does not fit here.",
             "Write a " + std::string(whole ? "whole " : "") + "number from 0 to " +
                 std::to_string(static_cast<int>(most)) + ".");
    return std::nullopt;
  }

  std::optional<std::optional<Severity>> severity(const YamlNode& value) {
    if (value.text == "never") return std::optional<Severity>{};
    for (const Severity each : {Severity::note, Severity::warning, Severity::error, Severity::critical}) {
      if (value.text == name_of(each)) return std::optional<Severity>{each};
    }
    mistake_(value, "No severity is called \"" + value.text + "\".",
             "Write note, warning, error, critical or never.");
    return std::nullopt;
  }

  const std::string& path_;
  const TellMistake& mistake_;
};

}  // namespace

std::vector<GateRow> read_gate_rows(const YamlNode& value, const std::string& path,
                                    const TellMistake& mistake) {
  std::vector<GateRow> rows;
  if (value.type != YamlType::list) {
    mistake(value, "`gates` is " + std::string(name_of(value.type)) + ".", kShape);
    return rows;
  }
  for (const YamlNode& item : value.items) {
    if (item.type != YamlType::map) {
      mistake(item, "This row of `gates` is " + std::string(name_of(item.type)) + ".", kShape);
      continue;
    }
    rows.push_back(RowReader(path, mistake).read(item));
  }
  return rows;
}

}  // namespace peerscope
