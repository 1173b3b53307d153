// What makes a finding doubtful before anybody has looked at who acts and what is ruled out.
#include "context/confidence.h"

#include <algorithm>

namespace peerscope {

Confidence confidence_of(const UnitView& view, const Rule& rule) {
  if (rule.low_confidence) return Confidence::low;
  // "Reports to: Nurse Manager": a field names a boss; it does not say that there is no other.
  const bool field = view.unit().type == UnitType::key_value;
  if (field && rule.kind == RuleKind::only_with && rule.about == About::fact) return Confidence::low;
  // "Stuffs envelopes once a year, with the whole office": no one's job is made of that.
  if (rule.work == Work::clerical && rule.effect == Effect::risk && view.has(view.groups().incidental))
    return Confidence::low;
  return view.section().role == Role::unknown ? Confidence::medium : Confidence::high;
}

void doubt_alone(std::span<Finding> of_unit, const RuleSet& rules) {
  const auto speaks = [](const Finding& finding) {
    return finding.effect == Effect::risk && finding.confidence != Confidence::low;
  };
  const auto first = std::find_if(of_unit.begin(), of_unit.end(), speaks);
  if (first == of_unit.end()) return;
  // Two wide rules over the same words are one witness; elsewhere in the unit they are two.
  const bool believed = std::any_of(first, of_unit.end(), [&](const Finding& finding) {
    return speaks(finding) && (!rules.rules[finding.rule].supported || !overlap(finding.span, first->span));
  });
  if (believed) return;
  for (Finding& finding : of_unit)
    if (speaks(finding)) finding.confidence = Confidence::low;
}

}  // namespace peerscope
