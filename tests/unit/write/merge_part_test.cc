// What was written of a document and read again brings its agency the same.
#include "write/merge_part.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "check/contribution.h"
#include "support/made.h"
#include "write/write.h"

using namespace peerscope;
using made::Made;
using Json = nlohmann::ordered_json;

namespace {

Checked job() {
  Made made;
  made.document().agency = "North";
  made.document().path = made.document().id = "job.md";
  made.unit("Counts pills.").finding(Effect::risk, Severity::critical);
  made.unit("Counts pills.").finding(Effect::risk, Severity::critical);  // a second time: counts once
  made.unit("Shares own story.").finding(Effect::strength, Severity::warning);
  made.unit("Set aside.").finding(Effect::none, Severity::error).last().status = Status::attributed;
  return made.scored();
}

std::string line_of(const Checked& checked) {
  std::ostringstream out;
  write_ndjson_document(checked, made::rules(), {}, out);
  return out.str();
}

const std::map<std::string, std::uint32_t> kRules{{"made/bad", 0}, {"made/good", 1}};

}  // namespace

TEST_CASE("what a document brings is the same before and after") {
  const Checked checked = job();
  const Contribution before = contribution_of(checked, made::rules());
  const Contribution after = contribution_of(Json::parse(line_of(checked)), kRules);
  CHECK(after.agency == before.agency);
  CHECK(after.kind == before.kind);
  CHECK(after.critical == before.critical);
  CHECK(after.critical);
  CHECK(after.sums.strengths == before.sums.strengths);
  CHECK(after.sums.risks == before.sums.risks);
  CHECK(after.evidence_units == before.evidence_units);
  CHECK(after.work == before.work);
  REQUIRE(after.rules.size() == before.rules.size());
  CHECK(after.rules[0].rule == before.rules[0].rule);
  CHECK(after.rules[0].number == before.rules[0].number);
  CHECK(after.rules[0].severity == before.rules[0].severity);
}

TEST_CASE("a copy is the same to the last byte") {
  const std::string line = line_of(job());
  std::ostringstream out;
  JsonWriter json(out, JsonWriter::Layout::one_line);
  write_json_copy(json, Json::parse(line));
  CHECK(out.str() + "\n" == line);
}

TEST_CASE("what is no document of this program is refused") {
  const Json whole = Json::parse(line_of(job()));
  for (const char* name : {"agency", "kind", "units", "findings", "score", "work", "reading"}) {
    Json less = whole;
    less.erase(name);
    CHECK_THROWS(contribution_of(less, kRules));
  }
  CHECK_THROWS(contribution_of(whole, {}));  // of rules that are not known here
}

TEST_CASE("depth is looked at before anything else") {
  CHECK_FALSE(deeper_than(Json::parse("[[1]]"), 2));
  CHECK(deeper_than(Json::parse("[[[1]]]"), 2));
}
