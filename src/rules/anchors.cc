// Adds up shapes from the leaves of a tree to its root. What is said here must hold for every match:
// "@observe ..4
// @medication" is 2 to 10 words long where the longest medication has five, begins with a word of @observe,
// and holds the first word of a medication 1 to 5 words behind it.
#include "rules/anchors.h"

#include <algorithm>

#include "base/words.h"

namespace peerscope {
namespace {

PhraseShape word_out_of(const WordIds& words, Lexicon& lexicon) {
  return {1, 1, words, {{lexicon.set_of(words), 0, 0}}};
}

PhraseShape sequence_of(const PhraseNode& node, Lexicon& lexicon, const ClassShapes& classes) {
  PhraseShape whole;
  bool begins_here = true;  // so far everything may have been missing
  for (const PhraseNode& child : node.children) {
    const PhraseShape part = shape_of(child, lexicon, classes);
    if (begins_here && whole.first)
      whole.first = part.first ? std::optional(united(*whole.first, *part.first)) : std::nullopt;
    begins_here = begins_here && part.least == 0;
    for (const Required& each : part.required)
      whole.required.push_back({each.set, whole.least + each.low, whole.most + each.high});
    whole.least += part.least;
    whole.most += part.most;
  }
  return whole;
}

const Required* cheapest(const PhraseShape& shape, const Lexicon& lexicon) {
  const auto best = std::min_element(
      shape.required.begin(), shape.required.end(),
      [&](const Required& a, const Required& b) { return cost_of(a, lexicon) < cost_of(b, lexicon); });
  return best == shape.required.end() ? nullptr : &*best;
}

}  // namespace

double cost_of(const Required& required, const Lexicon& lexicon) {
  return lexicon.weight_of(required.set) * (2.0 + required.high - required.low);
}

PhraseShape either(const std::vector<PhraseShape>& shapes, Lexicon& lexicon) {
  if (shapes.empty()) return {};
  PhraseShape any = shapes.front();
  any.required.clear();
  bool anchored = true;
  std::optional<Required> span;
  WordIds words;
  for (const PhraseShape& shape : shapes) {
    any.least = std::min(any.least, shape.least);
    any.most = std::max(any.most, shape.most);
    any.first = any.first && shape.first ? std::optional(united(*any.first, *shape.first)) : std::nullopt;
    const Required* best = cheapest(shape, lexicon);
    anchored = anchored && best != nullptr;
    if (best == nullptr) continue;
    words = united(words, lexicon.words_in(best->set));
    if (!span) span = *best;
    span->low = std::min(span->low, best->low);
    span->high = std::max(span->high, best->high);
  }
  if (anchored) any.required.push_back({lexicon.set_of(words), span->low, span->high});
  return any;
}

std::optional<WordIds> single_words(const PhraseNode& node, Lexicon& lexicon) {
  if (node.type == NodeType::words) return lexicon.ids_of(node.words[0], node.form);
  if (node.type == NodeType::sequence && node.children.size() == 1 && !node.children[0].optional)
    return single_words(node.children[0], lexicon);
  if (node.type != NodeType::choice) return std::nullopt;
  WordIds all;
  for (const PhraseNode& child : node.children) {
    const auto words = child.optional ? std::nullopt : single_words(child, lexicon);
    if (!words) return std::nullopt;
    all = united(all, *words);
  }
  return all;
}

PhraseShape shape_of(const PhraseNode& node, Lexicon& lexicon, const ClassShapes& classes) {
  if (node.optional) {
    PhraseNode there = node;
    there.optional = false;
    PhraseShape shape = shape_of(there, lexicon, classes);
    shape.least = 0;
    shape.required.clear();
    return shape;
  }
  if (const auto words = single_words(node, lexicon)) return word_out_of(*words, lexicon);
  switch (node.type) {
    case NodeType::words:
      break;  // a single word: above
    case NodeType::exact: {
      const auto words = cut_words(node.words[0], {0, static_cast<std::uint32_t>(node.words[0].size())});
      const std::string folded = fold_word(slice(node.words[0], words[0].span));
      return word_out_of(lexicon.ids_of(folded, Form::as_written), lexicon);
    }
    case NodeType::word_class:
      return classes(node);
    case NodeType::sequence:
      return sequence_of(node, lexicon, classes);
    case NodeType::choice: {
      std::vector<PhraseShape> shapes;
      for (const PhraseNode& child : node.children) shapes.push_back(shape_of(child, lexicon, classes));
      return either(shapes, lexicon);
    }
    case NodeType::gap:
      return {0, node.limit, std::nullopt, {}};
    case NodeType::name:
    case NodeType::number:
    case NodeType::any:
      return {1, 1, std::nullopt, {}};
    case NodeType::start:
    case NodeType::end:
      break;
  }
  return {};
}

}  // namespace peerscope
