// Text that Markdown shows as it is.
#include "write/markdown_text.h"

#include <algorithm>

#include "write/escape.h"

namespace peerscope {

std::string markdown_text(std::string_view text) {
  std::string safe;
  for (const char c : printable(text)) {
    switch (c) {
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '&':
        safe += "&amp;";
        break;
      case '@':
        safe += "@<!-- -->";
        break;  // parts a name from its mark: nobody is called
      default:
        if (std::string_view("\\`*_[]#|~").find(c) != std::string_view::npos) safe += '\\';
        safe += c;
    }
  }
  return safe;
}

std::string markdown_code(std::string_view text) {
  std::string shown = printable(text);
  if (shown.empty()) return "";
  std::size_t longest = 0, run = 0;
  for (const char c : shown) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const std::string space = shown.front() == '`' || shown.back() == '`' ? " " : "";
  return fence + space + shown + space + fence;
}

std::string markdown_code_in_table(std::string_view text) {
  std::string safe;
  for (const char c : markdown_code(text)) {
    if (c == '|') safe += '\\';
    safe += c;
  }
  return safe;
}

}  // namespace peerscope
