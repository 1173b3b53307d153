// Word classes and the forms that a word takes.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/rule.h"

namespace peerscope {

// Which word of a class entry is inflected, and how.
enum class Part : std::uint8_t { noun, verb, present, fixed };

struct WordClass {
  std::string name;
  Part part = Part::fixed;
  std::vector<Phrase> entries;
  Source source;
};

// What vocabulary/inflection.yaml holds.
struct Inflections {
  std::map<std::string, std::vector<std::string>> verbs, nouns;  // irregular forms
  std::vector<std::pair<std::string, std::string>> spellings;    // British, American
};

enum class Form : std::uint8_t { as_written, verb, noun, present, not_past };

// The word and its other forms: forms("watch", verb) gives watch, watches, watched, watching.
std::vector<std::string> forms_of(std::string_view word, Form form, const Inflections& inflections);

// Other spellings of a word that count as the same: "organize" for "organise", "behavior" for "behaviour".
std::vector<std::string> spellings_of(std::string_view word, const Inflections& inflections);

}  // namespace peerscope
