// What the commands that check files share.
#pragma once
#include "check/batch.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace peerscope {

WriteOptions write_options(const Desk& desk, const Output& output);
BatchOptions batch_options(const Options& options);  // borrows the options

}  // namespace peerscope
