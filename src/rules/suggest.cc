// Finds the nearest known name by edit distance.
#include "rules/suggest.h"

#include <algorithm>

namespace peerscope {
namespace {

constexpr std::size_t kFew = 17;       // as many names as a person still reads through: the roles of sections
constexpr std::size_t kLongest = 100;  // no name is longer

}  // namespace

std::size_t edit_distance(std::string_view one, std::string_view other) {
  // The usual table, of which three rows are kept: the last but one serves swapped neighbours ("tilte").
  std::vector<std::size_t> before(other.size() + 1), last(other.size() + 1), row(other.size() + 1);
  for (std::size_t j = 0; j <= other.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t change = one[i - 1] == other[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[other.size()];
}

std::string nearest(std::string_view written, const std::vector<std::string>& known) {
  if (written.size() > kLongest) return {};
  std::size_t least = (written.size() < 5 ? 1 : written.size() < 9 ? 2 : 3) + 1;
  std::string best;
  for (const std::string& each : known) {
    if (each.size() > kLongest) continue;
    const std::size_t distance = edit_distance(written, each);
    if (distance < least) {
      least = distance;
      best = each;
    }
  }
  return best;
}

std::string suggestion(std::string_view written, const std::vector<std::string>& known) {
  const std::string best = nearest(written, known);
  return best.empty() ? "" : "; did you mean '" + best + "'?";
}

std::string did_you_mean(std::string_view written, const std::vector<std::string>& known) {
  const std::string best = nearest(written, known);
  std::string out = best.empty() ? "" : "Did you mean \"" + best + "\"?";
  if (known.empty() || known.size() > kFew) return out;
  out += out.empty() ? "Known are: " : " Known are: ";
  for (std::size_t i = 0; i < known.size(); ++i) out += (i == 0 ? "" : ", ") + known[i];
  return out + ".";
}

}  // namespace peerscope
