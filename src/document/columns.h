// Finds text that stood in two columns and was copied line by line.
#pragma once
#include <string_view>
#include <vector>

#include "document/lines.h"

namespace peerscope {

// Where a wide gap stands at one column down the page, the lines are parted there, for left and right say
// nothing of each other. Line::column marks the parts.
void part_columns(std::string_view text, std::vector<Line>& lines);

}  // namespace peerscope
