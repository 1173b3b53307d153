// A small document whose words are known, to prove that reading works where it is tried.
#pragma once

namespace peerscope::pdf {

bool canary_sings();

}  // namespace peerscope::pdf
