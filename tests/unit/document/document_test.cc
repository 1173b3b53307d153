// Places, paths and names of kinds.
#include "document/document.h"

#include <doctest/doctest.h>

using namespace peerscope;

TEST_CASE("a place counts lines and code points from the origin before it") {
  Document document;
  document.text = "Tea, café.\nMore tea\nEnd";
  document.origins = {{0, {}}, {12, {}}};
  document.origins[0].place.line = 3;
  document.origins[0].place.column = 5;
  document.origins[1].place.line = 9;
  document.origins[1].place.column = 1;
  CHECK(place_of(document, 0).line == 3);
  CHECK(place_of(document, 0).column == 5);
  CHECK(place_of(document, 10).column == 14);  // é is one column
  CHECK(place_of(document, 12).line == 9);
  CHECK(place_of(document, 21).line == 10);
  CHECK(place_of(document, 22).column == 2);
  CHECK(place_of(document, 9999).line == 10);  // behind the end: the end
  CHECK(place_of(Document{}, 5).line == 0);
}

TEST_CASE("the table of lines tells the same places as counting them") {
  Document document;
  document.text = "\nTea, caf\u00E9.\n\nMore tea\nEnd\n";
  document.origins = {{0, {}}, {7, {}}, {15, {}}};
  document.origins[0].place.line = 3;
  document.origins[1].place.line = 8;
  document.origins[1].place.column = 4;
  document.origins[2].place.line = 20;
  document.origins[2].place.column = 1;
  Document tabled = document;
  find_lines(tabled);
  CHECK(tabled.line_feeds.size() == 5);
  for (std::uint32_t at = 0; at < 40; ++at) {
    CHECK(place_of(tabled, at).line == place_of(document, at).line);
    CHECK(place_of(tabled, at).column == place_of(document, at).column);
  }
}

TEST_CASE("a place in a table is told as it is") {
  Document document;
  document.text = "abc";
  document.origins.resize(1);
  document.origins[0].place.table = 2;
  document.origins[0].place.row = 4;
  CHECK(place_of(document, 2).row == 4);
  CHECK(place_of(document, 2).line == 0);
}

TEST_CASE("a section's path leaves empty titles out") {
  Document document;
  document.sections.resize(3);
  document.sections[1].title = "Duties";
  document.sections[1].parent = 0;
  document.sections[2].title = "Peers do not";
  document.sections[2].parent = 1;
  CHECK(section_path(document, 2) == std::vector<std::string>{"Duties", "Peers do not"});
  CHECK(section_path(document, 0).empty());
  CHECK(section_path(document, 7).empty());
}

TEST_CASE("kinds have names, long and short") {
  DocumentKind kind = DocumentKind::unknown;
  for (const std::string_view name : {"jd", "job", "job-description"}) {
    CHECK(kind_named(name, kind));
    CHECK(name_of(kind) == "job-description");
  }
  for (const std::string_view name : {"note", "notes", "progress-note"}) {
    CHECK(kind_named(name, kind));
    CHECK(name_of(kind) == "progress-note");
  }
  CHECK(kind_named("policy", kind));
  CHECK(name_of(kind) == "policy");
  CHECK_FALSE(kind_named("novel", kind));
  CHECK(name_of(DocumentKind::unknown) == "unknown");
}
