// Words that are told without quotation marks: the person's own, or somebody else's.
#pragma once
#include <optional>

#include "context/view.h"

namespace peerscope {

// "She said that she is …": the person is the subject of a verb of speech, and the writer does not take over
// again. claims, insists, denies, admits are the writer's doubt: no own words.
std::optional<CueHit> told_by_person(const UnitView& view, std::uint32_t first, std::uint32_t end);

// "Her doctor says …", "per chart …", "…, the nurse said", unless the writer agrees.
std::optional<CueHit> told_by_others(const UnitView& view, std::uint32_t first, std::uint32_t end);

// "I was paranoid myself that year": the writer's own life.
std::optional<CueHit> told_of_oneself(const UnitView& view, std::uint32_t first);

}  // namespace peerscope
