// Where a result stands, as SARIF tells it.
#include "write/sarif_places.h"

#include "write/escape.h"
#include "write/excerpt.h"
#include "write/places.h"
#include "write/uri.h"
#include "write/wording.h"

namespace peerscope {

namespace {

using Integer = std::int64_t;

void write_region(JsonWriter& json, const Region& region) {
  if (!region.has_line()) return;
  json.key("region");
  json.begin_object();
  json.member("startLine", Integer{region.begin.line});
  if (region.has_columns()) json.member("startColumn", Integer{region.begin.column});
  json.member("endLine", Integer{region.end.line});
  if (region.has_columns()) json.member("endColumn", Integer{region.end.column});
  json.end_object();
}

// "Duties/What you will do/paragraph 4, item 3": all that there is for Word and PDF, which have no lines.
void write_logical_location(JsonWriter& json, const Told& told) {
  std::string place = place_in_words(place_of(told.document(), told.finding.span.begin));
  if (told.unit().item != 0)
    place += (place.empty() ? "item " : ", item ") + std::to_string(told.unit().item);
  if (place.empty()) place = "text";
  std::string path = record_name(told.document());
  for (const std::string& title : shown_section(told.document(), told.unit(), told.excerpts)) {
    path += (path.empty() ? "" : "/") + printable(title);
  }
  json.key("logicalLocations");
  json.begin_array();
  json.begin_object();
  json.member("name", printable(place));
  json.member("fullyQualifiedName", path + (path.empty() ? "" : "/") + printable(place));
  json.member("kind", told.unit().item != 0 ? "item" : "paragraph");
  json.end_object();
  json.end_array();
}

}  // namespace

void write_artifact(JsonWriter& json, const std::string& path) {
  json.key("artifactLocation");
  json.begin_object();
  json.member("uri", relative_uri(path));
  json.end_object();
}

void write_location_of_file(JsonWriter& json, const std::string& path) {
  json.key("locations");
  json.begin_array();
  json.begin_object();
  json.key("physicalLocation");
  json.begin_object();
  write_artifact(json, path);
  json.end_object();
  json.end_object();
  json.end_array();
}

void write_locations(JsonWriter& json, const Told& told) {
  json.key("locations");
  json.begin_array();
  json.begin_object();
  json.key("physicalLocation");
  json.begin_object();
  write_artifact(json, told.document().path);
  write_region(json, region_of(told.document(), told.finding.span, Columns::utf16));
  json.end_object();
  write_logical_location(json, told);
  json.end_object();
  json.end_array();
}

}  // namespace peerscope
