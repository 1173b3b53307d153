// One document through every stage: segment, find, interpret, score.
#pragma once
#include <memory>

#include "check/report.h"
#include "document/document.h"
#include "rules/rule.h"

namespace peerscope {

class Checker {
 public:
  explicit Checker(const RuleSet& rules) : rules_(&rules) {}  // borrows: matches point to rules
  Checked check(Document document) const;

 private:
  const RuleSet* rules_;
};

}  // namespace peerscope
