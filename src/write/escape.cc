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

}  // namespace

std::string spelled(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
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
    std::size_t end = at;
    while (end < text.size() && text[end] > ' ' && text[end] < 0x7F) ++end;
    if (end > at) {  // a word of plain letters, as nearly all are
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
