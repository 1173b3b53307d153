// Shows what was read of a document: its headings and what they are for, its units and their work.
#pragma once
#include <ostream>

#include "check/report.h"
#include "write/write.h"

namespace peerscope {

// Every word of the text stands in it once, so that a person can see what the program saw, and what it left
// out. Where options.excerpts is not `full`, words are counted instead of shown.
void write_outline(const Checked& checked, const WriteOptions& options, std::ostream& out);

}  // namespace peerscope
