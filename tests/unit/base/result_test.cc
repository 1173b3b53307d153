// How a mistake is shown.
#include "base/result.h"

#include <doctest/doctest.h>

using namespace peerscope;

TEST_CASE("a mistake shows its place, its line, a caret and what to do") {
  const Error error{"Unknown key \"severty\".",   "scope/duties.yaml", 12, 5,
                    "Did you mean \"severity\"?", "    severty: error"};
  CHECK(describe(error) ==
        "scope/duties.yaml:12:5: Unknown key \"severty\".\n"
        "  12 |     severty: error\n"
        "     |     ^\n"
        "  Did you mean \"severity\"?\n");
}

TEST_CASE("what is not known is left out") {
  CHECK(describe(Error{"It went wrong.", "", 0, 0, "", ""}) == "It went wrong.\n");
  CHECK(describe(Error{"It is empty.", "a.yaml", 0, 0, "Fill it.", ""}) ==
        "a.yaml: It is empty.\n  Fill it.\n");
  CHECK(describe(Error{"Odd.", "a.yaml", 3, 0, "", "x"}) == "a.yaml:3: Odd.\n  3 | x\n");
}

TEST_CASE("the caret counts letters, and a long line is shown around it") {
  const Error accents{"Odd.", "a", 1, 5, "", "éàü x"};
  CHECK(describe(accents) == "a:1:5: Odd.\n  1 | éàü x\n    |     ^\n");
  Error wide{"Odd.", "a", 1, 301, "", std::string(300, 'a') + "X" + std::string(300, 'b')};
  const std::string shown = describe(wide);
  const std::size_t line = shown.find("  1 | ");
  const std::size_t caret = shown.find('^');
  REQUIRE(line != std::string::npos);
  REQUIRE(caret != std::string::npos);
  const std::string caret_line = shown.substr(shown.rfind('\n', caret) + 1);
  // The ellipsis before the excerpt takes three bytes and one column.
  CHECK(shown.substr(line, shown.find('\n', line) - line).find('X') == caret_line.find('^') + 2);
  CHECK(shown.size() < 300);
}

TEST_CASE("a file cannot steer the terminal through a mistake") {
  const Error error{"Odd \x1B[2J.", "a\nb\x07", 1, 2, "\xE2\x80\xAE", "x\x1B]0;title\x07\ty\xFF"};
  const std::string shown = describe(error);
  for (const char c : shown) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
  CHECK(shown.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(shown.find("a\xEF\xBF\xBD"
                   "b") != std::string::npos);
}
