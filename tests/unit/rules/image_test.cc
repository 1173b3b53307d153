// A rule set that was written and read again is the same, and damaged bytes are refused.
#include "rules/image.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "small_packs.h"

using namespace peerscope;
using namespace peerscope::test;

namespace {

RuleSet small_set() {
  auto loaded = load_rules(small_packs());
  if (!loaded) FAIL(describe(loaded.error()));
  return std::move(loaded->rules);
}

}  // namespace

TEST_CASE("an image holds the whole rule set") {
  const RuleSet rules = small_set();
  const std::string image = write_image(rules);
  const RuleSet read = read_image(image);
  CHECK(write_image(read) == image);
  REQUIRE(read.rules.size() == 1);
  const Rule& rule = read.rules[0];
  CHECK(full_id(read, rule) == "scope/pill-count");
  CHECK(rule.why == rules.rules[0].why);
  CHECK(rule.sections == rules.rules[0].sections);
  CHECK(rule.flag[2].kind == 2);
  CHECK(rule.find[1].parts == rules.rules[0].find[1].parts);
  CHECK(rule.source.line == 2);
  CHECK(rule.citations[0].place == "Scope or no scope, 4");
  CHECK(read.packs[0].not_assessed[0].why == "Tone of voice is not written down.");
  CHECK(read.cues[1].axis == Axis::person_led);
  CHECK(read.headings[1].contains == rules.headings[1].contains);
  CHECK(read.scales.weights == rules.scales.weights);
  CHECK(read.scales.tiers[1].low_bound == 30);
  CHECK(read.sources == rules.sources);
  CHECK(read.files == rules.files);
  CHECK(read.program.pool == rules.program.pool);
  CHECK(read.program.table.size() == rules.program.table.size());
  CHECK(read.program.members == rules.program.members);
  REQUIRE(read.program.steps.size() == rules.program.steps.size());
  for (std::size_t i = 0; i < read.program.steps.size(); ++i) {
    CHECK(read.program.steps[i].op == rules.program.steps[i].op);
    CHECK(read.program.steps[i].a == rules.program.steps[i].a);
  }
  REQUIRE(read.program.phrases.size() == rules.program.phrases.size());
  CHECK(read.program.phrases.back().use == PhraseUse::cue);
  CHECK(read.program.regexes == rules.program.regexes);
  CHECK(read.program.unanchored == rules.program.unanchored);
}

TEST_CASE("flat arrays are used where they lie in the image") {
  const std::string image = write_image(small_set());
  const RuleSet read = read_image(image, Detail::brief);
  const auto* steps = reinterpret_cast<const char*>(read.program.steps.data());
  CHECK(steps > image.data());
  CHECK(steps < image.data() + image.size());
  CHECK(read.rules[0].find.empty());
  CHECK(read.program.phrase_text.size() > 0);
}

TEST_CASE("two builds write the same image") { CHECK(write_image(small_set()) == write_image(small_set())); }

TEST_CASE("an image that is cut short, longer or of something else is refused") {
  const std::string image = write_image(small_set());
  for (std::size_t size = 0; size < image.size(); size += 1 + size / 50) {
    CHECK_THROWS_AS(read_image(image.substr(0, size)), std::runtime_error);
  }
  CHECK_THROWS_AS(read_image(image + "x"), std::runtime_error);
  CHECK_THROWS_AS(read_image(write_files_image(small_packs())), std::runtime_error);
}

TEST_CASE("the files travel as they are") {
  const auto files = small_packs();
  const auto read = read_files_image(write_files_image(files));
  REQUIRE(read.size() == files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    CHECK(read[i].path == files[i].path);
    CHECK(read[i].text == files[i].text);
  }
}
