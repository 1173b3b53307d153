// Makes text safe to show: a document may hold terminal escapes, controls, and marks that turn the line around.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace peerscope {

// One code point of a text that may be broken: `size` is 1 to 4 bytes, `valid` false for a byte that is no UTF-8.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 1;
  bool valid = true;
};
CodePoint code_point_at(std::string_view text, std::size_t at);

// Controls, bidirectional marks, invisible spaces and tags: what a reader does not see, or sees in the wrong order.
bool is_hidden(char32_t c);

// For a terminal or a text file, on one line: white space of any sort becomes one space, hidden characters are spelled
// ("<U+001B>"), bytes that are no UTF-8 too ("<0xFF>").
std::string printable(std::string_view text);

// Columns that a printable text takes: code points, without combining marks.
std::size_t columns_of(std::string_view text);

}  // namespace peerscope
