// Tells the bullets and numbers that people type from the words after them.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace peerscope {

struct MarkLine {
  std::string_view text;     // without white space before it
  bool after_break = false;  // an empty line, or a paragraph's end, stands before it
};

// For each line how many bytes its bullet or number and the blanks behind it take: 2 for "- Listens", 3 for
// "1. Listens", 0 where it has none. Marks that could be words ("o", "A.", "14.", a dash that a wrapped line
// begins with) count only where the other lines bear them out. A line that is nothing but a bullet is taken
// whole.
std::vector<std::uint32_t> find_list_marks(const std::vector<MarkLine>& lines);

}  // namespace peerscope
