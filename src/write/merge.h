// Parts of a run, written as JSON or NDJSON, become one report again.
//
// The order. A document is placed by its path, in the order of a walk, and by its record in a stream. So the
// parts may come in any order, and a run over a folder, or over files in the order of a walk, is equal to its
// parts to the last byte. Two parts that hold the same place are refused: nothing could tell a document given
// twice from two documents.
//
// The scores. Nothing is averaged: agencies are made again from the units of every document (`weight`,
// `verdict`) and its findings, by the same code that made them in one run.
#pragma once
#include <memory>
#include <ostream>
#include <string>

#include "base/result.h"
#include "check/report.h"

namespace peerscope {

class ReportMerger {
 public:
  explicit ReportMerger(const RuleSet& rules);
  ~ReportMerger();
  ReportMerger(const ReportMerger&) = delete;
  ReportMerger& operator=(const ReportMerger&) = delete;

  Errors add(const std::string& path);  // a part; "-" is standard input
  Errors finish();                      // places all documents

  bool has_agencies() const;     // the parts come from peerscope score
  const Report& report() const;  // agencies and errors, without documents
  bool complete() const;         // every document was read, and none in part
  void write_json(std::ostream& out) const;
  void write_ndjson(std::ostream& out) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace peerscope
