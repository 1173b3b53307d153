// CSV tables: delimiter, header and columns told apart; rows read one by one; nothing lost without a word.
#include <doctest/doctest.h>

#include "read/csv_table.h"
#include "reading.h"

using namespace peerscope;
using test::where;

namespace {

const std::string kTable =
    "id,agency,date,note\r\n"
    "n1,North,2026-03-01,\"Talked about soup.\nThen \"\"walked\"\" home, slowly.\"\r\n"
    "\r\n"
    "n2,South,2026-03-02,Counted her pills.\r\n";

std::string message(const test::Reading& reading) {
  REQUIRE(reading.errors.size() >= 1);
  CHECK_FALSE(reading.errors[0].remedy.empty());
  return reading.errors[0].message;
}

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

ReadOptions columns(const std::string& text, const std::string& agency = {}, const std::string& id = {}) {
  ReadOptions options;
  options.text_columns = {text};
  options.agency_column = agency;
  options.id_column = id;
  return options;
}

}  // namespace

TEST_CASE("each row is a document, its place a row and a column") {
  const auto reading = test::read(kTable, "notes.csv");
  REQUIRE(reading.documents.size() == 2);
  CHECK(reading.errors.empty());
  const Document& first = reading.documents[0];
  CHECK(first.id == "n1");
  CHECK(first.agency == "North");
  CHECK(first.date == "2026-03-01");
  CHECK(first.format == "csv");
  CHECK(first.text == "Talked about soup.\nThen \"walked\" home, slowly.");
  CHECK(where(first, "Then").row == 2);
  CHECK(where(first, "Then").field == "note");
  CHECK(where(first, "Then").line == 3);  // of the file
  const Document& second = reading.documents[1];
  CHECK(second.id == "n2");
  CHECK(where(second, "pills").row == 4);  // the blank row counts, the quoted line break does not
  CHECK(where(second, "pills").line == 5);
  CHECK(where(second, "pills").column == 33);
}

TEST_CASE("a doubled quotation mark makes columns uncertain: then none is told") {
  const auto reading = test::read(kTable, "notes.csv");
  CHECK(where(reading.documents.at(0), "home").column == 0);
}

TEST_CASE("delimiters are recognised") {
  for (const std::string d : {",", ";", "\t", "|"}) {
    const std::string table =
        "id" + d + "note\n1" + d + "\"Yes, well; a|b\tc\"\n2" + d + "Walked, and talked\n";
    const auto reading = test::read(table, "a.csv");
    // Without quotation marks a comma in a table of commas is one cell too many, and said to be.
    CHECK(reading.documents.size() == (d == "," ? 1 : 2));
    CHECK(reading.documents[0].text == "Yes, well; a|b\tc");
    CHECK(reading.errors.size() == (d == "," ? 1 : 0));
  }
  CHECK(test::read("sep=;\nid;note\n1;Walked\n", "a.csv").documents.at(0).id == "1");
}

TEST_CASE("columns are given by name or number") {
  const std::string table = "case,who,what happened\n7,Lark,Walked along\n8,Wren,Stayed home\n";
  const auto named = test::read(table, "a.csv", columns("What_Happened", "who", "case"));
  REQUIRE(named.documents.size() == 2);
  CHECK(named.documents[1].text == "Stayed home");
  CHECK(named.documents[1].agency == "Wren");
  CHECK(named.documents[1].id == "8");
  CHECK(test::read(table, "a.csv", columns("3")).documents.at(0).text == "Walked along");
  CHECK(says(message(test::read(table, "a.csv", columns("story"))), "no column for --text-column story"));
  CHECK(says(test::read(table, "a.csv", columns("story")).errors[0].remedy, "case, who, what happened"));
  CHECK(says(message(test::read("a,a\nx,y\nz,w\n", "a.csv", columns("a"))), "2 columns named"));
  CHECK(test::read(table, "-", columns("3")).documents.size() ==
        2);  // the flag alone says that it is a table
}

TEST_CASE("without a name that tells, the column of sentences is the text, and that is told") {
  const std::string table =
      "case,story\n7,We walked to the river and sat there for an hour.\n8,She chose to stay at home with her "
      "cat.\n";
  const auto reading = test::read(table, "a.csv");
  REQUIRE(reading.documents.size() == 2);
  CHECK(reading.documents[0].text.starts_with("We walked"));
  CHECK(says(reading.documents[0].notes.at(0).message, "\"story\" was read as the text, since"));
  CHECK(says(reading.documents[0].notes[0].message, "not read were: case"));
  CHECK(reading.documents[1].notes.empty());
  CHECK(says(message(test::read("case,code\n7,aa\n8,bb\n", "a.csv")), "not clear which column"));
}

TEST_CASE("the parts of a note may have a column each") {
  const std::string table =
      "id,subjective,objective,plan,code\n1,\"Tired, she said.\",,Walk again.,99\n2,,,,98\n";
  const auto reading = test::read(table, "a.csv");
  REQUIRE(reading.documents.size() == 1);
  CHECK(test::shown(reading.documents[0]) ==
        "heading 1: subjective\nline: Tired, she said.\nheading 1: plan\nline: Walk again.\n");
  CHECK(where(reading.documents[0], "Walk").field == "plan");
  CHECK(where(reading.documents[0], "Walk").column == 23);
  CHECK(says(reading.documents[0].notes.at(0).message, "\"subjective\", \"objective\", \"plan\" were read"));
  CHECK(says(message(reading), "row 3 has no text in the column"));
  ReadOptions options = columns("plan");
  options.text_columns.push_back("code");
  CHECK(test::shown(test::read(table, "a.csv", options).documents.at(0)) ==
        "heading 1: plan\nline: Walk again.\nheading 1: code\nline: 99\n");
}

TEST_CASE("a table without a header numbers its columns") {
  const auto reading = test::read(
      "2026-03-01,We walked to the river and sat there.\n2026-03-02,We stayed at home all day long.\n",
      "a.csv");
  REQUIRE(reading.documents.size() == 2);
  CHECK(where(reading.documents[0], "walked").field == "column 2");
  CHECK(reading.documents[0].id == "a.csv:1");
}

TEST_CASE("what a table refuses") {
  CHECK(says(message(test::read("id,note\n1,\n", "a.csv")), "row 2 has no text in the column \"note\""));
  CHECK(says(message(test::read("id,note\n1,a, and b\n", "a.csv")), "row 2 has 3 cells"));
  const auto unclosed = test::read("id,note\n1,fine\n2,\"never closed\n3,swallowed\n", "a.csv");
  CHECK(unclosed.documents.size() == 1);
  CHECK(says(message(unclosed), "row 3 opens a quotation mark that is never closed; it and what follows"));
  CHECK(unclosed.errors[0].line == 3);
  CHECK(says(message(test::read("id,note\n", "a.csv")), "no row below its header"));
  CHECK(
      says(message(test::read(std::string("\0\1\2\0\0,\n", 7) + std::string(200, '\0'), "a.csv")), "binary"));
  CHECK(says(message(test::read("id,note\n1,\"" + std::string(17U << 20U, 'a') + "\"\n", "a.csv")),
             "longer than 16 MB"));
  CHECK(says(message(test::read("", "a.csv")), "empty"));
}

TEST_CASE("a quotation mark that nobody doubled is read as text") {
  const auto reading = test::read("id,note\n1,\"He said \"no\" to it.\"\n2,\"b\" \n", "a.csv");
  REQUIRE(reading.documents.size() == 2);
  CHECK(reading.documents[0].text == "He said \"no\" to it.");
  CHECK(says(reading.documents[0].notes.front().message, "not doubled"));
  CHECK(reading.documents[1].text == "b");
}

TEST_CASE("encodings and line ends of tables") {
  CHECK(test::read("\xEF\xBB\xBFid,note\r1,caf\xC3\xA9\r", "a.csv").documents.at(0).text == "caf\xC3\xA9");
  const auto old = test::read("id,note\n1,caf\xE9\n", "a.csv");
  CHECK(old.documents.at(0).text == "caf\xC3\xA9");
  CHECK(says(old.documents[0].notes.at(0).message, "Windows-1252"));
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("id\tnote\r\n1\tWalked\r\n")) wide += std::string(1, c) + '\0';
  const auto excel = test::read(wide, "a.csv");
  REQUIRE(excel.documents.size() == 1);
  CHECK(excel.documents[0].text == "Walked");
}

TEST_CASE("a table is known by its look only where that is sure") {
  CHECK(looks_like_csv("id,note\n1,a\n2,b\n"));
  CHECK_FALSE(looks_like_csv("Notes, and more\nof them\nhere\n"));
  CHECK_FALSE(looks_like_csv("id,note\n1,a\n2,b,c\n"));
  CHECK_FALSE(looks_like_csv("size,shape\n1,a\n2,b\n"));
}
