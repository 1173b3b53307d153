// Where reports go: standard output, or a file that appears whole or not at all.
#pragma once
#include <fstream>
#include <memory>
#include <ostream>
#include <string>

#include "base/result.h"

namespace peerscope {

class Output {
 public:
  // An empty path is `standard`.
  static Result<Output> open(const std::string& path, std::ostream& standard);
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();  // what was not finished leaves no file

  std::ostream& stream() { return file_ ? *file_ : *standard_; }
  bool is_file() const { return file_ != nullptr; }
  // Makes it stay: written out to the disk, then put in the place of what was there.
  Errors finish();

 private:
  Output() = default;

  std::ostream* standard_ = nullptr;
  std::unique_ptr<std::ofstream> file_;
  std::string path_;
  std::string temporary_;  // empty: written in place (a device, a pipe)
};

}  // namespace peerscope
