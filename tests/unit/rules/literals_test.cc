// What a regular expression demands of a text, and that nothing is demanded that need not be there.
#include "rules/literals.h"

#include <doctest/doctest.h>

using namespace peerscope;
using Pieces = std::vector<std::string>;

TEST_CASE("the rarest piece that must be there") {
  CHECK(required_literals("\\bq\\.?i\\.?d\\b") == Pieces{"q"});
  CHECK(required_literals("med(s|ication)? pass") == Pieces{" pass"});
  CHECK(required_literals("Pill count") == Pieces{"pill count"});
  CHECK(required_literals("(?i)\\b(had|felt)\\s+[\"\u201C](ill)") == Pieces{"ill"});
  CHECK(required_literals("\\b(?:salary|pay)\\b[^.]{0,25}[$\u00A3\u20AC] ?\\d") == Pieces{"salary", "pay"});
  CHECK(required_literals("abc+d") == Pieces{"abc"});
  CHECK(required_literals("(cat|dog)s") == Pieces{"cat", "dog"});
}

TEST_CASE("what may be missing, or be something else, is no piece") {
  for (const char* pattern :
       {"a*", "(pill)?", "pill|\\d", "[a-z]+", "\\w+", "(?=pill)\\w", "(?!pill)..", "(?x)p i l l", "p{0,2}",
        "\\x70", "pr\u00FCf|\u00FC", "\\Qpill\\E", "(?<name>pill)", "[[:digit:]]", "[^a]"})
    CHECK_MESSAGE(required_literals(pattern).empty(), pattern);
}

TEST_CASE("capitals do not matter, and letters that fold to others are let through") {
  const auto holds = [](const Pieces& pieces, std::string_view text) {
    return holds_literal(pieces, text, {0, static_cast<std::uint32_t>(text.size())});
  };
  CHECK(holds({"pill"}, "Two PILLS."));
  CHECK_FALSE(holds({"pill"}, "Two pils."));
  CHECK(holds({"\u20AC"}, "9 \u20AC"));
  CHECK(holds({"sick"}, "\u017Fick"));
  CHECK(holds({"kg"}, "3 \u212Ag"));
}
