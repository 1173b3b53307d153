// How scores went over time: in words, on paper, as JSON and as lines on the HTML page.
#include "write/trend.h"

#include <doctest/doctest.h>

#include <sstream>

#include "support/made.h"
#include "write/formats.h"

using namespace peerscope;

namespace {

TrendLine line(std::vector<TrendPoint> points) { return {"North", DocumentKind::job_description, points}; }

std::string page_of(const TrendLine& trend) {
  Report report;
  report.rules = &made::rules();
  report.trend = {trend};
  std::ostringstream out;
  write_html(report, {}, out);
  const std::string page = out.str();
  return page.substr(page.find("<body>"));
}

int times(const std::string& text, const std::string& part) {
  int number = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
  return number;
}

}  // namespace

TEST_CASE("a change is one only where the intervals lie apart") {
  CHECK(change_in_words(
            line({{"2026-03-31", 3, 80, 70, 90, "best"}, {"2026-06-30", 3, 60, 50, 69, "second"}})) ==
        "20 lower than on 2026-03-31: the intervals lie apart");
  CHECK(change_in_words(
            line({{"2026-03-31", 3, 60, 50, 70, "second"}, {"2026-06-30", 3, 68, 58, 78, "second"}})) ==
        "8 higher than on 2026-03-31: the two intervals overlap, so by them nobody can say that it changed");
  CHECK(change_in_words(line({{"2026-03-31", 3, 60, 50, 70, "second"},
                              {"2026-06-30", 3, 60.4, 50, 70, "second"}})) == "as it was on 2026-03-31");
  // A slide in small steps adds up: the first day and the last are compared.
  CHECK(change_in_words(line({{"2025-12-31", 3, 80, 75, 85, "best"},
                              {"2026-03-31", 3, 74, 70, 80, "second"},
                              {"2026-06-30", 3, 68, 62, 74, "second"}})) ==
        "12 lower than on 2025-12-31: the intervals lie apart");
}

TEST_CASE("JSON without a history has no trend") {
  Report report;
  report.rules = &made::rules();
  std::ostringstream out;
  JsonWriter json(out, JsonWriter::Layout::one_line);
  json.begin_object();
  write_json_trend(json, report);
  json.end_object();
  CHECK(out.str() == "{}");
}

TEST_CASE("days stand as far apart as they are") {
  // The second half of the year has no run in its middle: half of the line is one step.
  const std::string page = page_of(line({{"2025-01-01", 2, 50, 40, 60, "second"},
                                         {"2025-07-02", 2, 50, 40, 60, "second"},
                                         {"2025-12-31", 2, 50, 40, 60, "second"}}));
  CHECK(times(page, "cx=\"9.00%\"") == 1);
  CHECK(times(page, "cx=\"53.00%\"") == 1);
  CHECK(times(page, "cx=\"97.00%\"") == 1);
  CHECK(times(page, "2025-07-02") == 2);  // below the line, and in the table
}

TEST_CASE("every day has its row, also where its name has no room below the line") {
  const std::string page = page_of(line({{"2025-01-01", 2, 50, 40, 60, "second"},
                                         {"2025-01-02", 2, 51, 40, 60, "second"},
                                         {"2025-12-31", 2, 52, 40, 60, "second"}}));
  CHECK(times(page, "2025-01-02") == 1);
  CHECK(times(page, "<th scope=\"row\">") == 3);
  CHECK(times(page, "<circle") == 3);
}

TEST_CASE("one day is a point, and neither a line nor a change") {
  const std::string page = page_of(line({{"2025-01-01", 2, 50, 40, 60, "second"}}));
  CHECK(times(page, "<circle") == 1);
  CHECK(times(page, "<polygon") == 0);
  CHECK(times(page, "as it was on") == 0);
}

TEST_CASE("a day that is none does not stop the page") {
  const std::string page =
      page_of(line({{"soon", 2, 50, 40, 60, "second"}, {"<b>", 2, 50, 40, 60, "second"}}));
  CHECK(times(page, "<circle") == 2);
  CHECK(times(page, "<b>") == 0);
}

TEST_CASE("an agency that this run did not meet keeps its line") {
  Report report;
  report.rules = &made::rules();
  report.agencies = {{"South", 0, {}}};
  report.trend = {line({{"2025-01-01", 2, 50, 40, 60, "second"}})};
  std::ostringstream out;
  write_html(report, {}, out);
  CHECK(times(out.str(), "<h2>North</h2>") == 1);
  CHECK(times(out.str(), "this run met no document of them") == 1);
}
