// What must stand in a text for a regular expression to match it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace peerscope {

// Pieces of text, in small letters, of which every match holds at least one: "\\b(salary|pay)\\b.{0,9}[$£]"
// gives "$" and "£", which are rarer than the words. None where the pattern tells of no such pieces.
std::vector<std::string> required_literals(std::string_view pattern);

// Whether one of the pieces stands in text[within], capitals or not. A text with a letter that only folds to
// one of ASCII (the long s, the Kelvin sign) answers yes.
bool holds_literal(const std::vector<std::string>& literals, std::string_view text, Span within);

}  // namespace peerscope
