// What context makes of a hit: one table for each question.
#include "context/interpret.h"

#include "support/rules.h"

using namespace peerscope;
using namespace peerscope::test;

namespace {

const RuleSet& duties() {
  static const RuleSet rules = rules_with(
      rule("pills", "(count|counts|counted|counting|observe|observes|observing) ..6 (pills|medication)",
           "    negated: strength\n"));
  return rules;
}
const RuleSet& wording() {
  static const RuleSet rules = rules_with(rule("word", "(paranoid|manipulative|psychotic ..1 features)",
                                               "    about: wording\n    negated: keep\n"));
  return rules;
}

std::string status(const RuleSet& rules, const Document& document) {
  const auto findings = interpret(document, find(document, rules), rules);
  return findings.empty() ? "no hit" : std::string(name_of(findings[0].status));
}
std::string duty(const std::string& text, Role role = Role::duties) {
  return status(duties(), one_unit(text, role));
}
std::string note(const RuleSet& rules, const std::string& text) {
  return status(rules, one_unit(text, Role::narrative, DocumentKind::progress_note));
}

}  // namespace

TEST_CASE("negation reaches over lists and stops at contrasts") {
  CHECK(duty("Does not count pills.") == "prohibited");
  CHECK(duty("Peers never sort, hand out or count pills.") == "negated");
  CHECK(duty("Counting pills is not part of this role.") == "negated");
  CHECK(duty("Will not be asked to count pills.") == "prohibited");
  CHECK(duty("Works without counting pills.") == "negated");
  CHECK(duty("Does not drive, but counts pills.") == "affirmed");
  CHECK(duty("Not only counts pills but also files.") == "affirmed");
  CHECK(duty("No licence is needed, and you will count pills.") == "affirmed");
  CHECK(duty("Never hesitates to count pills.") == "affirmed");
  CHECK(duty("We don't just count pills.") == "affirmed");
  CHECK(duty("It is not unusual for us to count pills.") == "affirmed");
}

TEST_CASE("another role's work is set aside") {
  CHECK(duty("The nurse counts pills.") == "other-role");
  CHECK(duty("Pills: nurses on the day shift count the pills.") == "other-role");
  CHECK(duty("Works with nurses who count pills.") == "other-role");
  CHECK(duty("Counting of pills is done by the nurse.") == "other-role");
  CHECK(duty("The county's contract manager visits once a year to count pills.") == "other-role");
  CHECK(duty("The clinic down the street counts pills.") == "other-role");
  CHECK(duty("Counting of pills is done by the association's clinic.") == "other-role");
  CHECK(duty("A nurse and a case manager join us twice a week to talk and count pills.") == "other-role");
  CHECK(duty("Counting pills is done elsewhere.") == "other-role");
  CHECK(duty("Decisions on counting pills are made by the nurse.") == "other-role");
  CHECK(duty("The desk is staffed by Dolores, who counts pills.") == "other-role");
  CHECK(duty("The mentor is distinguished from the agent, who decides, writes and counts pills.") ==
        "other-role");
  CHECK(duty("The Authority is a public agency and counts pills.") == "other-role");
  CHECK(duty("Its nurses and social workers look after meals, laundry and counting of pills.") ==
        "other-role");
  CHECK(duty("The worker counts pills for the clinic.") == "affirmed");
  CHECK(duty("Works with the nurse to count pills.") == "affirmed");
  CHECK(duty("The peer specialist counts pills.") == "affirmed");
  CHECK(duty("Peer staff count pills.") == "affirmed");
}

TEST_CASE("sections decide") {
  CHECK(duty("Count pills.", Role::exclusion) == "excluded-by-heading");
  CHECK(duty("Count pills.", Role::other_role) == "other-role");
  CHECK(duty("Count pills.", Role::boilerplate) == "boilerplate");
  CHECK(duty("You will count pills.", Role::boilerplate) ==
        "affirmed");                                        // under "Hours:", yet told of the job
  CHECK(duty("Ability to count pills.") == "boilerplate");  // a skill, under whatever heading
  CHECK(duty("Count pills.", Role::interview) == "hypothetical");
  CHECK(duty("Experience counting pills.", Role::qualifications) == "boilerplate");
  CHECK(duty("Counting pills is part of every shift.", Role::qualifications) == "affirmed");
}

TEST_CASE("conditions, wishes and the past") {
  CHECK(duty("Counts pills together, if the person asks.") == "person-led");
  CHECK(duty("Counts pills when requested by the nurse.") == "affirmed");
  CHECK(duty("If a tablet is missing, counts all pills.") == "affirmed");
  CHECK(duty("Until 2020 peers counted pills.") == "former");
}

TEST_CASE("whose words") {
  CHECK(note(wording(), "He was manipulative all day.") == "affirmed");
  CHECK(note(wording(), "No psychotic features.") == "affirmed");
  CHECK(note(wording(), "She said that she gets paranoid at night.") == "own-words");
  CHECK(note(wording(), "\"They call me manipulative,\" he told me.") == "own-words");
  CHECK(note(wording(), "He claims he is not paranoid.") == "affirmed");
  CHECK(note(wording(), "Her doctor says she is paranoid.") == "attributed");
  CHECK(note(wording(), "He was \"manipulative\" again.") == "affirmed");
  CHECK(note(wording(), "I was paranoid myself that year.") == "own-words");
  CHECK(note(wording(), "We laughed about the word manipulative.") == "mention");
  CHECK(note(duties(), "I counted the pills.") == "affirmed");
  CHECK(note(duties(), "He counted his pills.") == "other-role");
}

TEST_CASE("who acts in a note without a subject") {
  CHECK(note(duties(), "Played cards with Lena, then counted her pills.") == "affirmed");
  CHECK(note(duties(), "After lunch with Lena counted her pills.") == "affirmed");
  CHECK(note(duties(), "Lena, then Ida counted the pills.") == "other-role");
  CHECK(note(duties(), "Lena then counted her pills.") == "other-role");
}

TEST_CASE("a task that was asked of the writer and refused") {
  CHECK(note(duties(), "Was asked to help and count pills; I said that is not a peer's job.") == "negated");
  CHECK(note(duties(), "I was asked to observe and count pills and I declined.") == "negated");
  CHECK(note(duties(), "I was asked to sit in and I declined. Later counted the pills.") == "affirmed");
}

TEST_CASE("every finding that is set aside names the words that did it") {
  const Document document = one_unit("Peers never count pills.");
  const auto findings = interpret(document, find(document, duties()), duties());
  REQUIRE(findings.size() == 1);
  REQUIRE(findings[0].cues.size() == 1);
  CHECK(slice(document.text, findings[0].cues[0].span) == "never");
  CHECK(findings[0].effect == Effect::strength);
}

TEST_CASE("a rule that casts its net wide is believed where another speaks in the same unit") {
  const RuleSet rules = rules_with(rule("wide", "{count} ..3 pills", "    confidence: supported\n") +
                                   rule("narrow", "{write} ..3 names"));
  const auto confidences = [&](const std::string& text) {
    const Document document = one_unit(text);
    std::vector<Confidence> all;
    for (const Finding& finding : interpret(document, find(document, rules), rules))
      all.push_back(finding.confidence);
    return all;
  };
  CHECK(confidences("Counts pills.") == std::vector{Confidence::low});
  CHECK(confidences("Counts pills twice and counts more pills.") ==
        std::vector{Confidence::high, Confidence::high});
  CHECK(confidences("Writes down names.") == std::vector{Confidence::high});
  CHECK(confidences("Counts pills and writes down names.") ==
        std::vector{Confidence::high, Confidence::high});
}

TEST_CASE("a field that names a boss does not say that there is no other") {
  const RuleSet rules = rules_with(
      rule("boss", "reports to ..2 nurse", "    kind: only-with\n    about: fact\n    with: [peer boss]\n"));
  Document document = one_unit("Reports to the nurse");
  CHECK(interpret(document, find(document, rules), rules).at(0).confidence == Confidence::high);
  document.units[0].type = UnitType::key_value;
  CHECK(interpret(document, find(document, rules), rules).at(0).confidence == Confidence::low);
}

TEST_CASE("under an exclusion, what counts for nothing leaves room for the plain ruling-out") {
  const RuleSet rules = rules_with(
      rule("pills", "{count} ..3 pills", "    negated: none\n") +
      "  - {id: out, title: t, kind: ruled-out, effect: strength, severity: note, message: m, why: w, "
      "source: [{caraco-deck: x}], examples: {flag: [a, b, c, d], pass: [e, f, g, h]}}\n");
  const Document document = one_unit("Counts pills.", Role::exclusion);
  const auto findings = interpret(document, find(document, rules), rules);
  REQUIRE(findings.size() == 2);
  CHECK(findings[1].effect == Effect::strength);
}
