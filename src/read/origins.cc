// Keeps origins near one another, since a place is counted from the origin before it.
#include "read/origins.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace peerscope {

namespace {

constexpr std::size_t kFarthest = 1024;  // bytes that a place is counted over, about

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

bool is_long(const Document& document, std::size_t i) {
  const auto& origins = document.origins;
  const std::size_t end = i + 1 < origins.size() ? origins[i + 1].begin : document.text.size();
  return origins[i].place.line != 0 && end > origins[i].begin + 2 * kFarthest;
}

}  // namespace

void split_origins(Document& document) {
  const std::size_t count = document.origins.size();
  std::size_t first = 0;
  while (first < count && !is_long(document, first)) ++first;
  if (first == count) return;
  std::vector<Origin> before = std::exchange(document.origins, {});
  std::vector<Origin>& origins = document.origins;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t end = i + 1 < count ? before[i + 1].begin : document.text.size();
    origins.push_back(std::move(before[i]));
    if (origins.back().place.line == 0) continue;
    for (std::size_t at = origins.back().begin + kFarthest; at + kFarthest < end; at += kFarthest) {
      while (at < end && continues(document.text[at])) ++at;
      const auto begin = static_cast<std::uint32_t>(at);
      origins.push_back({begin, place_of(document, begin)});
    }
  }
}

}  // namespace peerscope
