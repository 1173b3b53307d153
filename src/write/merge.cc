// Parts of a run become one report again.
#include "write/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/folder.h"
#include "check/agency.h"
#include "peerscope_version.h"
#include "write/agencies.h"
#include "write/json_document.h"
#include "write/merge_part.h"

namespace peerscope {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLargest = std::size_t{4} << 30U;
constexpr int kDeepest = 32;  // a report is seven deep

// A document as it was written, and its place among all.
struct PartDocument {
  Json json;
  std::string path;
  std::uint64_t record = 0;
  std::size_t part = 0;  // index of the part that it came from
};

Error mistake(const std::string& path, std::string message, std::string remedy, int line = 0) {
  Error error;
  error.path = path == "-" ? "standard input" : path;
  error.message = std::move(message);
  error.remedy = std::move(remedy);
  error.line = line;
  return error;
}

constexpr const char* kGiveParts = "Give what peerscope wrote with --format json or ndjson.";

}  // namespace

struct ReportMerger::State {
  explicit State(const RuleSet& given) : rules(given), tally(given) {
    report.rules = &given;
    for (std::uint32_t i = 0; i < rules.rules.size(); ++i) rule_of.emplace(full_id(rules, rules.rules[i]), i);
  }

  Errors take_part(const std::string& path, const std::string& bytes);
  Errors take_report(const std::string& path, Json& root);
  Errors take_document(const std::string& path, Json document, int number);

  const RuleSet& rules;
  std::map<std::string, std::uint32_t> rule_of;
  std::vector<std::string> parts;
  std::vector<PartDocument> documents;
  AgencyTally tally;
  Report report;
  Summary summary;
  bool scored = false;   // a part has agencies
  bool lines = false;    // a part is NDJSON, which holds documents alone
  bool unnamed = false;  // a document names no agency
  std::string plain;     // a part with documents and without agencies: audit or lint wrote it
};

Errors ReportMerger::State::take_document(const std::string& path, Json json, int number) {
  PartDocument document;
  try {
    document.path = json.at("path").get<std::string>();
    document.record = json.value("record", std::uint64_t{0});
    const Contribution brought = contribution_of(json, rule_of);
    add_to(summary, json);
    unnamed = unnamed || brought.agency.empty();
    tally.add(brought);
  } catch (const std::exception&) {
    return {mistake(
        path,
        fmt::format("Its document {} is not what this version of peerscope writes with these rules.", number),
        "Make the parts again with this version; give --rules here too where they were made with it.")};
  }
  document.json = std::move(json);
  document.part = parts.size();
  documents.push_back(std::move(document));
  return {};
}

Errors ReportMerger::State::take_report(const std::string& path, Json& root) {
  if (root["schema"] != "peerscope-report/1")
    return {mistake(path, "This is no report of peerscope: its schema is another one.", kGiveParts)};
  Json packs = Json::array();
  for (const Pack& pack : rules.packs) packs.push_back(Json{{"id", pack.id}, {"version", pack.version}});
  const Json tool{{"name", "peerscope"}, {"version", PEERSCOPE_VERSION}};
  if (root.value("tool", Json()) != tool || root.value("packs", Json()) != packs) {
    return {mistake(
        path, "It was made with another version of peerscope or with other rules.",
        "Make the parts again with this version; give --rules here too where they were made with it.")};
  }
  try {
    for (const Json& error : root.at("errors")) {
      Error& told = report.errors.emplace_back();
      told.path = error.at("path").get<std::string>();
      told.message = error.at("message").get<std::string>();
      told.line = error.at("line").get<int>();
      told.remedy = error.value("remedy", "");
    }
    if (root.contains("trend"))
      return {mistake(path, "It tells how scores went over time, which no part knows of the whole.",
                      "Make the parts without --trend.")};
    for (const Json& agency : root.at("agencies")) {
      scored = true;
      for (const Json& group : agency.at("groups")) {
        if (group.at("score").contains("sensitivity"))
          return {mistake(path,
                          "It tells the sensitivity of agencies, which cannot be made again from parts.",
                          "Make the parts without --sensitivity.")};
      }
      const int unread = agency.at("unread").get<int>();
      if (unread != 0) tally.add_unread(agency.at("name").get<std::string>(), unread);
    }
    if (root.at("agencies").empty() && !root.at("documents").empty()) plain = path;
    int number = 0;
    for (Json& document : root.at("documents")) {
      if (Errors errors = take_document(path, std::move(document), ++number); !errors.empty()) return errors;
    }
    return {};
  } catch (const std::exception&) {
    return {mistake(path, "The report is damaged: a part of it is missing.", kGiveParts)};
  }
}

Errors ReportMerger::State::take_part(const std::string& path, const std::string& bytes) {
  Json root = Json::parse(bytes, nullptr, false);
  if (root.is_object() && root.contains("schema")) {
    if (deeper_than(root, kDeepest))
      return {mistake(path, "It is nested deeper than any report.", kGiveParts)};
    return take_report(path, root);
  }
  lines = true;
  int number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    ++number;
    if (bytes.find_first_not_of(" \t\r", at) < end) {
      Json document = Json::parse(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                                  bytes.begin() + static_cast<std::ptrdiff_t>(end), nullptr, false);
      if (!document.is_object() || !document.contains("findings") || deeper_than(document, kDeepest))
        return {mistake(path,
                        "This is neither a report nor, line by line, documents of one; it may be cut short.",
                        kGiveParts, number)};
      if (const Errors errors = take_document(path, std::move(document), number); !errors.empty())
        return errors;
    }
    at = end + 1;
  }
  return {};
}

ReportMerger::ReportMerger(const RuleSet& rules) : state_(std::make_unique<State>(rules)) {}
ReportMerger::~ReportMerger() = default;

Errors ReportMerger::add(const std::string& path) {
  auto stream = ByteStream::open(path);
  if (!stream) return stream.error();
  const Result<std::string> bytes = stream->rest(kLargest);
  if (!bytes) return bytes.error();
  if (bytes->empty()) {  // NDJSON of no documents
    state_->lines = true;
    return {};
  }
  const Errors errors = state_->take_part(path, *bytes);
  state_->parts.push_back(path);
  return errors;
}

Errors ReportMerger::finish() {
  if (state_->scored && !state_->plain.empty())
    return {mistake(state_->plain, "It was written by audit or lint, and other parts by score.",
                    "Merge what one command wrote.")};
  auto& documents = state_->documents;
  std::stable_sort(documents.begin(), documents.end(), [](const PartDocument& a, const PartDocument& b) {
    if (a.path != b.path) return walked_before(a.path, b.path);
    return a.record < b.record;
  });
  for (std::size_t i = 1; i < documents.size(); ++i) {
    const PartDocument &one = documents[i - 1], &two = documents[i];
    if (one.path != two.path || one.record != two.record || one.part == two.part) continue;
    const std::string place = one.record == 0 ? "" : fmt::format(", record {},", one.record);
    return {mistake(two.path,
                    fmt::format("This document{} stands in {} and in {}.", place, state_->parts[one.part],
                                state_->parts[two.part]),
                    "Give each part once; of a stream in pieces, tell each piece with --first-record where "
                    "it begins, or give the whole with --records.")};
  }
  if (has_agencies()) state_->report.agencies = state_->tally.agencies();
  return {};
}

bool ReportMerger::has_agencies() const {
  return state_->scored || (state_->lines && !state_->unnamed && !state_->documents.empty());
}

const Report& ReportMerger::report() const { return state_->report; }

bool ReportMerger::complete() const {
  return state_->report.errors.empty() && state_->summary.incomplete == 0;
}

void ReportMerger::write_json(std::ostream& out) const {
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_object();
  write_json_head(json, state_->rules);
  json.key("documents");
  json.begin_array();
  for (const PartDocument& document : state_->documents) write_json_copy(json, document.json);
  json.end_array();
  write_json_agencies(json, state_->report);
  write_json_errors(json, state_->report.errors);
  write_json_summary(json, state_->summary, state_->documents.size(), state_->report.errors.size());
  json.end_object();
  out << '\n';
}

void ReportMerger::write_ndjson(std::ostream& out) const {
  for (const PartDocument& document : state_->documents) {
    JsonWriter json(out, JsonWriter::Layout::one_line);
    write_json_copy(json, document.json);
    out << '\n';
  }
}

}  // namespace peerscope
