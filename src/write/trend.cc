// How agencies' scores went over time.
#include "write/trend.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "write/wording.h"

namespace peerscope {

namespace {

constexpr int kColumns = 41;  // of the drawing: one for every 2.5 points

int column_of(double score) {
  return static_cast<int>(std::lround(std::clamp(score, 0.0, 100.0) / 100 * (kColumns - 1)));
}

// "·····───────●──────·······": the interval and the score in it, 0 at the left and 100 at the right.
std::string drawn(const TrendPoint& point) {
  std::string line;
  for (int column = 0; column < kColumns; ++column) {
    const bool inside = column >= column_of(point.low) && column <= column_of(point.high);
    line += column == column_of(point.value) ? "●" : inside ? "─" : "·";
  }
  return line;
}

std::string title_of(const TrendPoint& point, const Scales& scales) {
  Score score;
  score.tier = point.tier;
  return std::string(tier_title(score, scales));
}

}  // namespace

std::string change_in_words(const TrendLine& line) {
  const TrendPoint &first = line.points.front(), &last = line.points.back();
  const double moved = last.value - first.value;
  const bool apart = first.low > last.high || last.low > first.high;
  if (std::abs(moved) < 0.5) return "as it was on " + first.date;
  return fmt::format(
      "{:.0f} {} than on {}: {}", std::abs(moved), moved < 0 ? "lower" : "higher", first.date,
      apart ? "the intervals lie apart" : "the two intervals overlap, so by them nobody can say that it changed");
}

void put_trend(Paper& paper, const Report& report) {
  if (report.trend.empty()) return;
  paper.heading("OVER TIME", "score and 95 % interval, from 0 at the left to 100 at the right");
  for (const TrendLine& line : report.trend) {
    paper.paragraph({{line.agency, Ink::strong}, {fmt::format(", {}", kinds_in_words(line.kind))}}, 2, 4);
    for (const TrendPoint& point : line.points) {
      paper.row(
          {{4, {point.date}}, {16, {fmt::format("{:3.0f}", point.value), Ink::strong}}, {21, {drawn(point)}}},
          64,
          {{fmt::format("{:.0f} to {:.0f}, {}", point.low, point.high,
                        title_of(point, report.rules->scales))}});
    }
    if (line.points.size() > 1) paper.paragraph({{change_in_words(line), Ink::faint}}, 4);
  }
}

void write_json_trend(JsonWriter& json, const Report& report) {
  if (report.trend.empty()) return;
  json.key("trend");
  json.begin_array();
  for (const TrendLine& line : report.trend) {
    json.begin_object();
    json.member("agency", line.agency);
    json.member("kind", name_of(line.kind));
    json.key("points");
    json.begin_array();
    for (const TrendPoint& point : line.points) {
      json.begin_object();
      json.member("date", point.date);
      json.member("documents", static_cast<std::int64_t>(point.documents));
      json.member("value", point.value);
      json.member("low", point.low);
      json.member("high", point.high);
      json.member("tier", point.tier);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

}  // namespace peerscope
