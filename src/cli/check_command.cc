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
  CheckRun(const Desk& desk, const RuleSet& rules)
      : desk_(desk),
        rules_(rules),
        gates_(desk.options.gates, rules, told_),
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
    if (!is_complete()) return kFailed;
    return gates_.failed() ? kFindings : kFine;
  }

 private:
  const std::vector<Target>& targets() const { return desk_.options.targets; }

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

  bool is_complete() const { return !failed_ && summary_.incomplete == 0; }

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

  std::string line_of(const Checked& checked, const WriteOptions& options) const {
    std::ostringstream line;
    write_ndjson_document(checked, rules_, options, line);
    return std::move(line).str();
  }

  void take(Ready& ready, Progress& progress, std::vector<Output>& outputs,
            const std::vector<WriteOptions>& writing) {
    if (!ready.checked) {
      progress.end();
      return keep_errors(std::move(ready.checked.error()));
    }
    tell_reading_notes(ready.checked->document);
    gates_.judge(*ready.checked);
    tell_what_came_up(progress);
    progress.add(ready.checked->document);
    add_to(summary_, *ready.checked, rules_);
    if (ready.lines.empty() && streams()) {
      for (const WriteOptions& options : writing) ready.lines.push_back(line_of(*ready.checked, options));
    }
    for (std::size_t i = 0; i < ready.lines.size(); ++i) outputs[i].stream() << ready.lines[i];
    if (ready.lines.empty()) report_.documents.push_back(std::move(*ready.checked));
  }

  void check(const std::vector<FoundFile>& files, std::vector<Output>& outputs) {
    const bool streaming = streams();
    Progress progress(desk_.terminal.errors_seen && !(streaming && desk_.terminal.is_terminal), files,
                      desk_.err);
    std::vector<WriteOptions> writing;
    for (const Output& output : outputs) writing.push_back(write_options(desk_, output));
    BatchOptions batch = batch_options(desk_.options);
    batch.idle = [&] {
      progress.show();
      if (streaming) desk_.out.flush();
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
      if (streaming && ready->checked && !desk_.options.gates.knows()) {
        for (const WriteOptions& options : writing) ready->lines.push_back(line_of(*ready->checked, options));
      }
      return [&, ready] {
        documents += ready->checked.has_value();
        take(*ready, progress, outputs, writing);
      };
    });
    progress.end();
    if (cache) tell_cache_failure(desk_, *cache);
    if (!complete) keep_errors({cut_short(documents)});
    if (streaming) return;
    gates_.tell_known(report_, is_complete());
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      format_named(targets()[i].format)
          ->write(report_, write_options(desk_, outputs[i]), outputs[i].stream());
    }
  }

  void finish(std::vector<Output>& outputs) {
    for (const Error& unused : ignores_.unused()) print_warning(desk_.err, unused);
    Errors gate_errors = gates_.finish(is_complete());
    desk_.err << told_.str();
    keep_errors(std::move(gate_errors));
    for (Output& output : outputs) {
      const Errors errors = output.finish();
      failed_ = failed_ || !errors.empty();
      print_errors(desk_.err, errors);
    }
  }

  const Desk& desk_;
  const RuleSet& rules_;
  std::ostringstream told_;  // of the document at hand
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
  const Result<LoadedRules> loaded = rules_in_force(desk.options.rules, Detail::brief);
  if (!loaded) {
    print_errors(desk.err, loaded.error());
    return kFailed;
  }
  std::vector<Output> outputs;
  for (const Target& target : desk.options.targets) outputs.emplace_back(target.file, desk.out);
  return CheckRun(desk, loaded->rules).run(outputs);
}

}  // namespace peerscope
