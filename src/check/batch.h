// Many files through the checker: results in input order, one bad file stops no other.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/folder.h"
#include "check/cache.h"
#include "check/checker.h"
#include "read/read.h"

namespace peerscope {

struct BatchOptions {
  ReadOptions reading;                                           // how every file is read
  std::function<DocumentKind(const std::string& path)> kind_of;  // unknown: worked out from the text
  const Cache* cache = nullptr;                                  // borrowed
  int jobs = 1;                // workers; the order of results does not depend on it
  std::function<void()> idle;  // called now and then by the calling thread while it waits for documents
};
Checked check_one(const Checker& checker, const BatchOptions& options,
                  Document document);  // or take it from the cache
ReadOptions reading_of(const BatchOptions& options, const FoundFile& file, const RuleSet& rules);

// Called with each document as it is done, or with why it could not be read; in the order of files, and
// within a file in its own order. Few documents are held at a time, so that a stream of any length fits.
// False: the run was interrupted, and not all of it was told.
using EachChecked = std::function<void(Result<Checked>)>;
bool check_each(const Checker& checker, const std::vector<FoundFile>& files, const BatchOptions& options,
                const EachChecked& each);

// What documents are held against (`--against`): all that can be read of the files, or every reason why not.
Result<std::shared_ptr<const Copies>> read_copies(const RuleSet& rules, const std::vector<FoundFile>& files,
                                                  const BatchOptions& options);

// The same as check_each where much can be done with a document before its turn comes: a digest is made by
// any worker at any time, what it returns is run in input order by the calling thread.
using InOrder = std::function<void()>;
using Digest = std::function<InOrder(Result<Checked>)>;
bool digest_each(const Checker& checker, const std::vector<FoundFile>& files, const BatchOptions& options,
                 const Digest& digest);

// All of it in one report.
Report check_files(const Checker& checker, const std::vector<FoundFile>& files, const BatchOptions& options);

}  // namespace peerscope
