// score: how agencies stand, by kind of document.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "check/agency.h"
#include "cli/agency_gates.h"
#include "cli/checking.h"
#include "cli/errors.h"
#include "cli/gates.h"
#include "cli/git.h"
#include "cli/history.h"
#include "cli/ruleset.h"
#include "cli/score_inputs.h"
#include "cli/since.h"
#include "write/escape.h"

namespace peerscope {

namespace {

Error mistake(std::string path, std::string message, std::string remedy) {
  Error error;
  error.path = std::move(path);
  error.message = std::move(message);
  error.remedy = std::move(remedy);
  return error;
}

// One run over all inputs.
class ScoreRun {
 public:
  ScoreRun(const Desk& desk, const RuleSet& rules)
      : desk_(desk),
        rules_(rules),
        ignores_(desk.options.ignores, desk.options.kinds.folder, rules),
        checker_(rules, DocumentKind::job_description, ignores_.set_aside()),
        tally_(rules, desk.options.sensitivity),
        gates_(desk.options.gates, rules, desk.err, GateKeeper::Of::agencies) {
    report_.rules = &rules;
  }

  int run() {
    if (only_shows_history()) return show_history();
    keep_all(gates_.prepare());
    if (failed_) return kFailed;
    ScoreInputs all = options().manifest.empty() ? inputs_of_folders(options().arguments)
                                                 : inputs_of_manifest(options().manifest);
    tell_skipped(all.skipped);
    keep_all(all.errors);
    if (!options().gates.since.empty() && !look_back(all.inputs)) return kFailed;
    for (const ScoreInput& input : all.inputs) check(input);
    tell_unplaced();
    for (const Error& unused : ignores_.unused()) print_warning(desk_.err, unused);
    report_.agencies = tally_.agencies();
    if (report_.agencies.empty()) return kFailed;
    gates_.judge(report_.agencies);
    gates_.tell_known(report_, !failed_);
    keep_all(gates_.finish(!failed_));
    keep_history();
    write();
    if (failed_) return kFailed;
    return gates_.failed() ? kFindings : kFine;
  }

 private:
  const Options& options() const { return desk_.options; }

  void keep(const Error& error) {
    failed_ = true;
    print_error(desk_.err, error);
    report_.errors.push_back(error);
  }
  void keep_all(const Errors& errors) {
    for (const Error& error : errors) keep(error);
  }

  bool only_shows_history() const {
    return options().trend && options().arguments.empty() && options().manifest.empty();
  }

  int show_history() {
    read_trend();
    if (!failed_) write();
    return failed_ ? kFailed : kFine;
  }

  void tell_skipped(const std::vector<SkippedFile>& skipped) {
    if (!options().verbose) return;
    for (const SkippedFile& each : skipped)
      desk_.err << "peerscope: skipped " << printable(each.path) << ": " << each.reason << '\n';
  }

  BatchOptions batch_for(const AgencyPlace& at) const {
    BatchOptions batch = batch_options(options());
    batch.kind_of = [given = batch.kind_of, kind = at.kind](const std::string& path) {
      const DocumentKind known = given(path);
      return known != DocumentKind::unknown ? known : kind;
    };
    return batch;
  }

  // What stood in the revision becomes what is known: its findings, and the scores of its agencies.
  bool look_back(const std::vector<ScoreInput>& inputs) {
    Baseline before;
    AgencyTally tally(rules_);
    IgnoreList ignores(options().ignores, options().kinds.folder, rules_);
    const Checker checker(rules_, DocumentKind::job_description, ignores.set_aside());
    const auto take = [&](const AgencyPlace& at, Checked checked) {
      if (checked.document.agency.empty()) checked.document.agency = at.name;
      if (checked.document.agency.empty()) return;
      tally.add(checked);
      add_findings(before, checked, rules_);
    };
    Errors errors;
    if (options().manifest.empty()) {
      const BatchOptions batch = batch_options(options());
      const auto kind_of = [&](const FoundFile& file) {
        const DocumentKind known = batch.kind_of(file.path);
        return known != DocumentKind::unknown ? known : agency_place(file).kind;
      };
      errors = check_each_at(
          options().gates.since, options().arguments, checker, batch, kind_of, desk_.err,
          [&](const FoundFile& file, Checked checked) { take(agency_place(file), std::move(checked)); });
    }
    for (const ScoreInput& input : inputs) {
      if (options().manifest.empty() || !errors.empty()) break;
      const BatchOptions batch = batch_for(input.at);
      const auto kind_of = [&](const FoundFile& file) { return batch.kind_of(file.path); };
      errors = check_each_at(options().gates.since, {input.file.path}, checker, batch, kind_of, desk_.err,
                             [&](const FoundFile&, Checked checked) { take(input.at, std::move(checked)); });
    }
    keep_all(errors);
    record_agencies(tally.agencies(), Baseline{}, before, desk_.err);
    gates_.know(std::move(before));
    return errors.empty();
  }

  void check(const ScoreInput& input) {
    check_each(checker_, {input.file}, batch_for(input.at), [&](Result<Checked> checked) {
      if (!checked) {
        if (!input.at.name.empty()) tally_.add_unread(input.at.name);
        return keep_all(checked.error());
      }
      Document& document = checked->document;
      if (document.agency.empty()) document.agency = input.at.name;
      if (document.agency.empty()) return leave_out(input.file, document);
      if (is_incomplete(document))
        keep(mistake(document.path, "Not all of it was read.", "peerscope audit tells what is missing."));
      tally_.add(*checked);
      gates_.judge(*checked);
      if (keeps_documents()) report_.documents.push_back(std::move(*checked));
    });
  }

  // A README beside the agencies' folders is no document of theirs; a record or a file that was named is.
  void leave_out(const FoundFile& file, const Document& document) {
    if (unplaced_++ == 0) first_unplaced_ = document.id.empty() ? document.path : document.id;
    failed_ = failed_ || file.folder.empty() || document.id != document.path;
  }

  void tell_unplaced() {
    if (unplaced_ == 0) return;
    print_warning(
        desk_.err,
        mistake("",
                fmt::format("{} left out, because no agency is known: {}{}.",
                            unplaced_ == 1 ? "1 document was" : fmt::format("{} documents were", unplaced_),
                            first_unplaced_, unplaced_ == 1 ? "" : " and others"),
                "Lay it under agencies/NAME/, or name the agency in the field \"agency\"."));
  }

  // The page on agencies needs no documents, so that thousands of them need little room.
  bool keeps_documents() const {
    return std::any_of(options().targets.begin(), options().targets.end(),
                       [](const Target& target) { return target.format != "text"; });
  }

  std::string folder_of_inputs() const {
    const std::string& input = options().manifest.empty() ? options().arguments.front() : options().manifest;
    std::error_code failure;
    if (std::filesystem::is_directory(input, failure)) return input;
    const std::string folder = std::filesystem::path(input).parent_path().string();
    return folder.empty() ? "." : folder;
  }

  // A figure without the documents that could not be read would stand there for ever: then nothing is added.
  void keep_history() {
    if (options().history.empty()) return;
    if (failed_) {
      keep(mistake(options().history, "The history was not written, because not everything could be read.",
                   "Mend or leave out what could not be read, and run again."));
      return;
    }
    const Result<CommitDay> commit = day_of_commit(folder_of_inputs());
    if (options().date.empty() && !commit) {
      keep(mistake(options().history, "No day is known for this run: git has no commit here.",
                   "Give --date 2026-03-31."));
      return;
    }
    keep_all(append_history(options().history, options().date.empty() ? commit->day : options().date,
                            commit ? commit->commit : "", report_.agencies));
    if (options().trend && !failed_) read_trend();
  }

  void read_trend() {
    Result<std::vector<TrendLine>> lines = read_history(options().history);
    if (lines) {
      report_.trend = std::move(*lines);
    } else {
      keep_all(lines.error());
    }
  }

  void write() {
    for (const Target& target : options().targets) {
      Output output(target.file, desk_.out);
      format_named(target.format)->write(report_, write_options(desk_, output), output.stream());
      keep_all(output.finish());
    }
  }

  const Desk& desk_;
  const RuleSet& rules_;
  IgnoreList ignores_;
  const Checker checker_;
  AgencyTally tally_;
  GateKeeper gates_;
  Report report_;
  int unplaced_ = 0;
  std::string first_unplaced_;
  bool failed_ = false;
};

}  // namespace

int run_score(const Desk& desk) {
  const Options& options = desk.options;
  if (options.arguments.empty() && options.manifest.empty() && !options.trend) {
    print_error(desk.err, mistake("", "No folder is named.", "Try: peerscope score agencies/"));
    return kFailed;
  }
  const Result<LoadedRules> loaded = rules_in_force(desk.options.rules, Detail::brief);
  if (!loaded) {
    print_errors(desk.err, loaded.error());
    return kFailed;
  }
  return ScoreRun(desk, loaded->rules).run();
}

}  // namespace peerscope
