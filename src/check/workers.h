// Several workers over many documents, with results in input order and bounded memory.
#pragma once
#include <vector>

#include "check/batch.h"

namespace peerscope {

// As digest_each with more than one job. A worker takes the next file, reads it and checks it. A file that
// turns out to be a stream of many documents is cut into batches, which the others help to check. The calling
// thread runs what was digested, in input order; nobody runs ahead of it by more than a few megabytes.
bool digest_with_workers(const Checker& checker, const std::vector<FoundFile>& files,
                         const BatchOptions& options, const Digest& digest);

}  // namespace peerscope
