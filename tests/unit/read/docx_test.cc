// Word documents: what a reader sees on the page, and what is refused.
#include <doctest/doctest.h>

#include "read/zip.h"
#include "reading.h"

using namespace peerscope;
using test::docx_of;
using test::paragraph;
using test::run;
using test::shown;
using test::where;

namespace {

Document docx(const std::string& body, const test::Parts& more = {}) {
  return test::read_one(docx_of(body, more), "file.docx");
}

std::string style(const std::string& id, const std::string& name, const std::string& inside) {
  return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + inside +
         "</w:style>";
}

std::string styled(const std::string& id) { return "<w:pStyle w:val=\"" + id + "\"/>"; }

std::string listed(int list, int level) {
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
         std::to_string(list) + "\"/></w:numPr>";
}

std::string message(const std::string& bytes, const std::string& name = "file.docx") {
  const auto reading = test::read(bytes, name);
  if (reading.errors.size() != 1) return "no error";
  CHECK(reading.errors[0].path == name);
  CHECK_FALSE(reading.errors[0].remedy.empty());
  return reading.errors[0].message;
}

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("paragraphs are counted from 1, empty ones too") {
  const Document document = docx(paragraph("One") + "<w:p/>" + paragraph("Three"));
  CHECK(shown(document) == "paragraph: One\nparagraph: Three\n");
  CHECK(document.text == "One\nThree\n");
  CHECK(where(document, "One").paragraph == 1);
  CHECK(where(document, "Three").paragraph == 3);
  CHECK(where(document, "Three").line == 0);
  CHECK(document.format == "docx");
}

TEST_CASE("headings come from styles, in any language and through their ancestors") {
  const std::string styles =
      style("berschrift2", "heading 2", "") +
      style("Haus", "House style", "<w:basedOn w:val=\"berschrift2\"/>") + style("Titel", "Title", "") +
      style("Stufe", "Step", "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>") +
      style("Plain", "Plain", "<w:basedOn w:val=\"Haus\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>") +
      style("A", "Ring a", "<w:basedOn w:val=\"B\"/>") + style("B", "Ring b", "<w:basedOn w:val=\"A\"/>");
  const Document document =
      docx(paragraph("Peer worker", styled("Titel")) + paragraph("Duties", styled("Haus")) +
               paragraph("Pay", styled("Stufe")) + paragraph("Hours", "<w:outlineLvl w:val=\"0\"/>") +
               paragraph("Body", styled("Plain")) + paragraph("Ring", styled("A")) +
               paragraph("Odd", styled("Nowhere")),
           {{"styles", styles}});
  CHECK(shown(document) ==
        "heading 1: Peer worker\nheading 2: Duties\nheading 3: Pay\nheading 1: Hours\nparagraph: "
        "Body\nparagraph: "
        "Ring\nparagraph: Odd\n");
}

TEST_CASE("a duty set in a heading style is a duty still") {
  CHECK(shown(docx(paragraph("Walks along with people to the places that they choose.",
                             "<w:outlineLvl w:val=\"1\"/>"))) ==
        "paragraph: Walks along with people to the places that they choose.\n");
}

TEST_CASE("lists come from numbering, styles and typed bullets") {
  const std::string styles =
      style("Punkt", "My points", "<w:pPr>" + listed(3, 1) + "</w:pPr>") + style("LB2", "List Bullet 2", "");
  const Document document = docx(
      paragraph("one", listed(1, 0)) + paragraph("two", listed(1, 2)) + paragraph("three", styled("Punkt")) +
          paragraph("four", styled("LB2")) + paragraph("\xE2\x80\xA2 five") +
          paragraph("- six", "<w:ind w:left=\"1440\"/>") + paragraph("seven", styled("Punkt") + listed(0, 0)),
      {{"styles", styles}});
  CHECK(shown(document) ==
        "item 1*: one\nitem 3*: two\nitem 2*: three\nitem 2*: four\nitem 1*: five\nitem 2*: six\nparagraph: "
        "seven\n");
}

TEST_CASE("a list level that shows no mark is no list") {
  const std::string numbering =
      "<w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"none\"/><w:lvlText "
      "w:val=\"\"/></w:lvl>"
      "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum><w:num "
      "w:numId=\"2\"><w:abstractNumId "
      "w:val=\"5\"/></w:num>";
  CHECK(shown(docx(paragraph("one", listed(2, 0)) + paragraph("two", listed(2, 1)),
                   {{"numbering", numbering}})) == "paragraph: one\nitem 2*: two\n");
}

TEST_CASE("bold comes from runs and styles") {
  const std::string styles = style("Strong", "Strong words", "<w:rPr><w:b/></w:rPr>");
  CHECK(shown(docx("<w:p>" + run("Du", "<w:b/>") + run("ties", "<w:b w:val=\"1\"/>") + "</w:p>" +
                       paragraph("Pay", styled("Strong")) + "<w:p><w:pPr>" + styled("Strong") + "</w:pPr>" +
                       run("Not", "<w:b w:val=\"0\"/>") + "</w:p><w:p>" + run("Pay:", "<w:b/>") + run(" 20") +
                       "</w:p>",
                   {{"styles", styles}})) ==
        "paragraph B: Duties\nparagraph B: Pay\nparagraph: Not\nparagraph: Pay: 20\n");
}

TEST_CASE("what Word shows inside a line") {
  const Document document = docx(
      "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>stop "
      "</w:t><w:t>be</w:t><w:softHyphen/><w:t>fore</w:t><w:sym w:font=\"Symbol\" "
      "w:char=\"F0B7\"/></w:r></w:p>");
  CHECK(document.text == "a\tb\nnon-stopbefore\xEF\x82\xB7\n");
}

TEST_CASE("tracked changes are read as accepted") {
  const Document document =
      docx("<w:p>" + run("Will ") + "<w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins>" +
           run("gladly ") + "</w:ins><w:moveFrom>" + run("gone ") + "</w:moveFrom><w:moveTo>" + run("walk") +
           "</w:moveTo></w:p>");
  CHECK(document.text == "Will gladly walk\n");
  REQUIRE(document.notes.size() == 1);
  CHECK(says(document.notes[0].message, "tracked change deletes"));
  CHECK(
      says(docx("<w:p>" + run("a") + "<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>").notes.at(0).message,
           "A comment was left out"));
  CHECK(shown(docx("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("one ") + "</w:p>" +
                   paragraph("goes on"))) == "paragraph: one goes on\n");
}

TEST_CASE("fields show their result, not their code") {
  const std::string field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK "
      "x</w:instrText></w:r><w:r><w:t>code"
      "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
      run("shown") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  CHECK(docx("<w:p>" + run("a ") + field + run(" z") + "</w:p>").text == "a shown z\n");
  // A field that never ends swallows nothing after its paragraph.
  CHECK(docx("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>" + paragraph("kept")).text ==
        "kept\n");
}

TEST_CASE("tables give cells with their place, nested ones too") {
  const auto cell = [](const std::string& inside) { return "<w:tc>" + inside + "</w:tc>"; };
  const std::string inner = "<w:tbl><w:tr>" + cell(paragraph("deep")) + "</w:tr></w:tbl>";
  const Document document =
      docx("<w:tbl><w:tr>" + cell(paragraph("Pay")) + cell(paragraph("20") + paragraph("- a point")) +
           "</w:tr><w:sdt><w:sdtContent><w:tr>" + cell(inner + paragraph("after")) +
           "</w:tr></w:sdtContent></w:sdt><w:tr>"
           "<w:trPr><w:del/></w:trPr>" +
           cell(paragraph("deleted")) + "</w:tr></w:tbl>" + paragraph("Body"));
  CHECK(shown(document) ==
        "cell: Pay\ncell: 20\nitem 1*: a point\ncell: deep\ncell: after\nparagraph: Body\n");
  CHECK(where(document, "20").table == 1);
  CHECK(where(document, "20").row == 1);
  CHECK(where(document, "20").cell == 2);
  CHECK(where(document, "deep").table == 2);
  CHECK(where(document, "after").table == 1);
  CHECK(where(document, "after").row == 2);
  CHECK(where(document, "Body").table == 0);
  CHECK(where(document, "Body").paragraph == 1);
}

TEST_CASE("text boxes are read once, content controls wherever they stand") {
  const std::string box = "<w:txbxContent>" + paragraph("In the box") + "</w:txbxContent>";
  const Document document =
      docx("<w:p>" + run("Before") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box +
           "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
           "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run(" after") +
           "</w:p><w:sdt><w:sdtContent>" + paragraph("Controlled") +
           "</w:sdtContent></w:sdt><w:p><w:sdt>"
           "<w:sdtContent>" +
           run("Inline") +
           "</w:sdtContent></w:sdt></w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
           "<w:sdtContent>" +
           paragraph("Click here") +
           "</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
           "<w:sdtContent>" +
           paragraph("Walks along") + "</w:sdtContent></w:sdt>");
  CHECK(
      shown(document) ==
      "paragraph: Before after\nparagraph: In the box\nparagraph: Controlled\nparagraph: Inline\nparagraph: "
      "Walks along\n");
  CHECK(where(document, "In the box").paragraph == 1);
  CHECK(document.notes.size() == 1);
}

TEST_CASE("hidden and struck-out text is left out and told") {
  const std::string styles =
      "<w:style w:type=\"character\" w:styleId=\"H\"><w:name "
      "w:val=\"Hide\"/><w:rPr><w:vanish/></w:rPr></w:style>";
  const Document document =
      docx("<w:p>" + run("Seen ") + run("secret", "<w:vanish/>") + run("secret", "<w:rStyle w:val=\"H\"/>") +
               run("old", "<w:strike/>") + run("end", "<w:vanish w:val=\"0\"/>") + "</w:p>",
           {{"styles", styles}});
  CHECK(document.text == "Seen end\n");
  REQUIRE(document.notes.size() == 2);
  CHECK(says(document.notes[0].message, "2 stretches of hidden text"));
}

TEST_CASE("footnotes follow the paragraph that they stand at") {
  const std::string notes = "<w:footnote w:type=\"separator\" w:id=\"0\">" + paragraph("---") +
                            "</w:footnote><w:footnote w:id=\"2\">" + paragraph("by the law") +
                            "</w:footnote>";
  CHECK(shown(docx("<w:p><w:pPr>" + listed(1, 0) + "</w:pPr>" + run("Walks") +
                       "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>" + paragraph("Talks"),
                   {{"footnotes", notes}})) == "item 1*: Walks\nitem 1: by the law\nparagraph: Talks\n");
}

TEST_CASE("names are told by namespace, and the main part by its relationship") {
  const std::string xml =
      "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\" "
      "xmlns:w=\"urn:other\"><x:body><x:p>"
      "<x:r><x:t>Strict</x:t><w:t>foreign</w:t></x:r></x:p></x:body></x:document>";
  const std::string file = test::zip_of(
      {{"_rels/.rels", test::relations({{"officeDocument", "/parts/main.xml"}})}, {"parts/main.xml", xml}});
  CHECK(test::read_one(file, "no-name").text == "Strict\n");
}

TEST_CASE("zip files that are no Word documents are told apart") {
  CHECK(says(message(test::zip_of({{"xl/workbook.xml", "<a/>"}})), "Excel"));
  CHECK(says(message(test::zip_of({{"ppt/presentation.xml", "<a/>"}})), "PowerPoint"));
  CHECK(says(message(test::zip_of({{"notes.txt", "a"}})), "zip archive"));
  CHECK(says(message("just text"), "is none"));
  CHECK(says(message(docx_of("<w:p/>")), "holds no text"));
}

TEST_CASE("damaged files are refused") {
  const std::string whole = docx_of(paragraph("Some words that are there"));
  CHECK(says(message(whole.substr(0, whole.size() / 2)), "damaged"));
  std::string flipped = whole;
  flipped[flipped.find("words that")] = 'W';  // the checksum no longer fits
  CHECK(says(message(flipped), "damaged"));
  CHECK(says(message(test::zip_of({{"word/document.xml", "<w:document><w:body>"}})), "broken"));
}

TEST_CASE("unsafe packages are refused") {
  const std::string main = test::in_word("document", "<w:body>" + paragraph("a") + "</w:body>");
  CHECK(says(message(test::zip_of({{"word/document.xml", main}, {"WORD/document.xml", main}})), "twice"));
  CHECK(says(message(test::zip_of({{"word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]>" + main}})),
             "DOCTYPE"));
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<w:ins>";
  for (int i = 0; i < 300; ++i) deep += "</w:ins>";
  CHECK(says(message(docx_of(deep)), "nested"));
}

TEST_CASE("a zip archive is held to its limits while it is unpacked") {
  const std::string bytes = test::zip_of({{"a", std::string(5000, 'a')}, {"b", std::string(5000, 'b')}});
  ZipLimits limits;
  limits.part = 4000;
  auto archive = ZipArchive::open(bytes, limits);
  REQUIRE(archive.has_value());
  CHECK_FALSE(archive->read("a").has_value());
  limits = {10, 6000, 9000};
  auto other = ZipArchive::open(bytes, limits);
  REQUIRE(other.has_value());
  CHECK(other->read("a").has_value());
  CHECK_FALSE(other->read("B").has_value());
  limits.entries = 1;
  CHECK_FALSE(ZipArchive::open(bytes, limits).has_value());
}

TEST_CASE("old Office files are told apart") {
  const auto wide = [](std::string_view name) {
    std::string text;
    for (const char c : name) text += std::string(1, c) + '\0';
    return text;
  };
  const std::string magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  CHECK(says(message(magic + wide("EncryptedPackage")), "password"));
  CHECK(says(message(magic + wide("WordDocument"), "a.doc"), ".doc"));
  CHECK(says(message(magic + wide("Workbook"), "a.xls"), "Excel"));
}

TEST_CASE("headers and footers of the pages are left out, and that is told") {
  const std::string body = "<w:p>" + run("a") + "</w:p>";
  const Document told =
      test::read_one(test::docx_of(body, {{"footer", "<w:p>" + run("Page 1 of 2") + "</w:p>"}}), "a.docx");
  CHECK(told.text == "a\n");
  REQUIRE(told.notes.size() == 1);
  CHECK(says(told.notes[0].message, "Headers and footers"));
  CHECK(test::read_one(test::docx_of(body, {{"header", "<w:p/>"}}), "a.docx").notes.empty());
}
