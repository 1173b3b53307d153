// Regular English inflection; what is irregular stands in vocabulary/inflection.yaml.
#include "rules/vocabulary.h"

#include <algorithm>
#include <array>

namespace peerscope {
namespace {

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

int syllables(std::string_view word) {
  int count = 0;
  bool in_vowels = false;
  for (const char c : word) {
    const bool now = vowel(c) || c == 'y';
    count += now && !in_vowels;
    in_vowels = now;
  }
  return count;
}

// stop -> stopp(ing); but visit, open, cover keep one consonant (more than one syllable).
bool doubles(std::string_view word) {
  const std::size_t n = word.size();
  if (n < 3 || vowel(word[n - 1]) || !vowel(word[n - 2]) || vowel(word[n - 3])) return false;
  if (std::string_view("wxyh").find(word[n - 1]) != std::string_view::npos) return false;
  return syllables(word) == 1;
}

std::string with_s(std::string_view word) {
  std::string out(word);
  if (ends_with_any(word, {"s", "x", "z", "ch", "sh"})) return out + "es";
  if (word.size() > 1 && word.back() == 'y' && !vowel(word[word.size() - 2])) {
    out.pop_back();
    return out + "ies";
  }
  return out + "s";
}

std::string with_ed(std::string_view word) {
  std::string out(word);
  if (word.ends_with("e")) return out + "d";
  if (word.size() > 1 && word.back() == 'y' && !vowel(word[word.size() - 2])) {
    out.pop_back();
    return out + "ied";
  }
  if (doubles(word)) out += word.back();
  return out + "ed";
}

std::string with_ing(std::string_view word) {
  std::string out(word);
  if (word.ends_with("ie")) return out.substr(0, out.size() - 2) + "ying";
  if (word.ends_with("e") && !ends_with_any(word, {"ee", "oe", "ye"}))
    out.pop_back();
  else if (doubles(word))
    out += word.back();
  return out + "ing";
}

}  // namespace

std::vector<std::string> forms_of(std::string_view word, Form form, const Inflections& inflections) {
  std::vector<std::string> out{std::string(word)};
  if (form == Form::as_written || word.size() < 2) return out;
  if (form == Form::noun) {
    const auto irregular = inflections.nouns.find(out[0]);
    if (irregular != inflections.nouns.end())
      out.insert(out.end(), irregular->second.begin(), irregular->second.end());
    else
      out.push_back(with_s(word));
    return out;
  }
  const auto irregular = inflections.verbs.find(out[0]);
  if (irregular == inflections.verbs.end()) {
    out.push_back(with_s(word));
    if (form != Form::present) out.push_back(with_ing(word));
    if (form == Form::verb) out.push_back(with_ed(word));
    return out;
  }
  for (const std::string& other : irregular->second) {
    const bool ing = other.ends_with("ing");
    const bool present = other.ends_with("s") || other == "am" || other == "are";
    if (form == Form::verb || present || (ing && form == Form::not_past)) out.push_back(other);
  }
  return out;
}

std::vector<std::string> spellings_of(std::string_view word, const Inflections& inflections) {
  std::vector<std::string> out;
  for (const auto& [british, american] : inflections.spellings) {
    if (word == british) out.push_back(american);
    if (word == american) out.push_back(british);
  }
  static constexpr std::array<std::string_view, 7> kEndings{"e", "es", "ed", "ing", "er", "ation", "ations"};
  for (const auto ending : kEndings) {
    for (const auto& [from, to] : {std::pair{"iz", "is"}, std::pair{"is", "iz"}}) {
      const std::string tail = std::string(from) + std::string(ending);
      // Long words only: "size", "prize", "wise" are no verbs in -ise.
      if (word.size() > tail.size() + 2 && word.ends_with(tail))
        out.push_back(std::string(word.substr(0, word.size() - tail.size())) + to + std::string(ending));
    }
  }
  return out;
}

}  // namespace peerscope
