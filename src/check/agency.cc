// Pools checked documents by agency and kind, and gives each group a figure with an honest interval.
#include "check/agency.h"

#include <algorithm>
#include <tuple>

#include "check/score.h"

namespace peerscope {

namespace {

constexpr std::size_t kWorstTold = 5;

// SplitMix64: small, and the same on every machine, which the generators of the standard library promise but
// their distributions do not.
class Dice {
 public:
  std::size_t below(std::size_t count) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    mixed ^= mixed >> 31U;
    return static_cast<std::size_t>(((mixed >> 32U) * count) >> 32U);  // count is far below 2^32
  }

 private:
  std::uint64_t state_ = 20260101;
};

double score_of(double strengths, double risks) { return 100 * (1 + strengths) / (2 + strengths + risks); }

bool by_sums(const DocumentSums& a, const DocumentSums& b) {
  return std::tie(a.strengths, a.risks) < std::tie(b.strengths, b.risks);
}

double quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

template <class Count, class Given>
Count& counted_as(std::vector<Count>& counts, const Given& given) {
  for (Count& count : counts) {
    if (count.id == given.id) return count;
  }
  Count& added = counts.emplace_back();
  added.id = given.id;
  return added;
}

bool overlap(const Score& a, const Score& b) { return a.low <= b.high && b.low <= a.high; }

bool has_interval(const AgencyGroup& group) { return group.figure && group.score.tier != "not-enough"; }

// The names are in order because the agencies are.
void mark_overlaps(std::vector<Agency>& agencies) {
  for (Agency& agency : agencies) {
    for (AgencyGroup& group : agency.groups) {
      if (!has_interval(group)) continue;
      for (const Agency& other : agencies) {
        if (&other == &agency) continue;
        for (const AgencyGroup& rival : other.groups) {
          if (rival.kind == group.kind && has_interval(rival) && overlap(group.score, rival.score))
            group.not_told_apart.push_back(other.name);
        }
      }
    }
  }
}

}  // namespace

void bootstrap_interval(std::vector<DocumentSums> documents, double& low, double& high) {
  std::sort(documents.begin(), documents.end(), by_sums);
  Dice dice;
  std::vector<double> scores;
  scores.reserve(kDraws);
  for (int draw = 0; draw < kDraws; ++draw) {
    double strengths = 0, risks = 0;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const DocumentSums& drawn = documents[dice.below(documents.size())];
      strengths += drawn.strengths;
      risks += drawn.risks;
    }
    scores.push_back(score_of(strengths, risks));
  }
  std::sort(scores.begin(), scores.end());
  low = quantile(scores, 0.025);
  high = quantile(scores, 0.975);
}

void AgencyTally::add(const Checked& checked) {
  add(contribution_of(checked, *rules_));
  if (sensitivity_)
    add_swings(pools_[checked.document.agency][checked.document.kind].swings, swings_of(checked, *rules_));
}

void AgencyTally::add(const Contribution& document) {
  Pool& pool = pools_[document.agency][document.kind];
  AgencyGroup& group = pool.group;
  group.kind = document.kind;
  ++group.documents;
  if (document.incomplete) ++group.incomplete;
  pool.documents.push_back(document.sums);
  group.score.evidence_units += document.evidence_units;
  pool.critical = pool.critical || document.critical;
  for (const SignCount& sign : document.signs) {
    SignCount& sum = counted_as(group.signs, sign);
    sum.risk += sign.risk;
    sum.strength += sign.strength;
  }
  for (const SafeguardCount& safeguard : document.safeguards)
    counted_as(group.safeguards, safeguard).stated += safeguard.stated;
  for (std::size_t i = 0; i < group.work.size(); ++i) group.work[i] += document.work[i];
  for (const RuleCount& each : document.rules) {
    RuleCount& count = pool.rules[each.rule];
    count.rule = each.rule;
    count.severity = std::max(count.severity, each.severity);
    count.number += each.number;
  }
}

AgencyGroup AgencyTally::finished(const Pool& given) const {
  // Summed in an order of its own, so that no order of documents changes the last digit.
  Pool pool = given;
  std::sort(pool.documents.begin(), pool.documents.end(), by_sums);
  AgencyGroup group = pool.group;
  if (group.kind == DocumentKind::progress_note && group.documents < kFewestNotes) {
    AgencyGroup bare;
    bare.kind = group.kind;
    bare.documents = group.documents;
    bare.incomplete = group.incomplete;
    return bare;
  }
  group.figure = true;
  Score& score = group.score;
  for (const DocumentSums& sums : pool.documents) {
    score.strengths += sums.strengths;
    score.risks += sums.risks;
  }
  beta_interval(score.strengths, score.risks, score.value, score.low, score.high);
  if (group.documents >= kFewestToDraw) {
    // Five copies of one text would draw an interval of no width. Drawing may widen what Beta says, since the
    // units of a document are no independent witnesses; it may not make a group seem better known.
    double low = 0, high = 0;
    bootstrap_interval(pool.documents, low, high);
    score.low = std::min(score.low, low);
    score.high = std::max(score.high, high);
    group.bootstrap = true;
  }
  choose_tier(score, pool.critical, rules_->scales);
  if (sensitivity_) group.sensitivity = sensitivity_of({score.strengths, score.risks}, pool.swings);
  for (const auto& [index, count] : pool.rules) group.worst.push_back(count);
  std::sort(group.worst.begin(), group.worst.end(), [this](const RuleCount& a, const RuleCount& b) {
    if (a.severity != b.severity) return a.severity > b.severity;
    if (a.number != b.number) return a.number > b.number;
    return full_id(*rules_, rules_->rules[a.rule]) < full_id(*rules_, rules_->rules[b.rule]);
  });
  if (group.worst.size() > kWorstTold) group.worst.resize(kWorstTold);
  return group;
}

std::vector<Agency> AgencyTally::agencies() const {
  std::map<std::string, Agency> by_name;
  for (const auto& [name, pools] : pools_) {
    for (const auto& [kind, pool] : pools) by_name[name].groups.push_back(finished(pool));
  }
  for (const auto& [name, number] : unread_) by_name[name].unread = number;
  std::vector<Agency> agencies;
  for (auto& [name, agency] : by_name) {
    agency.name = name;
    agencies.push_back(std::move(agency));
  }
  mark_overlaps(agencies);
  return agencies;
}

}  // namespace peerscope
