// The parts of the JSON report: a document, the head, the errors, the summary.
#pragma once
#include "check/report.h"
#include "write/json_writer.h"
#include "write/write.h"

namespace peerscope {

void write_json_document(JsonWriter& json, const Checked& checked, const RuleSet& rules,
                         const WriteOptions& options);

// "sensitivity": {…}
void write_json_sensitivity(JsonWriter& json, const Sensitivity& sensitivity, const RuleSet& rules);

// The other parts of a report.
void write_json_head(JsonWriter& json, const RuleSet& rules);  // schema, tool, packs
void write_json_errors(JsonWriter& json, const Errors& errors);
void write_json_summary(JsonWriter& json, const Summary& summary, std::size_t documents, std::size_t errors);

}  // namespace peerscope
