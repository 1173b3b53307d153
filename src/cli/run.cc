// From the command line to an exit code.
#include "cli/commands.h"
#include "cli/errors.h"

namespace peerscope {

namespace {

int run_command(const Desk& desk) {
  switch (desk.options.command->bit) {
    case kAudit:
    case kLint:
      return run_check(desk);
    case kScore:
      return run_score(desk);
    case kCompare:
      return run_compare(desk);
    case kText:
      return run_text(desk);
    case kInit:
      return run_init(desk);
    case kMerge:
      return run_merge(desk);
    case kScope:
      return run_scope(desk);
    case kExplain:
      return run_explain(desk);
    case kRules:
      return run_rules(desk);
    case kEveryCommand:
      break;
  }
  return kFailed;
}

}  // namespace

int run(const std::vector<std::string>& words, const char* const* variables, std::ostream& out,
        std::ostream& err) {
  Result<CommandLine> line = read_command_line(words);
  if (!line) {
    print_errors(err, line.error());
    return kFailed;
  }
  if (line->answer) {
    out << *line->answer;
    return kFine;
  }
  Errors warnings;
  const Settings environment = settings_of_environment(variables, warnings);
  for (const Error& warning : warnings) print_warning(err, warning);
  const Result<Options> options = options_of(std::move(*line), environment);
  if (!options) {
    print_errors(err, options.error());
    return kFailed;
  }
  if (options->verbose && !options->config.empty())
    err << "peerscope: settings from " << options->config << '\n';
  return run_command({*options, terminal_of_stdout(options->color), out, err});
}

}  // namespace peerscope
