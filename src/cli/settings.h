// Settings as they were written, by flag name, before anyone checks what they mean.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace peerscope {

struct Setting {
  std::vector<std::string> values;
  std::string origin;  // for messages: "--fail-on", "PEERSCOPE_FAIL_ON", "fail-on"
  std::string path;    // the configuration file, where it stands in one
  int line = 0;
  int column = 0;
};
using Settings = std::map<std::string, Setting>;  // key: Flag::name

// Settings from PEERSCOPE_… variables. `variables` are NAME=VALUE, as a process gets them. A variable of that
// family that nothing reads is told in `warnings`.
Settings settings_of_environment(const char* const* variables, Errors& warnings);

// Adds those settings of `weaker` that `settings` does not have.
void fill_from(Settings& settings, const Settings& weaker);

}  // namespace peerscope
