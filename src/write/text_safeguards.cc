// The safeguards in the report to read: what the text states, and what it does not.
#include <fmt/format.h>

#include <algorithm>

#include "write/text_parts.h"
#include "write/wording.h"

namespace peerscope {

namespace {

void put_present(const Page& page, const Safeguard& safeguard, const SafeguardState& state) {
  const Finding& shown_by = page.checked.findings[state.findings.front()];
  page.paper.paragraph({{"✓ ", Ink::good},
                        {safeguard.title, Ink::strong},
                        {" · " + place_of_finding(page, shown_by), Ink::faint}},
                       2, 4);
  const Pieces text = text_of_findings(page, {&shown_by});
  if (!text.empty()) page.paper.paragraph(text, 6);
}

void put_missing(const Page& page, const Safeguard& safeguard) {
  page.paper.paragraph({{"– ", Ink::faint}, {safeguard.title, Ink::strong}}, 2, 4);
  if (!safeguard.sentence.empty()) page.paper.paragraph({{safeguard.sentence, Ink::faint}}, 4);
}

}  // namespace

void put_safeguards(const Page& page) {
  const auto& states = page.checked.safeguards;
  if (states.empty()) return;
  const auto stated =
      std::count_if(states.begin(), states.end(), [](const SafeguardState& s) { return s.present; });
  page.paper.heading("SAFEGUARDS", fmt::format("{} of {} stated", stated, states.size()));
  for (const bool present : {true, false}) {
    if (!present && stated != static_cast<std::ptrdiff_t>(states.size())) {
      page.paper.paragraph("Not stated, with a sentence that would state it once it is true:", 2);
    }
    for (const SafeguardState& state : states) {
      const Safeguard* safeguard = safeguard_named(page.rules.scales, state.id);
      if (safeguard == nullptr || state.present != present) continue;
      present ? put_present(page, *safeguard, state) : put_missing(page, *safeguard);
    }
  }
}

}  // namespace peerscope
