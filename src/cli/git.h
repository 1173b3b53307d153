// Asks the git command: revisions, dates, and what stood in a file. Nothing is checked out or copied to disk.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/folder.h"
#include "base/result.h"

namespace peerscope {

// What git answers on standard output, run in `folder`; an error where it cannot be started or fails.
Result<std::string> ask_git(const std::string& folder, const std::vector<std::string>& words);

// Every file that stood in `revision` under a file or folder argument, by the path that it has or had below
// it. A named file that was not there by its name is looked for by the name from which git says it was moved.
using EachOldFile = std::function<void(const FoundFile& file, const std::string& bytes)>;
Errors each_file_at(const std::string& revision, const std::string& argument, const EachOldFile& each);

// The day of the last commit that `folder` stands at, "2026-03-31", and the commit.
struct CommitDay {
  std::string day, commit;
};
Result<CommitDay> day_of_commit(const std::string& folder);

}  // namespace peerscope
