// How text is cut into words.
#include "base/words.h"

#include <doctest/doctest.h>

using namespace peerscope;

namespace {
std::string cut(std::string_view text) {
  std::string out;
  for (const Word& word : cut_words(text, {0, static_cast<std::uint32_t>(text.size())}))
    out += (out.empty() ? "" : "|") + fold_word(slice(text, word.span));
  return out;
}
std::uint16_t before_last(std::string_view text) {
  return cut_words(text, {0, static_cast<std::uint32_t>(text.size())}).back().before;
}
}  // namespace

TEST_CASE("clitics are words of their own") {
  CHECK(cut("doesn't") == "does|not");
  CHECK(cut("doesn\u2019t") == "does|not");
  CHECK(cut("can't won't cannot") == "can|not|will|not|can|not");
  CHECK(cut("the person's pills") == "the|person|'s|pills");
  CHECK(cut("we'll I'm they've") == "we|'ll|i|'m|they|'ve");
  CHECK(cut("members' rooms") == "members|rooms");
}

TEST_CASE("abbreviations stay whole") {
  CHECK(cut("s/p fall, c/o pain, w/ staff, A&O x3") == "s/p|fall|c/o|pain|w/|staff|a&o|x3");
  CHECK(cut("SI/HI and/or") == "si|hi|and|or");
  CHECK(cut("e.g. p.r.n. at 8:15 for 2.5 mg") == "e.g|p.r.n|at|8:15|for|2.5|mg");
  CHECK((before_last("Dr. Lund") & kPeriod) == 0);
  CHECK((before_last("He left. Then") & kPeriod) != 0);
}

TEST_CASE("marks before a word are kept") {
  CHECK((before_last("non-compliant") & kHyphen) != 0);
  CHECK((before_last("calm - then") & kDash) != 0);
  CHECK((before_last("calm \u2014 then") & kDash) != 0);
  CHECK((before_last("a, b") & kComma) != 0);
  CHECK((before_last("he said \u201Cno") & kQuote) != 0);
}

TEST_CASE("soft hyphens and invalid bytes do no harm") {
  CHECK(cut("medi\u00ADcation") == "medication");
  CHECK(cut("a\xFFz") == "a|z");
  CHECK(cut("medi-\ncation, peer-\nrun") == "medication|peer|run");
  CHECK(cut("") == "");
}
