// What is demanded of agencies.
#include "cli/agency_gates.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/config.h"
#include "rules/suggest.h"
#include "write/escape.h"
#include "write/wording.h"

namespace peerscope {

namespace {

constexpr std::size_t kReasonsTold = 3;

std::string name_of(const Agency& agency, DocumentKind kind) {
  return printable(agency.name) + ", " + std::string(kinds_in_words(kind));
}

// "scope/drives (error, 12 times), …": what spoke against it, gravest first.
std::string reasons(const AgencyGroup& group, const RuleSet& rules) {
  std::string text;
  for (std::size_t i = 0; i < std::min(group.worst.size(), kReasonsTold); ++i) {
    const RuleCount& count = group.worst[i];
    text += fmt::format("{}{} ({}, {})", text.empty() ? "" : ", ", full_id(rules, rules.rules[count.rule]),
                        peerscope::name_of(count.severity),
                        count.number == 1 ? "once" : fmt::format("{} times", count.number));
  }
  return text.empty() ? "too few strengths against the little that is known" : text;
}

bool has_score(const AgencyGroup& group) { return group.figure && group.score.tier != "not-enough"; }

bool meets_score(const Agency& agency, const AgencyGroup& group, const Demand<double>& demand,
                 const RuleSet& rules, std::ostream& told) {
  const Score& score = group.score;
  if (!has_score(group)) {
    told << fmt::format("peerscope: {}: not held to {}: there is not enough for a score.\n",
                        name_of(agency, group.kind), demand.name);
    return true;
  }
  if (score.value >= demand.value) return true;
  told << fmt::format(
      "peerscope: {}: gate not met: {}. The score is {:.2f}, {:.2f} too low (95 % interval {:.0f} to "
      "{:.0f}), because "
      "of {}.\n",
      name_of(agency, group.kind), demand.name, score.value, demand.value - score.value, score.low,
      score.high, reasons(group, rules));
  return false;
}

// A safeguard is stated where one of the documents states it: a policy may speak for all.
bool meets_safeguards(const Agency& agency, const AgencyGroup& group, const Demand<int>& demand,
                      std::ostream& told) {
  if (group.safeguards.empty()) return true;  // notes: no place to state the terms of a job
  int stated = 0;
  std::string missing;
  for (const SafeguardCount& safeguard : group.safeguards) {
    if (safeguard.stated != 0) {
      ++stated;
    } else {
      missing += (missing.empty() ? "" : ", ") + safeguard.id;
    }
  }
  if (stated >= demand.value) return true;
  told << fmt::format(
      "peerscope: {}: gate not met: {}. {} stated in any of {}, {} too few; not stated: {}.\n",
      name_of(agency, group.kind), demand.name, counted(stated, "safeguard is", "safeguards are"),
      counted(group.documents, "document", "documents"), demand.value - stated, missing);
  return false;
}

// A row that speaks of nobody guards nothing, and says so: its name may be misspelt.
void tell_idle_rows(const std::vector<Agency>& agencies, const Gates& gates, std::ostream& told) {
  std::vector<std::string> names;
  for (const Agency& agency : agencies) names.push_back(agency.name);
  for (const GateRow& row : gates.rows) {
    const bool fits = row.agency.empty() || std::any_of(names.begin(), names.end(), [&](const auto& name) {
                        return glob_fits(row.agency, name);
                      });
    if (!fits)
      told << fmt::format("peerscope: {}:{}: This row of gates fits no agency that was read: {}. {}\n",
                          row.path, row.line, printable(row.agency), did_you_mean(row.agency, names));
  }
}

}  // namespace

bool agencies_meet_gates(const std::vector<Agency>& agencies, const Gates& gates, const RuleSet& rules,
                         std::ostream& told) {
  bool met = true;
  tell_idle_rows(agencies, gates, told);
  for (const Agency& agency : agencies) {
    for (const AgencyGroup& group : agency.groups) {
      if (const auto demand = gates.min_score_for(agency.name, group.kind))
        met = meets_score(agency, group, *demand, rules, told) && met;
      if (const auto demand = gates.min_safeguards_for(agency.name, group.kind))
        met = meets_safeguards(agency, group, *demand, told) && met;
    }
  }
  return met;
}

bool agencies_hold_record(const std::vector<Agency>& agencies, const Baseline& known,
                          const std::string& known_by, const RuleSet& rules, std::ostream& told) {
  bool held = true;
  auto missing = known.agencies;
  for (const Agency& agency : agencies) {
    for (const AgencyGroup& group : agency.groups) {
      const auto at = known.agencies.find({agency.name, group.kind});
      if (at == known.agencies.end()) continue;
      missing.erase(at->first);
      const AgencyRecord& record = at->second;
      if (!has_score(group)) {
        told << fmt::format(
            "peerscope: {}: not held to its record of {:.0f}: there is not enough for a score now.\n",
            name_of(agency, group.kind), record.value);
        continue;
      }
      const Score& score = group.score;
      if (record.value <= score.high) continue;
      held = false;
      told << fmt::format(
          "peerscope: {}: gate not met: the score fell. In {} it was {:.2f}, and now it is {:.2f}, {:.2f} "
          "lower: the record lies above today's 95 % interval ({:.0f} to {:.0f}), because of {}.\n",
          name_of(agency, group.kind), known_by, record.value, score.value, record.value - score.value,
          score.low, score.high, reasons(group, rules));
    }
  }
  for (const auto& [key, record] : missing) {
    told << fmt::format(
        "peerscope: {}, {}: in {} the score was {:.0f}, and nothing of it was met in what was read.\n",
        printable(key.first), kinds_in_words(key.second), known_by, record.value);
  }
  return held;
}

void record_agencies(const std::vector<Agency>& agencies, const Baseline& known, Baseline& seen,
                     std::ostream& told) {
  for (const Agency& agency : agencies) {
    for (const AgencyGroup& group : agency.groups) {
      if (!has_score(group)) continue;
      const Score& score = group.score;
      AgencyRecord record{score.value, score.low, score.high, group.documents};
      const auto at = known.agencies.find({agency.name, group.kind});
      if (at != known.agencies.end() && at->second.value > score.value) {
        if (at->second.value <= score.high) {
          record = at->second;
        } else {
          told << fmt::format("peerscope: {}: the record is lowered from {:.2f} to {:.2f}.\n",
                              name_of(agency, group.kind), at->second.value, score.value);
        }
      }
      seen.agencies[{agency.name, group.kind}] = record;
    }
  }
}

}  // namespace peerscope
