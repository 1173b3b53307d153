// What only shows once the lines are joined: bullets that lost their lines, sentences that open a list.
#pragma once
#include <string_view>
#include <vector>

#include "document/pieces.h"

namespace peerscope {

// "Duties include: • Meets people • Listens" becomes a sentence and two items; Piece::stem is set.
std::vector<Piece> with_lists_apart(std::string_view text, const std::vector<Piece>& pieces);

}  // namespace peerscope
