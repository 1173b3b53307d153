// From files to a rule set, and the mistakes of packs: all of them at once, each at its place.
#include "rules/load.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "check_one.h"
#include "small_packs.h"

using namespace peerscope;
using namespace peerscope::test;

namespace {

const Rule* rule_named(const RuleSet& rules, const std::string& id) {
  for (const Rule& rule : rules.rules) {
    if (full_id(rules, rule) == id) return &rule;
  }
  return nullptr;
}

const char* const kMine = R"(id: mine
title: Our own
version: "1"
licence: CC0-1.0
language: en
source: Us
)";

}  // namespace

TEST_CASE("a whole set is read, every key of a rule where it belongs") {
  const auto loaded = load_rules(small_packs());
  if (!loaded) FAIL(describe(loaded.error()));
  const RuleSet& rules = loaded->rules;
  CHECK(rules.files.size() == 7);
  REQUIRE(rules.packs.size() == 1);
  CHECK(rules.packs[0].licence == "Apache-2.0");
  REQUIRE(rules.packs[0].not_assessed.size() == 1);
  CHECK(rules.packs[0].not_assessed[0].item == "B1");
  REQUIRE(rules.rules.size() == 1);
  const Rule& rule = rules.rules[0];
  CHECK(full_id(rules, rule) == "scope/pill-count");
  CHECK(rule.effect == Effect::risk);
  CHECK(rule.severity == Severity::error);
  CHECK(rule.about == About::duty);
  CHECK(rule.negated == Negated::strength);
  CHECK(rule.work == Work::compliance);
  CHECK(rule.applies_to == 3);
  CHECK(rule.sections ==
        ((1u << static_cast<unsigned>(Role::duties)) | (1u << static_cast<unsigned>(Role::summary))));
  CHECK(rule.sections_with_duty_verb == 1u << static_cast<unsigned>(Role::qualifications));
  CHECK(rule.why == "It turns a companion into a guard.");
  REQUIRE(rule.find.size() == 3);
  CHECK(rule.find[0].source.line == 11);
  CHECK(rule.find[0].source.column == 10);
  CHECK(rule.find[1].type == PhraseType::together);
  CHECK(rule.find[1].parts == std::vector<std::string>{"@count", "@pill"});
  CHECK(rule.find[2].type == PhraseType::regex);
  CHECK(rule.find[2].parts[0] == "\\bq\\.?i\\.?d\\b");
  REQUIRE(rule.citations.size() == 2);
  CHECK(rule.citations[0].place == "Scope or no scope, 4");
  CHECK(rule.citations[1].source == "own-list");
  CHECK(rule.catalogue == std::vector<std::string>{"C8", "B4"});
  REQUIRE(rule.flag.size() == 4);
  CHECK(rule.flag[1].section == "Duties");
  CHECK(rule.flag[2].kind == 2);
  CHECK(rule.strength.size() == 1);
  REQUIRE(rules.cues.size() == 2);
  CHECK(rules.cues[0].limit == 12);
  CHECK(rules.cues[1].axis == Axis::person_led);
  REQUIRE(rules.headings.size() == 2);
  CHECK(rules.headings[1].unless == std::vector<std::string>{"nurse"});
  CHECK(rules.scales.weights[0] == 0.5);
  CHECK(rules.scales.tiers.size() == 3);
  CHECK(rules.sources.at("caraco-deck") == "Peer support gone wild, https://example.org/deck");
  CHECK(rules.program.phrases.size() == 7);
}

TEST_CASE("mistakes in many files come at once, in the order of the files, with their lines") {
  auto files = changed("rules/scope/duties.yaml", "severity: error", "severty: error");
  files[0].text = replaced(files[0].text, "axis: negation", "axis: negative");
  files[3].text = replaced(files[3].text, "sign: clinical-lens", "sign: clinical-lense");
  files[3].text = replaced(files[3].text, "work: compliance", "work: complience");
  files[3].text = replaced(files[3].text, "..4 @pill", "..4 @pil");
  files[4].text = replaced(files[4].text, "licence: Apache-2.0\n", "");
  files[6].text = replaced(files[6].text, "part: verb", "part: adverb");
  const Errors errors = mistakes_in(files);
  const auto lines = told(errors);
  REQUIRE(lines.size() == 7);
  CHECK(lines[0].starts_with("rules/context/cues.yaml:3:11 "));
  CHECK(lines[0].find("negation") != std::string::npos);
  CHECK(lines[1].starts_with("rules/scope/duties.yaml:5:5 "));
  CHECK(lines[1].find("Did you mean \"severity\"?") != std::string::npos);
  CHECK(errors[1].excerpt == "    severty: error");
  CHECK(lines[2].starts_with("rules/scope/duties.yaml:6:11 "));
  CHECK(lines[2].find("Did you mean \"clinical-lens\"?") != std::string::npos);
  CHECK(lines[3].starts_with("rules/scope/duties.yaml:7:11 "));
  CHECK(lines[3].find("Did you mean \"compliance\"?") != std::string::npos);
  CHECK(lines[4].starts_with("rules/scope/duties.yaml:11:"));
  CHECK(lines[4].find("@pil") != std::string::npos);
  CHECK(errors[4].excerpt == "      - \"@count ..4 @pil\"");
  CHECK(lines[5].starts_with("rules/scope/pack.yaml:1:1 "));
  CHECK(lines[5].find("licence") != std::string::npos);
  CHECK(lines[6].starts_with("rules/vocabulary/work.yaml:9:11 "));
}

TEST_CASE("a file that is no YAML stops no other, and is blamed for nothing else") {
  auto files = changed("rules/vocabulary/work.yaml", "words: [pill, tablet", "words: [pill, tablet: x: y");
  check_one(files, "rules/vocabulary/work.yaml:4:28", "quotes");
  files = changed("rules/sources.yaml", "sources:", "sources: @");
  files[3].text = replaced(files[3].text, "effect: risk", "effect: rsk");
  const auto lines = told(mistakes_in(files));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].starts_with("rules/scope/duties.yaml:4:13 "));
  CHECK(lines[1].starts_with("rules/sources.yaml:1:10 "));
}

TEST_CASE("a file must belong somewhere, hold something, and be given once") {
  check_one(with(small_packs(), {{"rules/lost/some.yaml", kRules}}), "rules/lost/some.yaml:0:0", "no pack");
  check_one(with(small_packs(), {{"rules/context/cue.yaml", kCues}}), "rules/context/cue.yaml:0:0",
            "cues.yaml");
  check_one(with(small_packs(), {{"rules/scope/more.yaml", "# later\n"}}), "rules/scope/more.yaml:0:0",
            "empty");
  check_one(with(small_packs(), {{"rules/sources.yaml", kSources}}), "rules/sources.yaml:0:0", "twice");
  check_one(with(small_packs(), {{"rules/scope/more.yaml", "- id: x\n"}}), "rules/scope/more.yaml:1:1",
            "a mapping");
  const auto lines =
      told(mistakes_in(with(small_packs(), {{"rules/scope/more.yaml", "rule: []\nrules: [x]\n"}})));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].starts_with("rules/scope/more.yaml:1:1 "));
  CHECK(lines[0].find("Did you mean \"rules\"?") != std::string::npos);
  CHECK(lines[1].starts_with("rules/scope/more.yaml:2:9 "));
}

TEST_CASE("files below a pack's folder are its rules too, and a pack may stand at the top of a folder") {
  auto files = small_packs();
  files[3].path = "rules/scope/deep/er/duties.yaml";
  CHECK(mistakes_in(files).empty());
  const std::string rules = replaced(kRules, "@count ..4 @pill", "@count ..4 @pebble");
  const std::string words = "classes:\n  pebble: {part: noun, words: [pebble]}\n";
  const auto loaded = load_rules(with(small_packs(), {{"/home/ann/pack.yaml", kMine},
                                                      {"/home/ann/rules.yaml", rules},
                                                      {"/home/ann/vocabulary/words.yaml", words}}));
  if (!loaded) FAIL(describe(loaded.error()));
  CHECK(rule_named(loaded->rules, "scope/pill-count") != nullptr);
  CHECK(rule_named(loaded->rules, "mine/pill-count") != nullptr);
}

TEST_CASE("an id may stand once in a pack, and in several packs") {
  const auto files = with(small_packs(), {{"rules/scope/more.yaml", kRules}});
  check_one(files, "rules/scope/more.yaml:2:9", "rules/scope/duties.yaml, line 2");
}

TEST_CASE("a pack whose id is taken must say that it extends the other") {
  const auto mine = replaced(kMine, "id: mine", "id: scope");
  check_one(with(small_packs(), {{"x/pack.yaml", mine}, {"x/rules.yaml", kRules}}), "x/pack.yaml:1:5",
            "extends: scope");
}

TEST_CASE("a pack that extends another stands in its place, with what it changes") {
  const std::string two =
      std::string(kRules) + replaced(std::string(kRules).substr(7), "pill-count", "shot-count");
  auto files = small_packs();
  files[3].text = two;
  const std::string more =
      replaced(replaced(kRules, "pill-count", "new-rule"), "@count ..4 @pill", "own words");
  for (const std::string id : {"scope", "mine"}) {
    const std::string pack =
        "id: " + id + "\nextends: scope\ndisable: [pill-count]\nseverity: {shot-count: critical}\n";
    const auto loaded = load_rules(with(files, {{"x/pack.yaml", pack}, {"x/rules.yaml", more}}));
    if (!loaded) FAIL(describe(loaded.error()));
    const RuleSet& rules = loaded->rules;
    REQUIRE(rules.packs.size() == 1);
    CHECK(rules.packs[0].title == "Scope or no scope");
    CHECK(rules.packs[0].not_assessed.size() == 1);
    REQUIRE(rules.rules.size() == 2);
    REQUIRE(rule_named(rules, id + "/shot-count") != nullptr);
    CHECK(rule_named(rules, id + "/shot-count")->severity == Severity::critical);
    CHECK(rule_named(rules, id + "/new-rule") != nullptr);
    CHECK(rules.files[rule_named(rules, id + "/shot-count")->source.file] == "rules/scope/duties.yaml");
  }
}

TEST_CASE("a rule of the same id stands in the place of the inherited one") {
  const std::string own = replaced(kRules, "title: Counts pills", "title: Ours");
  const auto loaded =
      load_rules(with(small_packs(), {{"x/pack.yaml", "id: mine\nextends: scope\n"}, {"x/rules.yaml", own}}));
  if (!loaded) FAIL(describe(loaded.error()));
  REQUIRE(loaded->rules.rules.size() == 1);
  CHECK(loaded->rules.rules[0].title == "Ours");
}

TEST_CASE("packs extend one another over several steps, whatever the order of the files") {
  const auto loaded = load_rules(with(small_packs(), {{"a/pack.yaml", "id: third\nextends: second\n"},
                                                      {"b/pack.yaml", "id: second\nextends: scope\n"}}));
  if (!loaded) FAIL(describe(loaded.error()));
  REQUIRE(loaded->rules.packs.size() == 1);
  CHECK(full_id(loaded->rules, loaded->rules.rules[0]) == "third/pill-count");
}

TEST_CASE("mistakes in what a pack changes") {
  const auto extending = [](const std::string& lines) {
    return with(small_packs(), {{"x/pack.yaml", "id: mine\nextends: scope\n" + lines}});
  };
  check_one(with(small_packs(), {{"x/pack.yaml", "id: mine\nextends: scoop\n"}}), "x/pack.yaml:2:10",
            "Did you mean \"scope\"?");
  check_one(extending("disable: [pil-count]\n"), "x/pack.yaml:3:11", "Did you mean \"pill-count\"?");
  check_one(extending("severity: {pill-counts: note}\n"), "x/pack.yaml:3:12", "Did you mean \"pill-count\"?");
  check_one(extending("severity: {pill-count: fatal}\n"), "x/pack.yaml:3:24",
            "critical, error, warning, note");
  check_one(extending("severity: [pill-count]\n"), "x/pack.yaml:3:11", "a mapping");
  check_one(extending("license: MIT\n"), "x/pack.yaml:3:1", "Did you mean \"licence\"?");
  check_one(
      with(small_packs(), {{"x/pack.yaml", kMine + std::string("disable: [a]\n")}, {"x/r.yaml", kRules}}),
      "x/pack.yaml:7:10", "another pack");
  const auto circle = told(mistakes_in(with(small_packs(), {{"a/pack.yaml", "id: one\nextends: two\n"},
                                                            {"b/pack.yaml", "id: two\nextends: one\n"}})));
  REQUIRE(circle.size() == 1);
  CHECK(circle[0].find("circle") != std::string::npos);
}

TEST_CASE("warnings stop nothing") {
  const auto loaded =
      load_rules(with(changed("rules/scope/duties.yaml",
                              "      - regex:", "      - regex: \"[a-z]+\\\\d{3}\"\n      - regex:"),
                      {{"x/pack.yaml", kMine},
                       {"y/pack.yaml", replaced(kMine, "mine", "other")},
                       {"y/rules.yaml", replaced(kRules, "      - together",
                                                 "      - \"@count ..4 @pill\"\n      - together")}}));
  if (!loaded) FAIL(describe(loaded.error()));
  const auto lines = told(loaded->warnings);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].starts_with("rules/scope/duties.yaml:13:"));  // the regular expression names no word
  CHECK(lines[0].find("slow") != std::string::npos);
  CHECK(lines[1].find("has no rules") != std::string::npos);
  CHECK(lines[2].starts_with("y/rules.yaml:12:"));
  CHECK(lines[2].find("same phrase") != std::string::npos);
}

TEST_CASE("the same phrase in two rules of a pack is a warning, unless they mean different things") {
  const std::string second = replaced(std::string(kRules).substr(7), "pill-count", "pill-again");
  const auto warnings_with = [&](const std::string& rule) {
    auto files = small_packs();
    files[3].text = kRules + rule;
    const auto loaded = load_rules(files);
    if (!loaded) FAIL(describe(loaded.error()));
    const auto lines = told(loaded->warnings);
    return std::count_if(lines.begin(), lines.end(), [](const std::string& line) {
      return line.find("same phrase") != std::string::npos;
    });
  };
  CHECK(warnings_with(second) == 3);
  CHECK(warnings_with(replaced(second, "effect: risk", "effect: strength")) == 0);
  CHECK(warnings_with(replaced(second, "    find:", "    when: negated\n    find:")) == 0);
}

TEST_CASE("a folder is read in bytewise order, hidden files left out") {
  const auto folder = std::filesystem::temp_directory_path() / "peerscope-load-test";
  std::filesystem::remove_all(folder);
  for (const std::string name :
       {"b/pack.yaml", "B/pack.yaml", "b/a.yaml", ".git/x.yaml", "b/.x.yaml", "b/notes.txt"}) {
    std::filesystem::create_directories((folder / name).parent_path());
    std::ofstream(folder / name) << name;
  }
  const auto files = read_rule_folder(folder.string() + "/");
  if (!files) FAIL(describe(files.error()));
  std::vector<std::string> paths;
  for (const RuleFile& file : *files) paths.push_back(file.path.substr(folder.string().size()));
  CHECK(paths == std::vector<std::string>{"/B/pack.yaml", "/b/a.yaml", "/b/pack.yaml"});
  CHECK((*files)[1].text == "b/a.yaml");
  std::ofstream(folder / "b/late.yml") << "x";
  std::filesystem::create_symlink(folder / "b/a.yaml", folder / "link.yaml");
  const auto wrong = read_rule_folder(folder.string());
  REQUIRE(!wrong);
  CHECK(wrong.error().size() == 2);
  std::filesystem::remove_all(folder);
  CHECK(!read_rule_folder(folder.string()));
  std::filesystem::create_directories(folder);
  CHECK(!read_rule_folder(folder.string()));
  std::filesystem::remove_all(folder);
}
