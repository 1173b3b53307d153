// The digests that the standard names.
#include "base/sha256.h"

#include <doctest/doctest.h>

TEST_CASE("SHA-256 of nothing, of abc, and of abc in pieces") {
  peerscope::Sha256 sha;
  CHECK(sha.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  sha.add("abc");
  CHECK(sha.hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  sha.add("a");
  sha.add("bc");
  CHECK(sha.hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
