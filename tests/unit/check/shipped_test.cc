// The examples that ship, through the rules that ship: properties that hold for real documents, too.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "check/batch.h"
#include "check/score.h"
#include "read/read.h"
#include "rules/catalog.h"
#include "support/json_schema.h"
#include "write/formats.h"

using namespace peerscope;
using nlohmann::json;

namespace {

const RuleSet& shipped_rules() {
  static const RuleSet rules = built_in_rules();
  return rules;
}

std::string folder(const std::string& name) { return std::string(PEERSCOPE_SOURCE_DIR) + "/" + name; }

std::vector<std::string> job_descriptions_as_text() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder("examples/job-descriptions"))) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".md" || extension == ".txt") paths.push_back(entry.path().string());
  }
  return paths;
}

Checked checked_text(const std::string& text, const std::string& path) {
  Checked checked;
  ReadOptions options;
  options.kind = DocumentKind::job_description;
  read_bytes(text, path, options, [&](Result<Document> document) {
    REQUIRE(document.has_value());
    checked = Checker(shipped_rules()).check(std::move(*document));
  });
  return checked;
}

}  // namespace

TEST_CASE("a job description doubled word for word keeps its score, interval and tier") {
  const auto paths = job_descriptions_as_text();
  REQUIRE(paths.size() >= 3);
  for (const std::string& path : paths) {
    CAPTURE(path);
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const Score once = checked_text(text, path).score;
    const Score twice = checked_text(text + "\n" + text, path).score;
    CHECK(once.evidence_units > 0);
    CHECK(once.value == twice.value);
    CHECK(once.low == twice.low);
    CHECK(once.high == twice.high);
    CHECK(once.tier == twice.tier);
  }
}

TEST_CASE("the report on all examples keeps the contract, and its parts agree") {
  std::ifstream file(folder("rules/schema/report.schema.json"));
  made::JsonSchema schema(json::parse(file));
  const FoundFiles files =
      find_files({folder("examples/job-descriptions"), folder("examples/notes")}, reason_to_skip);
  REQUIRE(files.files.size() >= 10);
  const Report report = check_files(Checker(shipped_rules()), files.files, {});
  REQUIRE(report.documents.size() == files.files.size());
  std::ostringstream out;
  write_json(report, {}, out);
  const json value = json::parse(out.str());
  const auto mistakes = schema.mistakes(value);
  const std::string first = mistakes.empty() ? "" : mistakes.front();
  CHECK_MESSAGE(mistakes.empty(), first);
  for (const json& document : value["documents"]) {
    CAPTURE(document["path"].get<std::string>());
    const auto unit_of = [&](const json& place) {
      return document["units"][place["unit"].get<std::size_t>() - 1];
    };
    for (const json& finding : document["findings"]) {
      const json unit = unit_of(finding["location"]);
      if (finding["counts"] == true && finding["effect"] == "risk") CHECK(unit["verdict"] == "flag");
      if (unit["text"].is_string() && finding["text"].is_string())
        CHECK(unit["text"].get<std::string>().find(finding["text"].get<std::string>()) != std::string::npos);
    }
    if (!document["score"].contains("terms")) continue;
    double strengths = 0, risks = 0;
    for (const json& term : document["score"]["terms"]) {
      (term["risk"] == true ? risks : strengths) += term["weight"].get<double>();
    }
    CHECK(document["score"]["strengths"] == doctest::Approx(strengths));
    CHECK(document["score"]["risks"] == doctest::Approx(risks));
    CHECK(document["score"]["value"] ==
          doctest::Approx(100 * (1 + strengths) / (2 + strengths + risks)).epsilon(1e-5));
  }
}

TEST_CASE("one bad file stops no other, and order is kept") {
  FoundFiles files = find_files({folder("examples/job-descriptions/act-team.txt"), folder("examples/notes")},
                                reason_to_skip);
  files.files.insert(files.files.begin() + 1, FoundFile{"/no/such/file.txt", "", false});
  const Report report = check_files(Checker(shipped_rules()), files.files, {});
  REQUIRE(report.errors.size() == 1);
  CHECK(report.errors[0].path == "/no/such/file.txt");
  REQUIRE(report.documents.size() == files.files.size() - 1);
  CHECK(report.documents[0].document.path == files.files[0].path);
  CHECK(report.documents.back().document.path == files.files.back().path);
}
