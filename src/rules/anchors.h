// What a phrase's tree alone tells of every text that the phrase can match: how long, and which words must be
// there.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "rules/lexicon.h"
#include "rules/phrase.h"

namespace peerscope {

// A word of the set stands `low` to `high` words behind the first word of the match.
struct Required {
  std::uint32_t set = 0;
  std::uint32_t low = 0, high = 0;
};

struct PhraseShape {
  std::uint32_t least = 0, most = 0;         // words
  std::optional<WordIds> first = WordIds{};  // every word that it can begin with; nothing: any word
  std::vector<Required> required;
};

// The shape of a word class, by its name as the phrase writes it.
using ClassShapes = std::function<const PhraseShape&(const PhraseNode&)>;

PhraseShape shape_of(const PhraseNode& node, Lexicon& lexicon, const ClassShapes& classes);

// The shape of what is one of several things.
PhraseShape either(const std::vector<PhraseShape>& shapes, Lexicon& lexicon);

// How much work it is to look for a match wherever a word of the set stands: the less, the better an anchor.
double cost_of(const Required& required, const Lexicon& lexicon);

// The words of a node that is nothing but one word out of a set.
std::optional<WordIds> single_words(const PhraseNode& node, Lexicon& lexicon);

}  // namespace peerscope
