// The heading table: whole words, any ending, first row first.
#include "document/headings.h"

#include <doctest/doctest.h>

using namespace peerscope;

TEST_CASE("rows are tried in order, and `unless` sends a heading on to the next") {
  const HeadingRoles roles({{Role::exclusion, {"not"}, {"not limited to"}},
                            {Role::qualifications, {"licen*", "^training$", "what we're looking for"}, {}},
                            {Role::duties, {"dut*", "will"}, {}},
                            {Role::unknown, {"peer companion"}, {}}});
  CHECK(roles.named_by("What this job is NOT") == Role::exclusion);
  CHECK(roles.named_by("What this job isn’t") == Role::exclusion);
  CHECK(roles.named_by("Peers won't") == Role::exclusion);
  CHECK(roles.named_by("Duties include, but are not limited to") == Role::duties);
  CHECK(roles.named_by("Notes on duties") == Role::duties);
  CHECK(roles.named_by("Driver's Licence") == Role::qualifications);
  CHECK(roles.named_by("Licensing") == Role::qualifications);
  CHECK(roles.named_by("TRAINING") == Role::qualifications);
  CHECK(roles.named_by("Training of volunteers") == std::nullopt);
  CHECK(roles.named_by("What We’re Looking For") == Role::qualifications);
  CHECK(roles.named_by("Peer Companion II") == Role::unknown);
  CHECK(roles.named_by("Fair Wage") == std::nullopt);
  CHECK(roles.named_by("") == std::nullopt);
  CHECK(roles.named_by("Duties that are not ours", set_of(Role::duties)) == Role::duties);
}

TEST_CASE("a table without rows names nothing") {
  CHECK(HeadingRoles({}).named_by("Duties") == std::nullopt);
}
