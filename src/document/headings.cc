// Finds the first row of the heading table that fits a heading, word by word.
#include "document/headings.h"

#include <algorithm>

#include "base/words.h"

namespace peerscope {
namespace {

// " what we re looking for ": folded words with a space around each.
std::string folded_words(std::string_view text) {
  std::string all = " ";
  std::string folded;
  for (const Word& word : cut_words(text, {0, static_cast<std::uint32_t>(text.size())})) {
    fold_word(slice(text, word.span), folded);
    if (folded.starts_with('\'')) folded.erase(0, 1);  // we 're, person 's
    all += folded;
    all += ' ';
  }
  return all;
}

// Most words of the table are folded as they stand; to see that costs less than to fold them, whenever the
// program starts.
bool is_folded(std::string_view word) {
  return word != "cannot" && word != "wo" &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// A phrase of the table in the same form, each word keeping its * and $: "don't *" is "do not *".
std::string folded_phrase(std::string_view phrase) {
  std::string all;
  while (!phrase.empty()) {
    const auto space = phrase.find(' ');
    const auto word = phrase.substr(0, space);
    if (is_folded(word)) {
      all += word;
    } else {
      const auto folded = folded_words(word);
      if (folded.size() > 1) all += folded.substr(1, folded.size() - 2);
    }
    if (word.find('*') != std::string_view::npos) all += '*';
    if (word.ends_with('$')) all += '$';
    if (space == std::string_view::npos) break;
    all += ' ';
    phrase.remove_prefix(space + 1);
  }
  return all;
}

std::size_t bucket(char letter) { return static_cast<unsigned char>(letter) % 32; }

}  // namespace

HeadingRoles::HeadingRoles(const HeadingTable& table) {
  for (const HeadingRow& source : table) {
    const auto index = static_cast<std::uint32_t>(rows_.size());
    Row row{source.role, {}};
    const auto compile = [&](const std::string& written) {
      return Phrase{folded_phrase(written), index, written.starts_with('^')};
    };
    for (const auto& written : source.unless)
      if (auto phrase = compile(written); !phrase.words.empty()) row.unless.push_back(std::move(phrase));
    for (const auto& written : source.contains)
      if (auto phrase = compile(written); !phrase.words.empty())
        by_letter_[bucket(phrase.words[0])].push_back(std::move(phrase));
    rows_.push_back(std::move(row));
  }
}

bool HeadingRoles::stands_at(std::string_view words, std::size_t at, const Phrase& phrase) {
  if (phrase.at_start && at != 1) return false;
  for (const char c : phrase.words) {
    if (at >= words.size()) return false;
    if (c == '*') {
      while (words[at] != ' ') ++at;
    } else if (c == '$') {
      return at + 1 == words.size();
    } else if (words[at++] != c) {
      return false;
    }
  }
  return at < words.size() && words[at] == ' ';
}

bool HeadingRoles::stands_in(std::string_view words, const Phrase& phrase) {
  for (std::size_t at = 1; at < words.size(); at = words.find(' ', at) + 1)
    if (stands_at(words, at, phrase)) return true;
  return false;
}

std::optional<Role> HeadingRoles::named_by(std::string_view heading, RoleSet allowed) const {
  const std::string words = folded_words(heading);
  auto best = static_cast<std::uint32_t>(rows_.size());
  for (std::size_t at = 1; at < words.size(); at = words.find(' ', at) + 1) {
    for (const Phrase& phrase : by_letter_[bucket(words[at])]) {
      if (phrase.row >= best) break;
      const Row& row = rows_[phrase.row];
      if ((allowed & set_of(row.role)) == 0 || !stands_at(words, at, phrase)) continue;
      bool unless = false;
      for (const Phrase& other : row.unless) unless = unless || stands_in(words, other);
      if (!unless) best = phrase.row;
    }
  }
  if (best == rows_.size()) return std::nullopt;
  return rows_[best].role;
}

}  // namespace peerscope
