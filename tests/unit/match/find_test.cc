// What each sign of the phrase language matches.
#include "support/rules.h"

using namespace peerscope;
using namespace peerscope::test;

namespace {
bool hits(const std::string& phrase, const std::string& text, const std::string& more = "") {
  static std::map<std::string, RuleSet> known;
  const std::string key = phrase + "\n" + more;
  if (!known.contains(key)) known.emplace(key, rules_with(rule("r", phrase, more)));
  return !find(one_unit(text), known.at(key)).rules.empty();
}
}  // namespace

TEST_CASE("words: capitals, spelling, hyphens") {
  CHECK(hits("behavior plan", "Writes BEHAVIOUR plans, or a Behaviour Plan."));
  CHECK(hits("non-compliant", "was noncompliant"));
  CHECK(hits("non-compliant", "was non compliant"));
  CHECK(hits("non-compliant", "was Non-Compliant"));
  CHECK(hits("organize ..2 meals", "organise the meals"));
  CHECK_FALSE(hits("pill", "pills"));
}

TEST_CASE("inflection by part of speech") {
  for (const char* text : {"watch pills", "watches pills", "watched pills", "watching pills"})
    CHECK(hits("{watch} pills", text));
  CHECK(hits("{goal:n}", "their goals"));
  CHECK_FALSE(hits("{diagnose:p}", "diagnosed with"));
  CHECK(hits("{diagnose:p}", "diagnoses people"));
  CHECK(hits("{take} ..2 pills", "took the pills"));
  CHECK(hits("{stop} it", "stopping it"));
}

TEST_CASE("gaps cross list commas, not contrasts, clauses or more words than allowed") {
  CHECK(hits("{count} ..3 pills", "count the evening pills"));
  CHECK(hits("{count} ..3 pills", "count, sort pills"));
  CHECK_FALSE(hits("{count} ..3 pills", "count one two three four pills"));
  CHECK_FALSE(hits("{count} ..3 pills", "count but leave pills"));
  CHECK_FALSE(hits("{count} ..3 pills", "count cups; fetch pills"));
  CHECK_FALSE(hits("count pills", "count, pills"));
}

TEST_CASE("choices, optional parts, clause begins and ends") {
  CHECK(hits("(pill|dose tray) {check:n}", "dose tray checks"));
  CHECK(hits("drives the? van", "drives van"));
  CHECK(hits("^ drives", "Drives a van"));
  CHECK(hits("^ drives", "Helps out; drives a van"));
  CHECK_FALSE(hits("^ drives", "She drives a van"));
  CHECK(hits("van $", "Drives a van"));
  CHECK_FALSE(hits("van $", "Drives a van daily"));
}

TEST_CASE("exact spelling, names and numbers") {
  CHECK(hits("denies !SI", "denies SI"));
  CHECK_FALSE(hits("denies !SI", "denies si"));
  CHECK(hits("told <name> to", "I told Rosa to go"));
  CHECK_FALSE(hits("told <name> to", "I told people to go"));
  CHECK(hits("<number> units", "bills 24 units"));
}

TEST_CASE("together: any order, one clause") {
  const RuleSet rules = rules_with(rule("r", "zzz", "    kind: phrase\n"));
  const RuleSet both = [] {
    std::string yaml = rule("r", "zzz");
    const auto at = yaml.find("[\"zzz\"]");
    yaml.replace(at, 7, "[{together: [\"{keep}\", \"(tablets|pills)\"]}]");
    return rules_with(yaml);
  }();
  CHECK(find(one_unit("Pills are what the house keeps"), both).rules.size() == 1);
  CHECK(find(one_unit("Keep calm; pills are elsewhere"), both).rules.empty());
  CHECK(find(one_unit("zzz"), rules).rules.size() == 1);
}

TEST_CASE("regex entries count as matches and respect Unicode") {
  std::string yaml = rule("r", "zzz");
  yaml.replace(yaml.find("[\"zzz\"]"), 7, "[{regex: \"\\\\bpr\\u00fcf\\\\w*\"}]");
  const RuleSet rules = rules_with(yaml);
  CHECK(find(one_unit("wir pr\u00fcfen"), rules).rules.size() == 1);
  CHECK(find(one_unit("wir PR\u00dcFEN"), rules).rules.size() == 1);
}

TEST_CASE("a sense filter nearby takes the match away, one far off does not") {
  const std::string more = "    not: [\"their own\"]\n";
  CHECK_FALSE(hits("{monitor} ..3 progress", "monitor their own progress", more));
  CHECK(hits("{monitor} ..3 progress", "monitor weekly progress; people bring their own lunch", more));
}

TEST_CASE("curly quotes, no-break spaces and soft hyphens do not part a phrase") {
  CHECK(hits("does not take pills", "doesn\u2019t take pills"));
  CHECK(hits("count pills", "count\u00A0pills"));
  CHECK(hits("count pills", "co\u00ADunt pills"));
  CHECK(hits("count pills", "count\n   pills"));
}
