// Places are counted from near, and are the same as counted from afar.
#include "read/origins.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "reading.h"

using namespace peerscope;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::size_t widest_gap(const Document& document) {
  std::size_t widest = 0, before = 0;
  for (const Origin& origin : document.origins) {
    widest = std::max(widest, origin.begin - before);
    before = origin.begin;
  }
  return std::max(widest, document.text.size() - before);
}

}  // namespace

TEST_CASE("in one long line the next origin is near, in every format that has lines") {
  const std::string words = repeated("né € word \U0001F600 ", 5000) + "here.";
  const auto long_line = [&](const std::string& source, const std::string& name) {
    const Document document = test::read_one(source, name);
    CHECK_MESSAGE(widest_gap(document) < 4096, name);
    return place_of(document, static_cast<std::uint32_t>(document.text.find("here")));
  };
  CHECK(long_line(words + "\n", "file.txt").column == 60'001);
  CHECK(long_line("# Duties\n\n- " + words + "\n", "file.md").line == 3);
  CHECK(long_line("<!doctype html>\n<body><p>" + words, "file.html").line == 2);
  CHECK(long_line("{\"text\": \"" + words + "\"}", "file.ndjson").column == 60'001);
}

TEST_CASE("no place changes by it") {
  Document document;
  document.text = repeated("a line\nand é more than one\n", 900) + repeated("€", 4000) + "\nend";
  Origin first, inside;
  first.place.line = first.place.column = 3;
  inside.begin = 5000;
  inside.place.line = 700;
  document.origins = {first, inside};
  const Document before = document;
  split_origins(document);
  CHECK(document.origins.size() > 20);
  for (std::uint32_t at = 0; at <= document.text.size(); at += 7) {
    const Place is = place_of(document, at), was = place_of(before, at);
    REQUIRE(is.line == was.line);
    REQUIRE(is.column == was.column);
  }
}

TEST_CASE("a stretch without lines is left whole") {
  Document document;
  document.text = repeated("word ", 2000);
  document.origins = {{}};
  document.origins[0].place.paragraph = 4;
  split_origins(document);
  CHECK(document.origins.size() == 1);
}
