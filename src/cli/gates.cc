// Gates: what a run demands of each document beyond --fail-on, and the words for what was not met.
#include "cli/gates.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/whole_file.h"
#include "check/score.h"
#include "cli/agency_gates.h"
#include "write/escape.h"
#include "write/excerpt.h"
#include "write/wording.h"

namespace peerscope {

namespace {

constexpr std::size_t kReasonsTold = 3;
constexpr std::size_t kNewTold = 20;

std::string name_of(const Checked& checked) {
  const Document& document = checked.document;
  std::string name = document.path == "-" ? "standard input" : document.path;
  if (!document.id.empty() && document.id != document.path) name += ": " + document.id;
  return printable(name);
}

// "scope/drives (error, line 12), … and 4 more": the terms that drew the score down, heaviest first.
std::string reasons(const Checked& checked, const RuleSet& rules) {
  std::vector<Term> risks;
  for (const Term& term : checked.score.terms) {
    if (term.risk) risks.push_back(term);
  }
  if (risks.empty()) return "too few strengths against the little that is known";
  std::stable_sort(risks.begin(), risks.end(),
                   [](const Term& a, const Term& b) { return a.weight > b.weight; });
  std::string text;
  for (std::size_t i = 0; i < std::min(risks.size(), kReasonsTold); ++i) {
    const Finding& finding = checked.findings[risks[i].finding];
    const std::string place = place_in_words(place_of(checked.document, finding.span.begin));
    text += fmt::format("{}{} ({}{}{})", text.empty() ? "" : ", ", full_id(rules, rules.rules[finding.rule]),
                        peerscope::name_of(finding.severity), place.empty() ? "" : ", ", place);
  }
  if (risks.size() > kReasonsTold) text += fmt::format(" and {} more", risks.size() - kReasonsTold);
  return text;
}

// "line 12: error: scope/drives"
std::string in_words(const Checked& checked, const Finding& finding, const RuleSet& rules) {
  const std::string place = place_in_words(place_of(checked.document, finding.span.begin));
  return fmt::format("{}{}{}: {}", place, place.empty() ? "" : ": ", peerscope::name_of(finding.severity),
                     full_id(rules, rules.rules[finding.rule]));
}

}  // namespace

Errors GateKeeper::prepare() {
  if (gates_.baseline.empty()) return {};
  std::error_code failure;
  if (gates_.update_baseline && !std::filesystem::exists(gates_.baseline, failure)) return {};
  Result<Baseline> baseline = read_baseline(gates_.baseline);
  if (!baseline) {
    if (!std::filesystem::exists(gates_.baseline, failure))
      baseline.error().front().remedy = "Write a first one with --update-baseline.";
    return std::move(baseline.error());
  }
  known_ = std::move(*baseline);
  return {};
}

void GateKeeper::know(Baseline before) { known_ = std::move(before); }

std::string GateKeeper::known_by() const {
  return gates_.since.empty() ? "the baseline" : "revision " + printable(gates_.since);
}

void GateKeeper::judge(Checked& checked) {
  judge_findings(checked);
  if (of_ == Of::agencies) return;
  judge_score(checked);
  judge_safeguards(checked);
}

void GateKeeper::judge(const std::vector<Agency>& agencies) {
  if (!agencies_meet_gates(agencies, gates_, rules_, told_)) failed_ = true;
  if (gates_.update_baseline) {
    record_agencies(agencies, known_, seen_, told_);
  } else if (!agencies_hold_record(agencies, known_, known_by(), rules_, told_)) {
    failed_ = true;
  }
}

void GateKeeper::judge_score(const Checked& checked) {
  const auto demand = gates_.min_score_for(agency_of(checked.document), checked.document.kind);
  if (!demand) return;
  const Score& score = checked.score;
  if (!shows_figure(checked) || score.tier == "not-enough") {
    ++not_judged_;
    return;
  }
  const double missing = demand->value - score.value;
  if (missing <= 0) return;
  failed_ = true;
  told_ << fmt::format(
      "peerscope: {}: gate not met: {}. The score is {:.2f}, {:.2f} too low (95 % interval {:.0f} to "
      "{:.0f}), because of {}.\n",
      name_of(checked), demand->name, score.value, missing, score.low, score.high, reasons(checked, rules_));
}

void GateKeeper::judge_safeguards(const Checked& checked) {
  const auto demand = gates_.min_safeguards_for(agency_of(checked.document), checked.document.kind);
  if (!demand || checked.safeguards.empty()) return;  // a note: no place to state the terms of a job
  int stated = 0;
  std::string missing;
  for (const SafeguardState& safeguard : checked.safeguards) {
    if (safeguard.present) {
      ++stated;
    } else {
      missing += (missing.empty() ? "" : ", ") + safeguard.id;
    }
  }
  const int lacking = demand->value - stated;
  if (lacking <= 0) return;
  failed_ = true;
  told_ << fmt::format("peerscope: {}: gate not met: {}. It states {}, {} too few; not stated: {}.\n",
                       name_of(checked), demand->name, counted(stated, "safeguard", "safeguards"), lacking,
                       missing);
}

bool GateKeeper::is_new(const Checked& checked, const Finding& finding) {
  if (!gates_.knows()) return true;
  const std::string key = fingerprint(checked.document, finding, rules_);
  seen_.add(key, full_id(rules_, rules_.rules[finding.rule]));
  if (known_.covers(key, seen_)) return false;
  ++new_;
  const std::string agency = agency_of(checked.document);
  if (const auto demand = gates_.max_new_for(agency, checked.document.kind))
    ++by_row_.try_emplace({demand->name, agency}, NewOfRow{demand->value, 0}).first->second.number;
  else
    ++of_no_row_;
  if (newest_.size() < kNewTold)
    newest_.push_back(name_of(checked) + ": " + in_words(checked, finding, rules_));
  return true;
}

// Only a row of the configuration has something to tell: with --fail-on the report itself does.
void GateKeeper::judge_findings(Checked& checked) {
  const auto demand = gates_.fail_on_for(agency_of(checked.document), checked.document.kind);
  std::size_t reached = 0;
  std::string told;
  for (Finding& finding : checked.findings) {
    if (finding.effect != Effect::risk || !counts(checked, finding, rules_)) continue;
    finding.known = !is_new(checked, finding);
    if (finding.known) continue;
    if (!demand.value || finding.severity < *demand.value || gates_.update_baseline) continue;
    failed_ = true;
    if (++reached <= kReasonsTold) told += (told.empty() ? "" : "; ") + in_words(checked, finding, rules_);
  }
  if (reached == 0 || demand.name.empty()) return;
  if (reached > kReasonsTold) told += fmt::format("; and {} more", reached - kReasonsTold);
  told_ << fmt::format("peerscope: {}: gate not met: {}. {} it: {}.\n", name_of(checked), demand.name,
                       counted(static_cast<long>(reached), "finding reaches", "findings reach"), told);
}

void GateKeeper::judge_new() {
  told_ << fmt::format("peerscope: {} that {} does not know, {} that it does.\n",
                       counted(new_, "finding", "findings"), known_by(), seen_.size() - new_);
  for (const std::string& each : newest_) told_ << "peerscope: new: " << each << '\n';
  if (static_cast<std::size_t>(new_) > newest_.size())
    told_ << fmt::format("peerscope: new: and {} more\n", static_cast<std::size_t>(new_) - newest_.size());
  const auto hold = [this](const std::string& whose, const std::string& demand, int most, int number) {
    if (number <= most) return;
    failed_ = true;
    told_ << fmt::format("peerscope: {}gate not met: {}: {}, {} too many.\n",
                         whose.empty() ? "" : printable(whose) + ": ", demand,
                         counted(number, "new finding", "new findings"), number - most);
  };
  for (const auto& [key, of_row] : by_row_) hold(key.second, key.first, of_row.most, of_row.number);
  if (gates_.max_new) hold("", fmt::format("--max-new {}", *gates_.max_new), *gates_.max_new, of_no_row_);
}

void GateKeeper::tell_stale() const {
  const Baseline stale = known_.stale(seen_);
  if (stale.findings.empty()) return;
  std::map<std::string, int> by_rule;
  for (const auto& [key, entry] : stale.findings) by_rule[entry.rule] += entry.count;
  std::string rules;
  for (const auto& [rule, number] : by_rule) {
    rules += (rules.empty() ? "" : ", ") + printable(rule) +
             (number == 1 ? "" : fmt::format(" ({} times)", number));
  }
  told_ << fmt::format("peerscope: {} of {} not met again in what was read: {}.{}\n",
                       counted(stale.size(), "finding", "findings"), known_by(), rules,
                       !gates_.since.empty()
                           ? ""
                           : fmt::format(" --update-baseline, over everything, takes {} out.",
                                         stale.size() == 1 ? "it" : "them"));
}

void GateKeeper::tell_known(Report& report, bool complete) const {
  if (!gates_.knows()) return;
  report.stale = complete ? known_.stale(seen_) : Baseline{};
  report.baseline = gates_.baseline;
}

Errors GateKeeper::finish(bool complete) {
  if (gates_.knows() && !gates_.update_baseline) {
    judge_new();
    tell_stale();
  }
  const bool bears = std::any_of(gates_.rows.begin(), gates_.rows.end(),
                                 [](const GateRow& row) { return row.max_new.has_value(); });
  if (bears && !gates_.knows())
    told_ << "peerscope: nothing was held to max-new of the configuration: without --baseline or --since "
             "nobody knows what is new.\n";
  if (gates_.update_baseline && !complete) {
    Error error;
    error.path = gates_.baseline;
    error.message = "The baseline was not written, because not everything could be read.";
    error.remedy = "Mend or leave out what could not be read, and run again.";
    return {error};
  }
  if (gates_.update_baseline) {
    if (of_ == Of::documents) seen_.agencies = known_.agencies;  // only peerscope score looks at agencies
    const Result<void> written = write_atomically(gates_.baseline, text_of(seen_));
    if (!written) return written.error();
    told_ << fmt::format("peerscope: {} recorded in {}.\n", counted(seen_.size(), "finding", "findings"),
                         printable(gates_.baseline));
  }
  if (not_judged_ == 0) return {};
  told_ << fmt::format(
      "peerscope: {} not held to a least score: notes get no score, and a text with too little "
      "evidence has none that holds.\n",
      not_judged_ == 1 ? "1 document was" : fmt::format("{} documents were", not_judged_));
  return {};
}

void add_findings(Baseline& baseline, const Checked& checked, const RuleSet& rules) {
  for (const Finding& finding : checked.findings) {
    if (finding.effect != Effect::risk || !counts(checked, finding, rules)) continue;
    baseline.add(fingerprint(checked.document, finding, rules), full_id(rules, rules.rules[finding.rule]));
  }
}

}  // namespace peerscope
