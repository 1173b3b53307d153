// audit and lint: check files, write reports.
#include <algorithm>
#include <vector>

#include "base/folder.h"
#include "cli/checking.h"
#include "cli/errors.h"
#include "cli/gates.h"
#include "cli/output.h"
#include "cli/ruleset.h"
#include "cli/since.h"
#include "read/read.h"
#include "write/escape.h"

namespace peerscope {

WriteOptions write_options(const Desk& desk, const Output& output) {
  WriteOptions options;
  options.excerpts = desk.options.excerpts;
  options.excerpts_given = desk.options.excerpts_given;
  options.explain_score = desk.options.explain_score;
  options.sensitivity = desk.options.sensitivity;
  options.notes_first = desk.options.command->bit == kLint;
  options.terminal = desk.terminal.is_terminal && !output.is_file();
  options.color = desk.terminal.color && !output.is_file();
  options.width = output.is_file() ? 100 : desk.terminal.width;
  return options;
}

BatchOptions batch_options(const Options& options) {
  BatchOptions batch;
  batch.reading = options.reading;
  batch.kind_of = [&options](const std::string& path) {
    return options.kind != DocumentKind::unknown ? options.kind : kind_by_globs(options.kinds, path);
  };
  return batch;
}

namespace {

Error nothing_found() {
  Error error;
  error.message = "No file was found that can be read.";
  error.remedy = "-v tells what was skipped; a file that is named itself is always read.";
  return error;
}

// One run over all inputs.
class CheckRun {
 public:
  CheckRun(const Desk& desk, const RuleSet& rules)
      : desk_(desk),
        rules_(rules),
        gates_(desk.options.gates, rules, desk.err),
        ignores_(desk.options.ignores, desk.options.kinds.folder, rules) {
    report_.rules = &rules;
  }

  int run(std::vector<Output>& outputs) {
    if (Errors errors = gates_.prepare(); !errors.empty()) {
      print_errors(desk_.err, errors);
      return kFailed;
    }
    if (!read_what_it_is_held_against()) return kFailed;
    if (Errors errors = look_back(); !errors.empty()) {
      print_errors(desk_.err, errors);
      return kFailed;
    }
    FoundFiles inputs = find_files(desk_.options.arguments, reason_to_skip);
    for (const SkippedFile& skipped : inputs.skipped) {
      if (!desk_.options.verbose) break;
      desk_.err << "peerscope: skipped " << printable(skipped.path) << ": " << skipped.reason << '\n';
    }
    if (inputs.files.empty() && inputs.errors.empty()) inputs.errors.push_back(nothing_found());
    keep_errors(std::move(inputs.errors));
    check(inputs.files, outputs);
    finish(outputs);
    if (failed_ || summary_.incomplete != 0) return kFailed;
    return gates_.failed() ? kFindings : kFine;
  }

 private:
  const std::vector<Target>& targets() const { return desk_.options.targets; }

  Checker checker(IgnoreList& ignores) const {
    const bool lint = desk_.options.command->bit == kLint;
    return Checker(rules_, lint ? DocumentKind::progress_note : DocumentKind::job_description, ignores.set_aside());
  }

  // What stood in the revision of --since is known.
  Errors look_back() {
    const std::string& revision = desk_.options.gates.since;
    if (revision.empty()) return {};
    const BatchOptions batch = batch_options(desk_.options);
    Baseline before;
    IgnoreList ignores(desk_.options.ignores, desk_.options.kinds.folder, rules_);
    Errors errors = check_each_at(
        revision, desk_.options.arguments, checker(ignores), batch,
        [&](const FoundFile& file) { return batch.kind_of(file.path); }, desk_.err,
        [&](const FoundFile&, const Checked& checked) { add_findings(before, checked, rules_); });
    gates_.know(std::move(before));
    return errors;
  }

  // NDJSON leaves as it comes, so that a stream of any length needs no more room than one document.
  bool streams() const {
    return std::all_of(targets().begin(), targets().end(),
                       [](const Target& t) { return t.format == "ndjson"; });
  }

  // A comparison with less than was asked for would be a quiet failure, so any that cannot be read ends the
  // run.
  bool read_what_it_is_held_against() {
    if (desk_.options.against.empty()) return true;
    FoundFiles others = find_files(desk_.options.against, reason_to_skip);
    if (others.files.empty() && others.errors.empty()) others.errors.push_back(nothing_found());
    Result<std::shared_ptr<const Copies>> copies =
        read_copies(rules_, others.files, batch_options(desk_.options));
    if (!copies) std::move(copies.error().begin(), copies.error().end(), std::back_inserter(others.errors));
    print_errors(desk_.err, others.errors);
    if (others.errors.empty()) copies_ = *copies;
    return others.errors.empty();
  }

  void keep_errors(Errors errors) {
    failed_ = failed_ || !errors.empty();
    print_errors(desk_.err, errors);
    std::move(errors.begin(), errors.end(), std::back_inserter(report_.errors));
  }

  void tell_reading_notes(const Document& document) {
    for (const ReadingNote& note : document.notes) {
      if (!note.incomplete && !desk_.options.verbose) continue;
      Error error;
      error.path = document.path;
      error.line = static_cast<int>(note.place.line);
      error.message = note.incomplete ? "Not all of it was read: " + note.message : note.message;
      print_warning(desk_.err, error);
    }
  }

  void check(const std::vector<FoundFile>& files, std::vector<Output>& outputs) {
    const bool streaming = streams();
    Checker made = checker(ignores_);
    if (copies_) made.compare_with(copies_);
    check_each(made, files, batch_options(desk_.options), [&](Result<Checked> checked) {
      if (!checked) return keep_errors(std::move(checked.error()));
      tell_reading_notes(checked->document);
      add_to(summary_, *checked, rules_);
      gates_.judge(*checked);
      if (!streaming) {
        report_.documents.push_back(std::move(*checked));
        return;
      }
      for (Output& output : outputs) {
        write_ndjson_document(*checked, rules_, write_options(desk_, output), output.stream());
      }
    });
    if (streaming) return;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      format_named(targets()[i].format)
          ->write(report_, write_options(desk_, outputs[i]), outputs[i].stream());
    }
  }

  void finish(std::vector<Output>& outputs) {
    for (const Error& unused : ignores_.unused()) print_warning(desk_.err, unused);
    keep_errors(gates_.finish(!failed_ && summary_.incomplete == 0));
    for (Output& output : outputs) {
      const Errors errors = output.finish();
      failed_ = failed_ || !errors.empty();
      print_errors(desk_.err, errors);
    }
  }

  const Desk& desk_;
  const RuleSet& rules_;
  Report report_;
  Summary summary_;
  GateKeeper gates_;
  std::shared_ptr<const Copies> copies_;
  IgnoreList ignores_;
  bool failed_ = false;
};

}  // namespace

int run_check(const Desk& desk) {
  if (desk.options.arguments.empty()) {
    Error error;
    error.message = "No file or folder is named.";
    error.remedy =
        "Try: peerscope " + std::string(desk.options.command->name) + " FILE; '-' reads standard input.";
    print_error(desk.err, error);
    return kFailed;
  }
  if (desk.options.fix) return run_fix(desk);
  const Result<LoadedRules> loaded = rules_in_force(desk.options.rules);
  if (!loaded) {
    print_errors(desk.err, loaded.error());
    return kFailed;
  }
  std::vector<Output> outputs;
  for (const Target& target : desk.options.targets) outputs.emplace_back(target.file, desk.out);
  return CheckRun(desk, loaded->rules).run(outputs);
}

}  // namespace peerscope
