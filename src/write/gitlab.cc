// GitLab Code Quality: an array of issues. GitLab tells issues apart by fingerprint alone, and shows neither
// the rule nor a column.
#include <map>

#include "write/excerpt.h"
#include "write/formats.h"
#include "write/json_writer.h"
#include "write/places.h"
#include "write/results.h"
#include "write/uri.h"

namespace peerscope {

namespace {

std::string_view gitlab_severity(Severity severity) {
  switch (severity) {
    case Severity::critical:
      return "critical";
    case Severity::error:
      return "major";
    case Severity::warning:
      return "minor";
    case Severity::note:
      return "info";
  }
  return "info";
}

struct Issue {
  std::string description, check_name, fingerprint, path;
  std::string_view severity;
  std::uint32_t line = 0;
};

class Issues {
 public:
  explicit Issues(std::ostream& out) : json_(out, JsonWriter::Layout::pretty) { json_.begin_array(); }
  void end() { json_.end_array(); }

  void put(const Issue& issue) {
    json_.begin_object();
    json_.member("description", issue.check_name + ": " + issue.description);
    json_.member("check_name", issue.check_name);
    json_.member("fingerprint", unique(issue.fingerprint));
    json_.member("severity", issue.severity);
    json_.key("location");
    json_.begin_object();
    json_.member("path", path_in_report(issue.path, "standard-input"));
    json_.key("lines");
    json_.begin_object();
    json_.member("begin",
                 std::int64_t{issue.line == 0 ? 1 : issue.line});  // Word and PDF: the description says where
    json_.end_object();
    json_.end_object();
    json_.end_object();
  }

 private:
  // The same sentence in two documents, or twice in one, is two issues. The first keeps the plain
  // fingerprint, so that an issue stays the same one when its file is renamed.
  std::string unique(const std::string& fingerprint) {
    const int number = ++seen_[fingerprint];
    return number == 1 ? fingerprint : fingerprint + "-" + std::to_string(number);
  }

  JsonWriter json_;
  std::map<std::string, int> seen_;
};

}  // namespace

void write_gitlab(const Report& report, const WriteOptions& options, std::ostream& out) {
  Issues issues(out);
  for (const Unread& unread : unread_of(report)) {
    const std::string name = unread.in_part ? "read-in-part" : "unread";
    const auto line = static_cast<std::uint32_t>(unread.line > 0 ? unread.line : 0);
    issues.put({unread.message, name, name + " " + relative_uri(unread.path), unread.path, "blocker", line});
  }
  for (const Told& told : worst_first(report, options)) {
    const Region region = region_of(told.document(), told.finding.span, Columns::code_points);
    issues.put({where_of(told) + ": " + sentence_of(told), full_id(told.rules, told.rule()),
                fingerprint(told.document(), told.finding, told.rules), told.document().path,
                gitlab_severity(told.finding.severity), region.begin.line});
  }
  issues.end();
  out << '\n';
}

}  // namespace peerscope
