// Which items of the catalogue the rules look for, which a text cannot show, and where the sources disagree.
#pragma once
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "rules/rule.h"

namespace peerscope {

enum class Standing : std::uint8_t {
  covered,
  not_assessable,  // no rule, and a reason why a text cannot show it
  contested,       // the sources disagree: each side is told
  open,            // neither: a gap
};
std::string_view name_of(Standing standing);  // "not-assessable"

struct ItemCoverage {
  const CatalogueItem* item = nullptr;
  Standing standing = Standing::open;
  std::vector<const Rule*> rules;
  std::vector<std::string> reasons;  // what of it no text can show: of packs and of the catalogue
  std::vector<std::string> views;    // each side, where the sources disagree
};

struct Coverage {
  std::vector<ItemCoverage> items;  // in the order of the catalogue
  std::vector<std::string>
      unknown;  // what a rule or pack names and the catalogue does not have: "scope/x: C99"
};

// Borrows the rules. A rule that covers "A1.2" counts for A1 where the catalogue has no item A1.2.
Coverage coverage_of(const RuleSet& rules);

int run_coverage(const Desk& desk, const RuleSet& rules);  // rules coverage; 1 where an item is open

}  // namespace peerscope
