// Where a rule's phrase stands in a document.
#pragma once
#include <cstdint>
#include <vector>

#include "base/span.h"
#include "document/document.h"
#include "rules/rule.h"

namespace peerscope {

struct Match {
  std::uint32_t phrase = 0;  // index in Program::phrases: which rule or cue group, and which of its phrases
  std::uint32_t unit = 0;    // index in Document::units
  std::uint32_t first_word = 0;  // range in Document::words
  std::uint32_t end_word = 0;
  Span span;
};

struct Matches {
  std::vector<Match> rules;  // by unit, then by place
  std::vector<Match>
      cues;  // by unit, where something is asked of them: beside a match, and under "The role is not"
  std::vector<Match> with;  // `with:` phrases of only-with rules
};

// The bit of Rule::applies_to that stands for a kind; what is not recognised is read as a job description.
constexpr std::uint8_t bit_of(DocumentKind kind) {
  return kind == DocumentKind::progress_note ? 2 : kind == DocumentKind::policy ? 4 : 1;
}

// Off: every phrase is tried at every word. That is slow, and finds what the prefilter finds; tests hold them
// equal.
enum class Prefilter : std::uint8_t { on, off };

// Every match of every phrase that applies to this kind of document; sense filters (`not`) are already
// applied.
Matches find(const Document& document, const RuleSet& rules, Prefilter prefilter = Prefilter::on);

}  // namespace peerscope
