// Finds the nearest known word by edit distance.
#include "rules/suggest.h"

#include <algorithm>

namespace peerscope {
namespace {

constexpr std::size_t kFew = 17;  // as many candidates as a person still reads through: the roles of sections

}  // namespace

std::size_t edit_distance(std::string_view one, std::string_view other) {
  // Three rows of the usual table: the one before last serves swapped neighbours ("tilte").
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

std::string_view closest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.size() > 100) return {};
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > word.size() + best_distance || word.size() > candidate.size() + best_distance) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  std::string out;
  if (const std::string_view best = closest(word, candidates); !best.empty()) {
    out = "Did you mean \"" + std::string(best) + "\"?";
  }
  if (candidates.empty() || candidates.size() > kFew) return out;
  if (!out.empty()) out += " ";
  out += "Known are: ";
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    out += (i == 0 ? "" : ", ") + std::string(candidates[i]);
  }
  return out + ".";
}

}  // namespace peerscope
