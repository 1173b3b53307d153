// What a heading says about the text under it.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/roles.h"

namespace peerscope {

// Ranks of headings that no format marked, below the nine that a format can mark.
inline constexpr std::uint8_t kUnderlinedLevel = 10;  // and the next, for ---- under ====
inline constexpr std::uint8_t kCapitalsLevel = 12;
inline constexpr std::uint8_t kRomanLevel = 13;
inline constexpr std::uint8_t kTitleLevel = 14;     // also a bold line, a line with a colon, a short line
inline constexpr std::uint8_t kSubtitleLevel = 15;  // a short line in sentence case, A) and 1. in an outline
inline constexpr std::uint8_t kEntryLevel = 16;     // a date and a name: one entry of a log
inline constexpr std::uint8_t kInlineLevel = 17;    // "JOB SUMMARY: The peer …"

using RoleSet = std::uint32_t;  // a bit per Role
constexpr RoleSet set_of(Role role) { return RoleSet{1} << static_cast<unsigned>(role); }
template <class... Roles>
constexpr RoleSet set_of(Role first, Roles... others) {
  return set_of(first) | set_of(others...);
}
inline constexpr RoleSet kAllRoles = ~RoleSet{0};

// The heading table, compiled: build it once, look up many headings.
class HeadingRoles {
 public:
  explicit HeadingRoles(const HeadingTable& table);

  // The role that the heading names; none where no row of a role in `allowed` fits. A row of role `unknown`
  // fits what is known to say nothing ("Peer Support Specialist II"), so that nothing is inherited either.
  std::optional<Role> named_by(std::string_view heading, RoleSet allowed = kAllRoles) const;

 private:
  struct Phrase {
    std::string words;  // folded; with * and $ as written, without ^
    std::uint32_t row = 0;
    bool at_start = false;
  };
  struct Row {
    Role role = Role::unknown;
    std::vector<Phrase> unless;
  };
  static bool stands_at(std::string_view words, std::size_t at, const Phrase& phrase);
  static bool stands_in(std::string_view words, const Phrase& phrase);

  std::vector<Row> rows_;
  std::array<std::vector<Phrase>, 32> by_letter_;  // by the first letter of the phrase, in the order of rows
};

}  // namespace peerscope
