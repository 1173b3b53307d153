// The score: its sums, and the properties that make it fair.
#include "check/score.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "support/made.h"

using namespace peerscope;
using made::Made;

namespace {

double value_of(const Made& made) { return made.scored().score.value; }

// A document of random units. `random` decides how many, what they say, and what was found in them.
Made random_document(std::mt19937& random) {
  Made made;
  const auto below = [&](unsigned bound) { return static_cast<unsigned>(random() % bound); };
  const unsigned units = below(12);
  for (unsigned i = 0; i < units; ++i) {
    made.unit("Duty number " + std::to_string(below(20)));
    const unsigned findings = below(4);
    for (unsigned f = 0; f < findings; ++f) {
      made.finding(below(2) == 0 ? Effect::risk : Effect::strength, static_cast<Severity>(below(3)));
    }
  }
  return made;
}

}  // namespace

TEST_CASE("nothing found is no knowledge: 50, with a wide interval and no tier") {
  const Checked checked = Made().unit("Attends meetings.").scored();
  CHECK(checked.score.value == doctest::Approx(50));
  CHECK(checked.score.low == doctest::Approx(2.5));
  CHECK(checked.score.high == doctest::Approx(97.5));
  CHECK(checked.score.evidence_units == 0);
  CHECK(checked.score.tier == "not-enough");
  CHECK(checked.units[0].verdict == Verdict::ok);
}

TEST_CASE("a unit counts once, as risk with its heaviest") {
  const Checked checked = Made()
                              .unit("Drives people and checks their pills.")
                              .finding(Effect::risk, Severity::warning)
                              .finding(Effect::risk, Severity::error)
                              .finding(Effect::strength, Severity::error)
                              .scored();
  CHECK(checked.score.risks == 2);
  CHECK(checked.score.strengths == 0);
  CHECK(checked.score.evidence_units == 1);
  CHECK(checked.score.value == doctest::Approx(100 * 1 / 4.0));
  CHECK(checked.units[0].verdict == Verdict::flag);
}

TEST_CASE("the interval is that of Beta(1+S, 1+R)") {
  double value = 0, low = 0, high = 0;
  beta_interval(0, 9, value, low, high);  // Beta(1, 10): its quantiles have a closed form
  CHECK(value == doctest::Approx(100.0 / 11));
  CHECK(low == doctest::Approx(100 * (1 - std::pow(0.975, 0.1))));
  CHECK(high == doctest::Approx(100 * (1 - std::pow(0.025, 0.1))));
}

TEST_CASE("set aside, ignored, of low confidence, in a heading: none of these counts") {
  Made made;
  made.unit("a").finding(Effect::none, Severity::error);
  made.unit("b").finding(Effect::risk, Severity::error).last().suppressed = true;
  made.unit("c").finding(Effect::risk, Severity::error).last().confidence = Confidence::low;
  made.heading("Medication monitoring").finding(Effect::risk, Severity::error);
  const Checked checked = made.scored();
  CHECK(checked.score.evidence_units == 0);
  for (const UnitResult& unit : checked.units) CHECK(unit.verdict == Verdict::ok);
}

TEST_CASE("the same words count once on each side") {
  const Checked checked = Made()
                              .unit("Drives members to court.")
                              .finding(Effect::risk, Severity::warning)
                              .unit("drives  members to court")
                              .finding(Effect::risk, Severity::error)
                              .unit("Drives members to court.")
                              .finding(Effect::strength, Severity::warning)
                              .scored();
  CHECK(checked.score.risks == 2);
  CHECK(checked.score.strengths == 1);
  CHECK(checked.units[1].repeats);
  CHECK(checked.units[1].verdict == Verdict::flag);
  CHECK_FALSE(checked.units[2].repeats);
}

TEST_CASE("tiers go by the score, and a critical finding bars the two upper ones") {
  Made made;
  for (int i = 0; i < 30; ++i)
    made.unit("Good thing " + std::to_string(i)).finding(Effect::strength, Severity::error);
  CHECK(made.scored().score.tier == "best");
  CHECK_FALSE(made.scored().score.barred);
  made.unit("Takes part in restraint.").finding(Effect::risk, Severity::critical);
  CHECK(made.scored().score.value > 90);
  CHECK(made.scored().score.tier == "third");
  CHECK(made.scored().score.barred);
  for (int i = 0; i < 90; ++i)
    made.unit("Bad thing " + std::to_string(i)).finding(Effect::risk, Severity::error);
  CHECK(made.scored().score.tier == "last");
  CHECK_FALSE(made.scored().score.barred);  // it would not have reached an upper tier anyway
}

TEST_CASE("a critical finding that was ruled out bars nothing") {
  Made made;
  for (int i = 0; i < 9; ++i)
    made.unit("Good thing " + std::to_string(i)).finding(Effect::strength, Severity::error);
  made.unit("Never takes part in restraint.").finding(Effect::strength, Severity::critical);
  CHECK(made.scored().score.tier == "best");
}

TEST_CASE("property: adding a risk never raises the score, adding a strength never lowers it") {
  std::mt19937 random(20261123);
  for (int round = 0; round < 500; ++round) {
    Made made = random_document(random);
    const double before = value_of(made);
    Made with_risk = made, with_strength = made;
    const std::string words =
        "Duty number " + std::to_string(random() % 20);  // perhaps one that stands there already
    const auto severity = static_cast<Severity>(random() % 4);
    CHECK(value_of(with_risk.unit(words).finding(Effect::risk, severity)) <= before);
    CHECK(value_of(with_strength.unit(words).finding(Effect::strength, severity)) >= before);
  }
}

TEST_CASE("property: the order of units does not matter") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const Made made = random_document(random);
    const Score forward = made.scored().score;
    const Score backward = made.reversed().scored().score;
    CHECK(forward.value == backward.value);
    CHECK(forward.low == backward.low);
    CHECK(forward.high == backward.high);
    CHECK(forward.tier == backward.tier);
    CHECK(forward.evidence_units == backward.evidence_units);
  }
}

TEST_CASE("property: a text doubled word for word keeps its score, interval and tier") {
  std::mt19937 random(42);
  for (int round = 0; round < 300; ++round) {
    const Made made = random_document(random);
    const Score once = made.scored().score;
    const Score twice = made.doubled().scored().score;
    CHECK(once.value == twice.value);
    CHECK(once.low == twice.low);
    CHECK(once.high == twice.high);
    CHECK(once.tier == twice.tier);
  }
}

TEST_CASE("signs count units, and a unit on both sides counts against") {
  const Checked checked = Made()
                              .unit("a")
                              .finding(Effect::risk, Severity::note)
                              .finding(Effect::strength, Severity::error)
                              .unit("b")
                              .finding(Effect::strength, Severity::note)
                              .unit("c")
                              .finding(Effect::none, Severity::note)
                              .scored();
  REQUIRE(checked.signs.size() == 1);
  CHECK(checked.signs[0].risk == 1);
  CHECK(checked.signs[0].strength == 1);
}

TEST_CASE("safeguards: shown by a strength, or by a risk that is ruled out; a note lacks none") {
  Made made;
  made.unit("Reports to nobody about members.").finding(Effect::none, Severity::error).last().status =
      Status::negated;
  const Checked checked = made.scored();
  REQUIRE(checked.safeguards.size() == 1);
  CHECK(checked.safeguards[0].present);
  CHECK(checked.safeguards[0].findings == std::vector<std::uint32_t>{0});

  Made affirmed;
  affirmed.unit("Reports on members.").finding(Effect::risk, Severity::error);
  CHECK_FALSE(affirmed.scored().safeguards[0].present);

  made.document().kind = DocumentKind::progress_note;
  CHECK(made.scored().safeguards.empty());
}

TEST_CASE(
    "safeguards: a required line that is told and not scored shows one, and adds nothing to the score") {
  RuleSet required = made::rules();
  required.rules[0].kind = RuleKind::require;
  required.rules[0].effect = Effect::none;
  Checked checked = Made().unit("Pay: $24 an hour").finding(Effect::none, Severity::note).scored();
  CHECK_FALSE(checked.safeguards[0].present);  // by a risk rule: affirmed, it shows nothing
  score_findings(checked, required);
  CHECK(checked.safeguards[0].present);
  CHECK(checked.score.evidence_units == 0);
}

TEST_CASE("work: affirmed duties by kind, the unrecognised told, what is ruled out no duty") {
  Made made;
  made.unit("Faxes forms.").finding(Effect::risk, Severity::warning);  // the made-up rules are all clerical
  made.unit("Never faxes forms.").finding(Effect::strength, Severity::warning).last().status =
      Status::negated;
  made.unit("Waters the plants.");
  made.unit("Duties may include:");
  const Checked checked = made.scored();
  CHECK(checked.work[static_cast<std::size_t>(Work::clerical)] == 1);
  CHECK(checked.work[static_cast<std::size_t>(Work::unclassified)] == 1);
  CHECK(checked.units[2].duty);
  CHECK_FALSE(checked.units[1].duty);
  CHECK_FALSE(checked.units[3].duty);
}
