// merge: parts of a run become one report again.
#include <algorithm>

#include "cli/checking.h"
#include "cli/errors.h"
#include "cli/ruleset.h"
#include "write/formats.h"
#include "write/merge.h"

namespace peerscope {

namespace {

Error mistake(std::string message, std::string remedy) {
  Error error;
  error.message = std::move(message);
  error.remedy = std::move(remedy);
  return error;
}

// JSON and lines hold all; on paper there is room for the agencies alone, since parts do not hold whole
// texts.
Errors mistakes_in(const Options& options) {
  Errors errors;
  if (options.arguments.empty())
    errors.push_back(mistake("No part is named.", "Try: peerscope merge part-1.json part-2.json."));
  for (const Target& target : options.targets) {
    if (target.format == "json" || target.format == "ndjson" || target.format == "text") continue;
    errors.push_back(mistake("merge does not write " + target.format + ".",
                             "It writes json, ndjson and, of agencies, text."));
  }
  return errors;
}

bool wants_text(const Options& options) {
  return std::any_of(options.targets.begin(), options.targets.end(),
                     [](const Target& target) { return target.format == "text"; });
}

}  // namespace

int run_merge(const Desk& desk) {
  if (const Errors errors = mistakes_in(desk.options); !errors.empty()) {
    print_errors(desk.err, errors);
    return kFailed;
  }
  const Result<LoadedRules> loaded = rules_in_force(desk.options.rules);
  if (!loaded) {
    print_errors(desk.err, loaded.error());
    return kFailed;
  }
  ReportMerger merger(loaded->rules);
  Errors errors;
  for (const std::string& part : desk.options.arguments) {
    Errors wrong = merger.add(part);
    std::move(wrong.begin(), wrong.end(), std::back_inserter(errors));
  }
  if (errors.empty()) errors = merger.finish();
  if (errors.empty() && wants_text(desk.options) && !merger.has_agencies())
    errors.push_back(mistake("These parts hold no agencies, and text can show nothing else of them.",
                             "Write json or ndjson, or merge what peerscope score wrote."));
  if (!errors.empty()) {  // a report that lacks a part would pass for the whole
    print_errors(desk.err, errors);
    return kFailed;
  }
  bool written = true;
  for (const Target& target : desk.options.targets) {
    Output output(target.file, desk.out);
    if (target.format == "json") merger.write_json(output.stream());
    if (target.format == "ndjson") merger.write_ndjson(output.stream());
    if (target.format == "text") write_text(merger.report(), write_options(desk, output), output.stream());
    const Errors failures = output.finish();
    print_errors(desk.err, failures);
    written = written && failures.empty();
  }
  // As the run over everything would have ended.
  print_errors(desk.err, merger.report().errors);
  return written && merger.complete() ? kFine : kFailed;
}

}  // namespace peerscope
