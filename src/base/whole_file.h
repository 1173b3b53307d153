// Writes files whole or not at all.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace peerscope {

// Grows beside the target and takes its name at the end, so that nobody ever sees half a file; what is never
// finished is removed. What is no regular file (/dev/stdout) is written to as it is; a symbolic link keeps
// pointing to the new content.
class WholeFile {
 public:
  static Result<WholeFile> create(const std::string& path);

  WholeFile(WholeFile&& other) noexcept;
  WholeFile& operator=(WholeFile&&) = delete;
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;
  ~WholeFile();

  bool put(std::string_view bytes);  // false: it failed, now or before; finish() tells why
  Result<void> finish();

 private:
  WholeFile() = default;

  std::string path_;                // as it was named
  std::string target_, temporary_;  // empty where it is written to as it is
  int descriptor_ = -1;
  unsigned mode_ = 0;
  int failure_ = 0;  // errno
};

Result<void> write_atomically(const std::string& path, std::string_view bytes);

}  // namespace peerscope
