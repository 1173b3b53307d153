// Which row of `gates:` holds for what.
#include "cli/demands.h"

#include <doctest/doctest.h>

using namespace peerscope;

TEST_CASE("the first row that fits and demands it holds, else the flag") {
  Gates gates;
  gates.min_score = 40;
  GateRow north;
  north.agency = "nor*";
  north.min_safeguards = 3;
  GateRow jobs;
  jobs.kind = DocumentKind::job_description;
  jobs.min_score = 60;
  jobs.min_safeguards = 8;
  gates.rows = {north, jobs};
  CHECK(gates.min_score_for("north", DocumentKind::job_description)->value == 60);
  CHECK(gates.min_score_for("north", DocumentKind::policy)->value == 40);
  CHECK(gates.min_score_for("", DocumentKind::policy)->name == "--min-score 40");
  CHECK(gates.min_safeguards_for("north", DocumentKind::job_description)->value == 3);
  CHECK(gates.min_safeguards_for("south", DocumentKind::job_description)->value == 8);
  CHECK_FALSE(gates.min_safeguards_for("south", DocumentKind::policy));
  CHECK(gates.fail_on_for("south", DocumentKind::policy).name.empty());
}

TEST_CASE("a document's agency: as it says, else by its path") {
  Document document;
  document.path = "data/agencies/north/jobs/a.md";
  CHECK(agency_of(document) == "north");
  document.path = "agencies/README.md";
  CHECK(agency_of(document).empty());
  document.path = "jobs/a.md";
  CHECK(agency_of(document).empty());
  document.agency = "south";
  CHECK(agency_of(document) == "south");
}

TEST_CASE("what a row bears of new findings is no reason to fail, unless somebody asked for one") {
  Gates gates;
  gates.fail_on = Severity::error;
  gates.baseline = "known.json";
  GateRow north;
  north.agency = "north";
  north.max_new = 3;
  gates.rows = {north};
  CHECK(gates.max_new_for("north", DocumentKind::policy)->value == 3);
  CHECK_FALSE(gates.max_new_for("south", DocumentKind::policy));
  CHECK_FALSE(gates.fail_on_for("north", DocumentKind::policy).value);
  CHECK(gates.fail_on_for("south", DocumentKind::policy).value == Severity::error);
  gates.fail_on_given = true;
  CHECK(gates.fail_on_for("north", DocumentKind::policy).value == Severity::error);
  gates.fail_on_given = false;
  gates.baseline.clear();  // nothing is known, so nothing is borne
  CHECK(gates.fail_on_for("north", DocumentKind::policy).value == Severity::error);
}
