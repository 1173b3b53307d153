// RTF documents: what a reader sees on the page, and what is refused.
#include <doctest/doctest.h>

#include "reading.h"

using namespace peerscope;
using test::shown;
using test::where;

namespace {

Document rtf(const std::string& body) { return test::read_one("{\\rtf1\\ansi " + body + "}", "file.rtf"); }

std::string message(const std::string& bytes) {
  const auto reading = test::read(bytes, "file.rtf");
  if (reading.errors.size() != 1) return "no error";
  CHECK_FALSE(reading.errors[0].remedy.empty());
  return reading.errors[0].message;
}

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("paragraphs, characters and encodings of RTF") {
  const Document document =
      rtf("One\\par\\par Tw\\'e9\\emdash o\\tab x\\line y\\~z \\{a\\}\\-b\\_c\\par\n\\u8217 "
          "?\\u-10179?\\u-8704? \\uc0\\u233 end");
  CHECK(document.text == "One\nTw\u00E9\u2014o\tx\ny\u00A0z {a}b-c\n\u2019\U0001F600 \u00E9end\n");
  CHECK(where(document, "One").paragraph == 1);
  CHECK(where(document, "Tw").paragraph == 3);
  CHECK(document.format == "rtf");
  CHECK(rtf("{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset2 Symbol;}}\\f1 "
            "\\'ef\\'f0\\f0\\'e9\\f2\\'b7")
            .text == "\u043F\u0440\u00E9\uF0B7\n");
  CHECK(test::read_one("{\\rtf1\\mac caf\\'8e}", "a.rtf").text == "caf\u00E9\n");
  CHECK(test::read_one("{\\rtf1\\ansi\\ansicpg1250 \\'b9}", "a.rtf").text == "\u0105\n");
}

TEST_CASE("headings and lists of RTF") {
  const std::string head =
      "{\\stylesheet{\\s0 Normal;}{\\s1\\b\\outlinelevel0 heading 1;}{\\s2\\sbasedon1 House;}{\\*\\cs3 "
      "heading 2;}{\\s4 toc 1;}}"
      "{\\*\\listtable{\\list{\\listlevel\\levelnfc23 x}{\\listlevel\\levelnfc255 "
      "x}\\listid7}}{\\*\\listoverridetable{\\listoverride\\listid7\\ls1}}";
  const Document document =
      rtf(head +
          "\\pard\\s1 Duties\\par\\pard\\s2 Pay\\par\\pard\\s4 Duties 3\\par\\pard\\outlinelevel1 Hours\\par"
          "\\pard\\ls1\\ilvl0{\\listtext\\'b7\\tab}Walks\\par{\\listtext\\'b7\\tab}"
          "Talks\\par\\pard\\ls1\\ilvl1 Silent\\par"
          "{\\pntext\\f1\\'B7\\tab}{\\*\\pn\\pnlvlblt{\\pntxtb\\'B7}}Old\\par\\pard\\'95\\tab Typed\\par");
  CHECK(shown(document) ==
        "heading 1: Duties\nheading 1: Pay\nheading 2: Hours\nitem 1*: Walks\nitem 1*: Talks\nparagraph: "
        "Silent\nitem 2*: Old\nitem 1*: Typed\n");
}

TEST_CASE("bold, hidden, struck-out and deleted text of RTF") {
  const Document document =
      rtf("{\\b Duties}\\par\\b Pay\\b0 : 20\\par Seen {\\v secret }{\\strike old }{\\deleted gone "
          "}{\\revised new} words");
  CHECK(shown(document) == "paragraph B: Duties\nparagraph: Pay: 20\nparagraph: Seen new words\n");
  REQUIRE(document.notes.size() == 3);
  CHECK(says(document.notes[0].message, "A stretch of hidden"));
  CHECK(says(document.notes[1].message, "struck-out"));
  CHECK(says(document.notes[2].message, "tracked change deletes"));
}

TEST_CASE("tables, fields, notes, text boxes and what is no text") {
  const Document document =
      rtf("{\\info{\\title No}}{\\header Page}{\\pict 0102}{\\*\\unknown no}\\trowd\\pard\\intbl Pay\\cell "
          "20\\par more\\cell\\row\\trowd\\pard\\intbl Hours\\cell\\cell\\row"
          "\\pard Walks{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt  along}}{\\footnote\\pard by "
          "law}{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt\\pard In the box\\par}}} on\\par"
          "{\\upr{plain}{\\*\\ud{\\u269 ?}}}\\par\\pard\\par\\trowd\\intbl Second\\cell\\row");
  CHECK(shown(document) ==
        "cell: Pay\ncell: 20\ncell: more\ncell: Hours\nparagraph: Walks along on\nparagraph: by "
        "law\nparagraph: In the box\nparagraph: \u010D\ncell: Second\n");
  CHECK(where(document, "more").table == 1);
  CHECK(where(document, "more").cell == 2);
  CHECK(where(document, "Hours").row == 2);
  CHECK(where(document, "Walks").paragraph == 1);
  CHECK(where(document, "In the box").paragraph == 1);
  CHECK(where(document, "\u010D").paragraph == 2);
  CHECK(where(document, "Second").table == 2);
  CHECK(where(document, "Second").row == 1);
}

TEST_CASE("a file that breaks off is read in part") {
  const auto reading = test::read("{\\rtf1 Walks along {\\b with peo", "file.rtf");
  REQUIRE(reading.documents.size() == 1);
  CHECK(reading.documents[0].text == "Walks along with peo\n");
  REQUIRE(reading.documents[0].notes.size() == 1);
  CHECK(reading.documents[0].notes[0].incomplete);
  CHECK(rtf("a\\bin3 }}}b").text == "ab\n");
  CHECK(test::read("{\\rtf1 a\\bin999 }", "file.rtf").documents.at(0).notes.at(0).incomplete);
  CHECK(test::read("{\\rtf1 whole}\r\n", "file.rtf").documents.at(0).notes.empty());
}

TEST_CASE("what RTF refuses") {
  CHECK(says(message("just words"), "is none"));
  CHECK(says(message("{\\rtf1 {\\info{\\title x}}\\par}"), "holds no text"));
  CHECK(says(message("{\\rtf1 " + std::string(2000, '{') + "a"), "nested deeper than 1000"));
}
