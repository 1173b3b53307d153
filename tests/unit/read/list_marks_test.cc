// Bullets and numbers as people type them, and words that only look like them.
#include "read/list_marks.h"

#include <doctest/doctest.h>

#include <string>

using peerscope::find_list_marks;
using peerscope::MarkLine;

namespace {

// Each line without its mark, or "=" where it has none.
std::vector<std::string> stripped(const std::vector<std::string>& lines) {
  std::vector<MarkLine> judged;
  bool blank = true;
  for (const std::string& line : lines) {
    if (!line.empty()) judged.push_back({line, blank});
    blank = line.empty();
  }
  const auto marks = find_list_marks(judged);
  std::vector<std::string> result;
  for (std::size_t i = 0; i < judged.size(); ++i) {
    result.push_back(marks[i] == 0 ? "=" : std::string(judged[i].text.substr(marks[i])));
  }
  return result;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("marks of many hands") {
  for (const char* mark :
       {"- ", "* ", "\xE2\x80\xA2 ", "\xC2\xB7 ", "\xE2\x96\xAA ", "\xE2\x80\xA3 ", "\xE2\x80\x93 ",
        "\xE2\x80\x94 ", "\xE2\x97\x8F\t", "\xE2\x97\xA6 ", "\xE2\x9E\xA2 ", "\xE2\x9C\x93 ", "1. ", "1) ",
        "(1) ", "\xEF\x82\xB7 ", "1.1 ", "1.1. "}) {
    CAPTURE(mark);
    CHECK(stripped({std::string(mark) + "Listens"}) == Lines{"Listens"});
  }
  CHECK(stripped({"\xE2\x80\xA2Listens"}) == Lines{"Listens"});
}

TEST_CASE("letters and Roman numbers need a neighbour") {
  CHECK(stripped({"a) Walks", "b) Talks"}) == Lines{"Walks", "Talks"});
  CHECK(stripped({"I. Purpose", "text", "II. Duties", "text", "III. Pay"}) ==
        Lines{"Purpose", "=", "Duties", "=", "Pay"});
  CHECK(stripped({"(i) Walks", "(ii) Talks"}) == Lines{"Walks", "Talks"});
  CHECK(stripped({"A. Smith came to the group."}) == Lines{"="});
  CHECK(stripped({"I. Then we talked"}) == Lines{"="});
}

TEST_CASE("the letter o is a bullet only where it is one more than once") {
  CHECK(stripped({"o  Walks", "o  Talks"}) == Lines{"Walks", "Talks"});
  CHECK(stripped({"o mejor dicho"}) == Lines{"="});
}

TEST_CASE("a wrapped line keeps its words") {
  CHECK(stripped({"The program is offered by the center",
                  "\xE2\x80\x94 which is new \xE2\x80\x94 on Mondays"}) == Lines{"=", "="});
  CHECK(stripped({"She has been coming since early in", "2019. Then she stopped"}) == Lines{"=", "="});
  CHECK(stripped({"as told on page", "14. She said so"}) == Lines{"=", "="});
  CHECK(stripped({"9.30 am to noon"}) == Lines{"="});
  CHECK(stripped({"-5 degrees"}) == Lines{"="});
  CHECK(stripped({"* * *", "-----"}) == Lines{"=", "="});
  CHECK(stripped({"**Note** that"}) == Lines{"="});
}

TEST_CASE("numbers that go on from one another are marks wherever they stand") {
  CHECK(stripped({"13. Walks along", "14. Talks"}) == Lines{"Walks along", "Talks"});
  CHECK(stripped({"-Walks along", "-Talks"}) == Lines{"Walks along", "Talks"});
}
