// Names of what a report says.
#include "check/report.h"

namespace peerscope {

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::ok: return "ok";
    case Verdict::positive: return "positive";
    case Verdict::flag: return "flag";
  }
  return "ok";
}

}  // namespace peerscope
