// What the program says of one document, and of a run.
#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "check/baseline.h"
#include "context/finding.h"
#include "document/document.h"
#include "rules/rule.h"

namespace peerscope {

enum class Verdict : std::uint8_t { ok, positive, flag };
std::string_view name_of(Verdict verdict);

// One term of the score: what a unit contributed, and through which finding.
struct Term {
  std::uint32_t unit = 0;     // index in Document::units
  std::uint32_t finding = 0;  // index in Checked::findings
  double weight = 0;          // > 0; see Scales::weights
  bool risk = false;
};

// Score = 100·(1+S)/(2+S+R), the mean of Beta(1+S, 1+R) (uniform prior); low and high are its 2.5 % and 97.5
// % quantiles. All in 0–100. How it is made, and why so: check/score.h.
struct Score {
  double value = 50, low = 2.5, high = 97.5;
  double strengths = 0, risks = 0;  // S and R
  int evidence_units = 0;
  std::string tier;     // id of a tier in scales.yaml; "not-enough" under Scales::enough_units
  bool barred = false;  // a critical finding kept it out of one of the two upper tiers
  std::vector<Term> terms;
};

// S and R: what one document brings to its group's score.
struct DocumentSums {
  double strengths = 0, risks = 0;
};

// How far the score moves when what it rests on is moved a little.
struct Sensitivity {
  double weights_low = 0, weights_high = 0;  // with any one weight half, or one and a half times, as large
  double rules_low = 0, rules_high = 0;      // without any one rule
  std::optional<std::uint32_t> low_rule, high_rule;  // that rule, an index in RuleSet::rules
};

// Units that speak against and for, by one of the five signs.
struct SignCount {
  std::string id;
  int risk = 0;
  int strength = 0;
};

// Whether the text states a safeguard, and the findings that show it. Not found is "not stated", never "not
// there".
struct SafeguardState {
  std::string id;
  bool present = false;
  std::vector<std::uint32_t> findings;  // indices in Checked::findings
};

struct UnitResult {
  Verdict verdict = Verdict::ok;
  Work work = Work::unclassified;
  bool duty = false;     // work that the text gives to the peer: what Checked::work counts
  bool repeats = false;  // says what an earlier unit said, word for word: not counted a second time
};

// How much of a job description stands, almost word for word, in another document that it was held against.
struct Likeness {
  std::string
      path;  // of the document that holds most of the duties; empty: none holds any, or nothing was compared
  int alike = 0;  // duties that stand there too
  int duties = 0;
};

// One document, checked.
struct Checked {
  Document document;
  std::vector<Finding> findings;  // by place; set-aside ones too; those about the whole text last
  std::vector<UnitResult> units;  // one per Document::units
  Score score;
  std::vector<SignCount> signs;  // in the order of scales.yaml
  std::vector<SafeguardState> safeguards;
  std::array<int, 7> work{};  // duties by kind of work
  Likeness likeness;
};

// A safeguard in a group of documents: how many of them state it.
struct SafeguardCount {
  std::string id;
  int stated = 0;
};

// A rule that spoke against a group's texts: in how many places, and how gravely at worst.
struct RuleCount {
  std::uint32_t rule = 0;  // index in RuleSet::rules
  Severity severity = Severity::note;
  int number = 0;
};

// The documents of one kind of one agency.
struct AgencyGroup {
  DocumentKind kind = DocumentKind::unknown;
  int documents = 0;
  int incomplete = 0;      // of these, read only in part
  bool figure = false;     // false: fewer than 5 notes; then nothing below is filled, so that no person shows
  bool bootstrap = false;  // the interval comes from drawing documents; else from Beta
  Score score;             // without terms
  std::vector<SignCount> signs;
  std::vector<SafeguardCount> safeguards;
  std::array<int, 7> work{};
  std::optional<Sensitivity> sensitivity;   // only where the run was asked for it
  std::vector<RuleCount> worst;             // gravest first, then most frequent
  std::vector<std::string> not_told_apart;  // agencies whose interval for this kind overlaps this one
};

struct Agency {
  std::string name;
  int unread = 0;                   // documents that could not be read at all
  std::vector<AgencyGroup> groups;  // by kind
};

// What an agency's documents of one kind were found to be on one day.
struct TrendPoint {
  std::string date;  // "2026-03-31"
  int documents = 0;
  double value = 0, low = 0, high = 0;
  std::string tier;
};
struct TrendLine {
  std::string agency;
  DocumentKind kind = DocumentKind::unknown;
  std::vector<TrendPoint> points;  // by day
};

// A run: documents in input order, and what could not be read.
struct Report {
  const RuleSet* rules = nullptr;  // borrowed; outlives the report
  std::vector<Checked> documents;
  std::vector<Agency> agencies;  // by name; only where the run was asked for them
  std::vector<TrendLine> trend;  // by agency and kind; only where the run was asked for it
  // Known from a baseline or a revision, and not met again; nothing where nothing was known. With it,
  // Finding::known tells what is new.
  std::optional<Baseline> stale;
  std::string baseline;  // the file of that; empty: none, or a revision
  Errors errors;
};

// What a run comes to. Only findings that count are counted.
struct Summary {
  std::array<int, 4> risks{};  // findings, by Severity
  std::array<int, 3> units{};  // by Verdict; headings left out
  int strengths = 0;           // findings
  int incomplete = 0;          // documents that were read in part
};
void add_to(Summary& summary, const Checked& checked, const RuleSet& rules);
Summary summarise(const Report& report);

// Text is missing from it: it was read in part.
bool is_incomplete(const Document& document);

}  // namespace peerscope
