// The program's words for what it found, in the report's formats and in plain English.
#pragma once
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/report.h"

namespace peerscope {

// In the order in which a report tells them: what peer support is made of first, what nobody recognised last.
constexpr std::array<Work, 7> all_work() {
  return {Work::relational, Work::advocacy, Work::connecting,  Work::clinical,
          Work::compliance, Work::clerical, Work::unclassified};
}

std::string_view name_of_type(UnitType type);  // "key-value"
std::string_view name_of_confidence(Confidence confidence);

std::string kind_in_words(DocumentKind kind);        // "a job description"
std::string_view kinds_in_words(DocumentKind kind);  // "job descriptions"
std::string_view work_in_words(Work work);           // "compliance and watching"
std::string_view status_in_words(Status status);     // "ruled out", "another role's work"
// "Of 12 duties and sentences, 5 speak for peer support and 3 against it."
std::string evidence_in_words(const Checked& checked);
// "3 documents read: 0 critical, 2 errors, 1 warning, 0 notes."
std::string run_in_words(std::size_t documents, const Summary& summary);
std::string run_in_words(const Report& report);
// How the sums make the score, the interval and the tier, a line each.
std::vector<std::string> score_in_words(const Score& score, const Scales& scales);
std::string_view tier_title(const Score& score, const Scales& scales);

// "line 23, column 5", "page 2, paragraph 4", "table 1, row 2, cell 3", "row 7, column note"
std::string place_in_words(const Place& place);

// What a rule appeals to, without links: `Caraco, "Peer Support Gone Wild": Scope or no scope, 4; …`
std::string sources_of(const Rule& rule, const RuleSet& rules);
// The same, but a source that stands in `told` by its short name, and the others from now on.
std::string sources_of(const Rule& rule, const RuleSet& rules, std::set<std::string>& told);
// What stands before the first colon, where no other source begins so: "Darby Penney".
std::string short_name_of_source(const std::string& key, const RuleSet& rules);
std::string full_name_of_source(const std::string& key, const RuleSet& rules);  // without its link
std::string link_of_source(const std::string& key, const RuleSet& rules);  // empty: none, or none to the web

// The place just after the last character of a span.
Place place_after(const Document& document, Span span);

// "58 to 66 with any one weight half or one and a half times as large; 57 (without scope/driving) to 68 (…)
// without …"
std::string sensitivity_in_words(const Sensitivity& sensitivity, const RuleSet& rules);

// "1 finding", "3 findings"
std::string counted(long number, std::string_view one, std::string_view many);

}  // namespace peerscope
