// Names and sums of what a report says.
#include "check/report.h"

#include <algorithm>

#include "check/score.h"

namespace peerscope {

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::ok:
      return "ok";
    case Verdict::positive:
      return "positive";
    case Verdict::flag:
      return "flag";
  }
  return "ok";
}

bool is_incomplete(const Document& document) {
  return std::any_of(document.notes.begin(), document.notes.end(),
                     [](const ReadingNote& n) { return n.incomplete; });
}

void add_to(Summary& summary, const Checked& checked, const RuleSet& rules) {
  for (const Finding& finding : checked.findings) {
    if (!counts(checked, finding, rules)) continue;
    if (finding.effect == Effect::risk) ++summary.risks[static_cast<std::size_t>(finding.severity)];
    if (finding.effect == Effect::strength) ++summary.strengths;
  }
  for (std::size_t i = 0; i < checked.units.size(); ++i) {
    if (checked.document.units[i].type == UnitType::heading) continue;
    ++summary.units[static_cast<std::size_t>(checked.units[i].verdict)];
  }
  if (is_incomplete(checked.document)) ++summary.incomplete;
}

Summary summarise(const Report& report) {
  Summary summary;
  for (const Checked& checked : report.documents) add_to(summary, checked, *report.rules);
  return summary;
}

}  // namespace peerscope
