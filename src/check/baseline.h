// A record of findings that are known already, so that only new ones stop a run.
#pragma once
#include <map>
#include <string>
#include <utility>

#include "base/result.h"
#include "document/document.h"

namespace peerscope {

// What an agency's documents of one kind were found to be.
struct AgencyRecord {
  double value = 0, low = 0, high = 0;
  int documents = 0;
};

// Findings by fingerprint. It holds no text and no path: a baseline may lie in a public repository.
struct Baseline {
  struct Entry {
    std::string rule;
    int count = 0;  // the same rule may speak twice in one sentence, or in two files of the same words
  };
  std::map<std::string, Entry> findings;
  std::map<std::pair<std::string, DocumentKind>, AgencyRecord> agencies;  // of peerscope score

  void add(const std::string& fingerprint, const std::string& rule);
  // More of it were seen than are known: `seen` includes the finding at issue.
  bool covers(const std::string& fingerprint, const Baseline& seen) const;
  // What is known and was not seen again.
  Baseline stale(const Baseline& seen) const;
  int size() const;
};

// An error where the file is missing, damaged or of another schema.
Result<Baseline> read_baseline(const std::string& path);
std::string text_of(const Baseline& baseline);  // one finding a line, for readable differences

}  // namespace peerscope
