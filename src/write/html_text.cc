// The document's text with its marks, and beside each paragraph what there is to say of it.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "write/excerpt.h"
#include "write/html_parts.h"

namespace peerscope {

namespace {

// A remark's words, where they stand.
struct Stretch {
  Span span;
  const Remark* remark;
};

std::string_view look_of(const Remark& remark) {
  switch (remark.standing) {
    case Standing::risk:
      return remark.severity >= Severity::error ? "risk grave" : "risk";
    case Standing::look:
      return "look";
    case Standing::strength:
      return "strength";
    default:
      return "aside";
  }
}

void put_link(const Leaf& leaf, const Remark& remark, std::string_view words, bool first) {
  const auto number = static_cast<std::uint32_t>(remark.number);
  const auto mark = leaf.html.in("mark", {{"class", words.empty() ? "" : std::string(look_of(remark))}});
  const auto anchor = leaf.html.in(
      "a", {{"id", first ? anchor_of(leaf, "m", number) : ""}, {"href", "#" + anchor_of(leaf, "n", number)}});
  leaf.html.text(words);
  if (first) leaf.html.put("sup", std::to_string(remark.number));
}

// Words of a unit, piece by piece. Where several remarks overlap, the gravest shows; the number of one that
// shows nowhere stands beside the words that cover it.
class Marker {
 public:
  Marker(const Leaf& leaf, Span unit, const std::vector<Remark>& remarks) : leaf_(leaf), unit_(unit) {
    for (const Remark& remark : remarks) {
      for (const Finding* finding : remark.findings) stretches_.push_back({clipped(finding->span), &remark});
    }
    cut();
  }

  void put() {
    for (const Stretch& piece : pieces_) {
      const std::string_view words = slice(leaf_.checked.document.text, piece.span);
      if (piece.remark == nullptr)
        leaf_.html.text(words);
      else
        put_marked(piece, words);
    }
  }

 private:
  Span clipped(Span span) const {
    return {std::clamp(span.begin, unit_.begin, unit_.end), std::clamp(span.end, unit_.begin, unit_.end)};
  }

  // Remarks come gravest first.
  const Remark* top_at(std::uint32_t at) const {
    for (const Stretch& stretch : stretches_) {
      if (stretch.span.begin <= at && at < stretch.span.end) return stretch.remark;
    }
    return nullptr;
  }

  void cut() {
    std::set<std::uint32_t> borders{unit_.begin, unit_.end};
    for (const Stretch& stretch : stretches_) borders.insert({stretch.span.begin, stretch.span.end});
    std::uint32_t from = unit_.begin;
    for (const std::uint32_t border : borders) {
      if (border == from) continue;
      const Remark* top = top_at(from);
      if (!pieces_.empty() && pieces_.back().remark == top)
        pieces_.back().span.end = border;
      else
        pieces_.push_back({{from, border}, top});
      if (top != nullptr) shown_.insert(top);
      from = border;
    }
  }

  void put_marked(const Stretch& piece, std::string_view words) {
    // A space between the last word and its number would look like a word of its own.
    std::size_t end = words.size();
    while (end > 0 && (words[end - 1] == ' ' || words[end - 1] == '\n')) --end;
    if (piece.remark->number == 0)
      leaf_.html.put("mark", {{"class", std::string(look_of(*piece.remark))}}, words.substr(0, end));
    else
      put_link(leaf_, *piece.remark, words.substr(0, end), told_.insert(piece.remark).second);
    for (const Stretch& stretch : stretches_) {
      const bool overlaps = stretch.span.begin < piece.span.end && piece.span.begin < stretch.span.end;
      if (stretch.remark->number != 0 && overlaps && shown_.count(stretch.remark) == 0 &&
          told_.insert(stretch.remark).second)
        put_link(leaf_, *stretch.remark, "", true);
    }
    leaf_.html.text(words.substr(end));
  }

  const Leaf& leaf_;
  Span unit_;
  std::vector<Stretch> stretches_, pieces_;
  std::set<const Remark*> shown_, told_;
};

// Where the text may not be shown: the words that the rules know, or the place alone. Words that several
// remarks share are told once.
void put_words(const Leaf& leaf, const std::vector<Remark>& remarks) {
  std::vector<std::pair<std::string, std::vector<const Remark*>>> told;
  std::vector<const Finding*> unnumbered;
  const auto words_of = [&](const std::vector<const Finding*>& findings) {
    std::string words;
    for (const Span span : united_spans(findings)) {
      const std::string shown = shown_words(leaf.checked.document, span, leaf.rules, leaf.excerpts);
      words += (words.empty() || shown.empty() ? "" : " … ") + shown;
    }
    return words;
  };
  for (const Remark& remark : remarks) {
    if (remark.number == 0) {
      unnumbered.insert(unnumbered.end(), remark.findings.begin(), remark.findings.end());
      continue;
    }
    const std::string words = words_of(remark.findings);
    const auto same =
        std::find_if(told.begin(), told.end(), [&](const auto& one) { return one.first == words; });
    if (same == told.end())
      told.push_back({words, {&remark}});
    else
      same->second.push_back(&remark);
  }
  leaf.html.put("span", {{"class", "place"}}, place_of_finding(leaf, *remarks.front().findings.front()));
  for (const auto& [words, same] : told) {
    leaf.html.text(" ");
    for (const Remark* remark : same) put_link(leaf, *remark, remark == same.front() ? words : "", true);
  }
  if (unnumbered.empty() || leaf.excerpts == Excerpts::none) return;
  leaf.html.text(" ");
  leaf.html.put("mark", {{"class", std::string(look_of(remarks.back()))}}, words_of(unnumbered));
}

void put_unit(const Leaf& leaf, std::uint32_t index) {
  const Document& document = leaf.checked.document;
  const Unit& unit = document.units[index];
  static const std::vector<Remark> kNone;
  const auto at = leaf.remarks.find(index);
  const std::vector<Remark>& remarks = at == leaf.remarks.end() ? kNone : at->second;
  const auto span = leaf.html.in(
      "span", {{"id", anchor_of(leaf, "u", index)}, {"class", unit.type == UnitType::cell ? "cell" : ""}});
  if (leaf.excerpts == Excerpts::full)
    Marker(leaf, unit.span, remarks).put();
  else if (!remarks.empty())
    put_words(leaf, remarks);
}

// Units of one block stand in one paragraph; a heading, an item or a paragraph is a row.
void put_row(const Leaf& leaf, std::uint32_t begin, std::uint32_t end) {
  Html& html = leaf.html;
  const Unit& first = leaf.checked.document.units[begin];
  const bool heading = first.type == UnitType::heading && end == begin + 1;
  const bool item = first.item != 0;
  bool remarked = false;
  for (std::uint32_t i = begin; i < end; ++i) remarked = remarked || leaf.remarks.count(i) != 0;
  const auto row = html.in("div", {{"class", remarked ? "row remarked" : "row"}});
  {
    const bool title = heading && leaf.excerpts == Excerpts::full;
    const auto text = html.in(title ? "h4" : "p",
                              {{"class", title  ? ""
                                         : item ? fmt::format("item depth{}", std::min<int>(first.depth, 4))
                                                : "block"}});
    bool more = false;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (!leaf.shows(i)) continue;
      if (more) html.text(" ");
      more = true;
      put_unit(leaf, i);
    }
  }
  if (!remarked) return;
  const auto margin = html.in("div", {{"class", "margin"}});
  for (std::uint32_t i = begin; i < end; ++i) {
    if (const auto at = leaf.remarks.find(i); at != leaf.remarks.end()) put_remarks(leaf, at->second);
  }
}

void put_legend(Html& html) {
  const auto legend = html.in("p", {{"class", "legend aside"}});
  html.put("mark", {{"class", "risk grave"}}, "against peer support");
  html.text(" ");
  html.put("mark", {{"class", "look"}}, "for a person to judge");
  html.text(" ");
  html.put("mark", {{"class", "strength"}}, "for peer support");
  html.text(" ");
  html.put("mark", {{"class", "aside"}}, "no fault here, because of the words around it");
}

}  // namespace

void put_marked_text(const Leaf& leaf) {
  Html& html = leaf.html;
  const auto& units = leaf.checked.document.units;
  const bool full = leaf.excerpts == Excerpts::full;
  if (!full && leaf.remarks.empty()) return;
  const auto section = html.in("section", {{"class", "text"}});
  html.put("h3", full ? "The text, with its marks" : "What was found");
  if (!full)
    html.put("p", {{"class", "aside"}},
             leaf.excerpts == Excerpts::match
                 ? "Of the text only the words at issue are shown; \"…\" stands for others."
                 : "The text is not shown, only where something stands.");
  else
    put_legend(html);
  for (std::uint32_t begin = 0; begin < units.size();) {
    std::uint32_t end = begin + 1;
    while (full && end < units.size() && units[end].block == units[begin].block) ++end;
    bool shown = false;
    for (std::uint32_t i = begin; i < end; ++i) shown = shown || leaf.shows(i);
    if (shown) put_row(leaf, begin, end);
    begin = end;
  }
}

}  // namespace peerscope
