// Plain text: lines, bullets, indents, places and ignore notes.
#include <doctest/doctest.h>

#include "reading.h"

using namespace peerscope;
using test::read;
using test::read_one;
using test::shown;
using test::where;

TEST_CASE("every line that is not blank is a block without its bullet") {
  const Document document =
      read_one("Duties\n\n- Listens\n  with patience\n\t\xE2\x80\xA2 Walks along\n1. Writes\n");
  CHECK(shown(document) ==
        "line: Duties\nline*: Listens\nline: with patience\nline*: Walks along\nline*: Writes\n");
  CHECK(document.blocks[1].blank_before);
  CHECK_FALSE(document.blocks[2].blank_before);
  CHECK(document.blocks[2].indent == 2);
  CHECK(document.blocks[3].indent == 8);
  CHECK(document.format == "text");
}

TEST_CASE("line ends of every system count lines alike, and columns count code points") {
  for (const char* text :
       {"Caf\xC3\xA9 talk\n  and tea", "Caf\xC3\xA9 talk\r\n  and tea", "Caf\xC3\xA9 talk\r  and tea"}) {
    const Document document = read_one(text);
    CHECK(where(document, "talk").line == 1);
    CHECK(where(document, "talk").column == 6);
    CHECK(where(document, "tea").line == 2);
    CHECK(where(document, "tea").column == 7);
  }
}

TEST_CASE("places stay right in a long text") {
  std::string text;
  for (int i = 1; i <= 2000; ++i) text += "Line number " + std::to_string(i) + " of many\n";
  const Document document = read_one(text);
  CHECK(where(document, "1734 of").line == 1734);
  CHECK(where(document, "1734 of").column == 13);
  CHECK(document.origins.size() > 10);
}

TEST_CASE("an ignore note is taken out of the text and kept") {
  const Document document = read_one(
      "One\n<!-- peerscope-ignore scope/transport: agreed\n with the team -->\nTwo three <!-- "
      "peerscope-ignore "
      "a/b: c --> \nFour");
  CHECK(document.text == "One\nTwo three  \nFour");
  REQUIRE(document.ignores.size() == 2);
  CHECK(document.ignores[0].rule == "scope/transport");
  CHECK(document.ignores[0].reason == "agreed with the team");
  CHECK(document.ignores[0].offset == 4);
  CHECK(document.ignores[0].place.line == 2);
  CHECK(document.ignores[1].offset == 13);
  CHECK(document.ignores[1].place.line == 4);
  CHECK(document.ignores[1].place.column == 11);
  CHECK(where(document, "Two").line == 4);
  CHECK(where(document, "Four").line == 5);
  CHECK_FALSE(document.blocks[1].blank_before);
}

TEST_CASE("an ignore note without a reason is told and sets nothing aside") {
  const Document document = read_one("Text <!-- peerscope-ignore scope/transport -->");
  CHECK(document.ignores.empty());
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].message.find("reason") != std::string::npos);
  const Document open = read_one("Text <!-- peerscope-ignore a: b");
  CHECK(open.notes.size() == 1);
  CHECK(open.text.find("Text") == 0);
}

TEST_CASE("other comments in plain text are text") {
  CHECK(read_one("a <!-- b --> c").text == "a <!-- b --> c");
}

TEST_CASE("a bullet alone on its line belongs to the next one") {
  CHECK(shown(read_one("\xE2\x80\xA2\n  Listens well\nmore")) == "line*: Listens well\nline: more\n");
}

TEST_CASE("bad text is refused by name") {
  CHECK(read("").errors[0].message.find("empty") != std::string::npos);
  CHECK(read(" \n\t\n").errors[0].message.find("white space") != std::string::npos);
  CHECK(read(std::string(500, '\0')).errors[0].message.find("binary") != std::string::npos);
  CHECK_FALSE(read("").errors[0].remedy.empty());
  CHECK(read("<!-- peerscope-ignore a: b -->").errors.size() == 1);
}

TEST_CASE("damaged and foreign encodings are told") {
  const Document western = read_one("Ren\xE9 \x93offers\x94 hope");
  CHECK(western.text == "Ren\xC3\xA9 \xE2\x80\x9Coffers\xE2\x80\x9D hope");
  CHECK(western.notes.size() == 1);
  CHECK_FALSE(western.notes[0].incomplete);
  const Document damaged = read_one("Ren\xC3\xA9 and Jos\xC3\xA9 \xFF here");
  REQUIRE(damaged.notes.size() == 1);
  CHECK(damaged.notes[0].incomplete);
  CHECK(damaged.text.find("Jos\xC3\xA9 \xEF\xBF\xBD here") != std::string::npos);
  const Document wide = read_one(std::string("\xFF\xFEH\0i\0 \0t\0h\0e\0r\0e\0", 18));
  CHECK(wide.text == "Hi there");
  CHECK(wide.notes.empty());
}

TEST_CASE("an encoding that is given is used, and an unknown one refused") {
  ReadOptions options;
  options.encoding = "windows-1252";
  CHECK(read_one("Ren\xE9", "a.txt", options).text == "Ren\xC3\xA9");
  options.encoding = "iso-8859-15";
  CHECK(test::read_one("Pay: \xA4 20", "a.txt", options).text == "Pay: \u20AC 20");
  options.encoding = "utf-32le";
  CHECK(test::read_one(std::string_view("H\0\0\0i\0\0\0", 8), "a.txt", options).text == "Hi");
  options.encoding = "klingon";
  CHECK(read("x", "a.txt", options).errors[0].message.find("klingon") != std::string::npos);
}
