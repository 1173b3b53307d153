// The phrase language of rules/README.md: from a string to a tree.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/vocabulary.h"

namespace peerscope {

enum class NodeType : std::uint8_t {
  words,
  exact,
  word_class,
  sequence,
  choice,
  gap,
  start,
  end,
  name,
  number,
  any
};

struct PhraseNode {
  NodeType type = NodeType::sequence;
  bool optional = false;
  Form form = Form::as_written;      // words: how each is inflected
  std::vector<std::string> words;    // words: any of these, folded; exact: the spelling; word_class: its name
  std::uint32_t limit = 0;           // gap
  std::vector<PhraseNode> children;  // sequence, choice
  std::uint32_t offset = 0;          // in the string, for messages
};

struct PhraseMistake {
  std::string message;
  std::uint32_t offset = 0;  // bytes from the phrase's begin
};

// False and a mistake where the string is no phrase.
bool parse_phrase(std::string_view text, PhraseNode& out, PhraseMistake& mistake);

}  // namespace peerscope
