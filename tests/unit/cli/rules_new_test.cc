// A skeleton loads once its blanks are filled.
#include "cli/rules_new.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "rules/catalog.h"
#include "rules/load.h"

using namespace peerscope;

namespace {

// Each blank filled with other words: the text between ‹ and › itself, without the marks and the colons.
std::string without_blanks(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find("‹", at), text.size());
    out += text.substr(at, begin - at);
    if (begin == text.size()) break;
    const std::size_t end = text.find("›", begin);
    REQUIRE(end != std::string::npos);
    const bool phrase = text.compare(begin, std::string("‹words to find").size(), "‹words to find") == 0;
    out += phrase ? "{count} ..4 keys" : text.substr(begin + 3, end - begin - 3);
    at = end + 3;
  }
  return out;
}

}  // namespace

TEST_CASE("the skeleton loads once its blanks are filled") {
  std::vector<RuleFile> files = built_in_rule_files();
  files.push_back({"ours/pack.yaml", without_blanks(pack_skeleton("ours"))});
  files.push_back({"ours/key-counts.yaml", without_blanks(rule_skeleton("ours", "key-counts"))});
  const auto loaded = load_rules(files);
  if (!loaded) FAIL(describe(loaded.error()));
  bool found = false;
  for (const Rule& rule : loaded->rules.rules)
    found = found || full_id(loaded->rules, rule) == "ours/key-counts";
  CHECK(found);
}
