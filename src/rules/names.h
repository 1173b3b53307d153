// What the values of a rule file are called: one table per choice, used to read, to write and to suggest.
#pragma once
#include <array>
#include <string_view>
#include <vector>

#include "rules/rule.h"
#include "rules/vocabulary.h"

namespace peerscope {

template <class T>
struct Named {
  T value;
  std::string_view name;
};

inline constexpr std::array kSeverityNames{
    Named<Severity>{Severity::critical, "critical"}, Named<Severity>{Severity::error, "error"},
    Named<Severity>{Severity::warning, "warning"}, Named<Severity>{Severity::note, "note"}};

// As in YAML; reports call an effect of `note` "none", since it moves no score.
inline constexpr std::array kEffectNames{Named<Effect>{Effect::risk, "risk"},
                                         Named<Effect>{Effect::strength, "strength"},
                                         Named<Effect>{Effect::none, "note"}};

inline constexpr std::array kAboutNames{
    Named<About>{About::duty, "duty"}, Named<About>{About::wording, "wording"},
    Named<About>{About::value, "value"}, Named<About>{About::fact, "fact"}};

inline constexpr std::array kNegatedNames{
    Named<Negated>{Negated::strength, "strength"}, Named<Negated>{Negated::none, "none"},
    Named<Negated>{Negated::keep, "keep"}, Named<Negated>{Negated::risk, "risk"}};

inline constexpr std::array kKindNames{
    Named<RuleKind>{RuleKind::phrase, "phrase"},       Named<RuleKind>{RuleKind::swap, "swap"},
    Named<RuleKind>{RuleKind::require, "require"},     Named<RuleKind>{RuleKind::share, "share"},
    Named<RuleKind>{RuleKind::only_with, "only-with"}, Named<RuleKind>{RuleKind::density, "density"},
    Named<RuleKind>{RuleKind::similar, "similar"},     Named<RuleKind>{RuleKind::ruled_out, "ruled-out"}};

inline constexpr std::array kWorkNames{
    Named<Work>{Work::relational, "relational"}, Named<Work>{Work::advocacy, "advocacy"},
    Named<Work>{Work::connecting, "connecting"}, Named<Work>{Work::clinical, "clinical"},
    Named<Work>{Work::compliance, "compliance"}, Named<Work>{Work::clerical, "clerical"}};

// Bits of Rule::applies_to. The names are those of DocumentKind; rules and documents do not know each other's
// code.
inline constexpr std::array kDocumentKindNames{Named<std::uint8_t>{1, "job-description"},
                                               Named<std::uint8_t>{2, "progress-note"},
                                               Named<std::uint8_t>{4, "policy"}};

inline constexpr std::array kAxisNames{Named<Axis>{Axis::negation, "negation"},
                                       Named<Axis>{Axis::prohibition, "prohibition"},
                                       Named<Axis>{Axis::pseudo, "pseudo"},
                                       Named<Axis>{Axis::contrast, "contrast"},
                                       Named<Axis>{Axis::hypothetical, "hypothetical"},
                                       Named<Axis>{Axis::former, "former"},
                                       Named<Axis>{Axis::mention, "mention"},
                                       Named<Axis>{Axis::person_led, "person-led"},
                                       Named<Axis>{Axis::own_speech, "own-speech"},
                                       Named<Axis>{Axis::doubt_speech, "doubt-speech"},
                                       Named<Axis>{Axis::attribution, "attribution"},
                                       Named<Axis>{Axis::staff, "staff"},
                                       Named<Axis>{Axis::people, "people"},
                                       Named<Axis>{Axis::role_holder, "role-holder"},
                                       Named<Axis>{Axis::organisation, "organisation"},
                                       Named<Axis>{Axis::duty_modal, "duty-modal"},
                                       Named<Axis>{Axis::other, "other"}};

inline constexpr std::array kDirectionNames{
    Named<Direction>{Direction::forward, "forward"}, Named<Direction>{Direction::backward, "backward"},
    Named<Direction>{Direction::both, "both"}, Named<Direction>{Direction::none, "none"}};

inline constexpr std::array kPartNames{Named<Part>{Part::noun, "noun"}, Named<Part>{Part::verb, "verb"},
                                       Named<Part>{Part::present, "present"},
                                       Named<Part>{Part::fixed, "fixed"}};

template <class T, std::size_t N>
std::string_view name_in(const std::array<Named<T>, N>& names, T value) {
  for (const auto& entry : names) {
    if (entry.value == value) return entry.name;
  }
  return {};
}

template <class T, std::size_t N>
bool value_in(const std::array<Named<T>, N>& names, std::string_view name, T& value) {
  for (const auto& entry : names) {
    if (entry.name != name) continue;
    value = entry.value;
    return true;
  }
  return false;
}

template <class T, std::size_t N>
std::vector<std::string_view> all_names(const std::array<Named<T>, N>& names) {
  std::vector<std::string_view> out;
  for (const auto& entry : names) out.push_back(entry.name);
  return out;
}

// The names of all section roles, for suggestions.
std::vector<std::string_view> all_role_names();

}  // namespace peerscope
