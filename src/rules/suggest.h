// "Did you mean": the nearest of the names that are known.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace peerscope {

// The known name within two or three edits of what was written; empty where none is near.
std::string nearest(std::string_view written, const std::vector<std::string>& known);
// "; did you mean 'severity'?", or nothing.
std::string suggestion(std::string_view written, const std::vector<std::string>& known);

}  // namespace peerscope
