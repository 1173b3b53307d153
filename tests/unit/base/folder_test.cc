// The order of a walk.
#include "base/folder.h"

#include <doctest/doctest.h>

using namespace peerscope;

TEST_CASE("paths are in order name by name, as a walk meets them") {
  CHECK(walked_before("a/x", "a-b/x"));  // though '-' comes before '/'
  CHECK_FALSE(walked_before("a-b/x", "a/x"));
  CHECK(walked_before("a", "a/x"));
  CHECK(walked_before("a/x", "a.txt"));
  CHECK(walked_before("a/10", "a/9"));
  CHECK_FALSE(walked_before("a", "a"));
  CHECK(walked_before("a/z", "b"));
}
