// Judges labels by what their key names and by how long and how sentence-like their value is.
#include "document/facts.h"

#include "document/characters.h"
#include "document/sentences.h"
#include "document/shapes.h"

namespace peerscope {
namespace {

// Whatever stands after such a key, it is a heading: "Plan: …", "Not in scope: …"
constexpr RoleSet kAlwaysHead = set_of(Role::narrative, Role::plan, Role::exclusion);

std::uint32_t words_in(std::string_view text, Span span) {
  std::uint32_t words = 0;
  for (std::uint32_t at = skip_spaces(text, span.begin, span.end); at < span.end && words < 40; ++words) {
    while (at < span.end && space_size(text, at, span.end) == 0) ++at;
    at = skip_spaces(text, at, span.end);
  }
  return words;
}

bool several_sentences(std::string_view text, Span span) {
  std::vector<Span> sentences;
  split_sentences(text, span, sentences);
  return sentences.size() > 1;
}

bool heads_text(const Page& page, const Label& label, std::optional<Role> role, const LabelPlace& place) {
  const Line& line = place.line;
  if (line.mark != MarkKind::none && line.mark != MarkKind::roman) return false;
  if (role && (kAlwaysHead & set_of(*role)) != 0) return true;
  const bool long_value =
      line.words >= 20 || place.value_runs_on || several_sentences(page.text, label.value);
  if (!role || *role == Role::unknown)
    return label.capitals && label.key_words >= 2 && long_value && !page.all.shouted;
  if ((kFactRoles & set_of(*role)) != 0)
    return long_value && !ends_in_preposition(slice(page.text, label.key));
  if (label.key_words > 5 && !label.capitals) return false;
  const auto words = words_in(page.text, label.value);
  return long_value || words >= 6 || (line.terminal && words >= 3);
}

// Facts are short, begin with a capital or a figure, and are no sentence: "We made piles: now, later, and
// never."
bool is_fact(const Page& page, const Label& label, std::optional<Role> role, const LabelPlace& place) {
  const Line& line = place.line;
  if (!upper_at(page.text, label.key.begin, label.key.end) && line.mark == MarkKind::none) return false;
  if (starts_like_sentence(slice(page.text, label.key))) return false;
  const auto words = words_in(page.text, label.value);
  if (words > (place.beside_facts ? 20U : 16U)) return false;
  if (label.key_words > (place.beside_facts || role ? 6U : 3U)) return false;
  if (place.value_runs_on && words > 8 && !place.beside_facts) return false;
  if (role || place.beside_facts) return words <= 8 || !several_sentences(page.text, label.value);
  return !lower_at(page.text, label.value.begin, label.value.end) && (!line.terminal || words <= 3);
}

}  // namespace

LabelUse judge_label(const Page& page, const Label& label, const LabelPlace& place) {
  if (label.key_words == 0 || label.value.begin >= label.value.end) return LabelUse::none;
  if (opens_with_date(page.text, place.line.span)) return LabelUse::none;
  const bool letter = label.key.end - label.key.begin == 1;
  if (letter && !(is_note_letter(page.text[label.key.begin]) && page.all.note_letters > 1))
    return LabelUse::none;
  const auto role = page.named(label.key);
  if (heads_text(page, label, role, place)) return LabelUse::heading;
  return is_fact(page, label, role, place) ? LabelUse::fact : LabelUse::none;
}

bool is_fact_of_item(const Page& page, const Label& label, bool value_runs_on) {
  return label.key_words > 0 && label.key_words <= 4 && label.value.begin < label.value.end &&
         !value_runs_on && !lower_at(page.text, label.value.begin, label.value.end) &&
         words_in(page.text, label.value) <= 14 && page.named_in(label.key, kFactRoles) &&
         !several_sentences(page.text, label.value);
}

}  // namespace peerscope
