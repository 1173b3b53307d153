// Checks that a rule set holds one mistake, told at its place.
#pragma once
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "small_packs.h"

namespace peerscope::test {

// The only mistake stands at `place` ("path:line:column") and its message or remedy has these words.
inline void check_one(const std::vector<RuleFile>& files, const std::string& place,
                      const std::string& words) {
  const Errors errors = mistakes_in(files);
  CAPTURE(words);
  CAPTURE(describe(errors));
  REQUIRE(errors.size() == 1);
  const auto lines = told(errors);
  CHECK(lines[0].starts_with(place + " "));
  CHECK(lines[0].find(words) != std::string::npos);
}

}  // namespace peerscope::test
