// One pass over the units: which phrases can match here at all, then which do, then the sense filters.
#include <algorithm>

#include "match/frame.h"
#include "match/match.h"
#include "match/reader.h"
#include "rules/pattern.h"

namespace peerscope {
namespace {

constexpr std::uint32_t kSenseBefore = 9;  // words around a match in which a sense filter is looked for
constexpr std::uint32_t kSenseAfter = 12;

class Finder {
 public:
  Finder(const Document& document, const RuleSet& rules)
      : reader_(document, rules.program),
        document_(document),
        rules_(rules),
        program_(rules.program),
        kind_(bit_of(document.kind)),
        present_(program_.set_count, false) {}

  Matches find_all() {
    for (std::uint32_t i = 0; i < document_.units.size(); ++i) find_in(i);
    return std::move(matches_);
  }

 private:
  void find_in(std::uint32_t index) {
    const Unit& unit = document_.units[index];
    if (unit.first_word == unit.end_word) return;
    mark_sets(unit);
    const std::size_t before = matches_.rules.size();
    for (const std::uint32_t set : touched_)
      for (std::uint32_t i = program_.anchored_begin[set]; i < program_.anchored_begin[set + 1]; ++i)
        try_phrase(index, program_.anchored[i]);
    for (const std::uint32_t phrase : program_.unanchored) try_phrase(index, phrase);
    settle(before);
    for (const std::uint32_t set : touched_) present_[set] = false;
    touched_.clear();
  }

  void mark_sets(const Unit& unit) {
    for (std::uint32_t at = unit.first_word; at < unit.end_word; ++at) {
      const std::uint32_t id = reader_.id(at);
      if (id == 0) continue;
      for (std::uint32_t i = program_.sets_begin[id]; i < program_.sets_begin[id + 1]; ++i) {
        const std::uint32_t set = program_.sets_of_words[i];
        if (present_[set]) continue;
        present_[set] = true;
        touched_.push_back(set);
      }
    }
  }

  bool possible(const CompiledPhrase& phrase) const {
    if ((phrase.kinds & kind_) == 0) return false;
    if (phrase.anchor != kNoAnchor && !present_[phrase.anchor]) return false;
    for (std::uint32_t i = phrase.need_begin; i < phrase.need_end; ++i)
      if (!present_[program_.needs[i]]) return false;
    return true;
  }

  void try_phrase(std::uint32_t unit_index, std::uint32_t phrase_index) {
    const CompiledPhrase& phrase = program_.phrases[phrase_index];
    if (!possible(phrase)) return;
    const Unit& unit = document_.units[unit_index];
    each_match(unit, phrase, {unit.first_word, unit.end_word}, [&](WordRange range) {
      Match match{phrase_index, unit_index, range.begin, range.end, {}};
      match.span = {document_.words[range.begin].span.begin, document_.words[range.end - 1].span.end};
      if (phrase.use == PhraseUse::cue)
        matches_.cues.push_back(match);
      else if (phrase.use == PhraseUse::with)
        matches_.with.push_back(match);
      else if (!other_sense(unit, phrase.owner, range))
        matches_.rules.push_back(match);
      return true;
    });
  }

  // Calls `each` for the matches of a phrase that begin within the range, until it answers false.
  template <class Each>
  void each_match(const Unit& unit, const CompiledPhrase& phrase, WordRange within, const Each& each) {
    WordRange range;
    if (phrase.type == static_cast<std::uint8_t>(PhraseType::regex)) {
      if (regex_range(unit, phrase, range)) each(range);
    } else if (phrase.type == static_cast<std::uint8_t>(PhraseType::together)) {
      for (std::uint32_t at = within.begin; at < within.end;) {
        const WordRange clause = clause_around(reader_, unit, at);
        if (match_together(reader_, unit, phrase, clause, range) && !each(range)) return;
        at = clause.end;
      }
    } else {
      for (std::uint32_t at = within.begin; at < within.end; ++at)
        if (match_ordered(reader_, unit, phrase, at, range)) {
          if (!each(range)) return;
          at = std::max(at, range.end - 1);
        }
    }
  }

  bool regex_range(const Unit& unit, const CompiledPhrase& phrase, WordRange& range) {
    Span found;
    const auto outcome = search_regex(program_.regexes[phrase.regex], document_.text, unit.span, found);
    if (outcome != RegexOutcome::found) return false;
    range = {unit.end_word, unit.first_word};
    for (std::uint32_t at = unit.first_word; at < unit.end_word; ++at) {
      const Span span = document_.words[at].span;
      if (span.end <= found.begin || span.begin >= found.end) continue;
      range.begin = std::min(range.begin, at);
      range.end = std::max(range.end, at + 1);
    }
    return range.begin < range.end;
  }

  // Whether one of the rule's `not` phrases stands near the match, in the same clause.
  bool other_sense(const Unit& unit, std::uint32_t rule, WordRange match) {
    WordRange near = clause_around(reader_, unit, match.begin);
    near.end = std::max(near.end, clause_around(reader_, unit, match.end - 1).end);
    near.begin = std::max(near.begin, match.begin - std::min(match.begin, kSenseBefore));
    near.end = std::min(near.end, match.end + kSenseAfter);
    for (std::uint32_t i = program_.rule_begin[rule]; i < program_.rule_begin[rule + 1]; ++i) {
      const CompiledPhrase& phrase = program_.phrases[i];
      if (phrase.use != PhraseUse::without || !possible(phrase)) continue;
      bool found = false;
      each_match(unit, phrase, near, [&](WordRange range) {
        found = range.begin < near.end && range.end > near.begin;
        return !found;
      });
      if (found) return true;
    }
    return false;
  }

  // Of the matches of one rule in this unit, those that do not overlap an earlier or longer one; by place.
  void settle(std::size_t from) {
    auto begin = matches_.rules.begin() + static_cast<std::ptrdiff_t>(from);
    const auto owner = [&](const Match& match) { return program_.phrases[match.phrase].owner; };
    std::sort(begin, matches_.rules.end(), [&](const Match& a, const Match& b) {
      if (owner(a) != owner(b)) return owner(a) < owner(b);
      if (a.first_word != b.first_word) return a.first_word < b.first_word;
      if (a.end_word != b.end_word) return a.end_word > b.end_word;
      return a.phrase < b.phrase;
    });
    auto kept = begin;
    for (auto at = begin; at != matches_.rules.end(); ++at) {
      const bool overlaps =
          kept != begin && owner(*(kept - 1)) == owner(*at) && (kept - 1)->end_word > at->first_word;
      if (!overlaps) *kept++ = *at;
    }
    matches_.rules.erase(kept, matches_.rules.end());
    begin = matches_.rules.begin() + static_cast<std::ptrdiff_t>(from);
    std::stable_sort(begin, matches_.rules.end(),
                     [](const Match& a, const Match& b) { return a.first_word < b.first_word; });
  }

  WordReader reader_;
  const Document& document_;
  const RuleSet& rules_;
  const Program& program_;
  std::uint8_t kind_;
  std::vector<bool> present_;  // word sets of which a word stands in this unit
  std::vector<std::uint32_t> touched_;
  Matches matches_;
};

}  // namespace

Matches find(const Document& document, const RuleSet& rules) { return Finder(document, rules).find_all(); }

}  // namespace peerscope
