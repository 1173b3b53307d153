// How far a score moves: what small changes bring to S and R adds up.
#include "check/sensitivity.h"

#include <doctest/doctest.h>

#include "support/made.h"

using namespace peerscope;
using made::Made;

namespace {

Checked job() {
  Made made;
  made.unit("Counts pills.").finding(Effect::risk, Severity::error);            // weighs 2
  made.unit("Shares own story.").finding(Effect::strength, Severity::warning);  // weighs 1
  return made.scored();
}

}  // namespace

TEST_CASE("without its only risk the score is that of its strengths") {
  const Checked checked = job();
  const Sensitivity found = sensitivity_of({1, 2}, swings_of(checked, made::rules()));
  CHECK(found.rules_high == doctest::Approx(100.0 * 2 / 3));  // S = 1, R = 0
  CHECK(found.rules_low == doctest::Approx(100.0 * 1 / 4));   // S = 0, R = 2
  REQUIRE(found.high_rule);
  CHECK(made::rules().rules[*found.high_rule].id == "bad");
  REQUIRE(found.low_rule);
  CHECK(made::rules().rules[*found.low_rule].id == "good");
}

TEST_CASE("weights move it to either side, and the score lies between") {
  const Sensitivity found = sensitivity_of({1, 2}, swings_of(job(), made::rules()));
  CHECK(found.weights_low == doctest::Approx(100.0 * 2 / 6));   // errors weigh 3
  CHECK(found.weights_high == doctest::Approx(100.0 * 2 / 4));  // errors weigh 1
}

TEST_CASE("the swings of two documents are those of their group") {
  Swings sum;
  add_swings(sum, swings_of(job(), made::rules()));
  add_swings(sum, swings_of(job(), made::rules()));
  const Sensitivity found = sensitivity_of({2, 4}, sum);
  CHECK(found.rules_high == doctest::Approx(100.0 * 3 / 4));
  CHECK(found.rules_low == doctest::Approx(100.0 * 1 / 6));
}

TEST_CASE("a text in which no rule spoke does not move") {
  Made made;
  made.unit("Waters the plants.");
  const Sensitivity found = sensitivity_of({0, 0}, swings_of(made.scored(), made::rules()));
  CHECK(found.rules_low == found.rules_high);
  CHECK_FALSE(found.low_rule);
}
