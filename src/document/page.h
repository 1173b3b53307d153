// What the judges of lines share: the text, its lines, the table of headings.
#pragma once
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

  std::optional<Role> named(Span heading) const { return roles.named_by(slice(text, heading)); }
  bool named_in(Span heading, RoleSet set) const {
    const auto role = named(heading);
    return role && (set & set_of(*role)) != 0;
  }
};

// Roles of keys that state a fact: pay, hours, who supervises, the client of a note.
inline constexpr RoleSet kFactRoles =
    set_of(Role::pay, Role::supervision, Role::header, Role::boilerplate, Role::unknown);

}  // namespace peerscope
