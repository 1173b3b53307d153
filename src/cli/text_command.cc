// text: what was read of a document, so that a person can see what the program saw.
#include <utility>

#include "base/folder.h"
#include "cli/checking.h"
#include "cli/errors.h"
#include "cli/ruleset.h"
#include "read/read.h"
#include "write/escape.h"
#include "write/outline.h"

namespace peerscope {

int run_text(const Desk& desk) {
  if (desk.options.arguments.empty()) {
    Error error;
    error.message = "No file is named.";
    error.remedy = "Try: peerscope text FILE; '-' reads standard input.";
    print_error(desk.err, error);
    return kFailed;
  }
  const Result<LoadedRules> loaded = rules_in_force(desk.options.rules);
  if (!loaded) {
    print_errors(desk.err, loaded.error());
    return kFailed;
  }
  const FoundFiles inputs = find_files(desk.options.arguments, reason_to_skip);
  print_errors(desk.err, inputs.errors);
  for (const SkippedFile& skipped : inputs.skipped) {
    if (desk.options.verbose)
      desk.err << "peerscope: skipped " << printable(skipped.path) << ": " << skipped.reason << '\n';
  }
  bool failed = !inputs.errors.empty(), first = true;
  Output output("", desk.out);
  check_each(Checker(loaded->rules), inputs.files, batch_options(desk.options), [&](Result<Checked> checked) {
    if (!checked) {
      failed = true;
      return print_errors(desk.err, checked.error());
    }
    if (!std::exchange(first, false)) output.stream() << "\n\n";
    failed = failed || is_incomplete(checked->document);
    write_outline(*checked, write_options(desk, output), output.stream());
  });
  const Errors errors = output.finish();
  print_errors(desk.err, errors);
  return failed || first || !errors.empty() ? kFailed : kFine;
}

}  // namespace peerscope
