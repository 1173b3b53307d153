// What "Key: value" at the head of a line is: a fact, a heading with its text, or a sentence with a colon in
// it.
#pragma once
#include "document/labels.h"
#include "document/page.h"

namespace peerscope {

enum class LabelUse : std::uint8_t { none, fact, heading };

struct LabelPlace {
  const Line& line;
  bool value_runs_on = false;  // into the next line
  bool beside_facts = false;   // right under a fact
};
LabelUse judge_label(const Page& page, const Label& label, const LabelPlace& place);

// "• Pay: $20 an hour" is a fact, "• Groups: WRAP and cooking" an item like any other.
bool is_fact_of_item(const Page& page, const Label& label, bool value_runs_on);

}  // namespace peerscope
