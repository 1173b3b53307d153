// Makes text safe to show: a document may hold terminal escapes, controls, and marks that turn the line
// around.
#pragma once
#include <string>
#include <string_view>

namespace peerscope {

// Controls, bidirectional marks, invisible spaces and tags: what a reader does not see, or sees in the wrong
// order.
bool is_hidden(char32_t c);

// For a terminal or a text file, on one line: white space of any sort becomes one space, hidden characters
// are spelled
// ("<U+001B>"), bytes that are no UTF-8 too ("<0xFF>").
std::string printable(std::string_view text);

// The same, but every space stays as it is: for paths, whose spaces are part of the name.
std::string spelled(std::string_view text);

}  // namespace peerscope
