// Every example of every rule, through the whole program: what `rules test` runs.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "check/checker.h"

namespace peerscope {

// An example that did not come out as its rule says.
struct ExampleFailure {
  std::uint32_t rule = 0;  // index in RuleSet::rules
  Source source;           // of the example
  std::string text;
  std::string section;
  std::string expected;  // "a finding of scope/driving that counts as a risk"
  std::string came;      // "negated (\"does not\"), counts as a strength"
};

// A `pass` example that another rule flags: perhaps a fault of that rule, perhaps a poor example.
struct ForeignFlag {
  std::uint32_t rule = 0;  // whose example it is
  std::uint32_t flagged_by = 0;
  Source source;
  std::string text;
};

struct ExampleResults {
  std::size_t examples = 0;
  std::size_t rules = 0;
  std::vector<ExampleFailure> failures;
  std::vector<ForeignFlag> foreign;
};

// Runs the examples of the rules that `chosen` picks; all rules are in force meanwhile.
ExampleResults test_examples(const RuleSet& rules, const std::function<bool(const Rule&)>& chosen);

}  // namespace peerscope
