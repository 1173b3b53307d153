// Columns in the three units that formats count in.
#include "write/places.h"

#include <doctest/doctest.h>

using namespace peerscope;

namespace {

Document lines_of(const std::string& text) {
  Document document;
  document.text = text;
  Origin origin;
  origin.place.line = 1;
  origin.place.column = 1;
  document.origins = {origin};
  return document;
}

Span span_of(const Document& document, const std::string& words) {
  const auto at = document.text.find(words);
  REQUIRE(at != std::string::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

}  // namespace

TEST_CASE("a column counts bytes, characters or UTF-16 units") {
  // Before "cases": é (2 bytes), € (3 bytes) and an emoji (4 bytes, 2 units), each with a space after it.
  const Document document = lines_of("first\né € \U0001F600 cases\U0001F600");
  const Span span = span_of(document, "cases\U0001F600");
  const Region characters = region_of(document, span, Columns::code_points);
  CHECK(characters.begin == Position{2, 7});
  CHECK(characters.end == Position{2, 13});
  const Region units = region_of(document, span, Columns::utf16);
  CHECK(units.begin == Position{2, 8});
  CHECK(units.end == Position{2, 15});
  const Region bytes = region_of(document, span, Columns::bytes);
  CHECK(bytes.begin == Position{2, 13});
  CHECK(bytes.end == Position{2, 22});
}

TEST_CASE("a line of several stretches counts all of them, and no other line") {
  // "é\n**é** x": the marks are gone from the text, the second line is two stretches with a line feed of ours
  // between.
  Document document = lines_of("é\né\nx");
  Origin bold, rest;
  bold.begin = 3;
  bold.place.line = 2;
  bold.place.column = 3;
  rest.begin = 6;
  rest.place.line = 2;
  rest.place.column = 7;
  document.origins.push_back(bold);
  document.origins.push_back(rest);
  const Span x{6, 7};
  CHECK(region_of(document, x, Columns::code_points).begin == Position{2, 7});
  CHECK(region_of(document, x, Columns::bytes).begin == Position{2, 8});  // one é of its own line, not two
}

TEST_CASE("a finding over two lines ends on the second") {
  const Document document = lines_of("manages\ncases of €");
  const Region region =
      region_of(document, {0, static_cast<std::uint32_t>(document.text.size())}, Columns::bytes);
  CHECK(region.begin == Position{1, 1});
  CHECK(region.end == Position{2, 13});
}

TEST_CASE("Word and PDF have no lines") {
  Document document = lines_of("manages cases");
  document.origins[0].place = {};
  document.origins[0].place.paragraph = 4;
  const Region region = region_of(document, {0, 7}, Columns::utf16);
  CHECK_FALSE(region.has_line());
  CHECK_FALSE(region.has_columns());
}

TEST_CASE("an empty span is a place") {
  const Document document = lines_of("abc");
  const Region region = region_of(document, {1, 1}, Columns::bytes);
  CHECK(region.begin == region.end);
  CHECK(region.begin == Position{1, 2});
}

TEST_CASE("far to the right the line alone is told, except in characters") {
  const Document document = lines_of("near " + std::string(99'994, '.') + "middle far");
  CHECK(region_of(document, span_of(document, "near"), Columns::utf16).begin == Position{1, 1});
  const Region middle = region_of(document, span_of(document, "middle"), Columns::utf16);
  CHECK(middle.begin == Position{1, 0});  // it begins near enough, but ends too far
  CHECK(middle.end == Position{1, 0});
  const Span far = span_of(document, "far");
  CHECK(region_of(document, far, Columns::bytes).begin == Position{1, 0});
  CHECK(region_of(document, far, Columns::code_points).begin == Position{1, 100'007});
}
