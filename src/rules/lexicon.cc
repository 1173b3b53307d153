// Words become numbers, sets of words become lists of numbers, and the numbers go into flat tables.
#include "rules/lexicon.h"

#include <algorithm>
#include <array>
#include <bit>

namespace peerscope {
namespace {

// Words so common that they make poor anchors.
bool common(std::string_view word) {
  static constexpr std::array<std::string_view, 58> kCommon{
      "the", "a", "an", "of", "to", "and", "in", "for", "with", "on", "at", "by", "is", "are", "be", "was",
      "or", "not", "no", "as", "that", "this", "their", "they", "his", "her", "he", "she", "i", "we", "you", "your",
      "our", "who", "from", "will", "people", "person", "may", "can", "has", "have", "had", "do", "does", "it", "its",
      "them", "him", "my", "me", "if", "when", "what", "about", "'s", "own", "all"};
  return std::find(kCommon.begin(), kCommon.end(), word) != kCommon.end();
}

}  // namespace

WordIds united(const WordIds& a, const WordIds& b) {
  WordIds out;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

std::uint32_t hash_word(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
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
    double weight = 0;
    for (const std::uint32_t id : ids) weight += common(words_[id]) ? 200 : 1;
    weights_.push_back(weight);
  }
  return at->second;
}

void Lexicon::lay_out(Program& program) const {
  const std::uint32_t slots = std::bit_ceil(static_cast<std::uint32_t>(words_.size() * 2 + 2));
  program.table.assign(slots, {});
  for (std::uint32_t id = 1; id < words_.size(); ++id) {
    const std::string& word = words_[id];
    const std::uint32_t hash = hash_word(word);
    std::uint32_t at = hash & (slots - 1);
    while (program.table[at].id != 0) at = (at + 1) & (slots - 1);
    program.table[at] = {static_cast<std::uint32_t>(program.pool.size()), static_cast<std::uint32_t>(word.size()), hash, id};
    program.pool += word;
  }
  std::vector<std::vector<std::uint32_t>> of_word(words_.size());
  for (std::uint32_t set = 0; set < sets_.size(); ++set)
    for (const std::uint32_t id : sets_[set]) of_word[id].push_back(set);
  for (const auto& sets : of_word) {
    program.sets_begin.push_back(static_cast<std::uint32_t>(program.sets_of_words.size()));
    program.sets_of_words.insert(program.sets_of_words.end(), sets.begin(), sets.end());
  }
  program.sets_begin.push_back(static_cast<std::uint32_t>(program.sets_of_words.size()));
  program.set_count = static_cast<std::uint32_t>(sets_.size());
}

}  // namespace peerscope
