// Many files through the checker: results in input order, one bad file stops no other.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/folder.h"
#include "check/checker.h"
#include "read/read.h"

namespace peerscope {

struct BatchOptions {
  ReadOptions reading;                                           // how every file is read
  std::function<DocumentKind(const std::string& path)> kind_of;  // unknown: worked out from the text
  int jobs =
      1;  // files at a time; more than one is not built yet, and the order of results will not depend on it
};

// Called with each document as it is done, or with why it could not be read; in the order of files, and
// within a file in its own order. One document is held at a time, so that a stream of any length fits.
using EachChecked = std::function<void(Result<Checked>)>;
void check_each(const Checker& checker, const std::vector<FoundFile>& files, const BatchOptions& options,
                const EachChecked& each);

// What documents are held against (`--against`): all that can be read of the files, or every reason why not.
Result<std::shared_ptr<const Copies>> read_copies(const RuleSet& rules, const std::vector<FoundFile>& files,
                                                  const BatchOptions& options);

// All of it in one report.
Report check_files(const Checker& checker, const std::vector<FoundFile>& files, const BatchOptions& options);

}  // namespace peerscope
