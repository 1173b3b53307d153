// Checkstyle XML: an <error> at a line and column for each problem, a <file> for each document, clean ones
// too.
#include <map>

#include "write/formats.h"
#include "write/places.h"
#include "write/results.h"
#include "write/xml_writer.h"

namespace peerscope {

namespace {

std::string_view checkstyle_severity(Severity severity) {
  if (severity == Severity::note) return "info";
  return severity == Severity::warning ? "warning" : "error";
}

// What stands under one <file>: the records of a stream share theirs.
struct File {
  std::vector<Unread> unread;
  std::vector<Told> problems;
};

void put_unread(XmlWriter& xml, const Unread& unread) {
  xml.begin("error");
  if (unread.line > 0) xml.attribute("line", static_cast<std::uint64_t>(unread.line));
  xml.attribute("severity", "error");
  xml.attribute("message", unread.message);
  xml.attribute("source", unread.in_part ? "peerscope.read-in-part" : "peerscope.unread");
  xml.end();
}

void put_problem(XmlWriter& xml, const Told& told) {
  const Region region = region_of(told.document(), told.finding.span, Columns::code_points);
  xml.begin("error");
  if (region.has_line()) xml.attribute("line", region.begin.line);
  if (region.has_columns()) xml.attribute("column", region.begin.column);
  // Build servers count by severity; what is known already is not to be counted again.
  xml.attribute("severity", told.finding.known ? "info" : checkstyle_severity(told.finding.severity));
  xml.attribute("message", (told.finding.known ? "Known already: " : "") + evidence_of(told));
  xml.attribute("source", "peerscope." + full_id(told.rules, told.rule()));
  xml.end();
}

}  // namespace

void write_checkstyle(const Report& report, const WriteOptions& options, std::ostream& out) {
  std::vector<std::string> order;
  std::map<std::string, File> files;
  const auto file_of = [&](const std::string& path) -> File& {
    const std::string name = path_in_report(path);
    const auto [at, fresh] = files.try_emplace(name);
    if (fresh) order.push_back(name);
    return at->second;
  };
  for (const Unread& unread : unread_of(report)) file_of(unread.path).unread.push_back(unread);
  for (const Checked& checked : report.documents) {
    File& file = file_of(checked.document.path);
    for (const Told& told : problems_of(checked, *report.rules, options)) file.problems.push_back(told);
  }
  XmlWriter xml(out);
  xml.begin("checkstyle");
  xml.attribute("version", "5.0");
  for (const std::string& name : order) {
    xml.begin("file");
    xml.attribute("name", name);
    for (const Unread& unread : files[name].unread) put_unread(xml, unread);
    for (const Told& told : files[name].problems) put_problem(xml, told);
    xml.end();
  }
  xml.end();
}

}  // namespace peerscope
