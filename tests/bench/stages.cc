// How fast each stage is, on NDJSON from bench-corpus: PEERSCOPE_BENCH names the file.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <sstream>

#include "base/file.h"
#include "check/checker.h"
#include "context/interpret.h"
#include "document/segment.h"
#include "match/match.h"
#include "read/read.h"
#include "rules/catalog.h"
#include "write/write.h"

using namespace peerscope;

namespace {

const RuleSet& rules() {
  static const RuleSet set = built_in_rules();
  return set;
}

const std::string& bytes() {
  static const std::string all =
      read_whole_file(std::getenv("PEERSCOPE_BENCH"), std::size_t{1} << 30U).value();
  return all;
}

std::vector<Document> read_all() {
  std::vector<Document> documents;
  ReadOptions options;
  options.input_format = "ndjson";
  read_bytes(bytes(), "bench", options,
             [&](Result<Document> document) { documents.push_back(std::move(*document)); });
  return documents;
}

const std::vector<Document>& documents() {
  static const std::vector<Document> all = read_all();
  return all;
}

const std::vector<Document>& segmented() {
  static const std::vector<Document> all = [] {
    auto copies = documents();
    const HeadingRoles roles(rules().headings);
    for (Document& document : copies) segment(document, roles);
    return copies;
  }();
  return all;
}

const std::vector<Checked>& checked() {
  static const std::vector<Checked> all = [] {
    const Checker checker(rules());
    std::vector<Checked> results;
    for (const Document& document : documents()) results.push_back(checker.check(document));
    return results;
  }();
  return all;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes().size()));
}

void rules_all(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(built_in_rules(Detail::all));
}
void rules_brief(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(built_in_rules(Detail::brief));
}

void read_ndjson(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_all());
  count_bytes(state);
}

void segment_all(benchmark::State& state) {
  const HeadingRoles roles(rules().headings);
  for (auto _ : state) {
    for (const Document& document : documents()) {
      Document copy = document;
      segment(copy, roles);
      benchmark::DoNotOptimize(copy);
    }
  }
  count_bytes(state);
}

void find_all(benchmark::State& state) {
  const auto prefilter = state.range(0) != 0 ? Prefilter::on : Prefilter::off;
  for (auto _ : state)
    for (const Document& document : segmented()) benchmark::DoNotOptimize(find(document, rules(), prefilter));
  count_bytes(state);
}

void interpret_all(benchmark::State& state) {
  std::vector<Matches> matches;
  for (const Document& document : segmented()) matches.push_back(find(document, rules()));
  for (auto _ : state)
    for (std::size_t i = 0; i < matches.size(); ++i)
      benchmark::DoNotOptimize(interpret(segmented()[i], matches[i], rules()));
  count_bytes(state);
}

void check_all(benchmark::State& state) {
  const Checker checker(rules());
  for (auto _ : state)
    for (const Document& document : documents()) benchmark::DoNotOptimize(checker.check(document));
  count_bytes(state);
}

void write_all(benchmark::State& state, const char* format) {
  Report report;
  report.rules = &rules();
  report.documents = checked();
  for (auto _ : state) {
    std::ostringstream out;
    format_named(format)->write(report, {}, out);
    benchmark::DoNotOptimize(out);
  }
  count_bytes(state);
}

BENCHMARK(rules_all)->Unit(benchmark::kMillisecond);
BENCHMARK(rules_brief)->Unit(benchmark::kMillisecond);
BENCHMARK(read_ndjson)->Unit(benchmark::kMillisecond);
BENCHMARK(segment_all)->Unit(benchmark::kMillisecond);
BENCHMARK(find_all)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(find_all)->Arg(0)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(interpret_all)->Unit(benchmark::kMillisecond);
BENCHMARK(check_all)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_all, ndjson, "ndjson")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_all, text, "text")->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
