// Pairs the findings of an old and a new text: what was resolved, what was kept, what was brought in.
#include "check/compare.h"

#include <algorithm>
#include <map>

namespace peerscope {

namespace {

// Pairs what is still free on both sides and equal in `key`.
void pair_by(std::string KeyedFinding::*key, bool moved, const std::vector<KeyedFinding>& before,
             const std::vector<KeyedFinding>& after, std::vector<bool>& free_before,
             std::vector<bool>& free_after, Pairing& pairing) {
  std::multimap<std::string, std::size_t> open;  // equal keys stay in the order of the text
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (free_before[i]) open.emplace(before[i].*key, i);
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (!free_after[i]) continue;
    const auto at = open.lower_bound(after[i].*key);
    if (at == open.end() || at->first != after[i].*key) continue;
    pairing.kept.push_back({at->second, i, moved});
    free_before[at->second] = free_after[i] = false;
    open.erase(at);
  }
}

std::vector<std::size_t> those_set(const std::vector<bool>& flags) {
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    if (flags[i]) indices.push_back(i);
  }
  return indices;
}

}  // namespace

Pairing pair_findings(const std::vector<KeyedFinding>& before, const std::vector<KeyedFinding>& after) {
  Pairing pairing;
  std::vector<bool> free_before(before.size(), true), free_after(after.size(), true);
  pair_by(&KeyedFinding::fingerprint, false, before, after, free_before, free_after, pairing);
  pair_by(&KeyedFinding::words, true, before, after, free_before, free_after, pairing);
  std::sort(pairing.kept.begin(), pairing.kept.end(),
            [](const KeptFinding& a, const KeptFinding& b) { return a.after < b.after; });
  pairing.resolved = those_set(free_before);
  pairing.brought_in = those_set(free_after);
  return pairing;
}

}  // namespace peerscope
