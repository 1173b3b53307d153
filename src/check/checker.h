// One document through every stage: segment, find, interpret, score.
#pragma once
#include "check/report.h"
#include "document/document.h"
#include "document/headings.h"
#include "rules/rule.h"

namespace peerscope {

class Checker {
 public:
  // Borrows the rules: findings point to them. `fallback` is the kind of a document that was neither given
  // one nor recognised as one.
  explicit Checker(const RuleSet& rules, DocumentKind fallback = DocumentKind::job_description)
      : rules_(&rules), headings_(rules.headings), fallback_(fallback) {}
  Checked check(Document document) const;
  const RuleSet& rules() const { return *rules_; }

 private:
  const RuleSet* rules_;
  HeadingRoles headings_;  // compiled once, for all documents
  DocumentKind fallback_;
};

}  // namespace peerscope
