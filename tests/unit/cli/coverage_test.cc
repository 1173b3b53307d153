// Every item of every list has a rule, a reason, or two views.
#include "cli/coverage.h"

#include <doctest/doctest.h>

#include <set>
#include <sstream>

#include "rules/catalog.h"

using namespace peerscope;

namespace {

CatalogueItem item(const std::string& id) {
  CatalogueItem made;
  made.id = id;
  made.list = "A list";
  made.title = "Title of " + id;
  return made;
}

// Items A1 to A4 and two rules of the pack "p": "plain" covers A1.2, "disputed" covers A4.
RuleSet small() {
  RuleSet set;
  for (const char* id : {"A1", "A2", "A3", "A4", "B.yes"}) set.catalogue.push_back(item(id));
  Pack pack;
  pack.id = "p";
  pack.not_assessed.push_back({"A2.1", "It is not written down."});
  set.packs.push_back(pack);
  Rule plain;
  plain.id = "plain";
  plain.catalogue = {"A1.2", "A1"};
  Rule disputed;
  disputed.id = "disputed";
  disputed.contested = true;
  disputed.contested_text = "Some say so, others not.";
  disputed.catalogue = {"A4", "B"};
  set.rules = {plain, disputed};
  return set;
}

}  // namespace

TEST_CASE("every item of the catalogue is covered, not assessable or contested") {
  const RuleSet rules = built_in_rules();
  const Coverage coverage = coverage_of(rules);
  CHECK(coverage.items.size() > 150);
  for (const ItemCoverage& row : coverage.items) {
    CAPTURE(row.item->id);
    CHECK(row.standing != Standing::open);
    if (row.standing == Standing::not_assessable) CHECK_FALSE(row.reasons.empty());
    if (row.standing == Standing::contested) CHECK_FALSE(row.views.empty());
  }
  for (const std::string& unknown : coverage.unknown) {
    CAPTURE(unknown);
    CHECK(unknown.empty());
  }
}

TEST_CASE("the catalogue holds all lists whole") {
  std::set<std::string> ids;
  for (const CatalogueItem& each : built_in_rules().catalogue) ids.insert(each.id);
  const auto has_all = [&](const std::string& letter, int last) {
    for (int i = 1; i <= last; ++i) {
      CAPTURE(letter);
      CAPTURE(i);
      CHECK(ids.count(letter + std::to_string(i)) == 1);
    }
  };
  has_all("A", 5);
  has_all("B", 6);
  has_all("C", 13);
  has_all("D", 11);
  has_all("F", 20);
  has_all("F3.", 7);
  has_all("F18.", 12);
  has_all("G", 12);
  has_all("H", 7);
  has_all("H.", 5);
  has_all("I", 4);
  has_all("J", 16);
  has_all("L", 7);
  CHECK(ids.count("K") == 1);
  for (int row = 1; row <= 11; ++row) {
    CHECK(ids.count("E" + std::to_string(row) + ".yes") == 1);
    CHECK(ids.count("E" + std::to_string(row) + ".no") == 1);
  }
}

TEST_CASE("what stands for an item") {
  RuleSet set = small();
  const Coverage coverage = coverage_of(set);
  REQUIRE(coverage.items.size() == 5);
  CHECK(coverage.items[0].standing == Standing::covered);
  CHECK(coverage.items[0].rules.size() == 1);  // named twice, counted once
  CHECK(coverage.items[1].standing == Standing::not_assessable);
  CHECK(coverage.items[1].reasons == std::vector<std::string>{"It is not written down."});
  CHECK(coverage.items[2].standing == Standing::open);
  CHECK(coverage.items[3].standing == Standing::contested);
  CHECK(coverage.items[3].views == std::vector<std::string>{"Some say so, others not."});
  CHECK(coverage.items[4].standing == Standing::open);  // a rule of the row names no column
  CHECK(coverage.unknown.empty());
}

TEST_CASE("an item names rules of its own, and both sides of a disagreement") {
  RuleSet set = small();
  set.catalogue[2].rules = {"p/plain"};
  set.catalogue[0].views = {"One says so.", "The other does not."};
  const Coverage coverage = coverage_of(set);
  CHECK(coverage.items[2].standing == Standing::covered);
  CHECK(coverage.items[0].standing == Standing::contested);
  CHECK(coverage.items[0].rules.size() == 1);
}

TEST_CASE("names that nothing answers to are told") {
  RuleSet set = small();
  set.rules[0].catalogue.push_back("A33");
  set.packs[0].not_assessed.push_back({"Z.9", "Nobody knows."});
  set.catalogue[2].rules = {"p/gone"};
  const Coverage coverage = coverage_of(set);
  CHECK(coverage.unknown.size() == 3);
  CHECK(coverage.items[2].standing == Standing::open);
}
