// Where a finding stands, as machines count it and as a reader would look for it.
#include "write/places.h"

#include <algorithm>

#include "base/utf8.h"
#include "write/excerpt.h"
#include "write/wording.h"

namespace peerscope {

namespace {

// Columns other than in characters are counted back to the start of the line, for each finding anew. So far
// to the right the line alone is told: nobody looks up column 7,654,321, and a line of 50 MB would take
// hours.
constexpr std::uint32_t kFarthestColumn = 100'000;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// By how much a character is longer than one column; its first byte says so.
std::uint32_t excess_of(char first, Columns columns) {
  const auto byte = static_cast<unsigned char>(first);
  if (columns == Columns::code_points || byte < 0x80) return 0;
  if (columns == Columns::utf16) return byte >= 0xF0 ? 1 : 0;
  return byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
}

// The excess of all characters that stand before `offset` on its source line. A line may be made of several
// stretches
// ("**Duties**: drives" is two), so the way back leads over their borders as long as the line stays the same.
std::uint32_t excess_before(const Document& document, std::uint32_t offset, std::uint32_t line,
                            Columns columns) {
  if (columns == Columns::code_points) return 0;  // as they were counted
  const auto& origins = document.origins;
  auto origin = std::upper_bound(origins.begin(), origins.end(), offset,
                                 [](std::uint32_t at, const Origin& one) { return at < one.begin; });
  std::uint32_t excess = 0, end = offset;
  bool crossed =
      false;  // over a border: the line feed there may be one that reading put between two stretches
  while (origin != origins.begin()) {
    --origin;
    for (std::uint32_t at = end; at > origin->begin; --at) {
      const char c = document.text[at - 1];
      if (c == '\n' && !(crossed && at == end)) return excess;
      if (!continues(c)) excess += excess_of(c, columns);
    }
    end = origin->begin;
    if (end == 0 || place_of(document, end - 1).line != line) break;
    crossed = true;
  }
  return excess;
}

Position position_of(const Document& document, std::uint32_t offset, Columns columns) {
  const Place place = place_of(document, offset);
  if (place.inside)
    return {place.row, 0};  // a line of an NDJSON stream; a pointer into FHIR leads to no line
  if (place.line == 0) return {};
  if (columns == Columns::code_points) return {place.line, place.column};
  if (place.column == 0 || place.column > kFarthestColumn) return {place.line, 0};
  return {place.line, place.column + excess_before(document, offset, place.line, columns)};
}

}  // namespace

Region region_of(const Document& document, Span span, Columns columns) {
  Region region;
  region.begin = position_of(document, span.begin, columns);
  region.end = region.begin;
  if (span.end <= span.begin) return region;
  std::uint32_t last = span.end - 1;
  while (last > span.begin && continues(document.text[last])) --last;
  region.end = position_of(document, last, columns);
  if (region.end.column == 0) region.begin.column = 0;  // both, or neither
  if (region.end.column != 0) region.end.column += 1 + excess_of(document.text[last], columns);
  return region;
}

std::string nearest_title(const Document& document, const Unit& unit, Excerpts excerpts) {
  if (excerpts != Excerpts::full) {
    const auto titles = shown_section(document, unit, excerpts);
    return titles.empty() ? "" : titles.back();
  }
  auto section = static_cast<std::int32_t>(unit.section);
  while (section > 0 && document.sections[static_cast<std::size_t>(section)].stem) {
    section = document.sections[static_cast<std::size_t>(section)].parent;
  }
  return section < 0 ? "" : document.sections[static_cast<std::size_t>(section)].title;
}

}  // namespace peerscope
