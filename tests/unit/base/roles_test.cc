// Role names go out and come back.
#include "base/roles.h"

#include <doctest/doctest.h>

using namespace peerscope;

TEST_CASE("every role has a name that leads back to it") {
  for (int i = 0; i <= static_cast<int>(Role::header); ++i) {
    const auto role = static_cast<Role>(i);
    Role back = role == Role::unknown ? Role::pay : Role::unknown;
    CHECK(role_named(name_of(role), back));
    CHECK(back == role);
  }
  CHECK(name_of(Role::other_role) == "other-role");
  CHECK(name_of(Role::header) == "header");
  Role role = Role::pay;
  CHECK_FALSE(role_named("salary", role));
  CHECK(role == Role::pay);
}
