// Edit distance over short names.
#include "rules/suggest.h"

#include <algorithm>
#include <numeric>

namespace peerscope {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1])});
      corner = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string nearest(std::string_view written, const std::vector<std::string>& known) {
  const std::size_t allowed = written.size() < 5 ? 1 : written.size() < 9 ? 2 : 3;
  std::string best;
  std::size_t least = allowed + 1;
  for (const std::string& each : known) {
    const std::size_t now = distance(written, each);
    if (now < least) {
      least = now;
      best = each;
    }
  }
  return best;
}

std::string suggestion(std::string_view written, const std::vector<std::string>& known) {
  const std::string best = nearest(written, known);
  return best.empty() ? "" : "; did you mean '" + best + "'?";
}

}  // namespace peerscope
