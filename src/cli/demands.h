// What a run demands: of everything, or by `gates:` in the configuration of one agency or kind of document.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "rules/rule.h"

namespace peerscope {

// A row of `gates:`.
struct GateRow {
  std::string agency;                         // a pattern, such as "north" or "county-*"; empty: any
  DocumentKind kind = DocumentKind::unknown;  // unknown: any
  std::optional<double> min_score;
  std::optional<int> min_safeguards;
  std::optional<std::optional<Severity>> fail_on;  // nothing inside: never
  std::optional<int> max_new;
  std::string path;  // the configuration
  int line = 0;
};

// A demand, and what it is called: "--min-score 60", "min-score 60 (.peerscope.yaml:12)".
template <class T>
struct Demand {
  T value{};
  std::string name;
};

// What was demanded; nothing: no such gate.
struct Gates {
  std::optional<double> min_score;
  std::optional<int> min_safeguards;
  std::optional<Severity> fail_on;  // of every document that no row speaks of
  bool fail_on_given = false;       // somebody asked for it; else max-new of a row says what is borne
  std::vector<GateRow> rows;        // the first that fits and demands such a thing holds
  std::string baseline;             // its file; empty: every finding is new
  bool update_baseline = false;     // write it from this run
  std::optional<int> max_new;       // findings that are not known
  std::string since;                // a git revision: what stood in it is known

  bool knows() const { return !baseline.empty() || !since.empty(); }
  std::optional<Demand<double>> min_score_for(const std::string& agency, DocumentKind kind) const;
  std::optional<Demand<int>> min_safeguards_for(const std::string& agency, DocumentKind kind) const;
  // Of a row alone, and of each agency by itself; the flag's holds for all that no row speaks of.
  std::optional<Demand<int>> max_new_for(const std::string& agency, DocumentKind kind) const;
  // The name is empty where no row of the configuration speaks of it.
  Demand<std::optional<Severity>> fail_on_for(const std::string& agency, DocumentKind kind) const;
};

// The agency that a document names, or that its path does: "data/agencies/north/jobs/a.md".
std::string agency_of(const Document& document);

}  // namespace peerscope
