// What comes out of the cache is what went in, for every document of the examples.
#include "check/cache.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "check/batch.h"
#include "read/read.h"
#include "rules/catalog.h"
#include "write/write.h"

using namespace peerscope;

namespace {

std::string report_of(const Checker& checker, const Cache* cache, int jobs) {
  const std::string examples = std::string(PEERSCOPE_SOURCE_DIR) + "/examples";
  const FoundFiles files = find_files({examples}, reason_to_skip);
  BatchOptions options;
  options.cache = cache;
  options.jobs = jobs;
  const Report report = check_files(checker, files.files, options);
  WriteOptions writing;
  writing.excerpts_given = true;
  std::ostringstream out;
  format_named("json")->write(report, writing, out);
  return out.str();
}

}  // namespace

TEST_CASE("the examples, checked, kept and taken out again") {
  const RuleSet rules = built_in_rules();
  const Checker checker(rules);
  const std::string folder = (std::filesystem::temp_directory_path() / "peerscope-cache-test").string();
  std::filesystem::remove_all(folder);
  const Cache cache(folder, "rules");
  REQUIRE(cache.prepare());
  const std::string plain = report_of(checker, nullptr, 1);
  CHECK(report_of(checker, &cache, 2) == plain);
  CHECK(report_of(checker, &cache, 1) == plain);
  CHECK(cache.failure() == 0);
  // What another version of the program, or other rules, kept is neither used nor spoilt.
  const auto entries = [&] {
    const auto all = std::filesystem::recursive_directory_iterator(folder);
    return std::count_if(begin(all), end(all), [](const auto& entry) { return entry.is_regular_file(); });
  };
  const auto before = entries();
  CHECK(report_of(checker, &cache, 2) == plain);
  CHECK(entries() == before);
  const Cache other(folder, "other rules");
  CHECK(report_of(checker, &other, 2) == plain);
  CHECK(entries() == 2 * before);
  std::filesystem::remove_all(folder);
}
