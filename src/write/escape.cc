// Makes text safe to show.
#include "write/escape.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace peerscope {

bool is_hidden(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F) || (c >= 0xFDD0 && c <= 0xFDEF) ||
         (c & 0xFFFE) == 0xFFFE;  // the last two: no characters at all, and an error in HTML
}

namespace {

void spell(std::string& shown, std::string_view text, std::size_t at, const CodePoint& point) {
  if (!point.valid) {
    shown += fmt::format("<0x{:02X}>", static_cast<unsigned char>(text[at]));
  } else if (is_hidden(point.value)) {
    shown += fmt::format("<U+{:04X}>", static_cast<unsigned>(point.value));
  } else {
    shown += text.substr(at, point.size);
  }
}

bool is_plain(char c) { return c > ' ' && c <= '~'; }

// Where plain letters and signs that begin at `at` end. Nearly all of a report is such, and is taken in
// stretches: one character at a time it was a quarter of the time of a run that writes every format.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

}  // namespace

std::string spelled(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t end = end_of_plain(text, at); end != at) {
      shown += text.substr(at, end - at);
      at = end;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    spell(shown, text, at, point);
    at += point.size;
  }
  return shown;
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  bool space_due = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = end_of_plain(text, at);
    if (end != at) {
      // Single spaces between words belong to the stretch.
      while (end + 1 < text.size() && text[end] == ' ' && is_plain(text[end + 1]))
        end = end_of_plain(text, end + 1);
      if (space_due && !shown.empty()) shown += ' ';
      space_due = false;
      shown += text.substr(at, end - at);
      at = end;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    if (point.valid &&
        (point.value == ' ' || (point.value >= '\t' && point.value <= '\r') || point.value == 0xA0)) {
      space_due = true;
      at += point.size;
      continue;
    }
    if (space_due && !shown.empty()) shown += ' ';
    space_due = false;
    // A soft hyphen is no attack and no word: it only says where a line may break.
    if (!point.valid || point.value != 0xAD) spell(shown, text, at, point);
    at += point.size;
  }
  return shown;
}

}  // namespace peerscope
