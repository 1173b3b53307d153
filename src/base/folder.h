// Finds the files that a command's arguments mean: files, folders, globs, standard input.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace peerscope {

struct FoundFile {
  std::string path;
  std::string folder;   // the folder argument that it was found under; empty where it was named itself
  bool walked = false;  // found by a walk: open it with Links::refuse
};

struct SkippedFile {
  std::string path;
  std::string reason;  // "hidden", "symbolic link" …
};

struct FoundFiles {
  std::vector<FoundFile> files;      // in the order of the arguments, those of one argument in bytewise order
  std::vector<SkippedFile> skipped;  // seen on a walk and left out
  Errors errors;                     // arguments and folders that could not be followed
};

// Why a walk should leave this file out; empty: it should not. Asked for regular files that are not hidden.
using SkipReason = std::function<std::string(const std::string& path)>;

// A file that several arguments mean is found once. A walk follows no symbolic link. In a glob, `*`, `?` and
// [a-z] stay within one name and `**` stands for any folders; a folder that a glob matches is walked.
FoundFiles find_files(const std::vector<std::string>& arguments, const SkipReason& skip_reason);

// The order of a walk: name by name, each bytewise. "a/x" comes before "a-b/x", though '-' comes before '/'.
bool walked_before(std::string_view path, std::string_view other);

bool is_glob(std::string_view argument);

}  // namespace peerscope
