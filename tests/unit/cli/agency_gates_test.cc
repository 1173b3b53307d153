// Gates for agencies.
#include "cli/agency_gates.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace peerscope;

TEST_CASE("a row of gates that fits no agency is told, for its name may be misspelt") {
  std::vector<Agency> agencies(1);
  agencies[0].name = "lantern-house";
  Gates gates;
  GateRow row;
  row.min_score = 60;
  row.path = ".peerscope.yaml";
  row.line = 3;
  for (const char* name : {"lantern-*", "lantern-haus"}) {
    row.agency = name;
    gates.rows.push_back(row);
  }
  std::ostringstream told;
  CHECK(agencies_meet_gates(agencies, gates, RuleSet{}, told));
  CHECK(told.str() ==
        "peerscope: .peerscope.yaml:3: This row of gates fits no agency that was read: lantern-haus. Did you "
        "mean "
        "\"lantern-house\"? Known are: lantern-house.\n");
}
