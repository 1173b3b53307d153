// Shows mistakes to a person: where, what, the line with a caret, and what to do.
#include "base/result.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace peerscope {
namespace {

constexpr std::size_t kWidestExcerpt = 100;  // code points; a longer line is shown around the place

// The code point at text[at], which moves on; U+FFFD for a byte that is no UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  const int more = first < 0x80 ? 0 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : -1;
  if (more < 0) return 0xFFFD;
  if (more == 0) return first;
  auto value = static_cast<char32_t>(first & (0x3F >> more));
  for (int i = 0; i < more; ++i) {
    if (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) return 0xFFFD;
    value = (value << 6) | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
  }
  return value;
}

// Control characters, and those that reorder text on a screen (bidi): both could make a line show what it
// does not say.
bool misleads(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029 || c == 0x200E || c == 0x200F ||
         c == 0xFFFD;
}

// The text, one string per code point, each safe to show.
std::vector<std::string> shown(std::string_view text) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == '\t') {
      cells.emplace_back(" ");
    } else if (misleads(c)) {
      cells.emplace_back("\xEF\xBF\xBD");
    } else {
      cells.emplace_back(text.substr(begin, at - begin));
    }
  }
  return cells;
}

std::string join(const std::vector<std::string>& cells, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out += cells[i];
  return out;
}

std::string safe(std::string_view text) {
  const auto cells = shown(text);
  return join(cells, 0, cells.size());
}

// The offending line after its number, and a caret under the column.
std::string excerpt_lines(const Error& error) {
  const auto cells = shown(error.excerpt);
  const std::size_t column = error.column > 0 ? static_cast<std::size_t>(error.column) - 1 : 0;
  std::size_t begin = 0;
  std::size_t end = cells.size();
  if (cells.size() > kWidestExcerpt) {
    begin = column > kWidestExcerpt / 2 ? column - kWidestExcerpt / 2 : 0;
    begin = std::min(begin, cells.size() - kWidestExcerpt);
    end = begin + kWidestExcerpt;
  }
  const std::string number = std::to_string(error.line);
  const std::string before = begin > 0 ? "…" : "";
  const std::string after = end < cells.size() ? "…" : "";
  std::string out = "  " + number + " | " + before + join(cells, begin, end) + after + "\n";
  if (error.column > 0) {
    const std::size_t offset = std::min(column, end) - begin + (begin > 0 ? 1 : 0);
    out += "  " + std::string(number.size(), ' ') + " | " + std::string(offset, ' ') + "^\n";
  }
  return out;
}

}  // namespace

std::string describe(const Error& error) {
  std::string out;
  if (!error.path.empty()) {
    out += safe(error.path);
    if (error.line > 0) out += ":" + std::to_string(error.line);
    if (error.line > 0 && error.column > 0) out += ":" + std::to_string(error.column);
    out += ": ";
  }
  out += safe(error.message) + "\n";
  if (error.line > 0 && !error.excerpt.empty()) out += excerpt_lines(error);
  if (!error.remedy.empty()) out += "  " + safe(error.remedy) + "\n";
  return out;
}

std::string describe(const Errors& errors) {
  std::string out;
  for (const Error& error : errors) out += describe(error);
  return out;
}

}  // namespace peerscope
