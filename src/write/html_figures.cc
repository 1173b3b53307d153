// The drawings of the HTML report, as SVG in percent of the width they are given, so that their words keep
// their size on a phone.
#include <fmt/format.h>

#include <algorithm>

#include "write/html_parts.h"
#include "write/wording.h"

namespace peerscope {

namespace {

std::string percent(double share) { return fmt::format("{:.2f}%", share); }

void put_rect(Html& html, double from, double to, int y, int height, std::string_view look) {
  if (to <= from) return;
  html.put("rect",
           {{"x", percent(from)},
            {"y", std::to_string(y)},
            {"width", percent(to - from)},
            {"height", std::to_string(height)},
            {"class", std::string(look)}},
           "");
}

void put_line(Html& html, double from, double to, int top, int bottom, std::string_view look) {
  html.put("line",
           {{"x1", percent(from)},
            {"x2", percent(to)},
            {"y1", std::to_string(top)},
            {"y2", std::to_string(bottom)},
            {"class", std::string(look)}},
           "");
}

Html::Element drawing(Html& html, std::string_view look, int height) {
  return html.in("svg", {{"class", std::string(look)},
                         {"width", "100%"},
                         {"height", std::to_string(height)},
                         {"aria-hidden", "true"},
                         {"focusable", "false"}});
}

// The borders of the tiers, and both ends.
void put_numbers(Html& html, const Scales& scales, int y) {
  const std::string height = std::to_string(y);
  html.put("text", {{"x", "0%"}, {"y", height}, {"class", "axis start"}}, "0");
  html.put("text", {{"x", "100%"}, {"y", height}, {"class", "axis stop"}}, "100");
  for (const Scales::Tier& tier : scales.tiers) {
    if (tier.low_bound > 0 && tier.low_bound < 100)
      html.put("text", {{"x", percent(tier.low_bound)}, {"y", height}, {"class", "axis"}},
               fmt::format("{:g}", tier.low_bound));
  }
}

std::string_view look_of(Work work) {
  if (work == Work::relational || work == Work::advocacy || work == Work::connecting) return "for";
  return work == Work::unclassified ? "open" : "against";
}

}  // namespace

// Bands for the tiers, a line for the interval, a dot for the score.
void put_interval(Html& html, const Score& score, const Scales& scales, bool with_axis) {
  constexpr int kTop = 4, kHeight = 26, kMiddle = kTop + kHeight / 2;
  const auto svg = drawing(html, "interval", with_axis ? 52 : kTop * 2 + kHeight);
  double upper = 100;
  for (const Scales::Tier& tier : scales.tiers) {
    put_rect(html, tier.low_bound, upper, kTop, kHeight, score.tier == tier.id ? "band here" : "band");
    if (tier.low_bound > 0) put_line(html, tier.low_bound, tier.low_bound, kTop, kTop + kHeight, "border");
    upper = tier.low_bound;
  }
  put_line(html, score.low, score.high, kMiddle, kMiddle, "reach");
  for (const double end : {score.low, score.high}) put_line(html, end, end, kMiddle - 5, kMiddle + 5, "end");
  html.put("circle",
           {{"cx", percent(score.value)}, {"cy", std::to_string(kMiddle)}, {"r", "6"}, {"class", "dot"}}, "");
  if (with_axis) put_numbers(html, scales, 47);
}

void put_scale(Html& html, const Scales& scales) {
  const auto row = html.in("div", {{"class", "scale"}});
  const auto cell = html.in("div", {{"class", "drawn"}});
  const auto svg = drawing(html, "axis", 16);
  put_numbers(html, scales, 12);
}

void put_bands_in_words(Html& html, const Scales& scales) {
  std::string words;
  for (auto tier = scales.tiers.rbegin(); tier != scales.tiers.rend(); ++tier)
    words += fmt::format("{}from {:g}: {}", words.empty() ? "" : " · ", tier->low_bound, tier->title);
  html.put("p", {{"class", "bands aside"}}, words);
}

void put_bar(Html& html, int number, int most, std::string_view look) {
  const auto svg = drawing(html, "bar", 12);
  if (number > 0 && most > 0) put_rect(html, 0, 100.0 * number / most, 1, 10, look);
}

void put_signs_figure(Html& html, const std::vector<SignCount>& signs, const Scales& scales,
                      std::string_view heading) {
  if (signs.empty()) return;
  int most = 1;
  for (const SignCount& sign : signs) most = std::max({most, sign.risk, sign.strength});
  const auto section = html.in("section", {{"class", "signs"}});
  html.put(heading, "The five signs of co-optation");
  html.put("p", {{"class", "aside"}},
           "How many duties and sentences speak against and for peer support, by sign.");
  const auto list = html.in("ul");
  for (std::size_t i = 0; i < signs.size() && i < scales.signs.size(); ++i) {
    const auto item = html.in("li");
    html.put("p", {{"class", "title"}}, scales.signs[i].title);
    {
      const auto svg = drawing(html, "sign", 20);
      put_rect(html, 50 - 50.0 * signs[i].risk / most, 50, 3, 14, "against");
      put_rect(html, 50, 50 + 50.0 * signs[i].strength / most, 3, 14, "for");
      put_line(html, 50, 50, 0, 20, "zero");
    }
    const auto numbers = html.in("p", {{"class", "numbers"}});
    html.put("span", {{"class", signs[i].risk != 0 ? "against" : "none"}},
             fmt::format("{} against", signs[i].risk));
    html.text(" ");
    html.put("span", {{"class", signs[i].strength != 0 ? "for" : "none"}},
             fmt::format("{} for", signs[i].strength));
  }
}

void put_work_figure(Html& html, const std::array<int, 7>& work, std::string_view heading) {
  int duties = 0, most = 0;
  for (const int number : work) {
    duties += number;
    most = std::max(most, number);
  }
  if (duties == 0) return;
  const auto section = html.in("section", {{"class", "work"}});
  html.put(heading, "What the duties are made of");
  const auto table = html.in("table");
  html.put("caption", {{"class", "aside"}}, counted(duties, "duty", "duties") + ", by kind of work.");
  const auto body = html.in("tbody");
  for (const Work kind : all_work()) {
    const int number = work[static_cast<std::size_t>(kind)];
    const auto row = html.in("tr");
    html.put("th", {{"scope", "row"}}, work_in_words(kind));
    html.put("td", {{"class", "number"}}, std::to_string(number));
    const auto cell = html.in("td", {{"class", "drawn"}});
    put_bar(html, number, most, look_of(kind));
  }
}

}  // namespace peerscope
