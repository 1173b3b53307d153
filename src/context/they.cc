// Looks back one sentence, and no farther than the paragraph.
#include "context/they.h"

#include "base/words.h"

namespace peerscope {
namespace {

bool says_they(const Document& document, std::uint32_t unit) {
  const Unit& it = document.units[unit];
  return it.first_word < it.end_word &&
         fold_word(slice(document.text, document.words[it.first_word].span)) == "they";
}

}  // namespace

void They::step(const Document& document, const RuleSet& rules, const CueGroups& groups, std::uint32_t unit,
                const std::vector<CueHit>& hits) {
  now_ = next_;
  next_.reset();
  if (document.kind != DocumentKind::job_description || unit + 1 >= document.units.size()) return;
  if (document.units[unit + 1].block != document.units[unit].block || !says_they(document, unit + 1)) return;
  const UnitView view(document, rules, groups, unit, hits);
  if (const CueHit* staff = staff_opening(view))
    next_ = *staff;
  else if (says_they(document, unit))
    next_ = now_;
}

}  // namespace peerscope
