// The formats of a report, one function and one file each; the table of them is in write.cc.
#pragma once
#include <ostream>

#include "check/report.h"
#include "write/write.h"

namespace peerscope {

void write_text(const Report& report, const WriteOptions& options, std::ostream& out);
void write_json(const Report& report, const WriteOptions& options, std::ostream& out);
void write_ndjson(const Report& report, const WriteOptions& options, std::ostream& out);
void write_sarif(const Report& report, const WriteOptions& options, std::ostream& out);
void write_github_sarif(const Report& report, const WriteOptions& options, std::ostream& out);
void write_junit(const Report& report, const WriteOptions& options, std::ostream& out);
void write_github(const Report& report, const WriteOptions& options, std::ostream& out);
void write_gitlab(const Report& report, const WriteOptions& options, std::ostream& out);
void write_rdjson(const Report& report, const WriteOptions& options, std::ostream& out);
void write_checkstyle(const Report& report, const WriteOptions& options, std::ostream& out);
void write_csv(const Report& report, const WriteOptions& options, std::ostream& out);
void write_markdown(const Report& report, const WriteOptions& options, std::ostream& out);

void write_html(const Report& report, const WriteOptions& options, std::ostream& out);

}  // namespace peerscope
