// Orders stretches of words: as they were drawn, or by the white space between them.
#include <algorithm>
#include <cctype>
#include <numeric>

#include "read/pdf_lines.h"

namespace peerscope {
namespace {

std::string without_spaces(std::string_view text) {
  std::string dense;
  for (const char c : text)
    if (std::isspace(static_cast<unsigned char>(c)) == 0) dense += c;
  return dense;
}

// Where each stretch stands in the raw text; stretches that are not found stand behind the one before them.
std::vector<std::size_t> places_in(const std::vector<PdfLine>& stretches, const std::string& raw) {
  const std::string all = without_spaces(clean_pdf_text(raw));
  std::vector<bool> taken(all.size(), false);
  std::vector<std::size_t> places;
  std::size_t next = 0;
  for (const PdfLine& stretch : stretches) {
    const std::string words = without_spaces(stretch.text());
    const auto search = [&](std::size_t from) {
      std::size_t at = all.find(words, from);
      while (at != std::string::npos && taken[at]) at = all.find(words, at + 1);
      return at;
    };
    std::size_t at = search(next);
    if (at == std::string::npos) at = search(0);
    if (at != std::string::npos) {
      std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(at), words.size(), true);
      next = at + words.size();
    }
    places.push_back(at == std::string::npos ? next : at);
  }
  return places;
}

// Whether an order goes down the page wherever it stays in one column. A few lines that were drawn first or
// last, as headers and footers are, do no harm.
bool makes_sense(const std::vector<PdfLine>& stretches, const std::vector<std::size_t>& order) {
  std::size_t wrong = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const PdfLine& line = stretches[order[i]];
    std::size_t before = i;
    const auto beside = [&](const PdfLine& other) {
      return other.left >= line.right || other.right <= line.left;
    };
    while (before > 0 && beside(stretches[order[before - 1]])) --before;
    wrong += before > 0 && stretches[order[before - 1]].top > line.bottom - 0.2F * line.size ? 1 : 0;
  }
  return wrong <= 3 + order.size() / 20;
}

class Cutter {
 public:
  explicit Cutter(const std::vector<PdfLine>& stretches) : stretches_(stretches) {}

  std::vector<std::size_t> order() {
    std::vector<std::size_t> all(stretches_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    cut(std::move(all), 0);
    return std::move(order_);
  }

 private:
  struct Gap {
    float at = 0, width = 0;
  };

  // The widest empty band across the set, seen from above (columns) or from the side (rows).
  template <class Begin, class End>
  Gap widest_gap(std::vector<std::size_t>& set, Begin begin, End end) const {
    std::sort(set.begin(), set.end(),
              [&](std::size_t a, std::size_t b) { return begin(stretches_[a]) < begin(stretches_[b]); });
    Gap widest;
    float reach = end(stretches_[set[0]]);
    for (const std::size_t i : set) {
      const float from = begin(stretches_[i]);
      if (from - reach > widest.width) widest = {from, from - reach};
      reach = std::max(reach, end(stretches_[i]));
    }
    return widest;
  }

  void cut(std::vector<std::size_t> set, int depth) {
    if (set.size() < 2 || depth > 60) {
      order_.insert(order_.end(), set.begin(), set.end());
      return;
    }
    const auto left = [](const PdfLine& line) { return line.left; };
    const auto right = [](const PdfLine& line) { return line.right; };
    const auto top = [](const PdfLine& line) { return line.top; };
    const auto bottom = [](const PdfLine& line) { return line.bottom; };
    const float size = stretches_[set[0]].size;
    const Gap column = widest_gap(set, left, right);
    if (column.width > size && is_column(set, column.at)) {
      part(set, depth, [&](const PdfLine& line) { return line.left < column.at; });
      return;
    }
    const Gap row = widest_gap(set, top, bottom);
    if (row.width > 0) {
      part(set, depth, [&](const PdfLine& line) { return line.top < row.at; });
      return;
    }
    std::stable_sort(set.begin(), set.end(), [&](std::size_t a, std::size_t b) {
      return stretches_[a].middle() < stretches_[b].middle();
    });
    order_.insert(order_.end(), set.begin(), set.end());
  }

  // Both sides hold several lines.
  bool is_column(const std::vector<std::size_t>& set, float at) const {
    const auto left = static_cast<std::size_t>(
        std::count_if(set.begin(), set.end(), [&](std::size_t i) { return stretches_[i].left < at; }));
    return left >= 3 && set.size() - left >= 3;
  }

  template <class First>
  void part(const std::vector<std::size_t>& set, int depth, First first) {
    std::vector<std::size_t> before, after;
    for (const std::size_t i : set) (first(stretches_[i]) ? before : after).push_back(i);
    cut(std::move(before), depth + 1);
    cut(std::move(after), depth + 1);
  }

  const std::vector<PdfLine>& stretches_;
  std::vector<std::size_t> order_;
};

// Top to bottom; where two stand on one height, left to right.
std::vector<std::size_t> down_the_page(const std::vector<PdfLine>& stretches) {
  std::vector<std::size_t> order(stretches.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto middle = [&](std::size_t i) { return stretches[i].middle(); };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return middle(a) < middle(b); });
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() &&
           middle(order[end]) - middle(order[begin]) < 0.4F * stretches[order[begin]].size)
      ++end;
    std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(begin),
                     order.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](std::size_t a, std::size_t b) { return stretches[a].left < stretches[b].left; });
    begin = end;
  }
  return order;
}

}  // namespace

std::vector<std::size_t> reading_order(const std::vector<PdfLine>& stretches, const std::string& raw) {
  if (raw.empty()) return down_the_page(stretches);
  const std::vector<std::size_t> places = places_in(stretches, raw);
  std::vector<std::size_t> order(stretches.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
  return makes_sense(stretches, order) ? order : Cutter(stretches).order();
}

}  // namespace peerscope
