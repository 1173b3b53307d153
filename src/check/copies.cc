// Looks sentences up by their rarest words; alike are those that share nearly all.
#include "check/copies.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/words.h"
#include "match/match.h"

namespace peerscope {
namespace {

constexpr std::size_t kFewestWords = 5;  // "Attends staff meetings." is everybody's
constexpr double kAlikeDuty =
    0.85;  // "Transports clients to appointments as needed" with and without "as needed"
constexpr int kFewestDuties = 3;
constexpr std::size_t kFew = 64;  // units that are sooner compared than looked up

// FNV-1a: the same on every machine, and good enough for words.
std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

double agreement(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++common;
    const bool first = a[i] <= b[j], second = b[j] <= a[i];
    i += first;
    j += second;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

bool compared(const Document& document, const Unit& unit) {
  return unit.type != UnitType::heading && unit.type != UnitType::key_value &&
         document.sections[unit.section].role != Role::boilerplate;
}

void add_finding(Checked& checked, const RuleSet& rules, std::uint32_t rule, std::uint32_t unit) {
  Finding finding;
  finding.rule = rule;
  finding.unit = unit;
  finding.span = checked.document.units[unit].span;
  finding.severity = rules.rules[rule].severity;
  finding.effect = rules.rules[rule].effect;
  checked.findings.push_back(std::move(finding));
}

// How many duties stand in the other document that holds most of them.
Likeness likeness_of(const Checked& checked, const Copies& copies, std::uint32_t& first) {
  Likeness likeness;
  std::map<std::uint32_t, std::pair<int, std::uint32_t>> alike;  // document to count and first unit
  for (std::uint32_t i = 0; i < checked.units.size(); ++i) {
    if (!checked.units[i].duty) continue;
    ++likeness.duties;
    for (const std::uint32_t other :
         copies.that_hold(checked.document, checked.document.units[i], kAlikeDuty))
      ++alike.try_emplace(other, 0, i).first->second.first;
  }
  for (const auto& [other, count] : alike) {
    if (count.first <= likeness.alike) continue;
    likeness.alike = count.first;
    likeness.path = copies.name(other);
    first = count.second;
  }
  return likeness;
}

void find_repeated_sentences(Checked& checked, const RuleSet& rules, std::uint32_t rule,
                             const Copies& copies) {
  const Document& document = checked.document;
  if (copies.empty() && document.sections.size() < 2) return;
  const double share = rules.rules[rule].threshold;
  Copies earlier;  // entries of this document, one after another
  std::vector<Copies::Words> entry;
  for (std::uint32_t i = 0; i < document.units.size(); ++i) {
    if (i > 0 && document.units[i - 1].section != document.units[i].section)
      earlier.add(document, "an earlier entry", std::exchange(entry, {}));
    if (!compared(document, document.units[i])) continue;
    Copies::Words words = Copies::words_of(document, document.units[i]);
    if (!copies.that_hold(document, words, share).empty() ||
        !earlier.that_hold(document, words, share).empty())
      add_finding(checked, rules, rule, i);
    entry.push_back(std::move(words));
  }
}

}  // namespace

Copies::Words Copies::words_of(const Document& document, const Unit& unit) {
  Words words;
  words.reserve(unit.end_word - unit.first_word);
  for (std::uint32_t at = unit.first_word; at < unit.end_word; ++at) {
    const Word& word = document.words[at];
    const bool first = at == unit.first_word;
    // A sentence's first word has its capital from the sentence, except in notes, which often begin with a
    // name.
    const bool name = word.capital && (!first || document.kind == DocumentKind::progress_note);
    if (!name && !word.digit) words.push_back(hash_of(slice(document.folded, word.folded)));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.size() < kFewestWords) words.clear();
  return words;
}

void Copies::add(const Document& document) {
  std::vector<Words> units;
  for (const Unit& unit : document.units)
    if (compared(document, unit)) units.push_back(words_of(document, unit));
  add(document, document.path, std::move(units));
}

void Copies::add(const Document& document, const std::string& name, std::vector<Words> units) {
  const auto index = static_cast<std::uint32_t>(names_.size());
  names_.push_back(name);
  ids_.push_back(document.id);
  for (Words& words : units) {
    if (!words.empty()) held_.push_back({index, std::move(words)});
  }
  if (held_.size() <= kFew) return;
  for (; indexed_ < held_.size(); ++indexed_) {
    for (const std::uint64_t word : held_[indexed_].words)
      by_word_[word].push_back(static_cast<std::uint32_t>(indexed_));
  }
}

std::vector<std::uint32_t> Copies::that_hold(const Document& document, const Unit& unit, double share) const {
  return that_hold(document, words_of(document, unit), share);
}

std::vector<std::uint32_t> Copies::that_hold(const Document& document, const Words& words,
                                             double share) const {
  std::vector<std::uint32_t> documents;
  if (words.empty()) return documents;
  const auto compare = [&](const Held& held) {
    const bool itself = names_[held.document] == document.path && ids_[held.document] == document.id;
    if (!itself && agreement(words, held.words) >= share) documents.push_back(held.document);
  };
  if (indexed_ == 0) {
    for (const Held& held : held_) compare(held);
  } else {
    for (const std::uint32_t at : candidates(words, share)) compare(held_[at]);
  }
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  return documents;
}

// What agrees to a share s with n words has at least n·s/(2-s) of them: of any n - that + 1 words it has one,
// so it is enough to look under the rarest.
std::vector<std::uint32_t> Copies::candidates(const Words& words, double share) const {
  static const std::vector<std::uint32_t> kNone;
  std::vector<const std::vector<std::uint32_t>*> lists;
  for (const std::uint64_t word : words) {
    const auto at = by_word_.find(word);
    lists.push_back(at == by_word_.end() ? &kNone : &at->second);
  }
  std::sort(lists.begin(), lists.end(), [](const auto* a, const auto* b) { return a->size() < b->size(); });
  const auto needed =
      static_cast<std::size_t>(std::ceil(static_cast<double>(words.size()) * share / (2 - share)));
  lists.resize(std::min(lists.size(), words.size() - std::min(needed, words.size()) + 1));
  std::vector<std::uint32_t> units;
  for (const auto* list : lists) units.insert(units.end(), list->begin(), list->end());
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  return units;
}

bool measure_similar(Checked& checked, const RuleSet& rules, const Copies& copies) {
  const std::size_t before = checked.findings.size();
  const bool note = checked.document.kind == DocumentKind::progress_note;
  std::uint32_t first = 0;
  if (!note && !copies.empty()) checked.likeness = likeness_of(checked, copies, first);
  for (std::uint32_t index = 0; index < rules.rules.size(); ++index) {
    const Rule& rule = rules.rules[index];
    if (rule.kind != RuleKind::similar || (rule.applies_to & bit_of(checked.document.kind)) == 0) continue;
    if (note) {
      find_repeated_sentences(checked, rules, index, copies);
    } else if (checked.likeness.alike >= kFewestDuties &&
               checked.likeness.alike > rule.threshold * checked.likeness.duties) {
      add_finding(checked, rules, index, first);
    }
  }
  if (checked.findings.size() == before) return false;
  std::stable_sort(checked.findings.begin(), checked.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
  return true;
}

}  // namespace peerscope
