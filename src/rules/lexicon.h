// Collects words and word sets while phrases are compiled, and lays them out for the matcher.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/program.h"
#include "rules/vocabulary.h"

namespace peerscope {

using WordIds = std::vector<std::uint32_t>;  // sorted, each once

class Lexicon {
 public:
  explicit Lexicon(const Inflections& inflections) : inflections_(inflections) {}
  // Counts the words of a text, so that it is known which are common: call it before set_of().
  void learn(std::string_view text);
  // Ids of a word in all its forms and spellings.
  WordIds ids_of(const std::string& word, Form form);
  std::uint32_t set_of(const WordIds& ids);
  // How often a word of the set stands in a thousand words of what was learned: the lower, the better an
  // anchor.
  double weight_of(std::uint32_t set) const { return weights_[set]; }
  const WordIds& words_in(std::uint32_t set) const { return sets_[set]; }
  void lay_out(Program& program) const;  // whose needs are known

 private:
  std::uint32_t intern(const std::string& word);

  const Inflections& inflections_;
  std::unordered_map<std::string, double> counts_;
  double counted_ = 0;
  std::unordered_map<std::string, std::uint32_t> ids_;  // from 1; 0 is the unknown word
  std::vector<std::string> words_{""};
  std::map<WordIds, std::uint32_t> set_ids_;
  std::vector<WordIds> sets_;
  std::vector<double> weights_;
};

WordIds united(const WordIds& a, const WordIds& b);

}  // namespace peerscope
