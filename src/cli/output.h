// Where reports go: standard output, or a file that appears whole or not at all.
#pragma once
#include <memory>
#include <ostream>
#include <string>

#include "base/result.h"

namespace peerscope {

class Output {
 public:
  // An empty path is `standard`.
  Output(std::string path, std::ostream& standard);
  Output(Output&&) noexcept;
  ~Output();

  std::ostream& stream() { return is_file() ? *to_file_ : *standard_; }
  bool is_file() const { return to_file_ != nullptr; }
  const Errors& errors() const { return errors_; }  // why the file cannot be written at all
  Errors finish();

 private:
  class FileBuffer;

  std::ostream* standard_;
  std::unique_ptr<FileBuffer> buffer_;
  std::unique_ptr<std::ostream> to_file_;
  Errors errors_;
};

}  // namespace peerscope
