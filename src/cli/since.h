// What stood in a git revision of the inputs, checked as today's are.
#pragma once
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "check/batch.h"
#include "check/checker.h"

namespace peerscope {

// A document of the revision that cannot be read is told on `err` and stops nothing: what was wrong with it
// is past.
using EachOldChecked = std::function<void(const FoundFile& file, Checked checked)>;
using KindOfFile = std::function<DocumentKind(const FoundFile& file)>;
Errors check_each_at(const std::string& revision, const std::vector<std::string>& arguments,
                     const Checker& checker, const BatchOptions& options, const KindOfFile& kind_of,
                     std::ostream& err, const EachOldChecked& each);

}  // namespace peerscope
