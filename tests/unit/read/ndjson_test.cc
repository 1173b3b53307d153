// NDJSON: one document a line, each error with its line, nothing of the text repeated.
#include <doctest/doctest.h>

#include "reading.h"

using namespace peerscope;
using test::read;
using test::shown;
using test::where;

namespace {
test::Reading ndjson(std::string_view text) { return test::read(text, "notes.ndjson"); }
}  // namespace

TEST_CASE("a record's fields are the document's") {
  const auto reading = ndjson(
      "{\"id\": \"n-1\", \"text\": \"Met Ann.\\n- Walked\", \"kind\": \"note\", \"section\": \"Plan\", "
      "\"agency\": "
      "\"North\", \"date\": \"2025-01-02\", \"other\": {\"deep\": [1, 2]}}\n\n{\"id\": 7, \"text\": "
      "\"x\"}\n{\"text\": "
      "\"y\", \"agency\": null}");
  REQUIRE(reading.errors.empty());
  REQUIRE(reading.documents.size() == 3);
  const Document& first = reading.documents[0];
  CHECK(first.id == "n-1");
  CHECK(first.path == "notes.ndjson");
  CHECK(first.kind == DocumentKind::progress_note);
  CHECK(first.given_section == "Plan");
  CHECK(first.agency == "North");
  CHECK(first.date == "2025-01-02");
  CHECK(shown(first) == "line: Met Ann.\nline*: Walked\n");
  CHECK(reading.documents[1].id == "7");
  CHECK(reading.documents[2].id == "notes.ndjson:4");
  const Place place = where(first, "Walked");
  CHECK(place.row == 1);
  CHECK(place.field == "text");
  CHECK(place.line == 2);
  CHECK(place.column == 3);
}

TEST_CASE("a bad line is told with its number, and the others are read") {
  const auto reading = ndjson(
      "{\"text\": \"good\"}\nsecret words\n{\"id\": \"a\"}\n{\"text\": 5}\n{\"text\": \" "
      "\"}\n[1]\n{\"text\": \"a\", "
      "\"text\": \"b\"}\n{\"text\": \"a\", \"kind\": \"poem\"}\n{\"text\": \"also good\"}\n{\"text\": \"cut");
  CHECK(reading.documents.size() == 2);
  REQUIRE(reading.errors.size() == 8);
  for (std::size_t i = 0; i < 7; ++i) {
    CHECK(reading.errors[i].line == static_cast<int>(i) + 2);
    CHECK(reading.errors[i].path == "notes.ndjson");
    CHECK_FALSE(reading.errors[i].remedy.empty());
    CHECK(reading.errors[i].message.find("secret") == std::string::npos);
    CHECK(reading.errors[i].excerpt.empty());
  }
  CHECK(reading.errors[7].line == 10);
}

TEST_CASE("nesting has a limit") {
  std::string deep = "{\"text\": \"a\", \"x\": " + std::string(63, '[') + std::string(63, ']') + "}\n";
  CHECK(ndjson(deep).documents.size() == 1);
  deep = "{\"text\": \"a\", \"x\": " + std::string(64, '[') + std::string(64, ']') + "}\n";
  CHECK(ndjson(deep).errors[0].message.find("64") != std::string::npos);
}

TEST_CASE("a line of more than 64 MB is passed over, the next is read") {
  const std::string text =
      "{\"text\": \"" + std::string((64U << 20U) + 1, 'a') + "\"}\n{\"text\": \"short\"}\n";
  const auto reading = ndjson(text);
  REQUIRE(reading.errors.size() == 1);
  CHECK(reading.errors[0].line == 1);
  REQUIRE(reading.documents.size() == 1);
  CHECK(reading.documents[0].text == "short");
}

TEST_CASE("records are recognised without a name, and text is cleaned") {
  const auto reading = test::read("{\"id\": 1, \"text\": \"a\\r\\nb\\u0000c\"}\n", "-");
  REQUIRE(reading.documents.size() == 1);
  CHECK(reading.documents[0].format == "ndjson");
  CHECK(reading.documents[0].text ==
        "a\nb\xEF\xBF\xBD"
        "c");
}

TEST_CASE("a stream without records is an error") {
  CHECK(ndjson("\n \n").errors.size() == 1);
  ReadOptions options;
  options.encoding = "utf-16le";
  CHECK(test::read("{\"text\": \"a\"}", "a.ndjson", options).errors.size() == 1);
}
