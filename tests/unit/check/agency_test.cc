// Agencies: what is pooled, whose figure is withheld, who cannot be told apart.
#include "check/agency.h"

#include <doctest/doctest.h>

#include "check/baseline.h"
#include "check/compare.h"
#include "support/made.h"

using namespace peerscope;

namespace {

Checked text_of_agency(const std::string& agency, DocumentKind kind, int good, int bad) {
  made::Made made;
  made.document().agency = agency;
  made.document().kind = kind;
  for (int i = 0; i < good; ++i)
    made.unit("Good " + std::to_string(i)).finding(Effect::strength, Severity::warning);
  for (int i = 0; i < bad; ++i)
    made.unit("Bad " + std::to_string(i)).finding(Effect::risk, Severity::warning);
  return made.scored();
}

AgencyGroup group_of_notes(int number) {
  AgencyTally tally(made::rules());
  for (int i = 0; i < number; ++i) tally.add(text_of_agency("north", DocumentKind::progress_note, 2, 3));
  return tally.agencies().at(0).groups.at(0);
}

KeyedFinding keyed(const std::string& fingerprint, const std::string& words) {
  return {fingerprint, words, nullptr, 0};
}

}  // namespace

TEST_CASE("four notes give no figure and no counts, five do") {
  const AgencyGroup four = group_of_notes(4), five = group_of_notes(5);
  CHECK_FALSE(four.figure);
  CHECK(four.documents == 4);
  CHECK(four.signs.empty());
  CHECK(four.worst.empty());
  CHECK(four.score.risks == 0);
  CHECK(five.figure);
  CHECK(five.score.risks == 15);
  CHECK(five.signs.at(0).risk == 15);
  CHECK(five.worst.at(0).number == 15);
}

TEST_CASE("drawing documents: fixed, whatever their order, and never narrower than Beta") {
  const std::vector<DocumentSums> sums{{9, 0}, {0, 9}, {4, 4}, {7, 1}, {1, 7}, {3, 2}};
  double low = 0, high = 0, low_back = 0, high_back = 0;
  bootstrap_interval(sums, low, high);
  bootstrap_interval({sums.rbegin(), sums.rend()}, low_back, high_back);
  CHECK(low == low_back);
  CHECK(high == high_back);
  CHECK(low > 15);
  CHECK(low < 45);
  CHECK(high > 55);
  CHECK(high < 85);
  bootstrap_interval({{3, 1}, {3, 1}, {3, 1}, {3, 1}, {3, 1}}, low, high);
  CHECK(low == high);

  AgencyTally tally(made::rules());
  for (int i = 0; i < 5; ++i) tally.add(text_of_agency("north", DocumentKind::policy, 3, 1));
  const AgencyGroup group = tally.agencies().at(0).groups.at(0);
  CHECK(group.bootstrap);
  CHECK(group.score.high - group.score.low > 10);
}

TEST_CASE("the order of documents changes nothing") {
  AgencyTally there(made::rules()), back(made::rules());
  for (int i = 0; i < 7; ++i) there.add(text_of_agency("north", DocumentKind::job_description, i, 7 - i));
  for (int i = 6; i >= 0; --i) back.add(text_of_agency("north", DocumentKind::job_description, i, 7 - i));
  const Score a = there.agencies()[0].groups[0].score, b = back.agencies()[0].groups[0].score;
  CHECK(a.low == b.low);
  CHECK(a.high == b.high);
  CHECK(a.value == b.value);
}

TEST_CASE("agencies that overlap are not told apart; others are") {
  AgencyTally tally(made::rules());
  tally.add(text_of_agency("good", DocumentKind::job_description, 40, 1));
  tally.add(text_of_agency("near", DocumentKind::job_description, 30, 2));
  tally.add(text_of_agency("poor", DocumentKind::job_description, 1, 40));
  tally.add_unread("poor");
  const auto agencies = tally.agencies();
  REQUIRE(agencies.size() == 3);
  CHECK(agencies[0].groups[0].not_told_apart == std::vector<std::string>{"near"});
  CHECK(agencies[2].groups[0].not_told_apart.empty());
  CHECK(agencies[2].unread == 1);
}

TEST_CASE("findings are paired once, then by words under another heading") {
  const Pairing pairing = pair_findings({keyed("a", "x"), keyed("a", "x"), keyed("b", "y"), keyed("c", "z")},
                                        {keyed("a", "x"), keyed("d", "z"), keyed("e", "new")});
  CHECK(pairing.resolved == std::vector<std::size_t>{1, 2});
  REQUIRE(pairing.kept.size() == 2);
  CHECK_FALSE(pairing.kept[0].moved);
  CHECK(pairing.kept[1].moved);
  CHECK(pairing.brought_in == std::vector<std::size_t>{2});
}

TEST_CASE("a baseline covers as many as it knows") {
  Baseline known, seen;
  known.add("0000000000000001", "pack/a");
  known.add("0000000000000002", "pack/b");
  seen.add("0000000000000001", "pack/a");
  CHECK(known.covers("0000000000000001", seen));
  seen.add("0000000000000001", "pack/a");
  CHECK_FALSE(known.covers("0000000000000001", seen));
  CHECK(known.stale(seen).findings.count("0000000000000002") == 1);
  CHECK(known.stale(seen).size() == 1);
}
