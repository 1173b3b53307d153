// Where a result stands, as SARIF tells it.
#pragma once
#include <string>

#include "write/json_writer.h"
#include "write/results.h"

namespace peerscope {

void write_artifact(JsonWriter& json, const std::string& path);          // the member "artifactLocation"
void write_locations(JsonWriter& json, const Told& told);                // the member "locations"
void write_location_of_file(JsonWriter& json, const std::string& path);  // the same, of a file as a whole

}  // namespace peerscope
