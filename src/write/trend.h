// How agencies' scores went over time: in words, on paper, and as `trend` of the JSON report.
#pragma once
#include <string>

#include "check/report.h"
#include "write/json_writer.h"
#include "write/paper.h"

namespace peerscope {

// Between the first day and the last, since what a step of a quarter hides adds up there:
// "12 lower than on 2026-03-31: the intervals lie apart".
std::string change_in_words(const TrendLine& line);

void put_trend(Paper& paper, const Report& report);
void write_json_trend(JsonWriter& json, const Report& report);  // nothing where the run was not asked for it

}  // namespace peerscope
