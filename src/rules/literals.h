// What must stand in a text for a regular expression to match it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "rules/program.h"

namespace peerscope {

// Literals of text, in small letters.
using Literals = std::vector<std::string>;

// Sets of pieces: every match holds a piece of each, the rarest first. "\\b(salary|pay)\\b.{0,9}[£€]" demands
// one of "£" and "€", and one of "salary" and "pay". None where the pattern tells of no such pieces.
std::vector<Literals> required_literals(std::string_view pattern);

// The sets of every regex, laid out to be found in one pass.
LiteralIndex index_of(const std::vector<std::vector<Literals>>& demands);
bool demands_literals(const LiteralIndex& index, std::uint32_t regex);

// The groups of pieces that stand in a text, capitals or not. A text with a letter that only folds to one of
// ASCII (the long s, the Kelvin sign) is taken to hold all.
class FoundLiterals {
 public:
  explicit FoundLiterals(const LiteralIndex& index) : index_(index), groups_(index.group_begin.back() + 1) {}
  void look_in(std::string_view text);
  bool enough_for(std::uint32_t regex) const;  // one of each of its sets stood there

 private:
  void take(const Literal& piece, std::string_view rest);

  const LiteralIndex& index_;
  std::vector<bool> groups_;  // and, last, whether all are taken to stand there
};

}  // namespace peerscope
