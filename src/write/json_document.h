// One document of the report as JSON.
#pragma once
#include "check/report.h"
#include "write/json_writer.h"
#include "write/write.h"

namespace peerscope {

void write_json_document(JsonWriter& json, const Checked& checked, const RuleSet& rules,
                         const WriteOptions& options);

}  // namespace peerscope
