// OpenDocument texts: what a reader sees on the page, and what is refused.
#include <doctest/doctest.h>

#include "reading.h"

using namespace peerscope;
using test::odt_of;
using test::shown;
using test::where;

namespace {

Document odt(const std::string& body, const std::string& automatic = {}, const std::string& styles = {}) {
  return test::read_one(odt_of(body, automatic, styles), "file.odt");
}

std::string p(const std::string& inside, const std::string& style = {}) {
  return "<text:p" + (style.empty() ? "" : " text:style-name=\"" + style + "\"") + ">" + inside + "</text:p>";
}

std::string text_style(const std::string& name, const std::string& properties) {
  return "<style:style style:name=\"" + name + "\" style:family=\"text\"><style:text-properties " +
         properties + "/></style:style>";
}

std::string message(const std::string& bytes, const std::string& name = "file.odt") {
  const auto reading = test::read(bytes, name);
  if (reading.errors.size() != 1) return "no error";
  CHECK(reading.errors[0].path == name);
  CHECK_FALSE(reading.errors[0].remedy.empty());
  return reading.errors[0].message;
}

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("headings, paragraphs and white space of an OpenDocument text") {
  const std::string styles =
      "<style:style style:name=\"Heading_20_2\" style:display-name=\"Heading 2\" style:family=\"paragraph\"/>"
      "<style:style style:name=\"House\" style:family=\"paragraph\" "
      "style:parent-style-name=\"Heading_20_2\"/>"
      "<style:style style:name=\"Title\" style:family=\"paragraph\"/>";
  const Document document =
      odt(p("Peer worker", "Title") + "<text:h text:outline-level=\"3\">Duties</text:h>" + p("Pay", "House") +
              p("") +
              p("  Walks \n  <text:span>along</text:span>  with<text:s "
                "text:c=\"2\"/>people<text:tab/>here<text:line-break/>and there "),
          {}, styles);
  CHECK(shown(document) ==
        "heading 1: Peer worker\nheading 3: Duties\nheading 2: Pay\nparagraph: Walks along with  "
        "people\there/and there\n");
  CHECK(where(document, "Walks").paragraph == 5);
  CHECK(where(document, "Walks").line == 0);
  CHECK(document.format == "odt");
}

TEST_CASE("lists of an OpenDocument text, nested, with a heading and without marks") {
  const std::string silent =
      "<text:list-style style:name=\"S\"><text:list-level-style-number text:level=\"1\" "
      "style:num-format=\"\"/></text:list-style>";
  const auto item = [](const std::string& inside) {
    return "<text:list-item>" + inside + "</text:list-item>";
  };
  const Document document =
      odt("<text:list>" + item(p("one") + p("goes on") + "<text:list>" + item(p("deep")) + "</text:list>") +
              "<text:list-header>" + p("no mark") +
              "</text:list-header></text:list><text:list text:style-name=\"S\">" + item(p("plain")) +
              item("<text:h text:outline-level=\"1\">Numbered</text:h>") + "</text:list>",
          silent);
  CHECK(
      shown(document) ==
      "item 1*: one\nitem 1: goes on\nitem 2*: deep\nitem 1: no mark\nitem 1: plain\nheading 1: Numbered\n");
}

TEST_CASE("bold, hidden and struck-out text, by styles and their parents") {
  const std::string styles =
      text_style("B", "fo:font-weight=\"bold\"") + text_style("H", "text:display=\"none\"") +
      text_style("S", "style:text-line-through-style=\"solid\"") +
      "<style:style style:name=\"Strong\" style:family=\"paragraph\"><style:text-properties "
      "fo:font-weight=\"bold\"/></style:style>"
      "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Strong\"/>";
  const auto span = [](const std::string& style, const std::string& text) {
    return "<text:span text:style-name=\"" + style + "\">" + text + "</text:span>";
  };
  const Document document = odt(p(span("B", "Duties")) + p("Pay", "P1") +
                                    p("Seen " + span("H", "secret ") + span("S", "old ") + "words") +
                                    p("<text:hidden-text text:string-value=\"x\">y</text:hidden-text>z"),
                                styles);
  CHECK(shown(document) == "paragraph B: Duties\nparagraph B: Pay\nparagraph: Seen words\nparagraph: z\n");
  REQUIRE(document.notes.size() == 2);
  CHECK(says(document.notes[0].message, "2 stretches of hidden text"));
  CHECK(says(document.notes[1].message, "struck-out"));
}

TEST_CASE("tables, frames, notes and tracked changes") {
  const auto cell = [](const std::string& inside) {
    return "<table:table-cell>" + inside + "</table:table-cell>";
  };
  const Document document =
      odt("<text:tracked-changes><text:changed-region><text:deletion>" + p("deleted") + "</text:deletion>" +
          "</text:changed-region></text:tracked-changes>" +
          "<table:table><table:table-header-rows><table:table-row>" + cell(p("Pay")) + cell(p("20")) +
          "</table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>" +
          cell(p("deep")) + "</table:table-row></table:table>" +
          p("Walks<text:note "
            "text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>" +
            p("by law") + "</text:note-body></text:note> on<draw:frame><draw:text-box>" + p("In the box") +
            "</draw:text-box></draw:frame>"
            "<office:annotation>" +
            p("a comment") + "</office:annotation>") +
          "<text:table-of-content><text:index-body>" + p("Duties 3") +
          "</text:index-body></text:table-of-content>"
          "<text:section>" +
          p("In a section") + "</text:section><text:section text:display=\"none\">" + p("gone") +
          "</text:section>");
  CHECK(shown(document) ==
        "cell: Pay\ncell: 20\ncell: deep\nparagraph: Walks on\nparagraph: by law\nparagraph: In the "
        "box\nparagraph: In a section\n");
  CHECK(where(document, "deep").row == 2);
  CHECK(where(document, "deep").cell == 2);
  CHECK(where(document, "In the box").paragraph == 1);
  CHECK(where(document, "In a section").paragraph == 2);
  REQUIRE(document.notes.size() == 3);
  CHECK(says(document.notes[1].message, "tracked change deletes"));
  CHECK(says(document.notes[2].message, "A comment was left out"));
}

TEST_CASE("a flat OpenDocument file") {
  CHECK(test::read_one(test::flat_odt_of(p("Flat")), "a.fodt").text == "Flat\n");
  CHECK(test::read_one(test::flat_odt_of(p("Flat")), "a.xml").text == "Flat\n");
}

TEST_CASE("what an OpenDocument text refuses") {
  const std::string whole = odt_of(p("Some words that are there"));
  CHECK(says(message(whole.substr(0, whole.size() / 2)), "damaged"));
  CHECK(says(message(odt_of(p(""))), "holds no text"));
  CHECK(says(message("just words"), "is none"));
  const std::string mime = "application/vnd.oasis.opendocument.text";
  const std::string locked =
      "<m:manifest "
      "xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry><m:encryption-data/></"
      "m:file-entry></m:manifest>";
  CHECK(says(message(test::zip_of(
                 {{"mimetype", mime}, {"META-INF/manifest.xml", locked}, {"content.xml", "garbage"}})),
             "password"));
  CHECK(says(message(test::zip_of({{"mimetype", mime}})), "lacks the part"));
  CHECK(says(message(test::zip_of({{"mimetype", mime}, {"content.xml", "<a>"}})), "broken"));
  const std::string sheet =
      "<o:document-content "
      "xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><o:body><o:spreadsheet/></o:body></"
      "o:document-content>";
  CHECK(says(message(test::zip_of({{"mimetype", mime}, {"content.xml", sheet}})), "spreadsheet"));
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<text:section>";
  for (int i = 0; i < 300; ++i) deep += "</text:section>";
  CHECK(says(message(odt_of(deep)), "nested"));
  const std::string content = test::flat_odt_of(p("a"));
  CHECK(says(message("<!DOCTYPE a [<!ENTITY b \"c\">]>" + content, "a.fodt"), "DOCTYPE"));
  CHECK(test::read_one("<?xml version=\"1.0\"?>\n<!DOCTYPE a PUBLIC \"x\" \"y.dtd\">" + content, "a.fodt")
            .text == "a\n");
}

TEST_CASE("headers and footers of the pages are left out, and that is told") {
  const auto with_header = [](const std::string& inside) {
    return odt(p("a"), {},
               "</office:styles><office:master-styles><style:master-page><style:header>" + inside +
                   "</style:header></style:master-page></office:master-styles><office:styles>");
  };
  const Document told = with_header(p("Our house"));
  CHECK(told.text == "a\n");
  REQUIRE(told.notes.size() == 1);
  CHECK(told.notes[0].message.find("Headers and footers") != std::string::npos);
  CHECK(with_header(p("")).notes.empty());
}
