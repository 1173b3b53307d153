// Cuts a paragraph into sentences.
#pragma once
#include <string_view>
#include <vector>

#include "base/span.h"

namespace peerscope {

// Appends the sentences of text[within], trimmed, in order. Quoted speech and brackets that are closed stay
// in one piece: `He said, "I'm done. Let me be." Then he left.` is two sentences.
void split_sentences(std::string_view text, Span within, std::vector<Span>& out);

// Whether the full stop at `dot` belongs to an abbreviation or initial that could stand within a heading:
// "Inc.", "K.B."
bool abbreviation_ends_at(std::string_view text, std::uint32_t begin, std::uint32_t dot);

}  // namespace peerscope
