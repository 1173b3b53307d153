// A record of findings that are known already, so that only new ones stop a run.
#include "check/baseline.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "base/file.h"

namespace peerscope {

namespace {

constexpr std::string_view kSchema = "peerscope-baseline/1";
constexpr std::size_t kLargest = 256U << 20U;

tl::unexpected<Errors> refusal(const std::string& path, std::string message) {
  Error error;
  error.path = path;
  error.message = std::move(message);
  error.remedy = "Restore it from your repository, or remove it and write a new one with --update-baseline.";
  return fail(std::move(error));
}

bool is_fingerprint(const std::string& text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// One element of `findings`; false where it is not what this program writes.
bool take_entry(const nlohmann::json& element, Baseline& baseline) {
  if (!element.is_object() || element.size() != 3) return false;
  const auto fingerprint = element.find("fingerprint"), rule = element.find("rule"),
             count = element.find("count");
  if (fingerprint == element.end() || rule == element.end() || count == element.end()) return false;
  if (!fingerprint->is_string() || !rule->is_string() || !count->is_number_unsigned()) return false;
  const auto number = count->get<std::uint64_t>();
  const auto key = fingerprint->get<std::string>();
  if (!is_fingerprint(key) || number == 0 || number > 1000000) return false;
  return baseline.findings.emplace(key, Baseline::Entry{rule->get<std::string>(), static_cast<int>(number)})
      .second;
}

// One element of `agencies`; false where it is not what this program writes.
bool take_agency(const nlohmann::json& element, Baseline& baseline) {
  if (!element.is_object() || element.size() != 6) return false;
  for (const char* name : {"agency", "kind"}) {
    if (!element.contains(name) || !element[name].is_string()) return false;
  }
  for (const char* name : {"score", "low", "high", "documents"}) {
    if (!element.contains(name) || !element[name].is_number() || element[name] < 0) return false;
  }
  DocumentKind kind = DocumentKind::unknown;
  if (!kind_named(element["kind"].get<std::string>(), kind) || !element["documents"].is_number_unsigned())
    return false;
  AgencyRecord record{element["score"], element["low"], element["high"], element["documents"]};
  if (record.high > 100 || record.low > record.value || record.value > record.high) return false;
  return baseline.agencies.emplace(std::pair(element["agency"].get<std::string>(), kind), record).second;
}

// "71.4286"; four decimals, as in the JSON report.
std::string figure(double value) {
  std::string digits = fmt::format("{:.4f}", value);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

}  // namespace

void Baseline::add(const std::string& fingerprint, const std::string& rule) {
  Entry& entry = findings[fingerprint];
  entry.rule = rule;
  ++entry.count;
}

bool Baseline::covers(const std::string& fingerprint, const Baseline& seen) const {
  const auto known = findings.find(fingerprint);
  const auto met = seen.findings.find(fingerprint);
  return known != findings.end() && met != seen.findings.end() && met->second.count <= known->second.count;
}

Baseline Baseline::stale(const Baseline& seen) const {
  Baseline rest;
  for (const auto& [fingerprint, entry] : findings) {
    const auto met = seen.findings.find(fingerprint);
    const int left = entry.count - (met == seen.findings.end() ? 0 : met->second.count);
    if (left > 0) rest.findings.emplace(fingerprint, Entry{entry.rule, left});
  }
  return rest;
}

int Baseline::size() const {
  int sum = 0;
  for (const auto& [fingerprint, entry] : findings) sum += entry.count;
  return sum;
}

Result<Baseline> read_baseline(const std::string& path) {
  const Result<std::string> bytes = read_whole_file(path, kLargest);
  if (!bytes) return tl::unexpected<Errors>(bytes.error());
  const nlohmann::json root = nlohmann::json::parse(*bytes, nullptr, false);
  if (root.is_discarded() || !root.is_object())
    return refusal(path, "The baseline is damaged: it is no whole JSON object.");
  const auto schema = root.find("schema");
  if (schema == root.end() || !schema->is_string())
    return refusal(path, "This is no baseline: it names no schema.");
  if (*schema != kSchema) {
    return refusal(path, "The baseline has the schema \"" + schema->get<std::string>() +
                             "\", and this program reads " + std::string(kSchema) + ".");
  }
  const auto findings = root.find("findings");
  if (findings == root.end() || !findings->is_array())
    return refusal(path, "The baseline is damaged: it has no list of findings.");
  Baseline baseline;
  std::size_t number = 0;
  for (const nlohmann::json& element : *findings) {
    ++number;
    if (!take_entry(element, baseline))
      return refusal(path,
                     "The baseline is damaged: its finding " + std::to_string(number) + " cannot be read.");
  }
  const auto agencies = root.find("agencies");
  if (agencies == root.end()) return baseline;
  if (!agencies->is_array()) return refusal(path, "The baseline is damaged: its agencies are no list.");
  number = 0;
  for (const nlohmann::json& element : *agencies) {
    ++number;
    if (!take_agency(element, baseline))
      return refusal(path,
                     "The baseline is damaged: its agency " + std::to_string(number) + " cannot be read.");
  }
  return baseline;
}

std::string text_of(const Baseline& baseline) {
  std::string text = "{\n  \"schema\": \"" + std::string(kSchema) + "\",\n  \"findings\": [";
  bool first = true;
  for (const auto& [fingerprint, entry] : baseline.findings) {
    text += first ? "\n" : ",\n";
    first = false;
    text += "    {\"fingerprint\": \"" + fingerprint + "\", \"rule\": " + nlohmann::json(entry.rule).dump() +
            ", \"count\": " + std::to_string(entry.count) + "}";
  }
  text += first ? "]" : "\n  ]";
  if (baseline.agencies.empty()) return text + "\n}\n";
  text += ",\n  \"agencies\": [";
  first = true;
  for (const auto& [key, record] : baseline.agencies) {
    text += first ? "\n" : ",\n";
    first = false;
    text += fmt::format(
        R"(    {{"agency": {}, "kind": "{}", "score": {}, "low": {}, "high": {}, "documents": {}}})",
        nlohmann::json(key.first).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
        name_of(key.second), figure(record.value), figure(record.low), figure(record.high), record.documents);
  }
  return text + "\n  ]\n}\n";
}

}  // namespace peerscope
