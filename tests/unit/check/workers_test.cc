// What waits between workers and the report is little, whatever a stream holds.
#include "check/workers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>

#include "rules/catalog.h"

using namespace peerscope;

TEST_CASE("records that cannot be read do not pile up") {
  const auto path = std::filesystem::temp_directory_path() / "peerscope-workers-test.ndjson";
  constexpr int kRecords = 50'000;
  {
    std::ofstream out(path);
    for (int i = 0; i < kRecords; ++i) out << "no record\n";
  }
  const RuleSet rules = built_in_rules();
  const Checker checker(rules);
  BatchOptions options;
  options.jobs = 2;
  std::atomic<int> waiting{0};
  int most = 0, told = 0;
  const bool complete = digest_with_workers(checker, {{path.string(), {}, false}}, options,
                                            [&](Result<Checked> checked) -> InOrder {
                                              ++waiting;
                                              return [&, failed = !checked.has_value()] {
                                                most = std::max(most, waiting.load());
                                                --waiting;
                                                told += failed ? 1 : 0;
                                              };
                                            });
  CHECK(complete);
  CHECK(told == kRecords);
  CHECK(most < 5'000);
  std::filesystem::remove(path);
}
