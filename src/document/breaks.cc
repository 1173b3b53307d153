// Joins wrapped lines by small letters, by width and by indentation, and leaves alone what stands out.
#include "document/breaks.h"

#include "document/labels.h"

namespace peerscope {
namespace {

// "Salary: $20/hr", "PLAN: …", "D: …", right under a paragraph.
bool labelled(const Page& page, const Line& line, bool after_stop) {
  const Label label = label_of(page.text, line.span);
  if (label.key_words == 0 || label.key_words > 4) return false;
  if (label.key.end - label.key.begin == 1)
    return is_note_letter(page.text[label.key.begin]) && page.all.note_letters > 1;
  if (label.capitals && !page.all.shouted) return label.key_words > 1 || page.named(label.key).has_value();
  if (!line.upper_start) return false;
  constexpr RoleSet kOfNotes = set_of(Role::narrative, Role::plan, Role::header);
  if (after_stop && label.key_words <= 3) return page.named(label.key).has_value();
  const bool fact = line.words <= 14 && label.value.begin < label.value.end;
  return page.named_in(label.key, fact ? kOfNotes | kFactRoles : kOfNotes);
}

// Lines that no paragraph swallows.
bool stands_out(const Page& page, const Line& line, bool after_stop) {
  const bool capitals = line.capitals && !page.all.shouted && line.words <= 12 && !line.terminal;
  if (capitals && (line.words >= 2 || page.named(line.span))) return true;
  if (line.words <= 14 && !line.terminal && opens_with_date(page.text, line.span)) return true;
  return labelled(page, line, after_stop);
}

bool looks_like_heading(const Page& page, const Line& line) {
  return line.words <= 8 && !line.terminal && line.upper_start && line.colon_end && line.title &&
         page.named(line.span).has_value();
}

}  // namespace

bool runs_on(const Page& page, const Break& pair) {
  const Line& before = pair.before;
  const Line& line = pair.line;
  if (line.blank_before || line.own_block || line.column || line.mark != MarkKind::none || before.rule)
    return false;
  if (line.lower_start && !before.colon_end) return !(before.terminal && labelled(page, line, true));
  if (stands_out(page, line, before.terminal)) return false;
  if (before.open_end) return true;
  if (wrapped(page.all, before, line)) return !looks_like_heading(page, line);
  return pair.item && line.indent > pair.indent && !before.colon_end;
}

}  // namespace peerscope
