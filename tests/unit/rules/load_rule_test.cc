// Rules: their defaults, their kinds, and every mistake that one can hold.
#include <doctest/doctest.h>

#include "check_one.h"
#include "small_packs.h"

using namespace peerscope;
using namespace peerscope::test;

namespace {

const std::string kFile = "rules/scope/duties.yaml";

// The small packs' rule with one text changed.
std::vector<RuleFile> rule_with(const std::string& from, const std::string& to) {
  return changed(kFile, from, to);
}

// The rule's `find` with other phrases.
std::vector<RuleFile> finding(const std::string& lines) {
  return rule_with("    find:\n", "    find:\n" + lines);
}

// A rule of another kind: what stands between its effect and its message is given.
std::vector<RuleFile> kind(const std::string& lines, const std::string& examples) {
  auto files = small_packs();
  files[3].text = "rules:\n  - id: other\n    title: Another kind\n" + lines +
                  "    message: Something is said.\n    why: There is a reason.\n    source: [own-list]\n" +
                  examples;
  return files;
}

const std::string kOneEach = "    examples: {flag: [A text.], pass: [Another.]}\n";
const std::string kFourEach =
    "    examples:\n      flag: [One., Two., Three., Four.]\n      pass: [Five., Six., Seven., Eight.]\n";

Rule loaded_rule(const std::vector<RuleFile>& files) {
  const auto loaded = load_rules(files);
  if (!loaded) FAIL(describe(loaded.error()));
  REQUIRE(loaded->rules.rules.size() == 1);
  return loaded->rules.rules[0];
}

}  // namespace

TEST_CASE("what a rule leaves out has a meaning") {
  const Rule risk = loaded_rule(kind("    effect: risk\n    find: [bed]\n", kFourEach));
  CHECK(risk.kind == RuleKind::phrase);
  CHECK(risk.about == About::duty);
  CHECK(risk.negated == Negated::none);
  CHECK(risk.severity == Severity::warning);
  CHECK(risk.applies_to == 7);
  CHECK(risk.sections == 0);
  CHECK(risk.agent);
  CHECK_FALSE(risk.case_exact);
  CHECK_FALSE(risk.only_negated);
  CHECK_FALSE(risk.low_confidence);
  CHECK(loaded_rule(kind("    effect: strength\n    find: [bed]\n", kFourEach)).about == About::value);
  CHECK(loaded_rule(kind("    effect: note\n    find: [bed]\n", kFourEach)).severity == Severity::note);
  CHECK(loaded_rule(kind("    effect: risk\n    about: wording\n    find: [bed]\n", kFourEach)).negated ==
        Negated::keep);
  const Rule contested = loaded_rule(
      kind("    effect: risk\n    contested: Some say so, some do not.\n    find: [bed]\n", kFourEach));
  CHECK(contested.contested);
  CHECK(contested.severity == Severity::note);
}

TEST_CASE("switches have one value each") {
  const Rule rule =
      loaded_rule(kind("    effect: risk\n    agent: any\n    case: exact\n    when: negated\n    "
                       "confidence: low\n    find: [bed]\n",
                       kFourEach));
  CHECK_FALSE(rule.agent);
  CHECK(rule.case_exact);
  CHECK(rule.only_negated);
  CHECK(rule.low_confidence);
  check_one(rule_with("    work:", "    confidence: often\n    work:"), kFile + ":7:17",
            "Known are: low, supported.");
  for (const std::string key : {"agent", "case", "when"}) {
    check_one(rule_with("    work:", "    " + key + ": often\n    work:"),
              kFile + ":7:" + std::to_string(key.size() + 7), "Its only value is");
  }
}

TEST_CASE("the other kinds of rule") {
  const Rule swap =
      loaded_rule(kind("    kind: swap\n    swaps: {\"complains of\": told me about}\n", kFourEach));
  CHECK(swap.about == About::wording);
  CHECK(swap.effect == Effect::none);
  REQUIRE(swap.find.size() == 1);
  CHECK(swap.find[0].parts[0] == "complains of");
  CHECK(swap.swaps == std::vector<std::string>{"told me about"});
  const Rule require = loaded_rule(
      kind("    kind: require\n    safeguard: voluntary\n    find: [bed]\n    instead: A bed.\n", kFourEach));
  CHECK(require.effect == Effect::strength);
  CHECK(require.about == About::value);
  const Rule share =
      loaded_rule(kind("    effect: risk\n    kind: share\n    of: clerical\n    over: 0.4\n", kOneEach));
  CHECK(share.share_of == Work::clerical);
  CHECK(share.threshold == 0.4);
  const Rule only = loaded_rule(
      kind("    effect: note\n    kind: only-with\n    find: [bed]\n    with: [chair]\n", kFourEach));
  CHECK(only.with.size() == 1);
  CHECK(loaded_rule(kind("    effect: risk\n    kind: density\n    find: [bed]\n    over: 3\n", kOneEach))
            .threshold == 3);
  CHECK(loaded_rule(kind("    effect: risk\n    kind: similar\n    over: 0.6\n", "")).threshold == 0.6);
}

TEST_CASE("a key that its kind does not know is told, and one that it needs is asked for") {
  check_one(kind("    effect: risk\n    find: [bed]\n    with: [chair]\n", kFourEach), kFile + ":6:11",
            "only-with");
  check_one(kind("    effect: risk\n    find: [bed]\n    over: 3\n", kFourEach), kFile + ":6:11", "density");
  check_one(kind("    effect: risk\n    find: [bed]\n    of: clerical\n", kFourEach), kFile + ":6:9",
            "share");
  check_one(kind("    effect: risk\n    find: [bed]\n    swaps: {a: b}\n", kFourEach), kFile + ":6:12",
            "swap");
  check_one(kind("    kind: swap\n    swaps: {a: b}\n    find: [bed]\n", kFourEach), kFile + ":6:11",
            "swaps");
  check_one(kind("    effect: risk\n    kind: similar\n    over: 0.6\n    not: [x]\n", ""), kFile + ":7:10",
            "phrases");
  check_one(kind("    effect: risk\n    kind: share\n    of: clerical\n", kOneEach), kFile + ":2:5",
            "\"over\" is missing");
  check_one(kind("    effect: risk\n    kind: share\n    of: clerical\n    over: 40\n", kOneEach),
            kFile + ":7:11", "from 0 to 1");
  check_one(kind("    effect: risk\n    kind: density\n    find: [bed]\n    over: many\n", kOneEach),
            kFile + ":7:11", "a number");
  check_one(kind("    effect: risk\n    kind: only-with\n    find: [bed]\n", kFourEach), kFile + ":2:5",
            "\"with\"");
  check_one(kind("    kind: require\n    safeguard: voluntary\n    find: [bed]\n", kFourEach), kFile + ":2:5",
            "\"instead\"");
  check_one(kind("    kind: swap\n    swaps: {}\n", kFourEach), kFile + ":5:12", "empty");
  check_one(kind("    kind: swop\n    effect: risk\n    find: [bed]\n", kFourEach), kFile + ":4:11",
            "Did you mean \"swap\"?");
}

TEST_CASE("every key that a rule needs") {
  struct Case {
    const char* line;
    const char* key;
  };
  for (const Case& each : {Case{"title: Counts pills", "title"}, Case{"effect: risk", "effect"},
                           Case{"message: Counting pills is not a peer's work.", "message"}}) {
    check_one(rule_with("    " + std::string(each.line) + "\n", ""), kFile + ":2:5",
              "\"" + std::string(each.key) + "\" is missing");
  }
  check_one(rule_with("    why: >-\n      It turns a companion\n      into a guard.\n", ""), kFile + ":2:5",
            "\"why\"");
  check_one(rule_with("    source:\n      - caraco-deck: \"Scope or no scope, 4\"\n      - own-list\n", ""),
            kFile + ":2:5", "\"source\"");
  check_one(rule_with("  - id: pill-count\n    title", "  - title"), kFile + ":2:5", "\"id\" is missing");
  check_one(rule_with("id: pill-count", "id: Pill Count"), kFile + ":2:9", "hyphens");
  check_one(rule_with("title: Counts pills", "title: ''"), kFile + ":3:12", "empty");
  check_one(rule_with("title: Counts pills", "title:"), kFile + ":3:5", "must be a text");
  check_one(rule_with("title: Counts pills", "title: [Counts pills]"), kFile + ":3:12", "must be a text");
}

TEST_CASE("values that nobody knows") {
  check_one(rule_with("effect: risk", "effect: risky"), kFile + ":4:13",
            "Did you mean \"risk\"? Known are: risk, strength, note");
  check_one(rule_with("severity: error", "severity: high"), kFile + ":5:15",
            "critical, error, warning, note");
  check_one(rule_with("sign: clinical-lens", "sign: warmth"), kFile + ":6:11", "clinical-lens");
  check_one(rule_with("[job-description, progress-note]", "[job-description, progress-notes]"),
            kFile + ":8:35", "Did you mean \"progress-note\"?");
  check_one(rule_with("[duties, summary, qualifications?]", "[duties, sumary, qualifications?]"),
            kFile + ":9:24", "Did you mean \"summary\"?");
  check_one(rule_with("negated: strength", "negated: strengths"), kFile + ":16:14",
            "strength, none, keep, risk");
  check_one(rule_with("safeguard: voluntary", "safeguard: volontary"), kFile + ":17:16",
            "Did you mean \"voluntary\"?");
  check_one(rule_with("- caraco-deck: ", "- caraco: "), kFile + ":24:9", "sources.yaml");
  check_one(rule_with("- own-list", "- owl-list"), kFile + ":25:9", "Did you mean \"own-list\"?");
  check_one(rule_with("    work:", "    about: duties\n    work:"), kFile + ":7:12",
            "duty, wording, value, fact");
  check_one(rule_with("    sections: [duties, summary, qualifications?]", "    sections: []"),
            kFile + ":9:15", "empty");
  check_one(rule_with("[job-description, progress-note]", "job-description"), kFile + ":8:17",
            "Write it as a list: [\"job-description\"]");
}

TEST_CASE("phrases that are none") {
  check_one(finding("      - {watch}\n"), kFile + ":11:9", "in quotes");
  check_one(finding("      - [watch]\n"), kFile + ":11:9", "must be a text");
  check_one(finding("      - ''\n"), kFile + ":11:9", "empty");
  check_one(finding("      -\n"), kFile + ":11:7", "nothing");
  check_one(finding("      - regexp: x\n"), kFile + ":11:9", "Did you mean \"regex\"?");
  check_one(finding("      - {regex: x, together: [a, b]}\n"), kFile + ":11:20", "either");
  check_one(finding("      - together: [only]\n"), kFile + ":11:19", "from 2 to");
  check_one(finding("      - together: word\n"), kFile + ":11:19", "a list");
  check_one(finding("      - " + std::string(1001, 'x') + "\n"), kFile + ":11:9", "longer");
  check_one(finding("      - regex: " + std::string(2001, 'x') + "\n"), kFile + ":11:16", "longer");
  check_one(finding("      - regex: \"a(b\"\n"), kFile + ":11:16", "no regular expression");
  check_one(finding("      - regex: \"x*\"\n"), kFile + ":11:16", "empty text");
  check_one(finding("      - \"@pil\"\n"), kFile + ":11:10", "@pil");
  check_one(finding("      - \"(a|b\"\n"), kFile + ":11:14", "never closed");
  check_one(finding("      - \"a? b?\"\n"), kFile + ":11:10", "may be missing");
  check_one(rule_with("    find:\n", "    find: [x]\n    other:\n"), kFile + ":11:5",
            "Unknown key \"other\"");
  std::string many;
  for (int i = 0; i < 1001; ++i) many += "      - word" + std::to_string(i) + "\n";
  check_one(finding(many), kFile + ":11:7", "word class");
}

TEST_CASE("where the sources disagree, the tool takes no side") {
  check_one(rule_with("    work:", "    contested: Some do, some do not.\n    work:"), kFile + ":5:15",
            "note");
  auto files = rule_with("    work:", "    contested: yes\n    work:");
  files[3].text = replaced(files[3].text, "severity: error", "severity: note");
  check_one(files, kFile + ":7:16", "both views");
}

TEST_CASE("a rule shows what it does by examples") {
  check_one(rule_with("        - Counting injections.\n", ""), kFile + ":29:9",
            "at least 4 \"flag\" examples, and here are 3");
  check_one(rule_with("        - Counted the chairs.\n", ""), kFile + ":35:9", "at least 4 \"pass\"");
  check_one(rule_with("      strength:\n        - Peers never count pills.\n", ""), kFile + ":28:7",
            "\"strength\" is missing");
  check_one(rule_with("        - Counting injections.", "        - Counts the evening pills."),
            kFile + ":33:11", "twice");
  check_one(rule_with("kind: progress-note", "kind: policy"), kFile + ":32:50", "does not apply");
  check_one(rule_with("kind: progress-note", "kind: diary"), kFile + ":32:50", "progress-note");
  check_one(rule_with("          section: Duties", "          heading: Duties"), kFile + ":31:11",
            "Unknown key \"heading\"");
  check_one(rule_with("      flag:\n", "      flags: [x]\n      flag:\n"), kFile + ":28:7",
            "Did you mean \"flag\"?");
  auto files = small_packs();
  files[3].text = files[3].text.substr(0, files[3].text.find("    examples:"));
  check_one(files, kFile + ":2:5", "\"examples\" is missing");
}
