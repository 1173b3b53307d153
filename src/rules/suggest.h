// "Did you mean": the nearest of the names that are known.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace peerscope {

// Letters to add, drop, change or swap with their neighbour to turn one word into the other.
std::size_t edit_distance(std::string_view one, std::string_view other);

// The known name that was probably meant; empty where none is near enough.
std::string nearest(std::string_view written, const std::vector<std::string>& known);
// "; did you mean 'severity'?", or nothing.
std::string suggestion(std::string_view written, const std::vector<std::string>& known);
// A remedy of its own: `Did you mean "severity"?`, and all the names where they are few. Empty where neither
// helps.
std::string did_you_mean(std::string_view written, const std::vector<std::string>& known);

}  // namespace peerscope
