// Documents and findings made by hand, for tests of what comes after the search.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "check/report.h"
#include "check/score.h"

namespace made {

// A small rule set: rule 0 is a risk, rule 1 a strength, both clerical, of sign "sign" and safeguard "guard".
inline const peerscope::RuleSet& rules() {
  static const peerscope::RuleSet made_rules = [] {
    using namespace peerscope;
    RuleSet set;
    set.files = {"rules/made.yaml"};
    Pack pack;
    pack.id = "made";
    pack.title = "Made up";
    pack.version = "1.0";
    set.packs.push_back(pack);
    for (const Effect effect : {Effect::risk, Effect::strength}) {
      Rule rule;
      rule.id = effect == Effect::risk ? "bad" : "good";
      rule.title = effect == Effect::risk ? "A bad thing" : "A good thing";
      rule.message = "This is the message.";
      rule.why = "This is why.";
      rule.instead = "Something else.";
      rule.effect = effect;
      rule.sign = "sign";
      rule.safeguard = "guard";
      rule.work = Work::clerical;
      rule.citations = {{"book", "page 4"}};
      set.rules.push_back(rule);
    }
    set.sources["book"] = "A book, https://example.org/";
    set.scales.tiers = {
        {"best", "Best", 75}, {"second", "Second", 50}, {"third", "Third", 30}, {"last", "Last", 0}};
    set.scales.signs = {{"sign", "A sign"}};
    set.scales.safeguards = {{"guard", "A safeguard", "It is guarded."}};
    return set;
  }();
  return made_rules;
}

// Units one after another, each under the heading "Duties", and the findings in them.
class Made {
 public:
  Made& unit(const std::string& text) { return add({text, peerscope::UnitType::item, {}}); }
  Made& heading(const std::string& text) { return add({text, peerscope::UnitType::heading, {}}); }

  // A finding over the whole of the last unit.
  Made& finding(peerscope::Effect effect, peerscope::Severity severity) {
    peerscope::Finding found;
    found.rule = effect == peerscope::Effect::strength ? 1 : 0;
    found.effect = effect;
    found.severity = severity;
    parts_.back().findings.push_back(found);
    return *this;
  }
  peerscope::Finding& last() { return parts_.back().findings.back(); }
  peerscope::Document& document() { return base_; }  // its kind, path and notes; text and units are made

  Made reversed() const {
    Made other = *this;
    std::reverse(other.parts_.begin(), other.parts_.end());
    return other;
  }
  Made doubled() const {
    Made other = *this;
    other.parts_.insert(other.parts_.end(), parts_.begin(), parts_.end());
    return other;
  }

  peerscope::Checked scored() const {
    using namespace peerscope;
    Checked checked;
    checked.document = base_;
    if (checked.document.kind == DocumentKind::unknown) checked.document.kind = DocumentKind::job_description;
    Section section;
    section.title = "Duties";
    section.role = Role::duties;
    checked.document.sections = {section};
    std::uint32_t line = 0;
    for (const Part& part : parts_) put(checked, part, ++line);
    score_findings(checked, rules());
    return checked;
  }

 private:
  struct Part {
    std::string text;
    peerscope::UnitType type;
    std::vector<peerscope::Finding> findings;
  };

  Made& add(Part part) {
    parts_.push_back(std::move(part));
    return *this;
  }

  // Each unit is a line of the text.
  static void put(peerscope::Checked& checked, const Part& part, std::uint32_t line) {
    using namespace peerscope;
    Document& document = checked.document;
    Unit unit;
    unit.span = {static_cast<std::uint32_t>(document.text.size()),
                 static_cast<std::uint32_t>(document.text.size() + part.text.size())};
    Origin origin;
    origin.begin = unit.span.begin;
    origin.place.line = line;
    origin.place.column = 1;
    document.origins.push_back(origin);
    document.text += part.text + "\n";
    unit.type = part.type;
    unit.first_word = static_cast<std::uint32_t>(document.words.size());
    for (const Word& word : cut_words(document.text, unit.span)) document.words.push_back(word);
    unit.end_word = static_cast<std::uint32_t>(document.words.size());
    fold_words(document);
    for (Finding finding : part.findings) {
      finding.unit = static_cast<std::uint32_t>(document.units.size());
      finding.span = unit.span;
      checked.findings.push_back(finding);
    }
    document.units.push_back(unit);
  }

  std::vector<Part> parts_;
  peerscope::Document base_;
};

}  // namespace made
