// One document through every stage: segment, find, interpret, score.
#pragma once
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "check/copies.h"
#include "check/report.h"
#include "document/document.h"
#include "document/headings.h"
#include "match/match.h"
#include "rules/rule.h"

namespace peerscope {

// Marks findings that a list beside the documents sets aside, before they are scored.
using SetAside = std::function<void(Document& document, std::vector<Finding>& findings)>;

class Checker {
 public:
  // Borrows the rules: findings point to them. `fallback` is the kind of a document that was neither given
  // one nor recognised as one.
  explicit Checker(const RuleSet& rules, DocumentKind fallback = DocumentKind::job_description,
                   SetAside set_aside = {}, Prefilter prefilter = Prefilter::on)
      : rules_(&rules),
        headings_(rules.headings),
        fallback_(fallback),
        set_aside_(std::move(set_aside)),
        prefilter_(prefilter) {}
  // From now on documents are held against these too: rules of kind `similar`.
  void compare_with(std::shared_ptr<const Copies> copies) { copies_ = std::move(copies); }
  Checked check(Document document) const;
  const RuleSet& rules() const { return *rules_; }

 private:
  const RuleSet* rules_;
  HeadingRoles headings_;  // compiled once, for all documents
  DocumentKind fallback_;
  std::shared_ptr<const Copies> copies_ = std::make_shared<Copies>();
  SetAside set_aside_;
  Prefilter prefilter_;
};

}  // namespace peerscope
