// What a run demands of which documents.
#include "cli/demands.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/config.h"

namespace peerscope {

namespace {

// The first row that fits and has `member`.
template <class T>
const GateRow* row_for(const Gates& gates, std::optional<T> GateRow::*member, const std::string& agency,
                       DocumentKind kind) {
  for (const GateRow& row : gates.rows) {
    if (!(row.*member)) continue;
    if (row.kind != DocumentKind::unknown && row.kind != kind) continue;
    if (row.agency.empty() || glob_fits(row.agency, agency)) return &row;
  }
  return nullptr;
}

std::string place_of_row(const GateRow& row) { return fmt::format(" ({}:{})", row.path, row.line); }

}  // namespace

std::optional<Demand<double>> Gates::min_score_for(const std::string& agency, DocumentKind kind) const {
  if (const GateRow* row = row_for(*this, &GateRow::min_score, agency, kind))
    return Demand<double>{*row->min_score,
                          fmt::format("min-score {:g}{}", *row->min_score, place_of_row(*row))};
  if (!min_score) return std::nullopt;
  return Demand<double>{*min_score, fmt::format("--min-score {:g}", *min_score)};
}

std::optional<Demand<int>> Gates::min_safeguards_for(const std::string& agency, DocumentKind kind) const {
  if (const GateRow* row = row_for(*this, &GateRow::min_safeguards, agency, kind))
    return Demand<int>{*row->min_safeguards,
                       fmt::format("min-safeguards {}{}", *row->min_safeguards, place_of_row(*row))};
  if (!min_safeguards) return std::nullopt;
  return Demand<int>{*min_safeguards, fmt::format("--min-safeguards {}", *min_safeguards)};
}

std::optional<Demand<int>> Gates::max_new_for(const std::string& agency, DocumentKind kind) const {
  const GateRow* row = row_for(*this, &GateRow::max_new, agency, kind);
  if (row == nullptr) return std::nullopt;
  return Demand<int>{*row->max_new, fmt::format("max-new {}{}", *row->max_new, place_of_row(*row))};
}

Demand<std::optional<Severity>> Gates::fail_on_for(const std::string& agency, DocumentKind kind) const {
  const GateRow* row = row_for(*this, &GateRow::fail_on, agency, kind);
  if (row == nullptr) {
    const bool borne =
        !fail_on_given && knows() && row_for(*this, &GateRow::max_new, agency, kind) != nullptr;
    return {borne ? std::nullopt : fail_on, ""};
  }
  const std::optional<Severity> severity = *row->fail_on;
  return {severity, fmt::format("fail-on {}{}", severity ? name_of(*severity) : "never", place_of_row(*row))};
}

std::string agency_of(const Document& document) {
  if (!document.agency.empty()) return document.agency;
  const std::filesystem::path path = std::filesystem::path(document.path).lexically_normal();
  const std::vector<std::filesystem::path> steps(path.begin(), path.end());
  const auto agencies = std::find(steps.begin(), steps.end(), std::filesystem::path("agencies"));
  if (agencies == steps.end() || steps.end() - agencies < 3) return "";
  return (agencies + 1)->string();
}

}  // namespace peerscope
