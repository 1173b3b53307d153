// Paths as relative URIs.
#pragma once
#include <string>
#include <string_view>

namespace peerscope {

// Relative to the working folder where the path lies in it; every byte that a URI cannot hold as %XX. "-"
// becomes "standard-input". A path elsewhere stays as it is: "../other/job.md", "file:///srv/job.md".
std::string relative_uri(std::string_view path);

// The path that a report for another program names: relative to the working folder where it lies in it.
std::string relative_path(std::string_view path);

}  // namespace peerscope
