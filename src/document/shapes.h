// Whether a line that no format marked is a heading: capitals, title case, a colon, a number, what stands
// around it.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/roles.h"
#include "base/span.h"
#include "document/page.h"

namespace peerscope {

enum class Above : std::uint8_t { nothing, heading, text };

// A line and what stands around it.
struct Shape {
  const Page& page;
  std::size_t at = 0;  // index of the line in page.all.lines
  Above above = Above::nothing;
  bool title_block = false;  // nothing but headings so far, and few of them
};

struct HeadingGuess {
  std::uint8_t level = 0;    // 0: no heading
  std::optional<Role> role;  // that it names
  bool entry = false;        // a date with a name
};
HeadingGuess guess_heading(const Shape& shape);

// "## Duties" and "**Duties**" in plain text: the words alone, and their level.
bool markdown_heading(std::string_view text, Span& line, std::uint8_t& level);

Span without_colon(std::string_view text, Span heading);

// "Reports to", "Knowledge of"
bool ends_in_preposition(std::string_view key);
// "She told me the following", "We made piles"
bool starts_like_sentence(std::string_view key);
// "Peers do not", "Duties include", "The role is to", but not "What you will do"
bool reads_as_stem(std::string_view line);

}  // namespace peerscope
