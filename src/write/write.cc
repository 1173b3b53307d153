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
    ReportFormat{"sarif", "SARIF 2.1.0, with ignored findings and stated safeguards", write_sarif},
    ReportFormat{"github-sarif",
                 "SARIF for GitHub code scanning, which takes every result for an alert: problems alone",
                 write_github_sarif},
    ReportFormat{"junit", "JUnit XML: a suite for each document", write_junit},
    ReportFormat{"github", "annotations for a GitHub workflow, worst first", write_github},
    ReportFormat{"gitlab", "GitLab Code Quality", write_gitlab},
    ReportFormat{"rdjson", "reviewdog's diagnostic format", write_rdjson},
    ReportFormat{"checkstyle", "Checkstyle XML", write_checkstyle},
    ReportFormat{"csv", "a row for each finding that counts, for spreadsheets", write_csv},
    ReportFormat{"markdown", "a report to read in a pull request or a job summary", write_markdown},
    ReportFormat{"html",
                 "one page for a browser, with the text and its marks; nothing to load, nothing to run",
                 write_html},
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
