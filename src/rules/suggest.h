// "Did you mean …?" for a word that nobody knows.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peerscope {

// Letters to add, drop, change or swap with their neighbour to turn one word into the other.
std::size_t edit_distance(std::string_view one, std::string_view other);

// The candidate nearest to the word; empty where none is near enough to be meant.
std::string_view closest(std::string_view word, std::span<const std::string_view> candidates);

// What to tell: `Did you mean "severity"?`, and the candidates where they are few. Empty where neither helps.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace peerscope
