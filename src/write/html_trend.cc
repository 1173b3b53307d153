// How an agency's score went over time, as lines in the HTML report, and the same in a table.
#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <string>

#include "write/html_parts.h"
#include "write/trend.h"
#include "write/wording.h"

namespace peerscope {

namespace {

constexpr int kTop = 16, kHeight = 110,
              kBelow = 22;                // above the drawing a figure needs room, below it the days
constexpr double kFirst = 9, kLast = 97;  // percent of the width: left of it stand the scale's numbers
constexpr double kDayRoom = 26;           // percent that "2026-03-31" takes on the narrowest phone
constexpr double kDayRoomWide = 13;       // the same on a screen
constexpr double kFigureRoom = 7;         // percent that "68" takes on a phone

// "2026-03-31" as a number of days; a day that is none as 0.
int days_of(const std::string& date) {
  int part[3] = {0, 0, 0};
  const std::size_t at[3] = {0, 5, 8}, size[3] = {4, 2, 2};
  if (date.size() != 10) return 0;
  for (int i = 0; i < 3; ++i) std::from_chars(date.data() + at[i], date.data() + at[i] + size[i], part[i]);
  const std::chrono::year_month_day day{std::chrono::year(part[0]),
                                        std::chrono::month(static_cast<unsigned>(part[1])),
                                        std::chrono::day(static_cast<unsigned>(part[2]))};
  return day.ok() ? static_cast<int>(std::chrono::sys_days(day).time_since_epoch().count()) : 0;
}

// Where each day stands, in percent of the width: a quarter without a run is a gap that one sees.
std::vector<double> across(const TrendLine& line) {
  std::vector<double> places;
  const int first = days_of(line.points.front().date), last = days_of(line.points.back().date);
  for (const TrendPoint& point : line.points)
    places.push_back(
        last <= first ? kFirst : kFirst + (kLast - kFirst) * (days_of(point.date) - first) / (last - first));
  return places;
}

double height_of(double score) { return kTop + kHeight * (1 - score / 100); }
std::string percent(double share) { return fmt::format("{:.2f}%", share); }
std::string pixels(double height) { return fmt::format("{:.1f}", height); }

void put_level(Html& html, double score, std::string_view look) {
  const std::string y = pixels(height_of(score));
  html.put("line",
           {{"x1", percent(kFirst)}, {"x2", "100%"}, {"y1", y}, {"y2", y}, {"class", std::string(look)}}, "");
  html.put("text",
           {{"x", percent(kFirst - 1.5)}, {"y", pixels(height_of(score) + 4)}, {"class", "axis stop"}},
           fmt::format("{:g}", score));
}

// The interval between the days: its edges are broken lines, so that it is seen without colour too. Percent
// are not allowed in a list of points, hence a drawing of 100 by 100 that is stretched.
void put_reach(Html& html, const TrendLine& line, const std::vector<double>& x) {
  const auto stretched = html.in("svg", {{"x", "0"},
                                         {"y", std::to_string(kTop)},
                                         {"width", "100%"},
                                         {"height", std::to_string(kHeight)},
                                         {"viewBox", "0 0 100 100"},
                                         {"preserveAspectRatio", "none"}});
  std::string highs, lows, back, scores;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const TrendPoint& point = line.points[i];
    const auto corner = [&](double score) { return fmt::format("{:.2f},{:.2f} ", x[i], 100 - score); };
    highs += corner(point.high);
    lows += corner(point.low);
    back.insert(0, corner(point.low));
    scores += corner(point.value);
  }
  html.put("polygon", {{"points", highs + back}, {"class", "within"}}, "");
  for (const std::string& edge : {highs, lows})
    html.put("polyline", {{"points", edge}, {"class", "edge"}}, "");
  html.put("polyline", {{"points", scores}, {"class", "course"}}, "");
}

void put_days(Html& html, const TrendLine& line, const std::vector<double>& x) {
  const std::string y = std::to_string(kTop + kHeight + kBelow - 4);
  const bool several = x.size() > 1;
  html.put("text", {{"x", percent(x.front())}, {"y", y}, {"class", "axis start"}}, line.points.front().date);
  if (several) html.put("text", {{"x", "100%"}, {"y", y}, {"class", "axis stop"}}, line.points.back().date);
  double taken = x.front() + kDayRoom, taken_wide = x.front() + kDayRoomWide;
  for (std::size_t i = 1; i + 1 < x.size(); ++i) {
    const auto fits = [&](double from, double room) {
      return x[i] - room / 2 >= from && x[i] + room / 2 <= 100 - room;
    };
    const bool always = fits(taken, kDayRoom) && fits(taken_wide, kDayRoomWide);
    if (!fits(taken_wide, kDayRoomWide)) continue;
    html.put("text", {{"x", percent(x[i])}, {"y", y}, {"class", always ? "axis" : "axis wide"}},
             line.points[i].date);
    if (always) taken = x[i] + kDayRoom / 2;
    taken_wide = x[i] + kDayRoomWide / 2;
  }
}

void put_points(Html& html, const TrendLine& line, const std::vector<double>& x) {
  double taken = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const TrendPoint& point = line.points[i];
    html.put("line",
             {{"x1", percent(x[i])},
              {"x2", percent(x[i])},
              {"y1", pixels(height_of(point.high))},
              {"y2", pixels(height_of(point.low))},
              {"class", "reach"}},
             "");
    html.put("circle",
             {{"cx", percent(x[i])}, {"cy", pixels(height_of(point.value))}, {"r", "5"}, {"class", "dot"}},
             "");
    const bool last = i + 1 == x.size();
    if (x[i] < taken || (!last && x[i] > x.back() - kFigureRoom)) continue;
    html.put("text",
             {{"x", percent(x[i])},
              {"y", pixels(height_of(point.high) - 4)},
              {"class", i == 0 ? "figure start" : "figure"}},  // beside it stand the scale's numbers
             fmt::format("{:.0f}", point.value));
    taken = x[i] + kFigureRoom;
  }
}

void put_table(Html& html, const TrendLine& line, const Scales& scales) {
  const auto details = html.in("details");
  {
    const auto summary = html.in("summary");
    html.text("The figures, day by day");
    html.put("span", {{"class", "unseen"}}, fmt::format(": {}, {}", line.agency, kinds_in_words(line.kind)));
  }
  const auto table = html.in("table");
  {
    const auto head = html.in("thead");
    const auto row = html.in("tr");
    for (const char* title : {"Day", "Score of 100", "95 % interval", "Tier", "Texts"})
      html.put("th", {{"scope", "col"}}, title);
  }
  const auto body = html.in("tbody");
  for (const TrendPoint& point : line.points) {
    Score score;
    score.tier = point.tier;
    const auto row = html.in("tr");
    html.put("th", {{"scope", "row"}}, point.date);
    html.put("td", fmt::format("{:.0f}", point.value));
    html.put("td", fmt::format("{:.0f} to {:.0f}", point.low, point.high));
    html.put("td", tier_title(score, scales));
    html.put("td", std::to_string(point.documents));
  }
}

}  // namespace

void put_trend(Html& html, const TrendLine& line, const Scales& scales, std::string_view heading) {
  if (line.points.empty()) return;
  const auto section = html.in("section", {{"class", "trend"}});
  html.put(heading, "Over time");
  html.put(
      "p", {{"class", "aside"}},
      fmt::format("Scores of {} from 0 to 100, each with its 95 % interval.", kinds_in_words(line.kind)));
  if (line.points.size() > 1) html.put("p", change_in_words(line) + ".");
  const std::vector<double> x = across(line);
  {
    const auto svg = html.in("svg", {{"width", "100%"},
                                     {"height", std::to_string(kTop + kHeight + kBelow)},
                                     {"aria-hidden", "true"},
                                     {"focusable", "false"}});
    for (const double end : {0.0, 100.0}) put_level(html, end, "zero");
    for (const Scales::Tier& tier : scales.tiers) {
      if (tier.low_bound > 0 && tier.low_bound < 100) put_level(html, tier.low_bound, "level");
    }
    if (x.size() > 1) put_reach(html, line, x);
    put_points(html, line, x);
    put_days(html, line, x);
  }
  put_table(html, line, scales);
}

}  // namespace peerscope
