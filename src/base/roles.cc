// The names of section roles, as rule files and reports write them.
#include "base/roles.h"

#include <array>
#include <cstddef>

namespace peerscope {
namespace {

// In the order of Role.
constexpr std::array<std::string_view, 17> kNames{
    "unknown", "summary",     "duties",         "exclusion", "other-role", "values",
    "team",    "supervision", "qualifications", "interview", "background", "about",
    "pay",     "boilerplate", "narrative",      "plan",      "header"};

}  // namespace

std::string_view name_of(Role role) { return kNames[static_cast<std::size_t>(role)]; }

bool role_named(std::string_view name, Role& role) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] != name) continue;
    role = static_cast<Role>(i);
    return true;
  }
  return false;
}

}  // namespace peerscope
