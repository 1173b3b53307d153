// What a regular expression demands of a text, and that nothing is demanded that need not be there.
#include "rules/literals.h"

#include <doctest/doctest.h>

using namespace peerscope;
using Sets = std::vector<Literals>;

TEST_CASE("the pieces of which one must be there, the rarest set first") {
  CHECK(required_literals("\\bq\\.?i\\.?d\\b") == Sets{{"q"}, {"i"}, {"d"}});
  CHECK(required_literals("med(s|ication)? pass") == Sets{{" pass"}, {"med"}});
  CHECK(required_literals("Pill count") == Sets{{"pill count"}});
  CHECK(required_literals("(?i)\\b(had|felt)\\s+[\"\u201C](ill)") ==
        Sets{{"ill"}, {"had", "felt"}, {"\"", "\u201C"}});
  CHECK(required_literals("\\b(?:salary|pay)\\b[^.]{0,25}[\u00A3\u20AC] ?\\d") ==
        Sets{{"\u00A3", "\u20AC"}, {"salary", "pay"}});
  CHECK(required_literals("abc+d") == Sets{{"abc"}, {"d"}});
  CHECK(required_literals("(cat|dog)s") == Sets{{"cat", "dog"}, {"s"}});
}

TEST_CASE("of alternatives nothing is demanded but one of them") {
  CHECK(required_literals("pill count|tablet") == Sets{{"pill count", "tablet"}});
  CHECK(required_literals("(pill|tablet) (count|check)") ==
        Sets{{"count", "check"}, {"pill", "tablet"}, {" "}});
}

TEST_CASE("what may be missing, or be something else, is no piece") {
  for (const char* pattern :
       {"a*", "(pill)?", "pill|\\d", "[a-z]+", "\\w+", "(?=pill)\\w", "(?!pill)..", "(?x)p i l l", "p{0,2}",
        "\\x70", "pr\u00FCf|\u00FC", "\\Qpill\\E", "(?<name>pill)", "[[:digit:]]", "[^a]"})
    CHECK_MESSAGE(required_literals(pattern).empty(), pattern);
}

TEST_CASE("capitals do not matter, and letters that fold to others are let through") {
  const auto holds = [](const Sets& sets, std::string_view text) {
    const LiteralIndex index = index_of({{{"elsewhere"}}, sets});
    FoundLiterals found(index);
    found.look_in("elsewhere pill");  // what stood in another text is forgotten
    found.look_in(text);
    return found.enough_for(1);
  };
  CHECK(holds({{"pill"}}, "Two PILLS."));
  CHECK(holds({{"pill"}}, "pill"));
  CHECK_FALSE(holds({{"pill"}}, "Two pils."));
  CHECK_FALSE(holds({{"pill"}}, "pil"));
  CHECK_FALSE(holds({{"pill"}}, ""));
  CHECK(holds({{"q"}}, "q"));
  CHECK(holds({{"pill", "tablet"}, {"count"}}, "counts tablets"));
  CHECK_FALSE(holds({{"pill", "tablet"}, {"count"}}, "takes tablets"));
  CHECK(holds({{"\u20AC"}}, "9 \u20AC"));
  CHECK(holds({{"sick"}}, "\u017Fick"));
  CHECK(holds({{"kg"}}, "3 \u212Ag"));
  CHECK(holds({}, "anything"));
}

TEST_CASE("more pieces than slots are all found") {
  Sets sets;
  for (int i = 0; i < 300; ++i) sets.push_back({"piece" + std::to_string(i) + "."});
  const LiteralIndex index = index_of({sets});
  FoundLiterals found(index);
  std::string text;
  for (int i = 0; i < 300; ++i) text += "Piece" + std::to_string(i) + ". ";
  found.look_in(text);
  CHECK(found.enough_for(0));
  found.look_in(std::string_view(text).substr(9));
  CHECK_FALSE(found.enough_for(0));
}
