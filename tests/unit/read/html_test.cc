// Web pages: what a reader of the page sees, where it stands, and which pages are refused.
#include "read/html.h"

#include <doctest/doctest.h>

#include "reading.h"

using namespace peerscope;
using test::shown;
using test::where;

namespace {

Document html(const std::string& body) { return test::read_one("<!DOCTYPE html>\n" + body, "page.html"); }

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

bool told(const Document& document, const std::string& words) {
  for (const ReadingNote& note : document.notes) {
    if (note.message.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("headings, paragraphs, lists and quotations") {
  CHECK(shown(html(
            "<title>Job</title><h1>Peer <em>worker</em></h1><p>Walks\n along.</p>loose"
            "<ul><li>one<ul><li><p>two</p><p>more</p></ul><li>three</ul><blockquote>said</blockquote>")) ==
        "heading 1: Peer worker\nparagraph: Walks along.\nparagraph: loose\nitem 1*: one\nitem 2*: two\n"
        "item 2: more\nitem 1*: three\nquote: said\n");
}

TEST_CASE("tables of facts give cells, tables that lay out the page do not") {
  const Document document = html(
      "<table><tr><th>Pay<td>20<ul><li>an hour</ul></table>"
      "<table role=presentation><tr><td>left<td><p>right</table>");
  CHECK(shown(document) == "cell: Pay\ncell: 20\nitem 1*: an hour\nparagraph: left\nparagraph: right\n");
  CHECK(where(document, "20").table == 1);
  CHECK(where(document, "20").row == 1);
  CHECK(where(document, "20").cell == 2);
  CHECK(where(document, "left").table == 0);
}

TEST_CASE("line breaks, bold and white space") {
  CHECK(shown(html("<p>one<br>two<br><br>three</p><p><b>Duties</b></p><pre>a\n  b</pre>")) ==
        "paragraph: one/two\nparagraph: three\nparagraph B: Duties\nparagraph: a/  b\n");
  CHECK(html("<p>peer&nbsp;run &amp; <i>f</i>ree</p>").text == "peer\xC2\xA0run & free\n");
}

TEST_CASE("what is not part of the text is left out, and told") {
  const Document document = html(
      "<script>var a = '<p>';</script><style>p{}</style><nav>Home</nav><p hidden>no</p>"
      "<p style='display: none'>no</p><p>Will <del>not</del> help</p><footer><a href=x>Terms</a></footer>"
      "<footer>We hire people of every faith.</footer>");
  CHECK(shown(document) == "paragraph: Will help\nparagraph: We hire people of every faith.\n");
  CHECK(told(document, "Menus"));
  CHECK(told(document, "Hidden"));
  CHECK(told(document, "Struck-out"));
}

TEST_CASE("each word's line and column, behind entities and tags too") {
  const Document document = html("<p>caf\xC3\xA9 &amp; one\n  <b>two</b> three\n</p>");
  CHECK(where(document, "caf").line == 2);
  CHECK(where(document, "caf").column == 4);
  CHECK(where(document, "one").column == 15);
  CHECK(where(document, "two").line == 3);
  CHECK(where(document, "two").column == 6);
  CHECK(where(document, "three").column == 14);
}

TEST_CASE("ignore notes in comments") {
  const Document document = html(
      "<ul><li>Drives people <!-- peerscope-ignore scope/transport: agreed --></li><li>two</ul><!-- x -->");
  REQUIRE(document.ignores.size() == 1);
  CHECK(document.ignores[0].rule == "scope/transport");
  CHECK(document.ignores[0].offset == 13);
  CHECK(document.ignores[0].place.line == 2);
  CHECK(told(html("<p>a<!-- peerscope-ignore scope/x -->"), "sets nothing aside"));
}

TEST_CASE("pages that would take the parser too far are refused") {
  const auto refused = [](const std::string& body, const std::string& words) {
    const auto reading = test::read("<!DOCTYPE html>" + body, "page.html");
    return reading.errors.size() == 1 && reading.errors[0].message.find(words) != std::string::npos &&
           !reading.errors[0].remedy.empty() && reading.errors[0].path == "page.html";
  };
  CHECK(refused(repeated("<div>", 50000), "nested deeper than 1000"));
  CHECK(refused(repeated("<div></span>", 2000), "nested deeper"));
  CHECK(refused(repeated("<span><div></span>", 2000), "nested deeper"));
  CHECK(refused(repeated("<div><table><tr><td></div>", 2000), "nested deeper"));
  CHECK(refused(repeated("<svg><p><x/>", 2000), "nested deeper"));
  CHECK(refused(repeated("<b class=x>", 900) + repeated("<p>", 10000), "more marks"));
  CHECK(refused("<p" + repeated(" a", 2000) + ">", "attributes"));
  CHECK(refused("<script>var a;</script>", "holds no text"));
  CHECK(shown(html(repeated("<p>a<br>", 2000) + "</p>")).size() > 2000);
  CHECK_FALSE(html("<svg>" + repeated("<path d=x />", 3000) + "</svg><p>kept").text.empty());
  CHECK_FALSE(html("<script>" + repeated("<div>", 3000) + "</script><p>kept").text.empty());
}

TEST_CASE("html that is broken off is read as far as it goes") {
  CHECK(shown(html("<p>one <b>two")) == "paragraph: one two\n");
  CHECK(shown(html("<p>a < b</p>")) == "paragraph: a < b\n");
}

TEST_CASE("a page that is no UTF-8 is read in the encoding that it names") {
  const std::string russian = "<p>\xEF\xE8\xF8\xE5\xF2</p>";
  CHECK(html("<meta http-equiv='Content-Type' content='text/html; CHARSET=windows-1251'>" + russian).text ==
        "\u043F\u0438\u0448\u0435\u0442\n");
  CHECK(test::read_one("<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><html><p>\xB1</p></html>", "a.html")
            .text == "\u0105\n");
  CHECK(html("<meta charset=\"windows-1251\"><p>caf\u00E9</p>").text ==
        "caf\u00E9\n");  // its bytes tell better
  CHECK(told(html("<meta charset=\"utf-8\"><p>caf\xE9 again</p>"), "Windows-1252"));
  CHECK(told(html("<meta charset=\"klingon\"><p>caf\xE9 again</p>"), "Windows-1252"));
}
