// Markdown: blocks, words without marks, exact places.
#include <doctest/doctest.h>

#include "reading.h"

using namespace peerscope;
using test::read;
using test::shown;
using test::where;

namespace {
Document markdown(std::string_view text) { return test::read_one(text, "file.md"); }
}  // namespace

TEST_CASE("headings, paragraphs, lists, quotes and tables are told apart") {
  const Document document = markdown(
      "# Peer *Worker*\n\nOffers **hope** and [tea](http://x.y).\n\n- Walks\n  along\n  1. far\n\n  "
      "still\n\n> Said "
      "so\n\n| Key | Value |\n|---|---|\n| Pay | 20 |\n");
  CHECK(shown(document) ==
        "heading 1: Peer Worker\nparagraph: Offers hope and tea.\nitem 1*: Walks/along\nitem 2*: far\nitem "
        "1: still\n"
        "quote: Said so\ncell: Key\ncell: Value\ncell: Pay\ncell: 20\n");
  CHECK(document.format == "markdown");
  const Place cell = where(document, "20");
  CHECK(cell.table == 1);
  CHECK(cell.row == 2);
  CHECK(cell.cell == 2);
  CHECK(cell.line == 15);
}

TEST_CASE("places are those of the source, marks counted") {
  const Document document =
      markdown("---\ntitle: x\n---\n\nCaf\xC3\xA9 **bold** and `code` &amp; more\n> - deep\n");
  CHECK(where(document, "bold").line == 5);
  CHECK(where(document, "bold").column == 8);
  CHECK(where(document, "and").column == 15);
  CHECK(where(document, "code").column == 20);
  CHECK(where(document, "& more").column == 26);
  CHECK(where(document, "more").column == 32);
  CHECK(where(document, "deep").line == 6);
  CHECK(where(document, "deep").column == 5);
  CHECK(document.text.find("title") == std::string::npos);
}

TEST_CASE("a table may be ruled with single dashes") {
  const Document document = markdown("|a|b|\n|-|:-:|\n|c|d|\n\nEnd | - |\n");
  CHECK(shown(document) == "cell: a\ncell: b\ncell: c\ncell: d\nparagraph: End | - |\n");
  CHECK(where(document, "d").line == 3);
  CHECK(where(document, "d").column == 4);
  CHECK(where(document, "End").line == 5);
}

TEST_CASE("lines of a paragraph stay lines") {
  CHECK(shown(markdown("**Pay:** 20\n**Hours:** 30  \nlate\\\nnight\n")) ==
        "paragraph: Pay: 20/Hours: 30/late/night\n");
}

TEST_CASE("bold paragraphs and bold first lines stand out") {
  CHECK(shown(markdown("**Duties**\n\ntext\n")) == "paragraph B: Duties\nparagraph: text\n");
  CHECK(shown(markdown("**Duties:**\nThe peer walks.\n")) ==
        "paragraph B: Duties:\nparagraph: The peer walks.\n");
  // A sentence that only begins bold is not cut: what stands behind may turn its meaning.
  CHECK(shown(markdown("**The peer will**\nnot drive.\n")) == "paragraph: The peer will/not drive.\n");
  CHECK(shown(markdown("**Pay**: 20\n")) == "paragraph: Pay: 20\n");
}

TEST_CASE("typed bullets inside a paragraph are items") {
  CHECK(shown(markdown("Will:\n\xE2\x80\xA2 walk\n\xE2\x80\xA2 talk\n  a lot\n")) ==
        "paragraph: Will:\nitem 1*: walk\nitem 1*: talk/a lot\n");
}

TEST_CASE("a sentence over a line of dashes is no heading") {
  CHECK(shown(markdown("He said that he would come back on Friday.\n---\n")) ==
        "paragraph: He said that he would come back on Friday.\n");
  CHECK(shown(markdown("One line\nand another\n---\n")) == "paragraph: One line/and another\n");
  CHECK(shown(markdown("Duties\n---\n")) == "heading 2: Duties\n");
}

TEST_CASE("comments go, ignore notes are kept beside the words they stand with") {
  const Document document = markdown(
      "<!-- internal -->\n<!-- peerscope-ignore a/b: known -->\n- **Walks** <!-- peerscope-ignore c/d: "
      "agreed -->\n- "
      "Talks\n");
  CHECK(shown(document) == "item 1* B: Walks\nitem 1*: Talks\n");
}

TEST_CASE("ignore notes know the text beside them") {
  const Document document = markdown(
      "Intro\n\n<!-- peerscope-ignore a/b: known -->\n- **Walks** <!-- peerscope-ignore c/d: agreed -->\n- "
      "Talks\n");
  REQUIRE(document.ignores.size() == 2);
  CHECK(document.ignores[0].offset == document.text.find("Walks"));
  CHECK(document.ignores[1].offset == document.text.find("Walks") + 5);
  CHECK(document.ignores[1].place.line == 4);
  CHECK(document.ignores[1].place.column == 13);
  CHECK(where(document, "Talks").line == 5);
}

TEST_CASE("a comment that is never closed hides nothing") {
  const Document document = markdown("One\n\n<!-- oops\n\n- Two\n");
  CHECK(document.text.find("Two") != std::string::npos);
  CHECK(document.notes.size() == 1);
}

TEST_CASE("struck-out text is left out and told; single tildes are text") {
  const Document document = markdown("- ~~Drives~~ walks ~5 to ~10 miles\n");
  CHECK(document.text.find("Drives") == std::string::npos);
  CHECK(document.text.find("walks ~5 to ~10 miles") != std::string::npos);
  CHECK(document.notes.size() == 1);
}

TEST_CASE("HTML in Markdown gives its words") {
  CHECK(shown(markdown(
            "<div>\n<h2>Duties</h2>\n<ul><li>Walks &amp; talks</li><li>Rests</li></ul>\n</div>\n")) ==
        "heading 2: Duties\nitem 1*: Walks & talks\nitem 1*: Rests\n");
  CHECK(shown(markdown("one<br>two <u>three</u>\n")) == "paragraph: one/two three\n");
  CHECK(shown(markdown("<script>\nalert(1)\n</script>\n\nText\n")) == "paragraph: Text\n");
}

TEST_CASE("an indented line is text, not code") {
  CHECK(shown(markdown("Text\n\n    indented words\n")) == "paragraph: Text\nparagraph: indented words\n");
}
