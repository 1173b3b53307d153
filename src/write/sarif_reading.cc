// What was read, and what could not be, as SARIF tells it.
#include "write/sarif_reading.h"

#include <map>

#include "write/escape.h"
#include "write/results.h"
#include "write/sarif_places.h"
#include "write/sarif_rules.h"
#include "write/uri.h"

namespace peerscope {

namespace {

using Integer = std::int64_t;

void write_notification(JsonWriter& json, std::string_view level, const std::string& path,
                        const std::string& message, int line) {
  json.begin_object();
  json.member("level", level);
  write_message(json, "message", message);
  if (!path.empty()) {
    json.key("locations");
    json.begin_array();
    json.begin_object();
    json.key("physicalLocation");
    json.begin_object();
    write_artifact(json, path);
    if (line > 0) {
      json.key("region");
      json.begin_object();
      json.member("startLine", Integer{line});
      json.end_object();
    }
    json.end_object();
    json.end_object();
    json.end_array();
  }
  json.end_object();
}

}  // namespace

void write_invocation(JsonWriter& json, const Report& report) {
  const std::vector<Unread> unread = unread_of(report);
  json.key("invocations");
  json.begin_array();
  json.begin_object();
  json.member("executionSuccessful", unread.empty());
  json.key("toolExecutionNotifications");
  json.begin_array();
  for (const Unread& one : unread) write_notification(json, "error", one.path, one.message, one.line);
  for (const Checked& checked : report.documents) {
    for (const ReadingNote& note : checked.document.notes) {
      if (note.incomplete) continue;
      write_notification(json, "note", checked.document.path, printable(note.message),
                         static_cast<int>(note.place.line));
    }
  }
  json.end_array();
  json.end_object();
  json.end_array();
}

void write_artifacts(JsonWriter& json, const Report& report) {
  json.key("artifacts");
  json.begin_array();
  std::map<std::string, bool> written;
  for (const Checked& checked : report.documents) {
    const std::string uri = relative_uri(checked.document.path);
    if (!written.emplace(uri, true).second) continue;  // the records of one stream
    json.begin_object();
    json.key("location");
    json.begin_object();
    json.member("uri", uri);
    json.end_object();
    json.key("roles");
    json.begin_array();
    json.string("analysisTarget");
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

}  // namespace peerscope
