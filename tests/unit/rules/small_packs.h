// A small rule set in memory, which tests break in one place each.
#pragma once
#include <stdexcept>
#include <string>
#include <vector>

#include "rules/load.h"

namespace peerscope::test {

inline constexpr const char* kVocabulary = R"(classes:
  pill:
    part: noun
    words: [pill, tablet, "@shot"]
  shot:
    part: noun
    words: [shot, injection]
  count:
    part: verb
    words: [count, tally]
)";

inline constexpr const char* kScales = R"(weights: {critical: 2, error: 2, warning: 1, note: 0.5}
enough-units: 5
tiers:
  - {id: kept, title: Peer support, low-bound: 60}
  - {id: mixed, title: Mixed, low-bound: 30}
  - {id: lost, title: Something else, low-bound: 0}
signs:
  - {id: clinical-lens, title: Looks through a clinical lens}
safeguards:
  - {id: voluntary, title: Voluntary, sentence: Taking part is up to the person.}
)";

inline constexpr const char* kSources = R"(sources:
  caraco-deck: {title: Peer support gone wild, link: "https://example.org/deck"}
  own-list: {title: A list of our own}
)";

inline constexpr const char* kCues = R"(cues:
  - id: plain-not
    axis: negation
    direction: forward
    limit: 12
    phrases: ["not", never]
  - id: at-request
    axis: person-led
    phrases: ["at (her|his|their) request"]
)";

inline constexpr const char* kSections = R"(sections:
  - role: exclusion
    contains: ["does not", "out of scope"]
  - role: duties
    contains: [duties, responsibilities*]
    unless: [nurse]
)";

inline constexpr const char* kPack = R"(id: scope
title: Scope or no scope
version: "1.0"
licence: Apache-2.0
language: en
source: A deck
not-assessed:
  - {item: B1, why: Tone of voice is not written down.}
)";

// A whole rule; line 2 is the rule's first.
inline constexpr const char* kRules = R"(rules:
  - id: pill-count
    title: Counts pills
    effect: risk
    severity: error
    sign: clinical-lens
    work: compliance
    applies-to: [job-description, progress-note]
    sections: [duties, summary, qualifications?]
    find:
      - "@count ..4 @pill"
      - together: ["@count", "@pill"]
      - regex: "\\bq\\.?i\\.?d\\b"
    not:
      - "pill factory"
    negated: strength
    safeguard: voluntary
    message: Counting pills is not a peer's work.
    why: >-
      It turns a companion
      into a guard.
    instead: Ask what the person wants to know.
    source:
      - caraco-deck: "Scope or no scope, 4"
      - own-list
    covers: [C8, B4]
    examples:
      flag:
        - Counts the evening pills.
        - text: Tallies tablets twice a day.
          section: Duties
        - {text: Peer counted every shot., kind: progress-note}
        - Counting injections.
      pass:
        - The nurse counts pills.
        - Counts on friends.
        - A pill factory counts its pills.
        - Counted the chairs.
      strength:
        - Peers never count pills.
)";

inline std::vector<RuleFile> small_packs() {
  return {{"rules/context/cues.yaml", kCues},
          {"rules/context/sections.yaml", kSections},
          {"rules/scales.yaml", kScales},
          {"rules/scope/duties.yaml", kRules},
          {"rules/scope/pack.yaml", kPack},
          {"rules/sources.yaml", kSources},
          {"rules/vocabulary/work.yaml", kVocabulary}};
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("the test's text has no: " + from);
  return text.replace(at, from.size(), to);
}

// The small packs with one file changed in one place.
inline std::vector<RuleFile> changed(const std::string& path, const std::string& from,
                                     const std::string& to) {
  std::vector<RuleFile> files = small_packs();
  for (RuleFile& file : files) {
    if (file.path == path) file.text = replaced(file.text, from, to);
  }
  return files;
}

inline std::vector<RuleFile> with(std::vector<RuleFile> files, const std::vector<RuleFile>& more) {
  files.insert(files.end(), more.begin(), more.end());
  return files;
}

inline Errors mistakes_in(const std::vector<RuleFile>& files) {
  const auto loaded = load_rules(files);
  return loaded ? Errors{} : loaded.error();
}

// "path:line:column message" of every mistake, for a test to look through.
inline std::vector<std::string> told(const Errors& errors) {
  std::vector<std::string> out;
  for (const Error& error : errors) {
    out.push_back(error.path + ":" + std::to_string(error.line) + ":" + std::to_string(error.column) + " " +
                  error.message + " | " + error.remedy);
  }
  return out;
}

}  // namespace peerscope::test
