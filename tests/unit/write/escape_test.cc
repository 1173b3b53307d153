// Text that is safe to show, and XML that says what the text said.
#include "write/escape.h"

#include <doctest/doctest.h>

#include "write/xml_writer.h"

using namespace peerscope;

TEST_CASE("printable text stands on one line, with its words one space apart") {
  CHECK(printable("plain words, and (more).") == "plain words, and (more).");
  CHECK(printable("  two  spaces\tand\r\na line \xC2\xA0 break ") == "two spaces and a line break");
  CHECK(printable("end ") == "end");
  CHECK(printable(" ") == "");
  CHECK(printable("") == "");
  CHECK(printable("a b  c") == "a b c");
  CHECK(printable("é è 日本  x") == "é è 日本 x");
}

TEST_CASE("what cannot be seen is spelled, wherever it stands among plain letters") {
  CHECK(printable("a\x1B[31mred") == "a<U+001B>[31mred");
  CHECK(printable("\x7Fplain") == "<U+007F>plain");
  CHECK(printable("word \xE2\x80\xAE turned") == "word <U+202E> turned");
  CHECK(printable("bad \xFF byte") == "bad <0xFF> byte");
  CHECK(printable("soft\xC2\xADhyphen") == "softhyphen");
  CHECK(spelled("a  b\tc") == "a  b<U+0009>c");
}

TEST_CASE("XML keeps signs of its own for letters") {
  CHECK(xml_escaped("a < b & \"c\" > d") == "a &lt; b &amp; &quot;c&quot; &gt; d");
  CHECK(xml_escaped("&&") == "&amp;&amp;");
  CHECK(xml_escaped("plain ~ text") == "plain ~ text");
  CHECK(xml_escaped("tab\tand\nline") == "tab&#9;and&#10;line");
  CHECK(xml_escaped(std::string_view("no\0thing", 8)) == "no\xEF\xBF\xBDthing");
  CHECK(xml_escaped("é") == "é");
}
