// What was read, and what could not be, as SARIF tells it.
#pragma once
#include "check/report.h"
#include "write/json_writer.h"

namespace peerscope {

void write_invocation(JsonWriter& json, const Report& report);  // the member "invocations"
// The member "artifacts": every document that was read. One without findings is known to be clean, not
// forgotten.
void write_artifacts(JsonWriter& json, const Report& report);

}  // namespace peerscope
