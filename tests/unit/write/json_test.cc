// JSON: the contract, and text that attacks it.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "support/json_schema.h"
#include "support/made.h"
#include "write/formats.h"
#include "write/json_writer.h"

using namespace peerscope;
using made::Made;
using nlohmann::json;

namespace {

made::JsonSchema schema() {
  std::ifstream file(std::string(PEERSCOPE_SOURCE_DIR) + "/rules/schema/report.schema.json");
  return made::JsonSchema(json::parse(file));
}

Report report_of(std::vector<Checked> documents) {
  Report report;
  report.rules = &made::rules();
  report.documents = std::move(documents);
  return report;
}

std::string written(const Report& report, const WriteOptions& options = {}) {
  std::ostringstream out;
  write_json(report, options, out);
  return out.str();
}

Made sample() {
  Made made;
  made.document().path = "jobs/one.txt";
  made.unit("Drives members.").finding(Effect::risk, Severity::error);
  made.unit("Shares own story.").finding(Effect::strength, Severity::warning);
  made.unit("Does not fax.").finding(Effect::none, Severity::error).last().status = Status::negated;
  made.last().cues.push_back({{0, 4}, "negation"});
  made.heading("More").unit("Other things.").finding(Effect::risk, Severity::critical).last().suppressed =
      true;
  return made;
}

}  // namespace

TEST_CASE("a report keeps the contract") {
  Made note = sample();
  note.document().kind = DocumentKind::progress_note;
  note.document().notes.push_back({"A picture was left out.", true, {}});
  Report report = report_of({sample().scored(), note.scored()});
  report.errors.push_back({"It is no text.", "x.bin", 0, 0, "Name another file.", ""});
  for (const Excerpts excerpts : {Excerpts::full, Excerpts::match, Excerpts::none}) {
    WriteOptions options;
    options.excerpts = excerpts;
    options.excerpts_given = true;
    const json value = json::parse(written(report, options));
    const auto mistakes = schema().mistakes(value);
    const std::string first = mistakes.empty() ? "" : mistakes.front();
    CHECK_MESSAGE(mistakes.empty(), first);
  }
}

TEST_CASE("the schema check itself finds what is wrong") {
  json value = json::parse(written(report_of({sample().scored()})));
  value["documents"][0]["findings"][0]["severity"] = "grave";
  value["documents"][0].erase("words");
  value["documents"][0]["extra"] = 1;
  value["schema"] = "peerscope-report/2";
  CHECK(schema().mistakes(value).size() == 4);
}

TEST_CASE("positions, verdicts and numbers") {
  const json value = json::parse(written(report_of({sample().scored()})));
  const json& document = value["documents"][0];
  CHECK(document["id"] == "jobs/one.txt");
  CHECK(document["findings"][1]["location"]["line"] == 2);
  CHECK(document["findings"][1]["location"]["column"] == 1);
  CHECK(document["findings"][1]["location"]["end_column"] == 18);
  CHECK(document["findings"][1]["text"] == "Shares own story.");
  CHECK(document["findings"][1]["location"]["unit"] == 2);
  CHECK(document["units"][0]["verdict"] == "flag");
  CHECK(document["units"][1]["verdict"] == "positive");
  CHECK(document["units"][1]["text"] == "Shares own story.");
  CHECK(document["findings"][3]["suppressed"] == true);
  CHECK(document["findings"][3]["counts"] == false);
  CHECK(document["score"]["value"] == doctest::Approx(100 * 2 / 5.0));
  CHECK(value["summary"]["findings"]["error"] == 1);
  CHECK(value["summary"]["findings"]["critical"] == 0);
  CHECK(value["summary"]["units"]["ok"] == 2);
}

TEST_CASE("notes get no figure") {
  Made note = sample();
  note.document().kind = DocumentKind::progress_note;
  const json value = json::parse(written(report_of({note.scored()})));
  CHECK(value["documents"][0]["score"]["value"].is_null());
  CHECK(value["documents"][0]["score"]["low"].is_null());
  CHECK(value["documents"][0]["score"]["tier"] == "not-scored");
  CHECK_FALSE(value["documents"][0]["score"].contains("terms"));
}

TEST_CASE("ndjson: a document a line, each an element of documents") {
  std::ostringstream out;
  Made second = sample();
  second.document().id = "two";
  second.unit("Line one.\nLine two.").finding(Effect::risk, Severity::note);
  write_ndjson(report_of({sample().scored(), second.scored()}), {}, out);
  std::istringstream lines(out.str());
  std::string line;
  std::vector<json> documents;
  while (std::getline(lines, line)) documents.push_back(json::parse(line));
  REQUIRE(documents.size() == 2);
  CHECK(documents[1]["id"] == "two");
  CHECK(schema().mistakes(documents[1], "document").empty());
}

TEST_CASE("text that attacks the report stays text") {
  const std::string attack =
      "\"}],\\ \x1b[31m \xE2\x80\xAE evil \xE2\x80\xA8 \x01 \x7f \xC2\x85 \xF3\xA0\x81\x81 \xff end";
  std::ostringstream out;
  JsonWriter writer(out, JsonWriter::Layout::one_line);
  writer.string(attack);
  const std::string text = out.str();
  for (const char c : text) CHECK(static_cast<unsigned char>(c) >= 0x20);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);  // right-to-left override
  CHECK(text.find("\xC2\x85") == std::string::npos);
  CHECK(text.find("\xF3\xA0\x81\x81") == std::string::npos);
  const std::string parsed = json::parse(text).get<std::string>();
  CHECK(parsed.starts_with("\"}],\\ \x1b[31m \xE2\x80\xAE evil"));
  CHECK(parsed.ends_with(" \xF3\xA0\x81\x81 \xEF\xBF\xBD end"));
}

TEST_CASE("numbers have four decimals at most and no tail") {
  std::ostringstream out;
  JsonWriter writer(out, JsonWriter::Layout::one_line);
  writer.begin_array();
  writer.number(0.5);
  writer.number(2.0);
  writer.number(100.0 / 3);
  writer.number(0.00001);
  writer.end_array();
  CHECK(out.str() == "[0.5,2,33.3333,0]");
}

TEST_CASE("a fingerprint knows its finding again") {
  const auto prints = [](const Made& made) {
    std::vector<std::string> all;
    const json value = json::parse(written(report_of({made.scored()})));
    for (const json& finding : value["documents"][0]["findings"])
      all.push_back(finding["fingerprint"].get<std::string>());
    return all;
  };
  Made moved;
  moved.document().path = "renamed.txt";
  moved.unit("A new first line.");
  moved.unit("DRIVES   members").finding(Effect::risk, Severity::error);
  CHECK(prints(moved)[0] == prints(sample())[0]);
  Made changed;
  changed.unit("Drives members home.").finding(Effect::risk, Severity::error);
  CHECK(prints(changed)[0] != prints(sample())[0]);
  Made other_rule;
  other_rule.unit("Drives members.").finding(Effect::strength, Severity::error);
  CHECK(prints(other_rule)[0] != prints(sample())[0]);
}
