// What the judges of lines share: the text, its lines, the table of headings.
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "document/document.h"
#include "document/headings.h"
#include "document/lines.h"

namespace peerscope {

struct Page {
  const Document& document;
  const HeadingRoles& roles;
  std::string_view text;
  Lines all;

  // The same words are asked about by several judges, so the last answers are kept.
  std::optional<Role> named(Span heading) const {
    Answer& answer = answers_[(heading.begin + heading.end) % answers_.size()];
    if (!(answer.heading == heading)) answer = {heading, roles.named_by(slice(text, heading))};
    return answer.role;
  }
  bool named_in(Span heading, RoleSet set) const {
    const auto role = named(heading);
    return role && (set & set_of(*role)) != 0;
  }

  struct Answer {
    Span heading;
    std::optional<Role> role;
  };
  mutable std::array<Answer, 64> answers_{};
};

// Roles of keys that state a fact: pay, hours, who supervises, the client of a note.
inline constexpr RoleSet kFactRoles =
    set_of(Role::pay, Role::supervision, Role::header, Role::boilerplate, Role::unknown);

}  // namespace peerscope
