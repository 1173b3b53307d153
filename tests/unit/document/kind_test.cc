// Folders that say what lies in them.
#include "document/kind.h"

#include <doctest/doctest.h>

using namespace peerscope;

TEST_CASE("the nearest folder of a known name says what a file is") {
  CHECK(kind_by_folder("agencies/north/notes/2026/a.txt") == DocumentKind::progress_note);
  CHECK(kind_by_folder("notes/jobs/a.txt") == DocumentKind::job_description);
  CHECK(kind_by_folder("north/policies/a.md") == DocumentKind::policy);
  CHECK(kind_by_folder("notes") == DocumentKind::unknown);  // a file of that name is no folder
  CHECK(kind_by_folder("north/field-notes/a.txt") == DocumentKind::unknown);
}
