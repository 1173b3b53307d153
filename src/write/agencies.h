// Agencies side by side: as `agencies` of the JSON report, and on paper.
#pragma once
#include "check/report.h"
#include "write/json_writer.h"
#include "write/paper.h"

namespace peerscope {

void write_json_agencies(JsonWriter& json, const Report& report);  // the member, with its key
void write_json_group(JsonWriter& json, const AgencyGroup& group, const RuleSet& rules);

// A table by kind and tier, by name within a tier, then each agency on its own.
void put_agencies(Paper& paper, const Report& report);
// "Best: 81 of 100 (95 % interval 70 to 90)", or why there is no figure
std::string figure_in_words(const AgencyGroup& group, const Scales& scales);

const AgencyGroup* group_of(const Agency& agency, DocumentKind kind);  // nullptr: none of that kind
std::string some_names(const std::vector<std::string>& names);         // "north, south and 3 more"

}  // namespace peerscope
