// score: how agencies stand, by kind of document.
#include "cli/score_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "check/agency.h"
#include "cli/checking.h"
#include "cli/errors.h"
#include "cli/ruleset.h"
#include "read/read.h"
#include "write/escape.h"

namespace peerscope {

namespace fs = std::filesystem;

namespace {

DocumentKind kind_of_folder(const std::string& name) {
  if (name == "jobs") return DocumentKind::job_description;
  if (name == "notes") return DocumentKind::progress_note;
  return name == "policies" ? DocumentKind::policy : DocumentKind::unknown;
}

// The folder that was given, with a name of its own: "." is where we are.
fs::path named(const std::string& folder) {
  std::error_code failure;
  fs::path path = fs::absolute(folder, failure).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

// The agencies' folder below an argument, or the argument itself.
fs::path agencies_folder(const std::string& argument) {
  const fs::path folder = named(argument);
  std::error_code failure;
  return fs::is_directory(folder / "agencies", failure) ? folder / "agencies" : folder;
}

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
  ScoreRun(const Desk& desk, const RuleSet& rules) : desk_(desk), rules_(rules), tally_(rules) {
    report_.rules = &rules;
  }

  int run() {
    const FoundFiles inputs = find_files(desk_.options.arguments, reason_to_skip);
    for (const Error& error : inputs.errors) keep(error);
    place(inputs.files);
    look_for_empty_agencies();
    if (inputs.files.empty() && inputs.errors.empty())
      keep(mistake("", "No file was found that can be read.", "-v tells what was skipped."));
    for (const FoundFile& file : inputs.files) check(file);
    tell_unplaced();
    report_.agencies = tally_.agencies();
    if (!report_.agencies.empty()) write();
    return failed_ ? kFailed : kFine;
  }

 private:
  void keep(const Error& error) {
    failed_ = true;
    print_error(desk_.err, error);
    report_.errors.push_back(error);
  }

  // Who each file belongs to; two folders of one name are two agencies, and would be taken for one.
  void place(const std::vector<FoundFile>& files) {
    std::set<std::string> told;
    for (const FoundFile& file : files) {
      const AgencyPlace at = agency_place(file);
      if (at.name.empty()) continue;
      all_roots_.insert(named(at.root));
      const auto [known, first] = roots_.emplace(at.name, at.root);
      if (!first && known->second != at.root && told.insert(at.root).second)
        keep(mistake(at.root, fmt::format("An agency \"{}\" stands in {} already.", printable(at.name), printable(known->second)),
                     "Give each agency a name of its own."));
    }
  }

  void look_for_empty_agencies() {
    const std::set<fs::path>& full = all_roots_;
    for (const std::string& argument : desk_.options.arguments) {
      std::error_code failure;
      if (argument == "-" || !fs::is_directory(argument, failure)) continue;
      const fs::path folder = agencies_folder(argument);
      if (full.count(folder) != 0) continue;  // the argument is one agency
      std::set<fs::path> below;
      for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
        if (at->is_directory(failure) && !at->path().filename().string().starts_with('.')) below.insert(at->path());
      }
      for (const fs::path& each : below) {
        if (full.count(each) == 0)
          keep(mistake(each.string(), "This agency holds no document that can be read.", "Add its documents, or remove the folder."));
      }
    }
  }

  void check(const FoundFile& file) {
    const AgencyPlace at = agency_place(file);
    if (!at.name.empty() && roots_[at.name] != at.root) return;  // told: another agency has the name
    BatchOptions batch = batch_options(desk_.options);
    const auto given = batch.kind_of;
    batch.kind_of = [&](const std::string& path) {
      const DocumentKind kind = given(path);
      return kind != DocumentKind::unknown ? kind : at.kind;
    };
    check_each(Checker(rules_), {file}, batch, [&](Result<Checked> checked) {
      if (!checked) {
        if (!at.name.empty()) tally_.add_unread(at.name);
        for (const Error& error : checked.error()) keep(error);
        return;
      }
      Document& document = checked->document;
      if (document.agency.empty()) document.agency = at.name;
      if (document.agency.empty()) return leave_out(file, document);
      if (is_incomplete(document))
        keep(mistake(document.path, "Not all of it was read.", "peerscope audit tells what is missing."));
      tally_.add(*checked);
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
    print_warning(desk_.err, mistake("", fmt::format("{} left out, because no agency is known: {}{}.",
                                                     unplaced_ == 1 ? "1 document was" : fmt::format("{} documents were", unplaced_),
                                                     first_unplaced_, unplaced_ == 1 ? "" : " and others"),
                                     "Lay it under agencies/NAME/, or name the agency in the field \"agency\"."));
  }

  // The page on agencies needs no documents, so that thousands of them need little room.
  bool keeps_documents() const {
    return std::any_of(desk_.options.targets.begin(), desk_.options.targets.end(),
                       [](const Target& target) { return target.format != "text"; });
  }

  void write() {
    for (const Target& target : desk_.options.targets) {
      Output output(target.file, desk_.out);
      format_named(target.format)->write(report_, write_options(desk_, output), output.stream());
      for (const Error& error : output.finish()) keep(error);
    }
  }

  const Desk& desk_;
  const RuleSet& rules_;
  AgencyTally tally_;
  Report report_;
  std::map<std::string, std::string> roots_;  // agency -> its folder
  std::set<fs::path> all_roots_;
  int unplaced_ = 0;
  std::string first_unplaced_;
  bool failed_ = false;
};

}  // namespace

AgencyPlace agency_place(const FoundFile& file) {
  AgencyPlace place;
  if (file.path == "-") return place;
  const fs::path path = fs::path(file.path).lexically_normal();
  const fs::path folder = file.folder.empty() ? fs::path() : named(file.folder);
  // The argument's own name counts: "agencies" or "north" may be what was given.
  const fs::path below = file.folder.empty() ? path : folder.filename() / path.lexically_relative(fs::path(file.folder).lexically_normal());
  const std::vector<fs::path> steps(below.begin(), below.end());
  const auto agencies = std::find(steps.begin(), steps.end(), fs::path("agencies"));
  std::size_t at = agencies != steps.end() ? static_cast<std::size_t>(agencies - steps.begin()) + 1 : file.folder.empty() ? steps.size() : 1;
  if (agencies == steps.end() && steps.size() > 2 && kind_of_folder(steps[1].string()) != DocumentKind::unknown)
    at = 0;  // the argument is one agency's folder
  if (at + 1 >= steps.size()) return place;  // a file beside the agencies' folders
  place.name = steps[at].string();
  fs::path root = file.folder.empty() ? fs::path() : folder.parent_path();
  for (std::size_t i = 0; i <= at; ++i) root /= steps[i];
  place.root = root.string();
  if (at + 2 < steps.size()) place.kind = kind_of_folder(steps[at + 1].string());
  return place;
}

int run_score(const Desk& desk) {
  if (desk.options.arguments.empty()) {
    print_error(desk.err, mistake("", "No folder is named.", "Try: peerscope score agencies/"));
    return kFailed;
  }
  const Result<LoadedRules> loaded = rules_in_force(desk.options.rules);
  if (!loaded) {
    print_errors(desk.err, loaded.error());
    return kFailed;
  }
  return ScoreRun(desk, loaded->rules).run();
}

}  // namespace peerscope
