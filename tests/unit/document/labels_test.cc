// Keys with values, and dates at the head of a log's entry.
#include "document/labels.h"

#include <doctest/doctest.h>

using namespace peerscope;

namespace {
Span all_of(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }
std::string_view key_of(std::string_view text) { return slice(text, label_of(text, all_of(text)).key); }
bool dated(std::string_view text) { return opens_with_date(text, all_of(text)); }
}  // namespace

TEST_CASE("keys") {
  CHECK(key_of("Salary: $20/hr") == "Salary");
  CHECK(key_of("FLSA Status : exempt") == "FLSA Status");
  CHECK(key_of("Duties:") == "Duties");
  CHECK(key_of("8:15 at the gate: tea").empty());
  CHECK(key_of("Open 8:15 to 9:30").empty());
  CHECK(key_of("We sat. Then: tea").empty());
  CHECK(key_of("No colon here").empty());
  CHECK(label_of("JOB SUMMARY: tea", all_of("JOB SUMMARY: tea")).capitals);
  CHECK(slice("Pay:  $20 ", label_of("Pay:  $20 ", all_of("Pay:  $20 ")).value) == "$20");
}

TEST_CASE("dates") {
  for (const std::string_view line :
       {"3 March - Delphine", "05/04  R.M.  Under the bridge", "Contact 2   05/04   D.K.",
        "Joel – Oct 2, café", "2024-05-04", "5/4/2024 – visit", "March 3rd", "Hector, 09/08, 11:00",
        "3rd of May, at home"}) {
    CAPTURE(line);
    CHECK(dated(line));
  }
  for (const std::string_view line :
       {"Open 24/7", "Staff the Oct 10 health fair", "10/12 people came", "Date: 05/06/2024", "Works 9-5",
        "May be asked to drive", "March with us", "1.5 posts", "Room 3 / 4"}) {
    CAPTURE(line);
    CHECK_FALSE(dated(line));
  }
}
