// Where reports go: standard output, or a file that appears whole or not at all.
#include "cli/output.h"

#include <utility>

#include "base/file.h"

namespace peerscope {

Output::Output(std::string path, std::ostream& standard) : standard_(&standard), path_(std::move(path)) {
  if (!path_.empty()) kept_ = std::make_unique<std::ostringstream>();
}

Errors Output::finish() {
  if (is_file()) {
    const Result<void> written = write_atomically(path_, kept_->str());
    return written ? Errors{} : written.error();
  }
  standard_->flush();
  if (*standard_) return {};
  Error error;
  error.message = "The results cannot be written to standard output.";
  error.remedy = "Check that it is open and has room.";
  return {error};
}

}  // namespace peerscope
