// Reviewdog's diagnostic format; its columns count bytes of UTF-8.
#include "write/formats.h"
#include "write/json_writer.h"
#include "write/places.h"
#include "write/results.h"

namespace peerscope {

namespace {

using Integer = std::int64_t;

std::string_view rdjson_severity(Severity severity) {
  if (severity == Severity::note) return "INFO";
  return severity == Severity::warning ? "WARNING" : "ERROR";
}

void put_position(JsonWriter& json, std::string_view name, const Position& position) {
  json.key(name);
  json.begin_object();
  json.member("line", Integer{position.line});
  if (position.column != 0) json.member("column", Integer{position.column});
  json.end_object();
}

void put_location(JsonWriter& json, const std::string& path, const Region& region) {
  json.key("location");
  json.begin_object();
  json.member("path", path_in_report(path, "standard-input"));
  if (region.has_line()) {
    json.key("range");
    json.begin_object();
    put_position(json, "start", region.begin);
    if (region.end.line != 0) put_position(json, "end", region.end);
    json.end_object();
  }
  json.end_object();
}

void put_code(JsonWriter& json, std::string_view value) {
  json.key("code");
  json.begin_object();
  json.member("value", value);
  json.end_object();
}

}  // namespace

void write_rdjson(const Report& report, const WriteOptions& options, std::ostream& out) {
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_object();
  json.key("source");
  json.begin_object();
  json.member("name", "peerscope");
  json.end_object();
  json.key("diagnostics");
  json.begin_array();
  for (const Unread& unread : unread_of(report)) {
    Region region;
    if (unread.line > 0) region.begin.line = static_cast<std::uint32_t>(unread.line);
    json.begin_object();
    json.member("message", unread.message);
    put_location(json, unread.path, region);
    json.member("severity", "ERROR");
    put_code(json, unread.in_part ? "read-in-part" : "unread");
    json.end_object();
  }
  for (const Told& told : worst_first(report, options)) {
    json.begin_object();
    json.member("message", evidence_of(told));
    put_location(json, told.document().path, region_of(told.document(), told.finding.span, Columns::bytes));
    json.member("severity", rdjson_severity(told.finding.severity));
    put_code(json, full_id(told.rules, told.rule()));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  out << '\n';
}

}  // namespace peerscope
