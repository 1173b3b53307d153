// PDF: order, paragraphs, headings and places; and what is said of files that hold no text or cannot be read.
#include <doctest/doctest.h>

#include <thread>

#include "../support/pdf_writer.h"
#include "read/pdf_helper.h"
#include "read/pdf_lines.h"
#include "reading.h"

using namespace peerscope;
using test::PdfWriter;

namespace {

// Where the helper is not built, there is nothing to test here but that its lack is told.
bool have_helper() {
  const bool have = !find_pdf_helper("").empty();
  if (!have) MESSAGE("peerscope-read-pdf is not built: its tests are left out");
  return have;
}

std::string error_of(std::string_view bytes) {
  const auto reading = test::read(bytes, "file.pdf");
  CHECK(reading.documents.empty());
  return reading.errors.empty() ? "" : reading.errors[0].message;
}

bool says(const std::string& message, const std::string& words) {
  return message.find(words) != std::string::npos;
}

bool noted(const Document& document, const std::string& words, bool incomplete) {
  for (const ReadingNote& note : document.notes)
    if (says(note.message, words)) return note.incomplete == incomplete;
  return false;
}

const std::string kLong =
    "The peer specialist sits with people who ask for company, listens without an agenda, and tells of a "
    "life with distress "
    "only where that helps the one who listens, which is never what a form can ask for or a chart can show.";

}  // namespace

TEST_CASE("paragraphs, headings and items of a PDF") {
  if (!have_helper()) return;
  PdfWriter pdf;
  pdf.heading("Peer Support Specialist", 20).heading("Duties").paragraph(kLong);
  pdf.item("Listens.").item(kLong).item("Goes along to hearings.");
  pdf.heading("Pay").paragraph("Twenty dollars an hour.").paragraph("Reports to the director.");
  CHECK(test::shown(test::read_one(pdf.file(), "a.pdf")) ==
        "heading 1 B: Peer Support Specialist\nheading 2 B: Duties\nparagraph: " + kLong +
            "\nitem 1*: Listens.\nitem 1*: " + kLong +
            "\nitem 1*: Goes along to hearings.\nheading 2 B: Pay\nparagraph: Twenty dollars an hour.\n"
            "paragraph: Reports to the director.\n");
}

TEST_CASE("a place in a PDF is a page and a paragraph of it") {
  if (!have_helper()) return;
  PdfWriter pdf;
  pdf.paragraph("One.").paragraph("Two.");
  pdf.new_page();
  pdf.paragraph("Three.").paragraph("Four.");
  const Document document = test::read_one(pdf.file(), "a.pdf");
  CHECK(document.format == "pdf");
  CHECK(test::where(document, "Two").page == 1);
  CHECK(test::where(document, "Two").paragraph == 2);
  CHECK(test::where(document, "Four").page == 2);
  CHECK(test::where(document, "Four").paragraph == 2);
}

TEST_CASE("a paragraph goes on over the page") {
  if (!have_helper()) return;
  PdfWriter pdf;
  pdf.move_to(100);
  pdf.paragraph(kLong);
  const Document document = test::read_one(pdf.file(), "a.pdf");
  CHECK(test::shown(document) == "paragraph: " + kLong + "\n");
  CHECK(test::where(document, "The peer").page == 1);
  CHECK(test::where(document, "can show").page == 2);
}

TEST_CASE("columns are read one after the other, whatever was drawn first") {
  if (!have_helper()) return;
  for (const bool shuffled : {false, true}) {
    PdfWriter pdf;
    pdf.put("A line across both", 72, 740);
    for (int i = 0; i < 12; ++i) {
      const int row = shuffled ? (i * 5) % 12 : i;
      const std::string left = "left line " + std::to_string(row) + " of column",
                        right = "right line " + std::to_string(row) + " of it";
      if (shuffled) pdf.put(right, 330, 700 - 14 * row);
      pdf.put(left, 72, 700 - 14 * row);
      if (!shuffled && i == 11)
        for (int j = 0; j < 12; ++j) pdf.put("right line " + std::to_string(j) + " of it", 330, 700 - 14 * j);
    }
    const std::string text = test::read_one(pdf.file(), "a.pdf").text;
    CHECK(text.find("left line 11 of") < text.find("right line 0 of"));
    CHECK(text.find("left line 3 of") < text.find("left line 4 of"));
    CHECK(text.find("right line 3 of") < text.find("right line 4 of"));
    CHECK(text.find("A line") == 0);
  }
}

TEST_CASE("a table is read row by row") {
  if (!have_helper()) return;
  PdfWriter pdf;
  for (int row = 0; row < 5; ++row) {
    pdf.put("Name " + std::to_string(row), 72, 700 - 14 * row);
    pdf.put("Value " + std::to_string(row), 300, 700 - 14 * row);
  }
  const std::string text = test::read_one(pdf.file(), "a.pdf").text;
  CHECK(text.find("Value 1") < text.find("Name 2"));
  CHECK(text.find("Name 2") < text.find("Value 2"));
}

TEST_CASE("a bullet far from its words, and one of a symbol font, are bullets") {
  CHECK(clean_pdf_text("\xEF\x82\xB7") == "\xE2\x80\xA2");
  CHECK(clean_pdf_text("con\xEF\xAC\x81"
                       "dential o\xEF\xAC\x83"
                       "ce") == "confidential office");
  CHECK(clean_pdf_text("stress\xC2\xAD"
                       "engineered") == "stress-engineered");
  CHECK(clean_pdf_text("a\x1B[2Jb") == "a[2Jb");
}

TEST_CASE("headers, footers and page numbers are left out and told") {
  if (!have_helper()) return;
  PdfWriter pdf;
  for (int page = 1; page <= 3; ++page) {
    if (page > 1) pdf.new_page();
    pdf.put("Harbour House, Policy 12", 72, 760);
    pdf.put("Page " + std::to_string(page) + " of 3", 280, 30);
    pdf.move_to(600);
    pdf.paragraph("Page text " + std::to_string(page) + ".");
  }
  const Document document = test::read_one(pdf.file(), "a.pdf");
  CHECK(test::shown(document) ==
        "paragraph: Page text 1.\nparagraph: Page text 2.\nparagraph: Page text 3.\n");
  CHECK(noted(document, "6 lines at the top or bottom", false));
}

TEST_CASE("what stands alone on its page is no header") {
  if (!have_helper()) return;
  PdfWriter pdf;
  for (int page = 1; page <= 3; ++page) {
    if (page > 1) pdf.new_page();
    pdf.put("Potato " + std::to_string(page), 72, 760);
  }
  CHECK(test::shown(test::read_one(pdf.file(), "a.pdf")) ==
        "paragraph: Potato 1\nparagraph: Potato 2\nparagraph: Potato 3\n");
}

TEST_CASE("text that runs up the page is read as lines") {
  if (!have_helper()) return;
  PdfWriter pdf;
  pdf.paragraph("Upright.");
  pdf.draw("q 0 1 -1 0 600 0 cm")
      .put("First line that is turned", 100, 300)
      .put("and a second one", 100, 286)
      .draw("Q");
  CHECK(says(test::read_one(pdf.file(), "a.pdf").text, "First line that is turned"));
}

TEST_CASE("a scan is read by machine where that is asked for") {
  if (!have_helper()) return;
  // What fills a pattern is drawn, but is no text to a reader of text: a scan without a picture.
  const std::string cell =
      "BT /F 16 Tf 72 700 Td (Monitors medication) Tj ET BT /F 16 Tf 72 660 Td (Listens to people) Tj ET";
  PdfWriter scan;
  scan.extras = {"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
                 "<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 612 792]/XStep 612/YStep "
                 "792/Resources<</Font"
                 "<</F 3 0 R>>>>/Length " +
                     std::to_string(cell.size()) + ">>stream\n" + cell + "\nendstream"};
  scan.resources = "/Pattern<</P 4 0 R>>";
  scan.draw("/Pattern cs /P scn 0 0 612 792 re f");
  CHECK(says(error_of(scan.file()), "perhaps a scan"));
  ReadOptions options;
  options.ocr = true;
  const auto reading = test::read(scan.file(), "a.pdf", options);
  if (reading.documents.empty()) {
    CHECK(says(reading.errors.at(0).message, "needs Tesseract"));
    MESSAGE("Tesseract is not installed: character recognition was not tried");
    return;
  }
  CHECK(says(reading.documents[0].text, "Monitors medication\nListens to people"));
  CHECK(noted(reading.documents[0], "read by machine", false));
  CHECK(reading.documents[0].machine_pages == std::vector<std::uint32_t>{1});
}

TEST_CASE("a word parted at a line's end is joined where it is known") {
  if (!have_helper()) return;
  const auto text_of = [](const std::string& first, const std::string& second, ReadOptions options = {}) {
    PdfWriter pdf;
    pdf.put("Here stands one more line that is as long as any other on this page can be, to show its edge ",
            72, 714);
    pdf.put("Each of the members is asked beforehand whether somebody should speak of any " + first, 72, 700);
    pdf.put(second + " with the nurse of the team or whether that is left alone until they ask.", 72, 686.8);
    return test::read_one(pdf.file(), "a.pdf", std::move(options)).text;
  };
  ReadOptions knows;
  knows.is_word = [](std::string_view word) { return word == "medication"; };
  CHECK(says(text_of("medica-", "tion", knows), "any medication with"));
  CHECK(says(text_of("be-", "forehand"), "any beforehand with"));  // the document has it elsewhere
  CHECK(says(text_of("xeno-", "morph"),
             "any xeno-\nmorph with"));  // nobody knows: both halves stay as they are
}

TEST_CASE("files that hold no text or cannot be read say what to do") {
  if (!have_helper()) return;
  CHECK(says(error_of(PdfWriter().file()), "no text in it, perhaps a scan"));
  PdfWriter scan;
  scan.draw("0 0 0 rg 100 100 300 500 re f").put("3", 300, 30);
  CHECK(says(error_of(scan.file()), "no text in it, perhaps a scan"));
  CHECK(says(error_of("%PDF-1.7\nnothing of the kind"), "damaged or cut off"));
  CHECK(says(error_of(""), "is empty"));
  CHECK(says(error_of("Hello"), "is none"));
  const std::string locked = PdfWriter::file_of(
      {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>",
       "<</Filter/Standard/V 1/R 2/P -4/O<" + std::string(64, '1') + ">/U<" + std::string(64, '2') + ">>>"},
      "/Encrypt 3 0 R/ID[<00><00>]");
  CHECK(says(error_of(locked), "password"));
}

TEST_CASE("what is missing is told") {
  if (!have_helper()) return;
  PdfWriter pdf;
  pdf.paragraph(kLong);
  pdf.new_page();
  pdf.draw("0 0 0 rg 100 100 300 500 re f");
  CHECK(noted(test::read_one(pdf.file(), "a.pdf"), "Page 2 is a picture", true));
  PdfWriter blank;
  blank.paragraph(kLong);
  blank.new_page();
  CHECK(test::read_one(blank.file(), "a.pdf").notes.empty());
  const std::string whole = PdfWriter().paragraph(kLong).file();
  const auto cut = test::read(std::string_view(whole).substr(0, whole.rfind("xref")), "a.pdf");
  REQUIRE(cut.documents.size() == 1);
  CHECK(noted(cut.documents[0], "damaged", true));
}

TEST_CASE("without the helper it is said what is missing") {
  ReadOptions options;
  options.pdf_helper = "/nonexistent/peerscope-read-pdf";
  const auto reading = test::read(PdfWriter().file(), "a.pdf", options);
  REQUIRE(reading.errors.size() == 1);
  CHECK(says(reading.errors[0].message, "peerscope-read-pdf, was not found"));
  CHECK(says(reading.errors[0].remedy, "--read-pdf"));
}

TEST_CASE("a document that never ends is given up, and the next one is read") {
  if (!have_helper()) return;
  // Each form draws the next one twice: 2^40 times the last.
  PdfWriter bomb;
  for (int i = 0; i < 40; ++i) {
    const std::string next = std::to_string(PdfWriter::first_extra + i + 1) + " 0 R";
    const std::string content = i < 39 ? "/N Do /N Do" : "0 0 m";
    bomb.extras.push_back("<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N " + next +
                          ">>>>/Length " + std::to_string(content.size()) + ">>stream\n" + content +
                          "\nendstream");
  }
  bomb.resources = "/XObject<</N 3 0 R>>";
  bomb.paragraph(kLong).draw("/N Do");
  PdfLimits limits;
  limits.cpu_seconds = 1;
  const std::string helper = find_pdf_helper("");
  const auto hung = read_pdf_pages(bomb.file(), helper, limits);
  REQUIRE_FALSE(hung.has_value());
  CHECK(says(hung.error()[0].message, "more than 1 seconds"));
  CHECK(read_pdf_pages(PdfWriter().paragraph(kLong).file(), helper, limits).has_value());
  limits.answer = 100;
  CHECK(says(read_pdf_pages(PdfWriter().paragraph(kLong).file(), helper, limits).error()[0].message,
             "more text than"));
}

TEST_CASE("a program that is no helper is an error, not a hang") {
  PdfLimits limits;
  limits.wall_seconds = 1;
  CHECK(says(read_pdf_pages("%PDF-1.4", "/bin/cat", limits).error()[0].message, "was not read"));
  CHECK(says(read_pdf_pages("%PDF-1.4", "/bin/true", limits).error()[0].message, "was not read"));
  CHECK(
      says(read_pdf_pages("%PDF-1.4", "/bin/sleep", limits).error()[0].message, "took more than 1 seconds"));
}

TEST_CASE("several threads read at once") {
  if (!have_helper()) return;
  std::vector<std::string> texts(4);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    threads.emplace_back([&texts, i] {
      for (int round = 0; round < 5; ++round)
        texts[i] +=
            test::read_one(PdfWriter().paragraph("Text " + std::to_string(i) + ".").file(), "a.pdf").text;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(texts[2] == "Text 2.\nText 2.\nText 2.\nText 2.\nText 2.\n");
  CHECK(texts[3].starts_with("Text 3."));
}
