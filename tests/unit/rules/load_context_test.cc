// Cues, headings, scales, sources and word classes, and the mistakes in them.
#include <doctest/doctest.h>

#include "check_one.h"
#include "small_packs.h"

using namespace peerscope;
using namespace peerscope::test;

namespace {

const std::string kCueFile = "rules/context/cues.yaml";
const std::string kSectionFile = "rules/context/sections.yaml";
const std::string kScaleFile = "rules/scales.yaml";
const std::string kSourceFile = "rules/sources.yaml";
const std::string kWordFile = "rules/vocabulary/work.yaml";

RuleSet loaded(const std::vector<RuleFile>& files) {
  auto rules = load_rules(files);
  if (!rules) FAIL(describe(rules.error()));
  return std::move(rules->rules);
}

}  // namespace

TEST_CASE("mistakes in cues") {
  check_one(changed(kCueFile, "direction: forward", "direction: forwards"), kCueFile + ":4:16",
            "Did you mean \"forward\"?");
  check_one(changed(kCueFile, "limit: 12", "limit: twelve"), kCueFile + ":5:12", "a number");
  check_one(changed(kCueFile, "limit: 12", "limit: -1"), kCueFile + ":5:12", "from 0 to 1000");
  check_one(changed(kCueFile, "limit: 12", "limit: 1.5"), kCueFile + ":5:12", "whole number");
  check_one(changed(kCueFile, "limit: 12", "reach: 12"), kCueFile + ":5:5", "Unknown key \"reach\"");
  check_one(changed(kCueFile, "id: at-request", "id: plain-not"), kCueFile + ":7:5", "twice");
  check_one(changed(kCueFile, "    phrases: [\"not\", never]\n", ""), kCueFile + ":2:5",
            "\"phrases\" is missing");
  check_one(changed(kCueFile, "[\"not\", never]", "[]"), kCueFile + ":6:14", "empty");
  check_one(changed(kCueFile, "[\"not\", never]", "[\"@nothing\", never]"), kCueFile + ":6:16", "@nothing");
}

TEST_CASE("another folder adds phrases to a cue group") {
  const std::string more =
      "cues:\n  - {id: plain-not, axis: negation, direction: forward, limit: 12, phrases: [nope]}\n";
  const RuleSet rules = loaded(with(small_packs(), {{"x/context/cues.yaml", more}}));
  REQUIRE(rules.cues.size() == 2);
  CHECK(rules.cues[0].phrases.size() == 3);
  check_one(with(small_packs(), {{"x/context/cues.yaml", replaced(more, "limit: 12", "limit: 9")}}),
            "x/context/cues.yaml:2:5", "another axis, direction or limit");
}

TEST_CASE("mistakes in headings") {
  check_one(changed(kSectionFile, "role: exclusion", "role: exclusions"), kSectionFile + ":2:11",
            "Did you mean \"exclusion\"?");
  check_one(changed(kSectionFile, "unless: [nurse]", "except: [nurse]"), kSectionFile + ":6:5", "unless");
  check_one(changed(kSectionFile, "unless: [nurse]", "unless: nurse"), kSectionFile + ":6:13",
            "Write it as a list");
  check_one(changed(kSectionFile, "    contains: [\"does not\", \"out of scope\"]\n", ""),
            kSectionFile + ":2:5", "\"contains\" is missing");
}

TEST_CASE("headings of a later folder are tried first") {
  const RuleSet rules = loaded(with(
      small_packs(), {{"x/context/sections.yaml", "sections:\n  - {role: values, contains: [our way]}\n"}}));
  REQUIRE(rules.headings.size() == 3);
  CHECK(rules.headings[0].role == Role::values);
}

TEST_CASE("mistakes in scales") {
  check_one(changed(kScaleFile, "note: 0.5", "notes: 0.5"), kScaleFile + ":1:46", "Did you mean \"note\"?");
  check_one(changed(kScaleFile, "note: 0.5", "note: heavy"), kScaleFile + ":1:52", "a number");
  check_one(changed(kScaleFile, "enough-units: 5", "enough-units: 0"), kScaleFile + ":2:15", "from 1");
  check_one(changed(kScaleFile, "low-bound: 30", "low-bound: 70"), kScaleFile + ":5:5",
            "from the best to the least");
  check_one(changed(kScaleFile, ", low-bound: 30", ""), kScaleFile + ":5:5", "\"low-bound\" is missing");
  check_one(changed(kScaleFile, "signs:\n", "signs:\n  - {id: clinical-lens, title: Again}\n"),
            kScaleFile + ":9:5", "twice");
  check_one(changed(kScaleFile, ", sentence: Taking part is up to the person.", ""), kScaleFile + ":10:5",
            "\"sentence\" is missing");
}

TEST_CASE("scales of another folder stand beside or instead of the first") {
  const std::string more =
      "weights: {note: 0.25}\nsigns:\n  - {id: clinical-lens, title: Other words}\n  - {id: own-sign, title: "
      "Ours}\n";
  const RuleSet rules = loaded(with(small_packs(), {{"x/scales.yaml", more}}));
  CHECK(rules.scales.weights[0] == 0.25);
  CHECK(rules.scales.weights[2] == 2);
  CHECK(rules.scales.tiers.size() == 3);
  REQUIRE(rules.scales.signs.size() == 2);
  CHECK(rules.scales.signs[0].title == "Other words");
}

TEST_CASE("mistakes in sources") {
  check_one(changed(kSourceFile, "{title: A list of our own}", "{name: A list of our own, title: A}"),
            kSourceFile + ":3:14", "Unknown key \"name\"");
  check_one(changed(kSourceFile, "{title: A list of our own}", "A list of our own"), kSourceFile + ":3:13",
            "a mapping");
  check_one(with(small_packs(), {{"x/sources.yaml", "sources: {own-list: {title: Another}}\n"}}),
            "x/sources.yaml:1:11", "A list of our own");
}

TEST_CASE("mistakes in word classes") {
  check_one(changed(kWordFile, "part: verb", "part: verbs"), kWordFile + ":9:11", "Did you mean \"verb\"?");
  check_one(changed(kWordFile, "    part: verb\n", ""), kWordFile + ":9:5", "\"part\" is missing");
  check_one(changed(kWordFile, "\"@shot\"", "\"@shoot\""), kWordFile + ":4:28", "did you mean 'shot'");
  check_one(changed(kWordFile, "[shot, injection]", "shot"), kWordFile + ":7:12", "Write it as a list");
  check_one(changed(kWordFile, "  count:", "  Two Words: {part: fixed, words: [x]}\n  count:"),
            kWordFile + ":8:3", "hyphens");
  check_one(changed(kWordFile, "[count, tally]", "[count, {regex: tally}]"), kWordFile + ":10:28", "neither");
  check_one(with(small_packs(), {{"x/vocabulary/a.yaml", "classes:\n  pill: {part: noun, words: [a]}\n"}}),
            "x/vocabulary/a.yaml:2:3", "rules/vocabulary/work.yaml, line 2");
  check_one(with(small_packs(), {{"x/vocabulary/a.yaml", "pill: {part: noun, words: [a]}\nclasses: {}\n"}}),
            "x/vocabulary/a.yaml:1:1", "classes");
}

TEST_CASE("irregular forms are read, and their mistakes told") {
  const std::string forms =
      "verbs: {go: [goes, went]}\nnouns: {child: [children]}\nspellings: {colour: color}\n";
  CHECK(loaded(with(small_packs(), {{"x/vocabulary/inflection.yaml", forms}})).packs.size() == 1);
  check_one(with(small_packs(), {{"x/vocabulary/inflection.yaml", replaced(forms, "verbs", "verb")}}),
            "x/vocabulary/inflection.yaml:1:1", "Did you mean \"verbs\"?");
  check_one(
      with(small_packs(), {{"x/vocabulary/inflection.yaml", replaced(forms, "[children]", "children")}}),
      "x/vocabulary/inflection.yaml:2:16", "a list");
}
