// Words become numbers, sets of words become lists of numbers, and the numbers go into flat tables.
#include "rules/lexicon.h"

#include <algorithm>
#include <bit>

#include "base/words.h"

namespace peerscope {
WordIds united(const WordIds& a, const WordIds& b) {
  WordIds out;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

void Lexicon::learn(std::string_view text) {
  for (const Word& word : cut_words(text, {0, static_cast<std::uint32_t>(text.size())})) {
    ++counts_[fold_word(slice(text, word.span))];
    ++counted_;
  }
}

std::uint32_t Lexicon::intern(const std::string& word) {
  const auto [at, fresh] = ids_.try_emplace(word, static_cast<std::uint32_t>(words_.size()));
  if (fresh) words_.push_back(word);
  return at->second;
}

WordIds Lexicon::ids_of(const std::string& word, Form form) {
  WordIds ids;
  for (const std::string& each : forms_of(word, form, inflections_)) {
    ids.push_back(intern(each));
    for (const std::string& other : spellings_of(each, inflections_)) ids.push_back(intern(other));
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::uint32_t Lexicon::set_of(const WordIds& ids) {
  const auto [at, fresh] = set_ids_.try_emplace(ids, static_cast<std::uint32_t>(sets_.size()));
  if (fresh) {
    sets_.push_back(ids);
    // A word that was never seen is rare, not impossible.
    double seen = 0.1 * static_cast<double>(ids.size());
    for (const std::uint32_t id : ids) {
      const auto count = counts_.find(words_[id]);
      if (count != counts_.end()) seen += count->second;
    }
    weights_.push_back(1000 * seen / (counted_ + 1000));
  }
  return at->second;
}

void Lexicon::lay_out(Program& program) const {
  const std::size_t slots = std::bit_ceil(words_.size() * 2 + 2);
  auto& table = program.table.edit();
  auto& pool = program.pool.edit();
  table.assign(slots, {});
  for (std::uint32_t id = 1; id < words_.size(); ++id) {
    const std::string& word = words_[id];
    const std::uint32_t hash = hash_word(word);
    std::size_t at = hash & (slots - 1);
    while (table[at].id != 0) at = (at + 1) & (slots - 1);
    table[at] = {static_cast<std::uint32_t>(pool.size()), static_cast<std::uint32_t>(word.size()), hash, id};
    pool.insert(pool.end(), word.begin(), word.end());
  }
  std::size_t pairs = 0;
  for (const WordIds& set : sets_) pairs += set.size();
  auto& members = program.members.edit();
  members.assign(std::bit_ceil(2 * pairs + 2), 0);
  for (std::uint32_t set = 0; set < sets_.size(); ++set) {
    for (const std::uint32_t id : sets_[set]) {
      const std::uint64_t key = member_key(set, id);
      std::size_t slot = slot_of(key, members.size());
      while (members[slot] != 0) slot = (slot + 1) & (members.size() - 1);
      members[slot] = key;
    }
  }
  auto& word_sets = program.word_sets.edit();
  word_sets.assign(words_.size(), {});
  for (const WordNeed& need : program.needs) {
    const std::uint32_t bit = set_bit(need.set);
    for (const std::uint32_t id : sets_[need.set])
      word_sets[id][bit >> 6U] |= std::uint64_t{1} << (bit & 63U);
  }
  program.word_count = static_cast<std::uint32_t>(words_.size());
  program.set_count = static_cast<std::uint32_t>(sets_.size());
}

}  // namespace peerscope
