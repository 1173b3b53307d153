// Counts at which column text begins again after a wide gap.
#include "document/columns.h"

#include <algorithm>
#include <array>

#include "document/characters.h"
#include "document/labels.h"

namespace peerscope {
namespace {

constexpr std::uint32_t kWideGap = 3;      // spaces
constexpr std::uint32_t kFewestLines = 5;  // with the gap at one column; fewer are chance
constexpr std::size_t kColumns = 160;

// Where text begins again after the first wide gap of a line, and at which column; 0: nowhere.
struct Gap {
  std::uint32_t left_end = 0, right = 0, column = 0;
};

Gap gap_of(std::string_view text, const Line& line) {
  const std::uint32_t end = line.span.end;
  const std::uint32_t before = line.width;  // columns up to the end
  for (std::uint32_t at = line.span.begin; at + kWideGap < end;) {
    // The last of the three is looked at first: where it is no space, no gap begins before it.
    std::uint32_t step = 0;
    for (std::uint32_t i = kWideGap; i > 0 && step == 0; --i)
      if (text[at + i - 1] != ' ') step = i;
    at += step;
    if (step != 0) continue;
    const std::uint32_t right = skip_spaces(text, at, end);
    std::uint32_t after = 0;
    for (std::uint32_t i = right; i < end; ++i) after += (byte_at(text, i) & 0xC0) != 0x80;
    return {at, right, before - after};
  }
  return {};
}

// A list of facts or a log has gaps of its own: "Pay:     $20", "Contact 1   05/04".
bool may_hold_columns(std::string_view text, const Line& line) {
  return line.type == BlockType::line && !line.rule && !opens_with_date(text, line.span);
}

}  // namespace

void part_columns(std::string_view text, std::vector<Line>& lines) {
  std::array<std::uint32_t, kColumns> count{};
  std::uint32_t gaps = 0;
  for (const Line& line : lines) {
    if (!may_hold_columns(text, line)) continue;
    const Gap gap = gap_of(text, line);
    if (gap.right == 0 || gap.column >= kColumns || text[gap.left_end - 1] == ':') continue;
    ++gaps;
    ++count[gap.column];
  }
  const auto best = std::max_element(count.begin(), count.end());
  if (*best < kFewestLines || *best * 10 < gaps * 6 || *best * 3 < lines.size()) return;
  const auto column = static_cast<std::uint32_t>(best - count.begin());
  std::vector<Line> parted;
  parted.reserve(lines.size() * 2);
  for (const Line& line : lines) {
    const Gap gap = may_hold_columns(text, line) ? gap_of(text, line) : Gap{};
    if (gap.right == 0 || gap.column != column) {
      parted.push_back(line);
      continue;
    }
    Line left = line;
    left.column = true;
    left.span.end = gap.left_end;
    Line right = left;
    right.span = {gap.right, line.span.end};
    parted.push_back(left);
    parted.push_back(right);
  }
  lines = std::move(parted);
}

}  // namespace peerscope
