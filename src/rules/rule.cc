// Names of what a rule may say.
#include "rules/rule.h"

#include "rules/names.h"

namespace peerscope {

std::string_view name_of(Severity severity) { return name_in(kSeverityNames, severity); }

std::string_view name_of(Effect effect) {
  return effect == Effect::none ? std::string_view("none") : name_in(kEffectNames, effect);
}

std::string_view name_of(Work work) {
  return work == Work::unclassified ? std::string_view("unclassified") : name_in(kWorkNames, work);
}

std::string_view name_of(RuleKind kind) { return name_in(kKindNames, kind); }

bool severity_named(std::string_view name, Severity& severity) {
  return value_in(kSeverityNames, name, severity);
}

bool work_named(std::string_view name, Work& work) {
  if (name == "unclassified") {
    work = Work::unclassified;
    return true;
  }
  return value_in(kWorkNames, name, work);
}

std::vector<std::string_view> all_role_names() {
  std::vector<std::string_view> names;
  for (unsigned i = 0; i <= static_cast<unsigned>(Role::header); ++i)
    names.push_back(name_of(static_cast<Role>(i)));
  return names;
}

std::string full_id(const RuleSet& rules, const Rule& rule) {
  return rule.pack < rules.packs.size() ? rules.packs[rule.pack].id + "/" + rule.id : rule.id;
}

}  // namespace peerscope
