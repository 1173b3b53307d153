// What a run says of findings that were known before.
#include "cli/gates.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/made.h"

using namespace peerscope;
using made::Made;

namespace {

Checked job(const std::vector<std::string>& duties, const std::string& agency = "") {
  Made made;
  made.document().path = made.document().id = "job.md";
  made.document().agency = agency;
  for (const std::string& duty : duties) made.unit(duty).finding(Effect::risk, Severity::error);
  return made.scored();
}

Baseline known(const std::vector<std::string>& duties) {
  Baseline baseline;
  add_findings(baseline, job(duties), made::rules());
  return baseline;
}

Gates since() {
  Gates gates;
  gates.since = "main";
  gates.fail_on = Severity::error;
  return gates;
}

}  // namespace

TEST_CASE("a finding is known as often as it was there before, and no oftener") {
  const Gates gates = since();
  std::ostringstream told;
  GateKeeper keeper(gates, made::rules(), told);
  keeper.know(known({"Counts pills.", "Drives people."}));
  Checked checked = job({"Counts pills.", "Counts pills."});
  keeper.judge(checked);
  CHECK(checked.findings[0].known);
  CHECK_FALSE(checked.findings[1].known);
  CHECK(keeper.failed());

  Report report;
  keeper.tell_known(report, true);
  REQUIRE(report.stale);
  CHECK(report.stale->size() == 1);  // nobody drives any more
}

TEST_CASE("a run that could not read everything says of nothing that it is gone") {
  const Gates gates = since();
  std::ostringstream told;
  GateKeeper keeper(gates, made::rules(), told);
  keeper.know(known({"Drives people."}));
  Report report;
  keeper.tell_known(report, false);
  REQUIRE(report.stale);
  CHECK(report.stale->size() == 0);
}

TEST_CASE("without a baseline nothing is known and nothing is new") {
  Gates gates;
  std::ostringstream told;
  GateKeeper keeper(gates, made::rules(), told);
  Report report;
  keeper.tell_known(report, true);
  CHECK_FALSE(report.stale);
}

TEST_CASE("each agency bears its own new findings; the flag holds for those that no row speaks of") {
  Gates gates = since();
  gates.max_new = 1;
  GateRow row;
  row.agency = "n*";
  row.max_new = 1;
  row.path = "gates.yaml";
  row.line = 3;
  gates.rows = {row};
  const auto run = [&](const std::vector<std::string>& agencies) {
    std::ostringstream told;
    GateKeeper keeper(gates, made::rules(), told);
    keeper.know({});
    for (const std::string& agency : agencies) {
      Checked checked = job({"Counts pills."}, agency);
      keeper.judge(checked);
    }
    CHECK(keeper.finish(true).empty());
    return told.str();
  };
  gates.fail_on = std::nullopt;
  CHECK(run({"north", "near", "south"}).find("gate not met") == std::string::npos);
  CHECK(run({"north", "north"})
            .find("north: gate not met: max-new 1 (gates.yaml:3): 2 new findings, 1 too many.") !=
        std::string::npos);
  CHECK(run({"south", "east"}).find("gate not met: --max-new 1: 2 new findings, 1 too many.") !=
        std::string::npos);
}
