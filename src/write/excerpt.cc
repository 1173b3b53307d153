// How much of a document's text a report shows, and what identifies a finding without showing it.
#include "write/excerpt.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/score.h"
#include "rules/program.h"

namespace peerscope {

namespace {

bool opens_unit(const Document& document, std::uint32_t word) {
  const auto unit = std::lower_bound(document.units.begin(), document.units.end(), word,
                                     [](const Unit& u, std::uint32_t w) { return u.first_word < w; });
  return unit != document.units.end() && unit->first_word == word;
}

// A word may leave if the rules know it, and it is no name: "Will" in the middle of a sentence is somebody.
bool may_leave(const Document& document, std::uint32_t index, const Program& program) {
  const Word& word = document.words[index];
  const bool name = word.capital && !word.all_capitals && !opens_unit(document, index);
  return !name && !word.digit && word_id(program, slice(document.folded, word.folded)) != 0;
}

std::string known_words(const Document& document, Span span, const Program& program) {
  const auto& words = document.words;
  auto word = std::lower_bound(words.begin(), words.end(), span.begin,
                               [](const Word& w, std::uint32_t begin) { return w.span.begin < begin; });
  std::string shown;
  bool hidden = false;
  for (; word != words.end() && word->span.begin < span.end; ++word) {
    const bool leaves = may_leave(document, static_cast<std::uint32_t>(word - words.begin()), program);
    if (!leaves && hidden) continue;
    const bool joined = (word->before & (kJoined | kHyphen)) != 0 && leaves;
    if (!shown.empty() && !joined) shown += ' ';
    if (joined && (word->before & kHyphen) != 0) shown += '-';
    shown += leaves ? slice(document.text, word->span) : std::string_view("…");
    hidden = !leaves;
  }
  return shown;
}

void mix(std::uint64_t& hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  hash = (hash ^ 0xFFU) * 0x100000001B3U;  // a byte that no text holds, so that "ab" + "c" is not "a" + "bc"
}

}  // namespace

Excerpts excerpts_for(const Checked& checked, const WriteOptions& options) {
  if (options.excerpts_given) return options.excerpts;
  const bool private_text = checked.document.kind == DocumentKind::progress_note && !options.terminal;
  return private_text ? Excerpts::match : Excerpts::full;
}

std::string shown_words(const Document& document, Span span, const RuleSet& rules, Excerpts excerpts) {
  if (excerpts == Excerpts::none) return "";
  if (excerpts == Excerpts::full) return std::string(slice(document.text, span));
  return known_words(document, span, rules.program);
}

std::vector<std::string> shown_section(const Document& document, const Unit& unit, Excerpts excerpts) {
  if (excerpts == Excerpts::full) return section_path(document, unit.section);
  const Role role = document.sections[unit.section].role;
  if (role == Role::unknown) return {};
  return {std::string(name_of(role))};
}

std::string fingerprint(const Document& document, const Finding& finding, const RuleSet& rules) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  mix(hash, full_id(rules, rules.rules[finding.rule]));
  const Unit& unit = document.units[finding.unit];
  // The nearest heading alone: a new title over the whole text would make every finding in it a new one.
  const std::vector<std::string> path = section_path(document, unit.section);
  if (!path.empty()) {
    const std::string& title = path.back();
    std::string folded;
    for (const Word& word : cut_words(title, {0, static_cast<std::uint32_t>(title.size())})) {
      folded += fold_word(slice(title, word.span)) + ' ';
    }
    mix(hash, folded);
  }
  mix(hash, folded_words(document, unit));
  return fmt::format("{:016x}", hash);
}

}  // namespace peerscope
