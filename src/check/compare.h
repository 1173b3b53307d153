// Pairs the findings of an old and a new text: what was resolved, what was kept, what was brought in.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "check/report.h"

namespace peerscope {

// A finding with what it is matched by. It borrows the document.
struct KeyedFinding {
  std::string fingerprint;  // rule, headings and words
  std::string words;        // rule and words alone: the same sentence under another heading
  const Checked* checked = nullptr;
  std::uint32_t finding = 0;  // index in Checked::findings
  const Finding& value() const { return checked->findings[finding]; }
};

struct KeptFinding {
  std::size_t before = 0, after = 0;  // indices in the two lists
  bool moved = false;                 // it stands under another heading now
};

// Indices, in the order of the lists.
struct Pairing {
  std::vector<std::size_t> resolved;  // of the old list
  std::vector<KeptFinding> kept;
  std::vector<std::size_t> brought_in;  // of the new list
};

// Each finding is paired once: of two equal ones before and one after, one is resolved.
Pairing pair_findings(const std::vector<KeyedFinding>& before, const std::vector<KeyedFinding>& after);

}  // namespace peerscope
