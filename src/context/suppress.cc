// One note, one instance: a note never silences a whole document.
#include "context/suppress.h"

namespace peerscope {
namespace {

bool names(const RuleSet& rules, const Finding& finding, const std::string& written) {
  const Rule& rule = rules.rules[finding.rule];
  return written == rule.id || written == full_id(rules, rule);
}

}  // namespace

std::vector<IgnoreNote> suppress(const Document& document, const RuleSet& rules,
                                 std::vector<Finding>& findings) {
  std::vector<IgnoreNote> unused;
  for (const IgnoreNote& note : document.ignores) {
    std::uint32_t block = 0;
    bool placed = false;  // the block that the note stands in or before
    for (const Unit& unit : document.units) {
      if (unit.span.end < note.offset) continue;
      block = unit.block;
      placed = true;
      break;
    }
    bool used = false;
    for (Finding& finding : findings) {
      if (used || !placed || finding.suppressed || document.units[finding.unit].block != block) continue;
      if (finding.effect == Effect::none || !names(rules, finding, note.rule)) continue;
      finding.suppressed = used = true;
    }
    if (!used) unused.push_back(note);
  }
  return unused;
}

}  // namespace peerscope
