// Whose words a quotation holds.
#pragma once
#include <vector>

#include "context/view.h"

namespace peerscope {

struct Quotation {
  Span span;  // with its marks
  bool closed = true;
};

// The quotations of a document, by place. Straight marks are paired within a block, curly ones by their
// shape, single ones only where they cannot be apostrophes. One that is never closed runs to the end of its
// unit.
std::vector<Quotation> quotations_of(const Document& document);

enum class Quoted : std::uint8_t { no, own_words, writer, uncertain };

// What a quotation around `target` makes of it. Short quotations without a verb of speech are scare quotes:
// the writer's own words. `uncertain`: own words, but the quotation is never closed.
Quoted quoted(const UnitView& view, const std::vector<Quotation>& quotations, Span target, Span& mark);

}  // namespace peerscope
