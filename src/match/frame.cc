// A small backtracking machine over Program::steps. Units are short, so that it needs no memory of where it
// has been; a step budget guards against phrases that could try too many ways.
#include "match/frame.h"

#include <algorithm>

namespace peerscope {
namespace {

constexpr int kBudget = 50000;

enum class Join : std::uint8_t { free, tight, loose };  // first word; next to the last; after a gap

class Machine {
 public:
  Machine(const WordReader& reader, const Unit& unit, std::uint32_t end)
      : reader_(reader), unit_(unit), steps_(reader.program().steps.data()), end_(end) {}

  // Runs the steps from `step` at word `at`; true with the end of what was taken.
  bool run(std::uint32_t step, std::uint32_t at, Join join, std::uint32_t& taken_end) {
    while (true) {
      if (--budget_ < 0) return false;
      const Step& now = steps_[step];
      switch (now.op) {
        case Op::accept:
          taken_end = at;
          return true;
        case Op::jump:
          step = now.a;
          continue;
        case Op::fork:
          if (may_take(steps_[now.a], at, join) && run(now.a, at, join, taken_end)) return true;
          ++step;
          continue;
        case Op::start:
          if (at >= end_ || !reader_.clause_begins(at, unit_)) return false;
          ++step;
          continue;
        case Op::end:
          if (at < unit_.end_word && !reader_.clause_begins(at, unit_) &&
              !reader_.in_set(at, reader_.program().clause_stop))
            return false;
          ++step;
          continue;
        case Op::gap:
          return run_gap(step, at, join, taken_end);
        case Op::word_class:
          return run_class(step, at, join, taken_end);
        default:
          break;
      }
      if (!joined(at, join) || !takes(now, at)) return false;
      ++at;
      ++step;
      join = Join::tight;
    }
  }

 private:
  bool joined(std::uint32_t at, Join join) const {
    if (at >= end_) return false;
    const std::uint16_t before = reader_.before(at, unit_);
    if (join == Join::tight) return (before & (kHardBreak | kComma)) == 0;
    return join == Join::free || (before & kHardBreak) == 0;
  }

  // False where a run from this step would fail at once, as most alternatives do: then there is no need to
  // begin it.
  bool may_take(const Step& step, std::uint32_t at, Join join) const {
    return step.op != Op::set || (joined(at, join) && reader_.in_set(at, step.a));
  }

  bool takes(const Step& step, std::uint32_t at) const {
    switch (step.op) {
      case Op::set:
        return reader_.in_set(at, step.a);
      case Op::exact:
        return slice(reader_.document().text, reader_.word(at).span) == reader_.program().exact[step.a];
      case Op::name:
        return reader_.name(at, unit_);
      case Op::number:
        return reader_.word(at).digit;
      default:
        return true;  // any
    }
  }

  bool run_gap(std::uint32_t step, std::uint32_t at, Join join, std::uint32_t& taken_end) {
    const std::uint32_t limit = steps_[step].a;
    for (std::uint32_t skipped = 0; skipped <= limit; ++skipped) {
      const Join next = join == Join::free && skipped == 0 ? Join::free : Join::loose;
      if (may_take(steps_[step + 1], at, next) && run(step + 1, at, next, taken_end)) return true;
      if (!joined(at, Join::loose) || reader_.in_set(at, reader_.program().gap_stop)) return false;
      ++at;
    }
    return false;
  }

  // Longer entries first, so that "blood pressure" is not taken for "blood".
  bool run_class(std::uint32_t step, std::uint32_t at, Join join, std::uint32_t& taken_end) {
    if (!joined(at, join)) return false;
    const std::uint32_t id = steps_[step].a;
    const CompiledClass& each = reader_.program().classes[id];
    const Program& program = reader_.program();
    if (each.anchored == 0) {
      for (std::uint32_t i = each.entries_begin; i < each.entries_end; ++i)
        if (run_entry(program.entries[i], step, at, join, taken_end)) return true;
    } else if (const ClassWord* word = entries_at(id, reader_.id(at))) {
      for (std::uint32_t i = word->begin; i < word->begin + word->count; ++i)
        if (run_entry(program.class_entries[i], step, at, join, taken_end)) return true;
    }
    return reader_.in_set(at, each.singles) && run(step + 1, at + 1, Join::tight, taken_end);
  }

  bool run_entry(std::uint32_t entry, std::uint32_t step, std::uint32_t at, Join join,
                 std::uint32_t& taken_end) {
    std::uint32_t entry_end = 0;
    return may_take(steps_[entry], at, join) && run(entry, at, join, entry_end) && entry_end > at &&
           run(step + 1, entry_end, Join::tight, taken_end);
  }

  const ClassWord* entries_at(std::uint32_t word_class, std::uint32_t word) const {
    const auto& table = reader_.program().class_words;
    if (word == 0) return nullptr;
    for (std::size_t at = slot_of(member_key(word_class, word), table.size()); table[at].word != 0;
         at = (at + 1) & (table.size() - 1))
      if (table[at].word == word && table[at].word_class == word_class) return &table[at];
    return nullptr;
  }

  const WordReader& reader_;
  const Unit& unit_;
  const Step* steps_;
  std::uint32_t end_;
  int budget_ = kBudget;
};

}  // namespace

bool match_ordered(const WordReader& reader, const Unit& unit, const CompiledPhrase& phrase,
                   std::uint32_t first, WordRange& range) {
  range.begin = first;
  return Machine(reader, unit, unit.end_word).run(phrase.begin, first, Join::free, range.end) &&
         range.end > first;
}

bool match_together(const WordReader& reader, const Unit& unit, const CompiledPhrase& phrase,
                    WordRange clause, WordRange& range) {
  range = {clause.end, clause.begin};
  const auto& steps = reader.program().steps;
  for (std::uint32_t part = phrase.begin; part < phrase.end;) {
    bool found = false;
    for (std::uint32_t at = clause.begin; at < clause.end && !found; ++at) {
      std::uint32_t end = 0;
      found = Machine(reader, unit, clause.end).run(part, at, Join::free, end) && end > at;
      if (!found) continue;
      range.begin = std::min(range.begin, at);
      range.end = std::max(range.end, end);
    }
    if (!found) return false;
    while (steps[part].op != Op::accept) ++part;
    ++part;
  }
  return true;
}

WordRange clause_around(const WordReader& reader, const Unit& unit, std::uint32_t word) {
  WordRange clause{word, word + 1};
  while (clause.begin > unit.first_word && !reader.clause_begins(clause.begin, unit)) --clause.begin;
  while (clause.end < unit.end_word && !reader.clause_begins(clause.end, unit)) ++clause.end;
  return clause;
}

}  // namespace peerscope
