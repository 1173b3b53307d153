// From arguments to the files that they mean.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace peerscope {

struct Inputs {
  std::vector<std::string> files;    // in order: as given, a folder's files by name
  std::vector<std::string> skipped;  // told under -v: "notes/.git: hidden"
  Errors errors;                     // a path that leads nowhere stops no other
};

// Files as they are named, folders with all below them (hidden and binary files left out), patterns that the shell did
// not expand, and "-" for standard input.
Inputs find_inputs(const std::vector<std::string>& arguments);

}  // namespace peerscope
