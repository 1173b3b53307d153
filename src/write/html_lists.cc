// What stands below the text in the HTML report: safeguards, what a person should judge, what was set aside.
#include <fmt/format.h>

#include <algorithm>

#include "write/excerpt.h"
#include "write/html_parts.h"
#include "write/wording.h"

namespace peerscope {

namespace {

void put_pieces(Html& html, const Pieces& pieces) {
  for (const Piece& piece : pieces) {
    if (piece.ink == Ink::mark)
      html.put("mark", {{"class", "strength"}}, piece.text);
    else
      html.text(piece.text);
  }
}

// A place, as a way back to the text where that is shown.
void put_place(const Leaf& leaf, std::uint32_t unit, const std::string& place) {
  if (leaf.shows(unit))
    leaf.html.put("a", {{"class", "place"}, {"href", "#" + anchor_of(leaf, "u", unit)}}, place);
  else
    leaf.html.put("span", {{"class", "place"}}, place);
}

void put_present(const Leaf& leaf, const Safeguard& safeguard, const SafeguardState& state) {
  Html& html = leaf.html;
  const Finding& shown_by = leaf.checked.findings[state.findings.front()];
  const auto item = html.in("li");
  html.put("strong", safeguard.title);
  const Pieces text = text_of_findings(leaf, {&shown_by});
  if (!text.empty()) {
    const auto quote = html.in("p", {{"class", "quote"}});
    put_pieces(html, text);
  }
  const auto place = html.in("p");
  put_place(leaf, shown_by.unit, place_of_finding(leaf, shown_by));
}

void put_list(const Leaf& leaf, bool present) {
  const auto list = leaf.html.in("ul", {{"class", present ? "stated" : "missing"}});
  for (const SafeguardState& state : leaf.checked.safeguards) {
    const Safeguard* safeguard = safeguard_named(leaf.rules.scales, state.id);
    if (safeguard == nullptr || state.present != present) continue;
    if (present) {
      put_present(leaf, *safeguard, state);
      continue;
    }
    const auto item = leaf.html.in("li");
    leaf.html.put("strong", safeguard->title);
    if (!safeguard->sentence.empty()) leaf.html.put("p", {{"class", "quote"}}, safeguard->sentence);
  }
}

void put_unjudged(const Leaf& leaf, const std::vector<std::uint32_t>& duties) {
  Html& html = leaf.html;
  html.put("h4", "Duties that no rule knows");
  html.put("p", {{"class", "aside"}}, "The program cannot tell what they are; please judge them yourself.");
  const auto list = html.in("ul");
  const Document& document = leaf.checked.document;
  for (const std::uint32_t duty : duties) {
    const auto item = html.in("li");
    const Span span = document.units[duty].span;
    html.text(slice(document.text, span));
    html.text(" ");
    put_place(leaf, duty, place_in_words(place_of(document, span.begin)));
  }
}

std::vector<const Remark*> remarks_to_look_at(const Leaf& leaf) {
  std::vector<const Remark*> looks;
  for (const auto& [unit, remarks] : leaf.remarks) {
    for (const Remark& remark : remarks) {
      if (remark.standing == Standing::look) looks.push_back(&remark);
    }
  }
  return looks;
}

}  // namespace

void put_safeguards(const Leaf& leaf) {
  const auto& states = leaf.checked.safeguards;
  if (states.empty()) return;
  const auto stated =
      std::count_if(states.begin(), states.end(), [](const SafeguardState& s) { return s.present; });
  const auto all = static_cast<std::ptrdiff_t>(states.size());
  Html& html = leaf.html;
  const auto section = html.in("section", {{"class", "safeguards"}});
  html.put("h3", fmt::format("Safeguards: {} of {} stated", stated, all));
  const auto sides = html.in("div", {{"class", "sides"}});
  if (stated != 0) {
    const auto side = html.in("div");
    html.put("h4", "Stated");
    put_list(leaf, true);
  }
  if (stated != all) {
    const auto side = html.in("div");
    html.put("h4", "Not stated, with a sentence that would state it once it is true");
    put_list(leaf, false);
  }
}

void put_for_people(const Leaf& leaf) {
  const std::vector<std::uint32_t> duties = unjudged_duties(leaf);
  const std::vector<const Remark*> looks = remarks_to_look_at(leaf);
  if (duties.empty() && looks.empty()) return;
  Html& html = leaf.html;
  const auto section = html.in("section", {{"class", "people"}});
  html.put("h3", "For a person to judge");
  if (!looks.empty()) {
    html.put("h4", "Please look");
    html.put("p", {{"class", "aside"}}, "Not scored: a person can tell, the program cannot.");
    const auto list = html.in("ul");
    for (const Remark* look : looks) {
      const auto item = html.in("li");
      html.put("a",
               {{"class", "number"},
                {"href", "#" + anchor_of(leaf, "n", static_cast<std::uint32_t>(look->number))}},
               std::to_string(look->number));
      html.text(" " + leaf.rules.rules[look->rule].title + " ");
      put_place(leaf, look->findings.front()->unit, place_of_finding(leaf, *look->findings.front()));
    }
  }
  if (!duties.empty()) put_unjudged(leaf, duties);
}

void put_set_aside(const Leaf& leaf) {
  Html& html = leaf.html;
  std::map<Status, long> numbers;
  for (const Finding& finding : leaf.checked.findings) {
    const Standing standing = standing_of(leaf, finding);
    if (standing == Standing::ruled_out || standing == Standing::set_aside) ++numbers[finding.status];
  }
  if (!numbers.empty()) {
    std::string words;
    for (const auto& [status, number] : numbers)
      words += fmt::format("{}{} {}", words.empty() ? "" : ", ", number, status_in_words(status));
    const auto section = html.in("section");
    html.put("h3", "Where context decided");
    html.put("p", "No fault, because of the words around them: " + words + ".");
  }
  if (leaf.checked.document.ignores.empty()) return;
  const auto section = html.in("section");
  html.put("h3", "Ignored on request");
  html.put("p", {{"class", "aside"}}, "By a peerscope-ignore comment in the text.");
  const auto list = html.in("ul");
  for (const IgnoreNote& note : leaf.checked.document.ignores) {
    std::string line = note.rule;
    if (const std::string place = place_in_words(note.place); !place.empty()) line += " · " + place;
    if (leaf.excerpts == Excerpts::full)
      line += note.reason.empty() ? ": no reason given" : ": " + note.reason;
    html.put("li", line);
  }
}

}  // namespace peerscope
