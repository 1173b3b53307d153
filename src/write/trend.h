// How agencies' scores went over time: on paper, and as `trend` of the JSON report.
#pragma once
#include "check/report.h"
#include "write/json_writer.h"
#include "write/paper.h"

namespace peerscope {

void put_trend(Paper& paper, const Report& report);
void write_json_trend(JsonWriter& json, const Report& report);  // nothing where the run was not asked for it

}  // namespace peerscope
