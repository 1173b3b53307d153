// Where a finding stands, as machines count it (lines, and columns of their own unit) and as a reader would
// look for it.
#pragma once
#include <cstdint>
#include <string>

#include "document/document.h"
#include "write/write.h"

namespace peerscope {

// What a format counts columns in. "é" is 2, 1, 1; "😀" is 4, 1, 2.
enum class Columns : std::uint8_t { bytes, code_points, utf16 };

// 1-based; 0 where the source has no lines (Word, PDF) or no columns.
struct Position {
  std::uint32_t line = 0, column = 0;
  bool operator==(const Position&) const = default;
};

struct Region {
  Position begin, end;  // end: just after the last character, on the line of that character
  bool has_line() const { return begin.line != 0; }
  bool has_columns() const { return begin.column != 0 && end.column != 0; }
};

// Marks that reading took away before the text on its line (a bullet, "##") count one unit a character: what
// they were is not kept.
Region region_of(const Document& document, Span span, Columns columns);

// The heading that a reader would look for: the nearest one above, not the sentence that opens the list.
// Empty where there is none, or where it may not be shown.
std::string nearest_title(const Document& document, const Unit& unit, Excerpts excerpts);

}  // namespace peerscope
