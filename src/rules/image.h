// A RuleSet as bytes and back: how the packs travel inside the program.
#pragma once
#include <string>
#include <string_view>

#include "rules/rule.h"

namespace peerscope {

std::string write_image(const RuleSet& rules);
RuleSet read_image(std::string_view image);  // of the same build only

}  // namespace peerscope
