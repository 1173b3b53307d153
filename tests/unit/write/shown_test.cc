// What a finding is told as, and what of a text is for a person to judge.
#include "write/shown.h"

#include <doctest/doctest.h>

#include "support/made.h"
#include "write/groups.h"
#include "write/wording.h"

using namespace peerscope;
using made::Made;

namespace {

Standing standing(const Made& made, Excerpts excerpts = Excerpts::full) {
  const Checked checked = made.scored();
  return standing_of({checked, made::rules(), {}, excerpts}, checked.findings.front());
}

Made one(Effect effect) { return Made().unit("Drives members.").finding(effect, Severity::error); }

}  // namespace

TEST_CASE("a finding is told once, under the heading that fits it") {
  CHECK(standing(one(Effect::risk)) == Standing::risk);
  CHECK(standing(one(Effect::strength)) == Standing::strength);
  CHECK(standing(one(Effect::none)) == Standing::silent);  // a rule of faults whose words mean nothing here

  Made unsure = one(Effect::risk);
  unsure.last().confidence = Confidence::low;
  CHECK(standing(unsure) == Standing::look);

  Made ignored = one(Effect::risk);
  ignored.last().suppressed = true;
  CHECK(standing(ignored) == Standing::ignored);

  Made ruled_out = one(Effect::strength);
  ruled_out.last().rule = 0;
  ruled_out.last().status = Status::negated;
  CHECK(standing(ruled_out) == Standing::ruled_out);

  Made others = one(Effect::none);
  others.last().status = Status::other_role;
  CHECK(standing(others) == Standing::set_aside);
}

TEST_CASE("duties that no rule knows are for people to judge, unless the text may not be shown") {
  Made made;
  made.unit("Waters the plants.").unit("Drives members.").finding(Effect::risk, Severity::error);
  const Checked checked = made.scored();
  CHECK(unjudged_duties({checked, made::rules(), {}, Excerpts::full}) == std::vector<std::uint32_t>{0});
  CHECK(unjudged_duties({checked, made::rules(), {}, Excerpts::match}).empty());
}

TEST_CASE("words of several findings that touch are one stretch") {
  const Checked checked = one(Effect::risk).scored();
  Finding early = checked.findings.front(), late = early;
  early.span = {0, 6};
  late.span = {4, 14};
  CHECK(united_spans({&late, &early}) == std::vector<Span>{{0, 14}});
}

TEST_CASE("what speaks against a text is counted by severity, gravest first") {
  Made made = one(Effect::risk);
  made.unit("Counts pills.").finding(Effect::risk, Severity::critical);
  made.unit("Counts more.").finding(Effect::risk, Severity::error);
  CHECK(risks_in_words(made.scored(), made::rules()) == "1 critical, 2 errors");
  CHECK(risks_in_words(one(Effect::strength).scored(), made::rules()) == kNoRisks);
}

TEST_CASE("a source is named in full at first, and shortly from then on, unless another begins alike") {
  RuleSet rules = made::rules();
  rules.sources = {{"a", "Ada, of the House: A Long Book, https://example.org/"},
                   {"b", "Bo: One"},
                   {"c", "Bo: Two, ftp://x"}};
  Rule rule = rules.rules[0];
  rule.citations = {{"a", "page 4"}, {"b", ""}};
  std::set<std::string> told;
  CHECK(sources_of(rule, rules, told) == "Ada, of the House: A Long Book: page 4; Bo: One");
  CHECK(sources_of(rule, rules, told) == "Ada, of the House: page 4; Bo: One");
  CHECK(link_of_source("a", rules) == "https://example.org/");
  CHECK(link_of_source("c", rules).empty());
}
