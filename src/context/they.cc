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

// The other role with which the sentence begins: "Nurses …", "The psychiatric nurses …", not "Works with
// nurses".
const CueHit* staff_opening(const UnitView& view) {
  std::uint32_t first = view.unit().first_word;
  while (view.is(first, view.groups().determiner) && view.covering(first, view.groups().staff) == nullptr)
    ++first;
  for (const CueHit& hit : view.hits()) {
    if (view.axis(hit) == Axis::role_holder && hit.begin <= first + 2) return nullptr;
    if (view.axis(hit) != Axis::staff || hit.begin < first || hit.begin > first + 2) continue;
    for (std::uint32_t at = first; at < hit.begin; ++at)
      if (view.is(at, view.groups().preposition) || view.is(at, view.groups().auxiliary)) return nullptr;
    return &hit;
  }
  return nullptr;
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
