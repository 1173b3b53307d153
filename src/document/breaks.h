// Whether a line break is the typesetter's or the author's.
#pragma once
#include <cstdint>

#include "document/page.h"

namespace peerscope {

// The line and the piece before it.
struct Break {
  const Line& before;
  const Line& line;
  bool item = false;         // what stands before is an item …
  std::uint16_t indent = 0;  // … whose mark stands in this column
};

// Whether the line goes on with the sentence, paragraph or item before it.
bool runs_on(const Page& page, const Break& pair);

}  // namespace peerscope
