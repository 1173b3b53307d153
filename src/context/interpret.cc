// Asks every question of context.md about a match, in the order in which the first answer wins.
#include "context/interpret.h"

#include <algorithm>

#include "context/agents.h"
#include "context/confidence.h"
#include "context/negation.h"
#include "context/quotes.h"
#include "context/regions.h"
#include "context/speech.h"
#include "context/they.h"
#include "context/view.h"

namespace peerscope {
namespace {

constexpr std::uint32_t kFarNegation = 14;  // words; beyond it a negation is doubtful

class Interpreter {
 public:
  Interpreter(const Document& document, const RuleSet& rules)
      : document_(document), rules_(rules), groups_(rules), quotations_(quotations_of(document)) {}

  std::vector<Finding> interpret_all(const Matches& matches) {
    with_ = &matches.with;
    auto cue = matches.cues.begin();
    auto match = matches.rules.begin();
    for (std::uint32_t unit = 0; unit < document_.units.size(); ++unit) {
      std::vector<CueHit> hits;
      for (; cue != matches.cues.end() && cue->unit == unit; ++cue)
        hits.push_back({rules_.program.phrases[cue->phrase].owner, cue->first_word, cue->end_word});
      they_.step(document_, rules_, groups_, unit, hits);
      const bool ruled_out = document_.sections[document_.units[unit].section].role == Role::exclusion;
      if ((match == matches.rules.end() || match->unit != unit) && !ruled_out) continue;
      const UnitView view(document_, rules_, groups_, unit, std::move(hits));
      const std::size_t before = findings_.size();
      for (; match != matches.rules.end() && match->unit == unit; ++match) add(view, *match);
      doubt_alone(std::span(findings_).subspan(before), rules_);
      if (ruled_out && !any_counts(before)) add_ruled_out(view);
    }
    return std::move(findings_);
  }

 private:
  // only-with: "Drove her to the lab" needs what was talked about, in the same entry or duty; a fact of
  // employment
  // ("Reports to the Nurse Manager") what stands anywhere in the document.
  bool accompanied(std::uint32_t rule, const Unit& unit) const {
    return std::any_of(with_->begin(), with_->end(), [&](const Match& match) {
      const Unit& other = document_.units[match.unit];
      return rules_.program.phrases[match.phrase].owner == rule &&
             (rules_.rules[rule].about == About::fact || other.block == unit.block ||
              other.section == unit.section);
    });
  }

  bool any_counts(std::size_t from) const {
    return std::any_of(findings_.begin() + static_cast<std::ptrdiff_t>(from), findings_.end(),
                       [](const Finding& finding) { return finding.effect != Effect::none; });
  }

  void add(const UnitView& view, const Match& match) {
    Finding finding;
    finding.rule = rules_.program.phrases[match.phrase].owner;
    if (rules_.rules[finding.rule].kind == RuleKind::only_with && accompanied(finding.rule, view.unit()))
      return;
    finding.unit = match.unit;
    finding.span = match.span;
    const Rule& rule = rules_.rules[finding.rule];
    finding.severity = rule.severity;
    finding.confidence = confidence_of(view, rule);
    finding.status = status_of(view, rule, match, finding);
    finding.effect = effect_of(rule, finding.status, view);
    findings_.push_back(std::move(finding));
  }

  // "If there is a fire, we ring 911.": a sentence of its own, not an item of the list.
  static bool tells_its_own(const UnitView& view) {
    return view.unit().type == UnitType::sentence &&
           view.word_is(view.unit().first_word, {"if", "when", "we", "in", "the", "our", "this"});
  }

  // Under "The role is not", a duty that no rule knows is ruled out too.
  void add_ruled_out(const UnitView& view) {
    if (view.unit().type == UnitType::heading || tells_its_own(view) || still_theirs(view)) return;
    for (std::uint32_t rule = 0; rule < rules_.rules.size(); ++rule) {
      if (rules_.rules[rule].kind != RuleKind::ruled_out) continue;
      Finding finding;
      finding.rule = rule;
      finding.unit = view.index();
      finding.span = view.unit().span;
      finding.severity = rules_.rules[rule].severity;
      finding.status = Status::excluded_by_heading;
      finding.effect = rules_.rules[rule].effect;
      fire_section(view, finding);
      findings_.push_back(std::move(finding));
    }
  }

  bool still_theirs(const UnitView& view) const {
    for (const CueHit& hit : view.hits())
      if (static_cast<int>(hit.group) == groups_.still_theirs && !negation_of(view, hit.end, hit.end))
        return true;
    return false;
  }

  void fire(const UnitView& view, Finding& finding, const CueHit& hit) const {
    finding.cues.push_back({view.span_of(hit.begin, hit.end), view.group(hit).id});
  }
  void fire_section(const UnitView& view, Finding& finding) const {
    finding.cues.push_back({view.section().heading, "heading"});
  }

  Status status_of(const UnitView& view, const Rule& rule, const Match& match, Finding& finding) const {
    Status status = Status::affirmed;
    if (by_region(view, rule, match, finding, status)) return status;
    if (rule.about != About::value && by_speech(view, rule, match, finding, status)) return status;
    if (rule.about == About::wording && view.kind() == DocumentKind::progress_note) return Status::affirmed;
    if (by_agent(view, rule, match, finding, status)) return status;
    if (rule.about != About::value && by_reality(view, rule, match, finding, status)) return status;
    if (by_exclusion(view, finding, status)) return status;
    if (by_negation(view, rule, match, finding, status)) return status;
    if (by_wish(view, rule, finding, status)) return status;
    return Status::affirmed;
  }

  // "Hours: full time. You will hand out evening medication.": a heading of facts does not swallow a duty
  // that is told in so many words.
  bool told_of_the_job(const UnitView& view, const Rule& rule, const Match& match) const {
    if (rule.about != About::duty || rule.effect != Effect::risk || view.section().role != Role::boilerplate)
      return false;
    if (view.has(groups_.ability)) return false;
    return agent_of(view, match.first_word, match.end_word).actor == Actor::role_holder;
  }

  bool by_region(const UnitView& view, const Rule& rule, const Match& match, Finding& finding,
                 Status& status) const {
    switch (region_of(view, rule)) {
      case Region::boilerplate:
        if (told_of_the_job(view, rule, match)) return false;
        status = Status::boilerplate;
        break;
      case Region::other_role:
        status = Status::other_role;
        break;
      case Region::interview:
        status = Status::hypothetical;
        break;
      case Region::background:
        status = Status::former;
        break;
      default:
        return false;
    }
    fire_section(view, finding);
    return true;
  }

  bool by_speech(const UnitView& view, const Rule& rule, const Match& match, Finding& finding,
                 Status& status) const {
    Span mark;
    const Quoted quote = quoted(view, quotations_, match.span, mark);
    if (quote == Quoted::own_words || quote == Quoted::uncertain) {
      if (quote == Quoted::uncertain) finding.confidence = Confidence::low;
      finding.cues.push_back({mark, "quote"});
      status = Status::own_words;
      return true;
    }
    for (const CueHit& hit : view.hits()) {
      if (view.axis(hit) != Axis::mention || hit.end > match.first_word) continue;
      if (match.first_word - hit.end > view.group(hit).limit) continue;
      fire(view, finding, hit);
      status = Status::mention;
      return true;
    }
    if (view.kind() != DocumentKind::progress_note) return false;
    const auto fired = [&](const std::optional<CueHit>& hit, Status as) {
      if (!hit) return false;
      fire(view, finding, *hit);
      status = as;
      return true;
    };
    if (fired(told_by_person(view, match.first_word, match.end_word), Status::own_words)) return true;
    if (fired(told_by_others(view, match.first_word, match.end_word), Status::attributed)) return true;
    return rule.about == About::wording && fired(told_of_oneself(view, match.first_word), Status::own_words);
  }

  bool by_agent(const UnitView& view, const Rule& rule, const Match& match, Finding& finding,
                Status& status) const {
    if (!rule.agent || rule.about != About::duty) return false;
    const Agent agent = they_.named(agent_of(view, match.first_word, match.end_word));
    if (agent.actor == Actor::staff || agent.actor == Actor::person || agent.actor == Actor::organisation) {
      finding.cues.push_back({view.span_of(agent.cue.begin, agent.cue.end), "agent"});
      status = Status::other_role;
      return true;
    }
    return by_help(view, rule, match, finding, status);
  }

  // "helps people fill in their own applications": the person acts. Not so for what is done to people:
  // medication, symptoms, watching.
  bool by_help(const UnitView& view, const Rule& rule, const Match& match, Finding& finding,
               Status& status) const {
    if (rule.work == Work::clinical || rule.work == Work::compliance) return false;
    for (const CueHit& hit : view.hits()) {
      if (static_cast<int>(hit.group) != groups_.helps_person_do || hit.end > match.first_word ||
          match.first_word - hit.end > 2)
        continue;
      fire(view, finding, hit);
      status = Status::person_led;
      return true;
    }
    return false;
  }

  bool by_reality(const UnitView& view, const Rule& rule, const Match& match, Finding& finding,
                  Status& status) const {
    const bool note = view.kind() == DocumentKind::progress_note;
    for (const CueHit& hit : view.hits()) {
      if (view.axis(hit) != Axis::former || (!note && static_cast<int>(hit.group) == groups_.no_longer))
        continue;
      fire(view, finding, hit);
      status = Status::former;
      return true;
    }
    if (rule.about == About::wording || rule.about == About::fact) return false;
    const std::string_view text = slice(document_.text, view.unit().span);
    if (!note && text.find('?') != std::string_view::npos && text.find_last_of('?') + 3 > text.size()) {
      status = Status::hypothetical;
      return true;
    }
    return by_condition(view, rule, match, finding, status);
  }

  // "Asked whether he drinks and passed it on": the second deed is not conditional.
  static bool goes_on(const UnitView& view, std::uint32_t first) {
    return first > view.unit().first_word && view.word_is(first - 1, {"and", "then"}) &&
           view.word(first).ends_with("ed");
  }

  // "if", "should anyone", "whether". In a job description "If a guest misses a dose, calls the nurse" is a
  // duty: what comes after the comma is not conditional.
  bool by_condition(const UnitView& view, const Rule&, const Match& match, Finding& finding,
                    Status& status) const {
    const bool note = view.kind() == DocumentKind::progress_note;
    if (view.hit_of(Axis::person_led) != nullptr) return false;
    for (const CueHit& hit : view.hits()) {
      if (view.axis(hit) != Axis::hypothetical || hit.begin >= match.first_word) continue;
      if (view.clause_begin(match.first_word) > hit.begin) continue;
      if (!note && static_cast<int>(hit.group) == groups_.would) continue;
      if (note && goes_on(view, match.first_word)) continue;
      bool comma = false;
      for (std::uint32_t at = hit.end; at <= match.first_word; ++at)
        comma = comma || (view.before(at) & kComma) != 0;
      if (!note && comma) continue;
      fire(view, finding, hit);
      status = Status::hypothetical;
      return true;
    }
    return false;
  }

  bool by_exclusion(const UnitView& view, Finding& finding, Status& status) const {
    if (view.section().role != Role::exclusion) return false;
    if (still_theirs(view)) return false;
    fire_section(view, finding);
    status = Status::excluded_by_heading;
    return true;
  }

  bool by_negation(const UnitView& view, const Rule& rule, const Match& match, Finding& finding,
                   Status& status) const {
    const auto negation = negation_of(view, match.first_word, match.end_word, phrase_text(match),
                                      rule.effect == Effect::risk && rule.negated == Negated::strength);
    if (!negation) return false;
    // "prefer not to share", "Should you not wish …": nobody forbids the value.
    const bool fault = rule.negated == Negated::risk || (rule.only_negated && rule.effect == Effect::risk);
    if (fault && !forbids(view, *negation)) return false;
    if (negation->distance > kFarNegation && rule.effect == Effect::risk)
      finding.confidence = Confidence::low;
    fire(view, finding, negation->cue);
    status = negation->prohibited ? Status::prohibited : Status::negated;
    return true;
  }

  std::string_view phrase_text(const Match& match) const {
    const CompiledPhrase& phrase = rules_.program.phrases[match.phrase];
    return {rules_.program.phrase_text.data() + phrase.text_begin, phrase.text_size};
  }

  static bool forbids(const UnitView& view, const Negation& negation) {
    const bool after = view.group(negation.cue).direction == Direction::backward;
    return (negation.prohibited || after || view.word_is(negation.cue.begin, {"never"})) &&
           view.hit_of(Axis::hypothetical) == nullptr;
  }

  // "when requested by the officer" is nobody's own wish.
  bool ordered(const UnitView& view, const CueHit& hit) const {
    std::uint32_t at = hit.end;
    if (at >= view.unit().end_word || !view.word_is(at, {"by"})) return false;
    for (++at; at < view.unit().end_word && at <= hit.end + 3; ++at)
      if (view.is(at, groups_.staff) || view.is(at, groups_.institution)) return true;
    return false;
  }

  bool by_wish(const UnitView& view, const Rule& rule, Finding& finding, Status& status) const {
    if (rule.about != About::duty || rule.effect != Effect::risk || !rule.agent ||
        rule.severity == Severity::critical)
      return false;
    for (const CueHit& hit : view.hits()) {
      if (view.axis(hit) != Axis::person_led || ordered(view, hit)) continue;
      fire(view, finding, hit);
      status = Status::person_led;
      return true;
    }
    return false;
  }

  static Effect when_ruled_out(const Rule& rule, Status status, bool note) {
    if (rule.only_negated) return rule.effect;
    switch (rule.negated) {
      case Negated::none:
        return Effect::none;
      case Negated::strength:
        return Effect::strength;
      case Negated::risk:
        return status == Status::excluded_by_heading ? Effect::none : Effect::risk;
      case Negated::keep:
        return note ? rule.effect : rule.effect == Effect::risk ? Effect::strength : Effect::none;
    }
    return Effect::none;
  }

  static Effect effect_of(const Rule& rule, Status status, const UnitView& view) {
    switch (status) {
      case Status::affirmed:
        return rule.only_negated ? Effect::none : rule.effect;
      case Status::negated:
      case Status::prohibited:
      case Status::excluded_by_heading:
        return when_ruled_out(rule, status, view.kind() == DocumentKind::progress_note);
      default:
        return Effect::none;
    }
  }

  const Document& document_;
  const RuleSet& rules_;
  CueGroups groups_;
  const std::vector<Match>* with_ = nullptr;
  std::vector<Quotation> quotations_;
  std::vector<Finding> findings_;
  They they_;
};

}  // namespace

std::vector<Finding> interpret(const Document& document, const Matches& matches, const RuleSet& rules) {
  return Interpreter(document, rules).interpret_all(matches);
}

}  // namespace peerscope
