// Whom "They" at the head of a sentence stands for: in "Nurses staff the ward. They give medication." the
// nurses.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "context/agents.h"

namespace peerscope {

// Follows the sentences of a job description, one step a unit.
class They {
 public:
  void step(const Document& document, const RuleSet& rules, const CueGroups& groups, std::uint32_t unit,
            const std::vector<CueHit>& hits);
  // The agent of a phrase of that unit: where nothing in it says who acts, the other role that it speaks of
  // as "They".
  Agent named(Agent agent) const {
    return agent.actor == Actor::unknown && now_ ? Agent{Actor::staff, *now_} : agent;
  }

 private:
  std::optional<CueHit> now_, next_;
};

}  // namespace peerscope
