// One pass over the units: where phrases can begin at all, by their anchors; then which do; then the sense
// filters.
#include <algorithm>
#include <compare>

#include "match/frame.h"
#include "match/match.h"
#include "match/reader.h"
#include "rules/literals.h"
#include "rules/pattern.h"

namespace peerscope {
namespace {

constexpr std::uint32_t kSenseBefore = 9;  // words around a match in which a sense filter is looked for
constexpr std::uint32_t kSenseAfter = 12;

// Where a phrase may match: nothing is known yet but that an anchor of it stands in the right place.
struct Start {
  std::uint32_t phrase = 0;
  std::uint32_t word = 0;
  auto operator<=>(const Start&) const = default;
};

class Finder {
 public:
  Finder(const Document& document, const RuleSet& rules, Prefilter prefilter)
      : reader_(document, rules.program),
        document_(document),
        program_(rules.program),
        phrases_(program_.phrases.data()),
        needs_(program_.needs.data()),
        kind_(bit_of(document.kind)),
        all_(prefilter == Prefilter::off),
        found_literals_(rules.program.literals) {
    for (const std::uint32_t phrase : program_.unanchored)
      unanchored_of(phrases_[phrase].use).push_back(phrase);
  }

  Matches find_all() {
    for (std::uint32_t i = 0; i < document_.units.size(); ++i) find_in(i);
    return std::move(matches_);
  }

 private:
  void find_in(std::uint32_t index) {
    const Unit& unit = document_.units[index];
    if (unit.first_word == unit.end_word) return;
    const std::size_t before = matches_.rules.size();
    look_for(index, program_.finds, finds_anywhere_, {0, program_.rule_begin.back()});
    settle(before);
    // Cues say what a match means, what stands under "The role is not", and whom the "They" of the next
    // sentence means; elsewhere nobody asks for them.
    const bool ruled_out = document_.sections[unit.section].role == Role::exclusion;
    if (all_ || ruled_out || they_follow(index) || matches_.rules.size() != before)
      look_for(index, program_.cues, cues_anywhere_,
               {program_.rule_begin.back(), static_cast<std::uint32_t>(program_.phrases.size())});
  }

  bool they_follow(std::uint32_t index) const {
    if (index + 1 >= document_.units.size()) return false;
    const Unit& next = document_.units[index + 1];
    return next.first_word < next.end_word && folded_word(document_, next.first_word) == "they";
  }

  std::vector<std::uint32_t>& unanchored_of(PhraseUse use) {
    return use == PhraseUse::cue       ? cues_anywhere_
           : use == PhraseUse::without ? senses_anywhere_
                                       : finds_anywhere_;
  }

  // Takes every match in the unit of the phrases of an index. `all` is the range of all its phrases.
  void look_for(std::uint32_t unit_index, const AnchorIndex& index,
                const std::vector<std::uint32_t>& anywhere, WordRange all) {
    const Unit& unit = document_.units[unit_index];
    const WordRange whole{unit.first_word, unit.end_word};
    const auto take = [&](std::uint32_t phrase) {
      each_match(unit, phrases_[phrase], whole,
                 [&](WordRange range) { return keep(unit_index, phrase, range); });
    };
    if (all_) {
      for (std::uint32_t phrase = all.begin; phrase < all.end; ++phrase)
        if (phrases_[phrase].use != PhraseUse::without) take(phrase);
      return;
    }
    starts_.clear();
    const std::uint32_t* const begin = index.begin.data();
    const Anchor* const list = index.list.data();
    for (std::uint32_t at = unit.first_word; at < unit.end_word; ++at)
      if (const std::uint32_t id = reader_.id(at); id != 0)
        for (std::uint32_t i = begin[id]; i < begin[id + 1]; ++i)
          if ((list[i].kinds & kind_) != 0) add_starts(unit, at, list[i], whole, starts_);
    std::sort(starts_.begin(), starts_.end());
    starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
    for (std::size_t i = 0; i < starts_.size();) i = try_starts(unit_index, i);
    for (const std::uint32_t phrase : anywhere) take(phrase);
  }

  // Matches of one phrase at its starts, from starts_[i] on; returns behind the last of them.
  std::size_t try_starts(std::uint32_t unit_index, std::size_t i) {
    const Unit& unit = document_.units[unit_index];
    const std::uint32_t index = starts_[i].phrase;
    const CompiledPhrase& phrase = phrases_[index];
    std::uint32_t free = unit.first_word;  // a match begins behind the one before
    for (; i < starts_.size() && starts_[i].phrase == index; ++i) {
      WordRange range;
      const std::uint32_t at = starts_[i].word;
      if (phrase.type == static_cast<std::uint16_t>(PhraseType::together)) {
        each_match(unit, phrase, {unit.first_word, unit.end_word},
                   [&](WordRange each) { return keep(unit_index, index, each); });
      } else if (at >= free && match_ordered(reader_, unit, phrase, at, range)) {
        keep(unit_index, index, range);
        free = std::max(at + 1, range.end);
      }
    }
    return i;
  }

  // Where within the range a phrase may begin that has its anchor at `at`.
  void add_starts(const Unit& unit, std::uint32_t at, const Anchor& anchor, WordRange within,
                  std::vector<Start>& out) const {
    const CompiledPhrase& phrase = phrases_[anchor.phrase];
    if (anchor.high == kAnywhere) {
      out.push_back({anchor.phrase, unit.first_word});
      return;
    }
    const std::uint32_t first = std::max(within.begin, at - std::min<std::uint32_t>(at, anchor.high));
    for (std::uint32_t start = first; start + anchor.low <= at && start < within.end; ++start)
      if (possible(unit, phrase, start)) out.push_back({anchor.phrase, start});
  }

  // Whether all the words that the phrase needs stand where they may if it begins at `start`.
  bool possible(const Unit& unit, const CompiledPhrase& phrase, std::uint32_t start) const {
    for (std::uint32_t i = phrase.need_begin; i < phrase.need_end; ++i) {
      const WordNeed& need = needs_[i];
      if (!reader_.one_in_set(start + need.low, std::min(start + need.high + 1, unit.end_word), need.set))
        return false;
    }
    return true;
  }

  bool keep(std::uint32_t unit_index, std::uint32_t phrase_index, WordRange range) {
    const CompiledPhrase& phrase = phrases_[phrase_index];
    Match match{phrase_index, unit_index, range.begin, range.end, {}};
    match.span = {document_.words[range.begin].span.begin, document_.words[range.end - 1].span.end};
    if (phrase.use == PhraseUse::cue)
      matches_.cues.push_back(match);
    else if (phrase.use == PhraseUse::with)
      matches_.with.push_back(match);
    else if (!other_sense(document_.units[unit_index], phrase.owner, range))
      matches_.rules.push_back(match);
    return true;
  }

  // Calls `each` for the matches of a phrase that begin within the range, until it answers false.
  template <class Each>
  void each_match(const Unit& unit, const CompiledPhrase& phrase, WordRange within, const Each& each) {
    WordRange range;
    if ((phrase.kinds & kind_) == 0) return;
    if (phrase.type == static_cast<std::uint16_t>(PhraseType::regex)) {
      if (regex_range(unit, phrase, range)) each(range);
    } else if (phrase.type == static_cast<std::uint16_t>(PhraseType::together)) {
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
    if (!all_ && demands_literals(program_.literals, phrase.regex)) {
      if (literals_of_ != &unit) found_literals_.look_in(slice(document_.text, unit.span));
      literals_of_ = &unit;
      if (!found_literals_.enough_for(phrase.regex)) return false;
    }
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
    const auto stands_near = [&](std::uint32_t phrase) {
      bool found = false;
      each_match(unit, phrases_[phrase], near, [&](WordRange range) {
        found = range.begin < near.end && range.end > near.begin;
        return !found;
      });
      return found;
    };
    const std::uint32_t first = program_.rule_begin[rule];
    const std::uint32_t end = program_.rule_begin[rule + 1];
    if (all_) {
      for (std::uint32_t phrase = first; phrase < end; ++phrase)
        if (phrases_[phrase].use == PhraseUse::without && stands_near(phrase)) return true;
      return false;
    }
    for (const std::uint32_t phrase : senses_anywhere_)
      if (first <= phrase && phrase < end && stands_near(phrase)) return true;
    return anchored_sense(unit, {first, end}, near, stands_near);
  }

  // Whether one of the `not` phrases in the range begins among the words near.
  template <class StandsNear>
  bool anchored_sense(const Unit& unit, WordRange phrases, WordRange near, const StandsNear& stands_near) {
    const AnchorIndex& index = program_.senses;
    for (std::uint32_t at = unit.first_word; at < unit.end_word; ++at) {
      const std::uint32_t id = reader_.id(at);
      if (id == 0) continue;
      const auto list_end = index.list.begin() + index.begin[id + 1];
      auto anchor =
          std::lower_bound(index.list.begin() + index.begin[id], list_end, phrases.begin,
                           [](const Anchor& one, std::uint32_t phrase) { return one.phrase < phrase; });
      for (; anchor != list_end && anchor->phrase < phrases.end; ++anchor) {
        if (anchor->high == kAnywhere) {
          if (stands_near(anchor->phrase)) return true;
          continue;
        }
        if ((anchor->kinds & kind_) == 0) continue;
        sense_starts_.clear();
        add_starts(unit, at, *anchor, near, sense_starts_);
        WordRange range;
        for (const Start& start : sense_starts_)
          if (match_ordered(reader_, unit, phrases_[start.phrase], start.word, range)) return true;
      }
    }
    return false;
  }

  // Of the matches of one rule in this unit, those that do not overlap an earlier or longer one; by place.
  void settle(std::size_t from) {
    auto begin = matches_.rules.begin() + static_cast<std::ptrdiff_t>(from);
    const auto owner = [&](const Match& match) { return phrases_[match.phrase].owner; };
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
  const Program& program_;
  const CompiledPhrase* phrases_;
  const WordNeed* needs_;
  std::uint8_t kind_;
  bool all_;  // every phrase is tried everywhere
  std::vector<std::uint32_t> finds_anywhere_, senses_anywhere_, cues_anywhere_;  // phrases without an anchor
  std::vector<Start> starts_, sense_starts_;
  FoundLiterals found_literals_;
  const Unit* literals_of_ = nullptr;  // the unit that found_literals_ tells of
  Matches matches_;
};

}  // namespace

Matches find(const Document& document, const RuleSet& rules, Prefilter prefilter) {
  return Finder(document, rules, prefilter).find_all();
}

}  // namespace peerscope
