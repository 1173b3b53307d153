// What stood in a git revision of the inputs.
#include "cli/since.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/errors.h"
#include "cli/git.h"
#include "read/read.h"

namespace peerscope {

namespace {

namespace fs = std::filesystem;

// Folders are asked for whole, so that what was taken away or moved in them is met; a pattern means the files
// of today.
std::vector<std::string> asked_paths(const std::vector<std::string>& arguments) {
  std::vector<std::string> paths;
  for (const std::string& argument : arguments) {
    std::error_code failure;
    if (fs::is_directory(argument, failure) || !is_glob(argument) || fs::exists(argument, failure)) {
      paths.push_back(argument);
      continue;
    }
    for (const FoundFile& file : find_files({argument}, reason_to_skip).files) paths.push_back(file.path);
  }
  return paths;
}

bool is_stdin(const std::string& argument) { return argument == "-"; }

}  // namespace

Errors check_each_at(const std::string& revision, const std::vector<std::string>& arguments,
                     const Checker& checker, const BatchOptions& options, const KindOfFile& kind_of,
                     std::ostream& err, const EachOldChecked& each) {
  if (std::any_of(arguments.begin(), arguments.end(), is_stdin)) {
    Error error;
    error.message = "Standard input has no revision.";
    error.remedy = "Name the files, or leave --since out.";
    return {error};
  }
  std::set<std::string> seen;
  for (const std::string& path : asked_paths(arguments)) {
    const Errors errors = each_file_at(revision, path, [&](const FoundFile& file, const std::string& bytes) {
      if (!seen.insert(fs::path(file.path).lexically_normal().string()).second) return;
      if (file.walked && !reason_to_skip_bytes(file.path, bytes).empty()) return;
      ReadOptions reading = options.reading;
      reading.kind = kind_of(file);
      read_bytes(bytes, file.path, reading, [&](Result<Document> document) {
        if (document) return each(file, checker.check(std::move(*document)));
        for (Error error : document.error()) {
          error.message = "In revision " + revision + " it " + error.message;
          error.remedy = "What stood in it counts as not known.";
          print_warning(err, error);
        }
      });
    });
    if (!errors.empty()) return errors;
  }
  return {};
}

}  // namespace peerscope
