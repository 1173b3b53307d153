// What two versions of the rules say differently.
#include "cli/rules_diff.h"

#include <doctest/doctest.h>

#include "support/made.h"

using namespace peerscope;

namespace {

Saying saying(std::uint32_t begin, const std::string& rule, const std::string& counts_as) {
  return {"a.txt", begin, begin + 4, rule, counts_as, "line 1, column 1", "text"};
}

}  // namespace

TEST_CASE("what only one of two versions says appears or vanishes") {
  const Saying kept = saying(0, "p/kept", "error"), gone = saying(5, "p/gone", "error"),
               come = saying(9, "p/come", "warning");
  const RulesDiff diff = difference({gone, kept}, {kept, come});
  CHECK(diff.vanishes == std::vector<Saying>{gone});
  CHECK(diff.appears == std::vector<Saying>{come});
  CHECK(diff.stays == 1);
}

TEST_CASE("a finding that counts as something else vanishes and appears") {
  const RulesDiff diff = difference({saying(0, "p/x", "error")}, {saying(0, "p/x", "warning")});
  CHECK(diff.vanishes.size() == 1);
  CHECK(diff.appears.size() == 1);
  CHECK(diff.stays == 0);
}

TEST_CASE("what is set aside is not said") {
  made::Made made;
  made.unit("Counts keys.").finding(Effect::risk, Severity::error);
  made.unit("The nurse counts keys.").finding(Effect::none, Severity::error);
  made.unit("Counts keys, on purpose.").finding(Effect::risk, Severity::error);
  made.last().suppressed = true;
  const std::vector<Saying> sayings = sayings_of(made.scored(), made::rules());
  REQUIRE(sayings.size() == 1);
  CHECK(sayings[0].rule == "made/bad");
  CHECK(sayings[0].text == "Counts keys.");
  CHECK(sayings[0].counts_as == "error");
}
