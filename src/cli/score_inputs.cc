// Which documents belong to which agency, by their folders.
#include "cli/score_inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "document/kind.h"
#include "read/read.h"
#include "write/escape.h"

namespace peerscope {

namespace fs = std::filesystem;

namespace {

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

// Folders of agencies in which nothing was found.
void look_for_empty_agencies(const std::vector<std::string>& arguments, const std::set<fs::path>& full,
                             Errors& errors) {
  for (const std::string& argument : arguments) {
    std::error_code failure;
    if (argument == "-" || !fs::is_directory(argument, failure)) continue;
    const fs::path folder = agencies_folder(argument);
    if (full.count(folder) != 0) continue;  // the argument is one agency
    std::set<fs::path> below;
    for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
      if (at->is_directory(failure) && !at->path().filename().string().starts_with('.'))
        below.insert(at->path());
    }
    for (const fs::path& each : below) {
      if (full.count(each) == 0)
        errors.push_back(mistake(
            (fs::path(argument) / each.lexically_relative(named(argument))).lexically_normal().string(),
            "This agency holds no document that can be read.", "Add its documents, or remove the folder."));
    }
  }
}

}  // namespace

AgencyPlace agency_place(const FoundFile& file) {
  AgencyPlace place;
  if (file.path == "-") return place;
  const fs::path path = fs::path(file.path).lexically_normal();
  const fs::path folder = file.folder.empty() ? fs::path() : named(file.folder);
  // The argument's own name counts: "agencies" or "north" may be what was given.
  const fs::path below =
      file.folder.empty()
          ? path
          : folder.filename() / path.lexically_relative(fs::path(file.folder).lexically_normal());
  const std::vector<fs::path> steps(below.begin(), below.end());
  const auto agencies = std::find(steps.begin(), steps.end(), fs::path("agencies"));
  std::size_t at = agencies != steps.end() ? static_cast<std::size_t>(agencies - steps.begin()) + 1
                   : file.folder.empty()   ? steps.size()
                                           : 1;
  if (agencies == steps.end() && steps.size() > 2 &&
      kind_of_folder(steps[1].string()) != DocumentKind::unknown)
    at = 0;                                  // the argument is one agency's folder
  if (at + 1 >= steps.size()) return place;  // a file beside the agencies' folders
  place.name = steps[at].string();
  fs::path root = file.folder.empty() ? fs::path() : folder.parent_path();
  for (std::size_t i = 0; i <= at; ++i) root /= steps[i];
  place.root = root.string();
  if (at + 2 < steps.size()) place.kind = kind_of_folder(steps[at + 1].string());
  return place;
}

ScoreInputs inputs_of_folders(const std::vector<std::string>& arguments) {
  FoundFiles found = find_files(arguments, reason_to_skip);
  ScoreInputs all;
  all.skipped = std::move(found.skipped);
  all.errors = std::move(found.errors);
  std::map<std::string, std::string> roots;  // agency -> its folder
  std::set<fs::path> full;
  std::set<std::string> told;
  for (FoundFile& file : found.files) {
    AgencyPlace at = agency_place(file);
    if (!at.name.empty()) {
      full.insert(named(at.root));
      const auto [known, first] = roots.emplace(at.name, at.root);
      if (!first && known->second != at.root) {
        if (told.insert(at.root).second)
          all.errors.push_back(mistake(at.root,
                                       fmt::format("An agency \"{}\" stands in {} already.",
                                                   printable(at.name), printable(known->second)),
                                       "Give each agency a name of its own."));
        continue;
      }
    }
    all.inputs.push_back({std::move(file), std::move(at)});
  }
  look_for_empty_agencies(arguments, full, all.errors);
  if (all.inputs.empty() && all.errors.empty())
    all.errors.push_back(mistake("", "No file was found that can be read.", "-v tells what was skipped."));
  return all;
}

}  // namespace peerscope
