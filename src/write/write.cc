// The table of report formats. A new format is a file of its own and a row here.
#include "write/write.h"

#include <array>

#include "write/formats.h"

namespace peerscope {

namespace {

constexpr std::array kFormats{
    ReportFormat{"text", "a report to read, in the terminal or printed", write_text},
    ReportFormat{"json", "one JSON object for the whole run (rules/schema/report.schema.json)", write_json},
    ReportFormat{"ndjson", "one JSON object a line for each document, in input order", write_ndjson},
};

}  // namespace

const ReportFormat* format_named(std::string_view name) {
  for (const ReportFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

std::string format_names() {
  std::string names;
  for (const ReportFormat& format : kFormats) {
    if (!names.empty()) names += ", ";
    names += format.name;
  }
  return names;
}

}  // namespace peerscope
