// Where sentences end, and where a full stop is only part of a word.
#include "document/sentences.h"

#include "sheet.h"

using namespace peerscope;

namespace {
Told sentences(std::string_view text) {
  std::vector<Span> spans;
  split_sentences(text, {0, static_cast<std::uint32_t>(text.size())}, spans);
  Told told;
  for (const Span span : spans) told.lines.emplace_back(slice(text, span));
  return told;
}
}  // namespace

TEST_CASE("plain sentences") {
  CHECK(sentences("We sat down. Then it rained! Did it? It did.") ==
        Told{"We sat down.", "Then it rained!", "Did it?", "It did."});
  CHECK(sentences("No stop at the end") == Told{"No stop at the end"});
  CHECK(sentences("  ").lines.empty());
}

TEST_CASE("abbreviations and initials do not end a sentence") {
  CHECK(sentences("Dr. Abiola and Mr. Finch met at St. Columba's.").lines.size() == 1);
  CHECK(sentences("Tea, soup, etc. is free, e.g. on Sundays, i.e. today.").lines.size() == 1);
  CHECK(sentences("R. M. Oduya wrote to K.B. about it.").lines.size() == 1);
  CHECK(sentences("She works for Elm Homes, Inc. as a cook.").lines.size() == 1);
  CHECK(sentences("See No. 5 and approx. 3 others at 8 p.m. on Monday.").lines.size() == 1);
  CHECK(sentences("The U.S. Department of Labor pays.").lines.size() == 1);
  CHECK(sentences("Doors open at 8 a.m. Monday to Friday.").lines.size() == 1);
}

TEST_CASE("an abbreviation can be the last word") {
  CHECK(sentences("We close at 8 p.m. She stayed.").lines.size() == 2);
  CHECK(sentences("They lift 30 lbs. Work is outdoors.").lines.size() == 2);
  CHECK(sentences("It is the law in the U.S. They know it.").lines.size() == 2);
  CHECK(sentences("I met L.W. She was well.").lines.size() == 2);
  CHECK(sentences("Drug test: No. Nobody is tested.").lines.size() == 2);
  CHECK(sentences("So did I. Rosa laughed.").lines.size() == 2);
}

TEST_CASE("decimals, money and times") {
  CHECK(sentences("It costs 2.50 or $3.75 at 8.30 on 05.04.2024 sharp.").lines.size() == 1);
  CHECK(sentences("We were 12. 9 of us stayed.").lines.size() == 2);
}

TEST_CASE("terse notes begin sentences with small letters") {
  CHECK(sentences("Pt stable. denies SI. will f/u in 1 wk.") ==
        Told{"Pt stable.", "denies SI.", "will f/u in 1 wk."});
  CHECK(sentences("Spoke to pt. about it.").lines.size() == 1);
}

TEST_CASE("quoted speech stays whole, and ends behind its closing mark") {
  CHECK(sentences("He said, \"I'm done. Let me be.\" Then he left.") ==
        Told{"He said, \"I'm done. Let me be.\"", "Then he left."});
  CHECK(sentences("She asked, “Why me?” and sat down. We talked.") ==
        Told{"She asked, “Why me?” and sat down.", "We talked."});
  CHECK(sentences("It felt \"like school.\" I said so.").lines.size() == 2);
  CHECK(sentences("He wrote \"never. We talked. It rained.").lines.size() ==
        3);  // no closing mark: no quotation
}

TEST_CASE("brackets and semicolons") {
  CHECK(sentences("We meet (at the café. Always.) on Sundays. Come along.").lines.size() == 2);
  CHECK(sentences("Soup; bread; company. Nothing else.").lines.size() == 2);
  CHECK(sentences("He came back (late.) We ate.").lines.size() == 2);
}

TEST_CASE("ellipses, and a lost space") {
  CHECK(sentences("Well… I never. Well... who knows.").lines.size() == 2);
  CHECK(sentences("Keeps people in treatment.Provides rides.").lines.size() == 2);
  CHECK(sentences("Write to www.mill.House or jo@mill.House now.").lines.size() == 1);
}

TEST_CASE("text without any end is read in one go") {
  for (const std::string piece : {"“", "\"", "(", "a. ", "No. ", "... "}) {
    std::string text;
    while (text.size() < 200000) text += piece;
    std::vector<Span> spans;
    split_sentences(text, {0, static_cast<std::uint32_t>(text.size())}, spans);
    CHECK(spans.size() >= 1);
    for (const Span span : spans) REQUIRE(span.end <= text.size());
  }
}
