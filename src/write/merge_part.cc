// What was written of a document, read again.
#include "write/merge_part.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <utility>

#include "write/wording.h"

namespace peerscope {

namespace {

using Json = nlohmann::ordered_json;

Severity severity_named(const std::string& name) {
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error, Severity::critical}) {
    if (name == name_of(severity)) return severity;
  }
  throw std::invalid_argument("severity");
}

}  // namespace

void write_json_copy(JsonWriter& writer, const Json& value) {
  switch (value.type()) {
    case Json::value_t::object:
      writer.begin_object();
      for (const auto& [name, member] : value.items()) {
        writer.key(name);
        write_json_copy(writer, member);
      }
      return writer.end_object();
    case Json::value_t::array:
      writer.begin_array();
      for (const Json& item : value) write_json_copy(writer, item);
      return writer.end_array();
    case Json::value_t::string:
      return writer.string(value.get_ref<const std::string&>());
    case Json::value_t::boolean:
      return writer.boolean(value.get<bool>());
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
      return writer.number(value.get<std::int64_t>());
    case Json::value_t::number_float:
      return writer.number(value.get<double>());
    default:
      return writer.null();
  }
}

bool deeper_than(const Json& value, int levels) {
  if (!value.is_structured()) return false;
  if (levels == 0) return true;
  return std::any_of(value.begin(), value.end(),
                     [&](const Json& item) { return deeper_than(item, levels - 1); });
}

Contribution contribution_of(const Json& document, const std::map<std::string, std::uint32_t>& rule_of) {
  Contribution brought;
  brought.agency = document.at("agency").get<std::string>();
  if (!kind_named(document.at("kind").get<std::string>(), brought.kind)) throw std::invalid_argument("kind");
  for (const Json& note : document.at("reading"))
    brought.incomplete = brought.incomplete || note.at("incomplete").get<bool>();
  std::set<std::uint64_t> repeats;
  for (const Json& unit : document.at("units")) {
    if (unit.contains("repeats")) repeats.insert(unit.at("unit").get<std::uint64_t>());
    if (!unit.contains("weight")) continue;
    const auto weight = unit.at("weight").get<double>();
    (unit.at("verdict") == "flag" ? brought.sums.risks : brought.sums.strengths) += weight;
  }
  brought.evidence_units = document.at("score").at("evidence_units").get<int>();
  for (const Json& sign : document.at("signs"))
    brought.signs.push_back(
        {sign.at("id").get<std::string>(), sign.at("risk").get<int>(), sign.at("strength").get<int>()});
  for (const Json& safeguard : document.at("safeguards"))
    brought.safeguards.push_back(
        {safeguard.at("id").get<std::string>(), safeguard.at("present").get<bool>() ? 1 : 0});
  for (const Work work : all_work())
    brought.work[static_cast<std::size_t>(work)] =
        document.at("work").at(std::string(name_of(work))).get<int>();
  std::set<std::pair<std::uint64_t, std::uint32_t>> seen;
  std::map<std::uint32_t, RuleCount> counted;
  for (const Json& finding : document.at("findings")) {
    if (!finding.at("counts").get<bool>() || finding.at("effect") != "risk") continue;
    const Severity severity = severity_named(finding.at("severity").get<std::string>());
    brought.critical = brought.critical || severity == Severity::critical;
    const std::uint32_t rule = rule_of.at(finding.at("rule").get<std::string>());
    const auto unit = finding.at("location").at("unit").get<std::uint64_t>();
    if (repeats.count(unit) != 0 || !seen.emplace(unit, rule).second) continue;
    RuleCount& count = counted[rule];
    count.rule = rule;
    count.severity = std::max(count.severity, severity);
    ++count.number;
  }
  for (const auto& [rule, count] : counted) brought.rules.push_back(count);
  return brought;
}

void add_to(Summary& summary, const Json& document) {
  for (const Json& finding : document.at("findings")) {
    if (!finding.at("counts").get<bool>()) continue;
    const Severity severity = severity_named(finding.at("severity").get<std::string>());
    if (finding.at("effect") == "risk") ++summary.risks[static_cast<std::size_t>(severity)];
  }
  for (const Json& unit : document.at("units")) {
    if (unit.at("type") == "heading") continue;
    const std::string verdict = unit.at("verdict").get<std::string>();
    for (const Verdict each : {Verdict::ok, Verdict::positive, Verdict::flag}) {
      if (verdict == name_of(each)) ++summary.units[static_cast<std::size_t>(each)];
    }
  }
  for (const Json& note : document.at("reading")) {
    if (!note.at("incomplete").get<bool>()) continue;
    ++summary.incomplete;
    break;
  }
}

}  // namespace peerscope
