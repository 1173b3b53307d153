// Reads a plain text, from a file or from a field of a record, into lines.
#pragma once
#include <string>

#include "document/document.h"

namespace peerscope {

// Fills text, origins, blocks, ignores and notes. `where` is part of every place: the row and field of a
// record.
void add_plain_text(Document& document, const std::string& source, const Place& where = {});

}  // namespace peerscope
