// Where reports go: standard output, or a file that appears whole or not at all.
#pragma once
#include <memory>
#include <ostream>
#include <sstream>
#include <string>

#include "base/result.h"

namespace peerscope {

class Output {
 public:
  // An empty path is `standard`. A report for a file is kept until it is finished.
  Output(std::string path, std::ostream& standard);

  std::ostream& stream() { return is_file() ? *kept_ : *standard_; }
  bool is_file() const { return kept_ != nullptr; }
  Errors finish();

 private:
  std::ostream* standard_;
  std::unique_ptr<std::ostringstream> kept_;
  std::string path_;
};

}  // namespace peerscope
