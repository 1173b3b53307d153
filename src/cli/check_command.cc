// audit and lint: check files, write reports.
#include <algorithm>
#include <memory>
#include <sstream>
#include <utility>
#include <vector>

#include "base/folder.h"
#include "cli/caching.h"
#include "cli/checking.h"
#include "cli/errors.h"
#include "cli/gates.h"
#include "cli/output.h"
#include "cli/pens.h"
#include "cli/progress.h"
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
  batch.jobs = options.jobs;
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

Error cut_short(std::size_t checked) {
  Error error;
  error.message = "The run was interrupted after " + std::to_string(checked) +
                  (checked == 1 ? " document" : " documents") + ": what follows was not checked.";
  error.remedy = "Run again to check all of them.";
  return error;
}

// A document on its way from a worker to its turn, with the line that it becomes in each NDJSON output.
struct Ready {
  Result<Checked> checked;
  std::vector<std::string> lines;
};

// One run over all inputs.
class CheckRun {
 public:
  CheckRun(const Desk& desk, const RuleSet& rules, std::vector<Output>& outputs)
      : desk_(desk),
        rules_(rules),
        outputs_(outputs),
        pens_(desk, rules, outputs),
        keeps_all_(pens_.keep_all()),
        gates_(desk.options.gates, rules, told_),
        ignores_(desk.options.ignores, desk.options.kinds.folder, rules) {
    report_.rules = &rules;
  }

  int run() {
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
    check(inputs.files);
    finish();
    if (!is_complete()) return kFailed;
    return gates_.failed() ? kFindings : kFine;
  }

 private:
  DocumentKind fallback() const {
    return desk_.options.command->bit == kLint ? DocumentKind::progress_note : DocumentKind::job_description;
  }

  Checker checker(IgnoreList& ignores) const {
    return Checker(rules_, fallback(), ignores.set_aside(),
                   desk_.options.prefilter ? Prefilter::on : Prefilter::off);
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

  bool is_complete() const { return !failed_ && summary_.incomplete == 0; }

  void keep_errors(Errors errors) {
    failed_ = failed_ || !errors.empty();
    print_errors(desk_.err, errors);
    pens_.write(errors);
    if (keeps_all_) std::move(errors.begin(), errors.end(), std::back_inserter(report_.errors));
  }

  void tell_reading_notes(const Document& document) {
    for (const ReadingNote& note : document.notes) {
      if (!note.incomplete && !desk_.options.verbose) continue;
      Error error;
      error.path = document.path;
      error.line = static_cast<int>(note.place.line);
      error.message = note.incomplete ? "Not all of it was read: " + note.message : note.message;
      print_warning(told_, error);
    }
  }

  // The line that shows progress is taken away first.
  void tell_what_came_up(Progress& progress) {
    if (told_.tellp() == 0) return;
    progress.end();
    desk_.err << told_.str();
    told_.str("");
  }

  void take(Ready& ready, Progress& progress) {
    if (!ready.checked) {
      progress.end();
      return keep_errors(std::move(ready.checked.error()));
    }
    tell_reading_notes(ready.checked->document);
    gates_.judge(*ready.checked);
    tell_what_came_up(progress);
    progress.add(ready.checked->document);
    add_to(summary_, *ready.checked, rules_);
    if (ready.lines.empty()) ready.lines = pens_.lines_of(*ready.checked);
    pens_.write(*ready.checked, ready.lines);
    if (keeps_all_) report_.documents.push_back(std::move(*ready.checked));
  }

  void check(const std::vector<FoundFile>& files) {
    Progress progress(desk_.terminal.errors_seen && !pens_.show_documents(), files, desk_.err);
    BatchOptions batch = batch_options(desk_.options);
    batch.idle = [&] {
      progress.show();
      desk_.out.flush();
    };
    Checker made = checker(ignores_);
    if (copies_) made.compare_with(copies_);
    // What stands in other documents too depends on them, and what is set aside on the configuration: not
    // kept.
    const bool alone = copies_ == nullptr && desk_.options.ignores.empty();
    const std::unique_ptr<Cache> cache = alone ? open_cache(desk_, fallback()) : nullptr;
    batch.cache = cache.get();
    std::size_t documents = 0;
    const bool complete = digest_each(made, files, batch, [&](Result<Checked> checked) -> InOrder {
      auto ready = std::make_shared<Ready>(Ready{std::move(checked), {}});
      // What a baseline knows is told in the order of the input alone: the second of two is new where it
      // knows one.
      if (ready->checked && !desk_.options.gates.knows()) ready->lines = pens_.lines_of(*ready->checked);
      return [&, ready] {
        documents += ready->checked.has_value();
        take(*ready, progress);
      };
    });
    progress.end();
    if (cache) tell_cache_failure(desk_, *cache);
    if (!complete) keep_errors({cut_short(documents)});
    if (keeps_all_) gates_.tell_known(report_, is_complete());
    pens_.finish(report_);
  }

  void finish() {
    for (const Error& unused : ignores_.unused()) print_warning(desk_.err, unused);
    Errors gate_errors = gates_.finish(is_complete());
    desk_.err << told_.str();
    keep_errors(std::move(gate_errors));
    for (Output& output : outputs_) {
      const Errors errors = output.finish();
      failed_ = failed_ || !errors.empty();
      print_errors(desk_.err, errors);
    }
  }

  const Desk& desk_;
  const RuleSet& rules_;
  std::vector<Output>& outputs_;
  Pens pens_;
  bool keeps_all_;
  Report report_;            // empty, unless all is kept
  std::ostringstream told_;  // of the document at hand
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
  const Result<LoadedRules> loaded = rules_in_force(desk.options.rules, Detail::brief);
  if (!loaded) {
    print_errors(desk.err, loaded.error());
    return kFailed;
  }
  std::vector<Output> outputs;
  for (const Target& target : desk.options.targets) outputs.emplace_back(target.file, desk.out);
  bool writable = true;  // told now, not after the work of a night
  for (const Output& output : outputs) {
    print_errors(desk.err, output.errors());
    writable = writable && output.errors().empty();
  }
  if (!writable) return kFailed;
  return CheckRun(desk, loaded->rules, outputs).run();
}

}  // namespace peerscope
