// Which rules speak in which sections; `sections:` of a rule narrows or widens it.
#include "context/regions.h"

namespace peerscope {
namespace {

constexpr std::uint32_t bit(Role role) { return std::uint32_t{1} << static_cast<unsigned>(role); }

constexpr std::uint32_t kDuties = bit(Role::unknown) | bit(Role::summary) | bit(Role::duties) |
                                  bit(Role::values) | bit(Role::team) | bit(Role::narrative) |
                                  bit(Role::plan);
constexpr std::uint32_t kEverywhere =
    kDuties | bit(Role::supervision) | bit(Role::qualifications) | bit(Role::about) | bit(Role::pay);

// A qualification that is a duty: "observing medication is part of every shift"; not "ability to …".
bool duty_words(const UnitView& view) {
  if (view.hit_of(Axis::duty_modal) == nullptr) return false;
  for (const CueHit& hit : view.hits())
    if (static_cast<int>(hit.group) == view.groups().ability) return false;
  return true;
}

// "Ability to respond to emergency codes" asks for a skill, under whatever heading it stands.
bool asks_for_a_skill(const UnitView& view) {
  for (const CueHit& hit : view.hits())
    if (static_cast<int>(hit.group) == view.groups().ability && hit.begin == view.unit().first_word)
      return true;
  return false;
}

std::uint32_t default_sections(About about) {
  switch (about) {
    case About::duty:
      return kDuties | bit(Role::supervision);
    case About::wording:
      return kDuties | bit(Role::about);
    case About::value:
    case About::fact:
      return kEverywhere;
  }
  return kEverywhere;
}

}  // namespace

Region region_of(const UnitView& view, const Rule& rule) {
  Role role = view.section().role;
  switch (role) {
    case Role::exclusion:
      return Region::exclusion;
    case Role::other_role:
      return Region::other_role;
    case Role::interview:
      return Region::interview;
    case Role::background:
      return Region::background;
    default:
      break;
  }
  if (rule.about == About::duty && rule.effect == Effect::risk && rule.sections == 0 &&
      asks_for_a_skill(view))
    role = Role::qualifications;
  const std::uint32_t named = rule.sections | rule.sections_with_duty_verb;
  const std::uint32_t allowed =
      rule.sections != 0 || named != 0 ? rule.sections : default_sections(rule.about);
  if ((allowed & bit(role)) != 0) return Region::active;
  const bool may_be_duty = (rule.sections_with_duty_verb & bit(role)) != 0 ||
                           (named == 0 && rule.about == About::duty && role == Role::qualifications);
  return may_be_duty && duty_words(view) ? Region::active : Region::boilerplate;
}

}  // namespace peerscope
