// Keeps origins near one another, since a place is counted from the origin before it.
#pragma once
#include "document/document.h"

namespace peerscope {

// Cuts long stretches of text into short ones. No place changes by it; but with a single origin before a line
// of 50 MB, each of its findings would be counted from the first byte on.
void split_origins(Document& document);

}  // namespace peerscope
