// Whom "They" at the head of a sentence stands for: in "Nurses staff the ward. They give medication." the
// nurses.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/span.h"
#include "context/view.h"

namespace peerscope {

// Follows the sentences of a job description, one step a unit.
class They {
 public:
  void step(const Document& document, const RuleSet& rules, const CueGroups& groups, std::uint32_t unit,
            const std::vector<CueHit>& hits);
  // The other role that the unit of the last step speaks of as "They".
  const std::optional<Span>& staff() const { return now_; }

 private:
  std::optional<Span> now_, next_;
};

}  // namespace peerscope
