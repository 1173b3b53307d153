// --cache: what results depend on, and what is said where the folder is of no use.
#pragma once
#include <memory>

#include "check/cache.h"
#include "cli/commands.h"

namespace peerscope {

// None where no cache is wished for; none and a warning where the folder cannot be used: the work is done all
// the same.
std::unique_ptr<Cache> open_cache(const Desk& desk, DocumentKind fallback);

void tell_cache_failure(const Desk& desk, const Cache& cache);

}  // namespace peerscope
