// Scores of agencies over time, in an SQLite file.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "check/report.h"

namespace peerscope {

// Records the groups that have a figure, under `day`; what stands there of the same agency, kind and day is
// replaced, so that a run may be repeated. All of it or nothing. The file is made where it is missing.
Errors append_history(const std::string& path, const std::string& day, const std::string& commit,
                      const std::vector<Agency>& agencies);

Result<std::vector<TrendLine>> read_history(const std::string& path);

bool is_day(const std::string& text);  // "2026-03-31"; "2026-02-30" is none

}  // namespace peerscope
