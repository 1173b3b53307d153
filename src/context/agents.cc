// Heuristics of context.md 6, one function each, tried in order.
#include "context/agents.h"

#include <algorithm>

#include "match/reader.h"

namespace peerscope {
namespace {

constexpr std::uint32_t kMostBetween = 6;  // auxiliaries and adverbs between a subject and its verb

bool between_word(const UnitView& view, std::uint32_t at) {
  return view.is(at, view.groups().auxiliary) || view.word(at).ends_with("ly");
}

bool relative_word(const UnitView& view, std::uint32_t at) {
  return view.word_is(at, {"who", "that", "which"});
}

// The staff hit that ends right before `at`.
const CueHit* staff_ending_at(const UnitView& view, std::uint32_t at) {
  const CueHit* best = nullptr;
  for (const CueHit& hit : view.hits())
    if (view.axis(hit) == Axis::staff && hit.end == at && (best == nullptr || hit.begin < best->begin))
      best = &hit;
  if (best == nullptr) return nullptr;
  // "peer staff", "peer specialist": the role itself.
  for (const CueHit& hit : view.hits())
    if (view.axis(hit) == Axis::role_holder && hit.begin <= best->begin && best->end <= hit.end)
      return nullptr;
  return best;
}

std::uint32_t before_determiners(const UnitView& view, std::uint32_t at) {
  while (at > view.unit().first_word && view.is(at - 1, view.groups().determiner) &&
         (view.before(at) & kComma) == 0)
    --at;
  return at;
}

// "A taxi firm takes …", "Van driver dropped …": the phrase itself begins with its subject.
bool inside_staff(const UnitView& view, std::uint32_t first, std::uint32_t end, Agent& agent) {
  const CueHit* hit = view.covering(first, view.groups().staff);
  if (hit == nullptr || hit->end >= end || view.is(first, view.groups().role_holder)) return false;
  if (before_determiners(view, first) != view.clause_begin(first))
    return false;  // "keeps the doctor informed"
  const std::string_view verb = view.word(hit->end);
  const bool verbal = (verb.size() > 3 && verb.ends_with("s") && !verb.ends_with("ss")) ||
                      verb.ends_with("ed") || view.is(hit->end, view.groups().auxiliary);
  if (!verbal) return false;
  agent = {Actor::staff, *hit};
  return true;
}

bool after_preposition(const UnitView& view, std::uint32_t noun) {
  const std::uint32_t at = before_determiners(view, noun);
  return at > view.unit().first_word && (view.before(at) & (kComma | kSemicolon | kColon | kDash)) == 0 &&
         view.is(at - 1, view.groups().preposition);
}

// "psychologists and social workers provide": where the first of two subjects begins.
std::uint32_t first_of_pair(const UnitView& view, std::uint32_t noun) {
  const std::uint32_t at = before_determiners(view, noun);
  if (at <= view.unit().first_word || !view.word_is(at - 1, {"and", "or"})) return noun;
  const CueHit* other = staff_ending_at(view, at - 1);
  return other == nullptr ? noun : other->begin;
}

// "the nurse then checks": the subject stands directly before the verb.
bool adjacent_staff(const UnitView& view, std::uint32_t first, Agent& agent) {
  const std::uint32_t begin = view.clause_begin(first);
  std::uint32_t at = first;
  bool relative = false;
  for (std::uint32_t steps = 0; steps <= kMostBetween; ++steps) {
    if (const CueHit* hit = staff_ending_at(view, at)) {
      if (hit->begin < begin) return false;
      if (!relative && after_preposition(view, first_of_pair(view, hit->begin))) return false;
      agent = {Actor::staff, *hit};
      return true;
    }
    if (at <= begin || !between_word(view, at - 1)) return false;
    relative = relative || relative_word(view, at - 1);
    --at;
  }
  return false;
}

// "works with nurses who give out medication"
bool relative_clause(const UnitView& view, std::uint32_t first, Agent& agent) {
  for (const CueHit& hit : view.hits()) {
    if (view.axis(hit) != Axis::staff || hit.end >= first || !relative_word(view, hit.end)) continue;
    bool comma = false;
    for (std::uint32_t at = hit.end + 1; at <= first; ++at)
      comma = comma || (view.before(at) & (kComma | kSemicolon)) != 0;
    if (comma) continue;
    agent = {Actor::staff, hit};
    return true;
  }
  return false;
}

// "people who were given a warning", "members who take medication": the person supported is the subject.
bool people_clause(const UnitView& view, std::uint32_t first, Agent& agent) {
  std::uint32_t at = first;
  for (std::uint32_t steps = 0; at > view.unit().first_word && steps <= kMostBetween; ++steps, --at) {
    if (view.word_is(at - 1, {"who", "whose"})) {
      if (at < 2) return false;
      const CueHit* people = view.covering(at - 2, view.groups().people);
      if (people == nullptr) people = view.covering(at - 2, view.groups().name);
      if (people == nullptr || view.is(at - 2, view.groups().role_holder)) return false;
      agent = {Actor::person, *people};
      return true;
    }
    if (!between_word(view, at - 1)) return false;
  }
  return false;
}

std::uint32_t skip_openers(const UnitView& view, std::uint32_t at, std::uint32_t first) {
  while (at < first &&
         (view.word_is(at, {"and", "then", "so", "when", "where", "because", "as", "after", "before", "once",
                            "only", "but", "while", "although", "today", "yesterday", "later", "until"}) ||
          view.is(at, view.groups().determiner)) &&
         view.covering(at, view.groups().staff) == nullptr)
    ++at;
  return at;
}

bool writer_in(const UnitView& view, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t at = from; at < to; ++at)
    if (view.is(at, view.groups().role_holder)) return true;
  return false;
}

bool verb_like(const UnitView& view, std::uint32_t at) {
  const std::string_view verb = view.word(at);
  return view.is(at, view.groups().auxiliary) ||
         (verb.size() > 3 && verb.ends_with("s") && !verb.ends_with("ss"));
}

// "The county's contract manager visits …": an article, words that nobody listed, staff, a verb. A duty never
// begins with an article, so the words between can be any.
bool described_subject(const UnitView& view, std::uint32_t first, Agent& agent) {
  constexpr std::uint32_t kMostDescribing = 4;
  const std::uint32_t begin = view.clause_begin(first);
  if (!view.word_is(begin, {"the", "a", "an", "our", "your", "each", "every", "its"})) return false;
  for (std::uint32_t at = begin + 1; at < first && at <= begin + kMostDescribing; ++at) {
    if ((view.before(at) & (kComma | kHardBreak)) != 0 || view.is(at, view.groups().role_holder) ||
        view.is(at, view.groups().preposition))
      return false;
    const CueHit* staff = view.covering(at, view.groups().staff);
    const CueHit* house = view.covering(at, view.groups().institution);
    const bool subject = staff != nullptr && staff->end < first && verb_like(view, staff->end);
    if (!subject && (house == nullptr || house->end >= first)) continue;
    const CueHit& who = subject ? *staff : *house;  // "The clinic down the street checks …"
    if (writer_in(view, who.end, first)) return false;
    agent = {subject ? Actor::staff : Actor::organisation, who};
    return true;
  }
  return false;
}

// "Nurses look after medication", "Staff on the night shift check …": a clause that begins with its subject.
bool opening_subject(const UnitView& view, std::uint32_t first, Agent& agent) {
  const std::uint32_t begin = view.clause_begin(first);
  const std::uint32_t at = skip_openers(view, begin, first);
  if (at >= first) return false;
  const CueHit* role = view.covering(at, view.groups().role_holder);
  const CueHit* staff = view.covering(at, view.groups().staff);
  if (role == nullptr && staff == nullptr) return described_subject(view, first, agent);
  if (role != nullptr && (staff == nullptr || role->end >= staff->end)) {
    agent = {Actor::role_holder, *role};
    return true;
  }
  if (staff == nullptr || staff->begin != at || writer_in(view, staff->end, first)) return false;
  if (view.word_is(staff->end, {"and", "or"})) {  // "Its psychologists and the social workers provide …"
    std::uint32_t next = staff->end + 1;
    while (next < first && view.word_is(next, {"a", "an", "the", "its", "our"})) ++next;
    if (const CueHit* second = view.covering(next, view.groups().staff);
        second != nullptr && second->end < first && !view.is(second->begin, view.groups().role_holder))
      staff = second;
  }
  if (view.word_is(staff->end,
                   {"meeting", "meetings", "appointment", "appointments", "visit", "visits", "room", "office",
                    "note", "notes", "hall", "day", "list", "approved", "and", "or", "with", "to", "for"}))
    return false;
  agent = {Actor::staff, *staff};
  return true;
}

// "Therapists treat, nurses monitor vital signs and give medication": the last clause of a list that opens
// with staff.
bool listed_subject(const UnitView& view, std::uint32_t first, Agent& agent) {
  const std::uint32_t begin = view.clause_begin(first);
  for (auto hit = view.hits().rbegin(); hit != view.hits().rend(); ++hit) {
    if (view.axis(*hit) != Axis::staff || hit->end >= first || hit->begin < begin) continue;
    const std::uint32_t at = before_determiners(view, hit->begin);
    const bool opens = at == begin || (view.before(at) & kComma) != 0;
    const bool goes_on =
        (view.before(hit->end) & kComma) == 0 && !view.is(hit->end, view.groups().preposition);
    if (view.is(hit->begin, view.groups().role_holder) || !opens || !goes_on ||
        writer_in(view, hit->end, first))
      continue;
    for (std::uint32_t word = hit->end; word <= first; ++word)
      if ((view.before(word) & kComma) != 0) return false;  // another item of a list of nouns
    agent = {Actor::staff, *hit};
    return true;
  }
  return false;
}

const CueHit* staff_after(const UnitView& view, std::uint32_t at) {
  while (at < view.unit().end_word && view.is(at, view.groups().determiner) &&
         view.covering(at, view.groups().staff) == nullptr)
    ++at;
  const CueHit* hit = view.covering(at, view.groups().staff);
  if (hit == nullptr || hit->begin != at) return nullptr;
  return view.is(at, view.groups().role_holder) ? nullptr : hit;
}

// "is counted by the nurse", "are the responsibility of the clinic's assistants"
// "as directed by the therapist", "identified by the team": who ordered the work, not who does it.
bool ordered(const UnitView& view, std::uint32_t at) {
  return view.word_is(
      at, {"directed",   "assigned",   "requested",   "supervised", "instructed", "identified", "developed",
           "set",        "written",    "ordered",     "prescribed", "approved",   "delegated",  "established",
           "determined", "deemed",     "designed",    "created",    "chosen",     "needed",     "required",
           "outlined",   "referred",   "recommended", "signed",     "issued",     "agreed",     "authored",
           "drafted",    "employed",   "run",         "led",        "reached",    "specified",  "outlined",
           "trained",    "designated", "accompanied", "followed",   "taught"});
}

// "provided by the association's clinic": another house does it.
const CueHit* house_after(const UnitView& view, std::uint32_t at) {
  constexpr std::uint32_t kMostDescribing = 4;
  for (const std::uint32_t from = at; at < view.unit().end_word && at <= from + kMostDescribing; ++at) {
    if (at > from && (view.before(at) & (kComma | kHardBreak)) != 0) return nullptr;
    if (view.is(at, view.groups().role_holder)) return nullptr;
    const CueHit* hit = view.covering(at, view.groups().institution);
    if (hit != nullptr) return hit;
  }
  return nullptr;
}

bool by_phrase(const UnitView& view, std::uint32_t first, std::uint32_t end, Agent& agent) {
  const std::uint32_t clause_end = std::min(view.clause_end(end - 1), end + 15);
  for (const CueHit& hit : view.hits()) {
    if (static_cast<int>(hit.group) == view.groups().elsewhere && hit.begin >= first &&
        hit.begin < clause_end) {
      agent = {Actor::organisation, hit};
      return true;
    }
    if (static_cast<int>(hit.group) != view.groups().belongs_to_staff || hit.begin < first ||
        hit.begin >= clause_end)
      continue;
    if (const CueHit* staff = staff_after(view, hit.end)) {
      agent = {Actor::staff, *staff};
      return true;
    }
  }
  bool passive = false;
  for (std::uint32_t at = first; at < clause_end; ++at) {
    passive = passive || view.word_is(at, {"is", "are", "was", "were", "be", "been", "being"});
    if (at >= end && relative_word(view, at)) return false;
    if (at == 0 || !view.word_is(at, {"by"}) || ordered(view, at - 1)) continue;
    if (!passive && view.word_is(at - 1, {"made"})) continue;  // "decisions made by the team"
    const CueHit* staff = staff_after(view, at + 1);
    if (staff == nullptr && passive) staff = house_after(view, at + 1);
    const std::string_view verb = view.word(at - 1);
    if (staff != nullptr && (passive || verb.ends_with("ed") || verb.ends_with("en"))) {
      agent = {Actor::staff, *staff};
      return true;
    }
  }
  return false;
}

// A relative counts too ("Her mother texts the nurse"), but not after a preposition ("from the clinic
// reminded him").
bool person_word(const UnitView& view, std::uint32_t at) {
  return view.is(at, view.groups().pronoun) || view.is(at, view.groups().name) ||
         (view.is(at, view.groups().relative) && !view.is(at, view.groups().role_holder) &&
          !after_preposition(view, at));
}

// "Played cards with Lena, then watched her …", "Met Lena, then …", "After lunch with Lena checked …": a name
// after a preposition, or before a comma in the middle of a clause, is nobody's subject.
bool object_name(const UnitView& view, std::uint32_t begin, std::uint32_t name) {
  if (view.is(name, view.groups().pronoun) || name <= skip_openers(view, begin, name)) return false;
  return (view.before(name + 1) & kComma) != 0 ||
         view.word_is(name - 1, {"with", "to", "from", "for", "by", "at", "of", "alongside", "about",
                                 "toward", "beside", "behind", "near", "on", "without", "past"});
}

// In notes: "He checked his phone", "Dana then told the clerk …".
bool person_subject(const UnitView& view, std::uint32_t first, Agent& agent) {
  std::uint32_t begin = view.clause_begin(first);
  // "He is late and will call the doctor": a clause that begins with "and will" has the subject of the one
  // before it.
  while (begin > view.unit().first_word && begin + 1 < first && view.word_is(begin, {"and"}) &&
         view.is(begin + 1, view.groups().auxiliary))
    begin = view.clause_begin(begin - 1);
  std::uint32_t at = first;
  for (std::uint32_t steps = 0; at > begin && steps <= kMostBetween; ++steps, --at) {
    if (person_word(view, at - 1)) {
      if (object_name(view, begin, at - 1)) break;
      agent = {Actor::person, {0, at - 1, at}};
      return true;
    }
    if (!between_word(view, at - 1)) break;
  }
  const std::uint32_t opening = skip_openers(view, begin, first);
  if (opening >= first || !person_word(view, opening) || writer_in(view, opening + 1, first)) return false;
  agent = {Actor::person, {0, opening, opening + 1}};
  return true;
}

}  // namespace

Agent agent_of(const UnitView& view, std::uint32_t first, std::uint32_t end) {
  Agent agent;
  for (const CueHit& hit : view.hits())
    if (static_cast<int>(hit.group) == view.groups().distinguished && hit.end <= first &&
        view.kind() != DocumentKind::progress_note && !writer_in(view, hit.end, first))
      return {Actor::staff, hit};
  // "She is due, so I reminded her": the phrase itself begins with the writer.
  const std::uint32_t subject = view.word_is(first, {"which", "and", "so"}) ? first + 1 : first;
  if (view.kind() == DocumentKind::progress_note && subject < end && view.word_is(subject, {"i", "writer"}))
    return {Actor::role_holder, {0, subject, subject + 1}};
  if (inside_staff(view, first, end, agent)) return agent;
  if (people_clause(view, first, agent)) return agent;
  if (relative_clause(view, first, agent) || adjacent_staff(view, first, agent) ||
      opening_subject(view, first, agent) || listed_subject(view, first, agent))
    return agent;
  if (by_phrase(view, first, end, agent)) return agent;
  if (view.kind() == DocumentKind::progress_note && person_subject(view, first, agent)) return agent;
  for (const CueHit& hit : view.hits())
    if (view.axis(hit) == Axis::organisation && hit.begin < first && hit.end <= first + 1 &&
        view.kind() != DocumentKind::progress_note)
      return {Actor::organisation, hit};
  return agent;
}

}  // namespace peerscope
