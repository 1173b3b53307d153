// A piece of a text: half-open, in bytes of UTF-8.
#pragma once
#include <cstdint>
#include <string_view>

namespace peerscope {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

inline bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

}  // namespace peerscope
