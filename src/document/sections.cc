// Follows headings and list-opening sentences down the page.
#include "document/sections.h"

#include <algorithm>
#include <array>

#include "document/characters.h"
#include "document/shapes.h"

namespace peerscope {
namespace {

constexpr std::uint32_t kLongestExclusion = 25;  // items; a longer list has outgrown its heading
constexpr std::uint32_t kLongestItem =
    160;  // bytes: a line without a bullet that may be an item of a stem's list
constexpr RoleSet kOfNotes = set_of(Role::narrative, Role::plan, Role::header);

// "The companion may …", "They cook …": no item of a list that "Peers do not:" opens.
bool has_subject(std::string_view sentence) {
  static constexpr std::array<std::string_view, 9> kSubjects{"The ",  "A ",     "An ",  "All ",  "Any ",
                                                             "Each ", "Every ", "Peer", "Staff "};
  return starts_like_sentence(sentence) ||
         std::any_of(kSubjects.begin(), kSubjects.end(),
                     [&](std::string_view word) { return sentence.starts_with(word); });
}

// How deep an item stands: the columns before it, or the depth that its format tells.
std::uint32_t column_of(const Piece& piece) { return piece.level > 0 ? piece.level * 4U : piece.indent; }

}  // namespace

std::string title_of(std::string_view text, Span span) {
  std::string title;
  for (std::uint32_t at = span.begin; at < span.end;) {
    if (const auto size = space_size(text, at, span.end)) {
      at += size;
      if (!title.empty() && title.back() != ' ') title += ' ';
    } else {
      title += text[at++];
    }
  }
  while (!title.empty() && (title.back() == ' ' || title.back() == ':')) title.pop_back();
  return title;
}

Outline::Outline(Document& document, const HeadingRoles& roles, DocumentKind kind)
    : document_(document), roles_(roles), kind_(kind), note_(kind == DocumentKind::progress_note) {
  document.sections.clear();
  Section root;
  root.title = document.given_section;
  const auto role =
      root.title.empty() ? std::nullopt : roles.named_by(root.title, note_ ? kOfNotes : kAllRoles);
  root.role = role.value_or(note_ ? Role::narrative : Role::unknown);
  document.sections.push_back(root);
  open_.push_back(0);
  list_.active = root.role == Role::exclusion;
}

std::uint32_t Outline::place(const Piece& piece, const std::vector<Span>& sentences) {
  leave_row(piece);
  if (piece.type == PieceType::heading) {
    open_heading(piece);
    return current();
  }
  if (list_.active) end_list_before(piece, sentences);
  if (note_ && piece.type == PieceType::key_value) return place_header();
  const std::uint32_t section = current();
  if (list_.active && run_in_ && list_.items == 0) {
    list_.items = 1;  // "Not in scope: driving.": this paragraph is the list
    list_.column = column_of(piece);
  }
  run_in_ = false;
  if (list_.active && counts_as_item(piece, sentences)) {
    if (list_.items++ == 0) list_.column = column_of(piece);
    list_.marked = list_.marked || piece.type == PieceType::item;
  }
  if (piece.stem && !sentences.empty()) open_stem(piece, sentences.back());
  return section;
}

// | Qualifications | Two years of … |: the first cell heads its own row and no other.
void Outline::leave_row(const Piece& piece) {
  if (row_ == 0 || piece.row == row_) return;
  if (open_.size() > 1) open_.pop_back();
  list_ = {};
  row_ = 0;
}

std::uint32_t Outline::add(Section section, Role role, Span title) {
  section.title = title_of(document_.text, title);
  section.role = role;
  section.parent = static_cast<std::int32_t>(current());
  document_.sections.push_back(std::move(section));
  open_.push_back(static_cast<std::uint32_t>(document_.sections.size() - 1));
  return current();
}

void Outline::open_heading(const Piece& piece) {
  while (open_.size() > 1 &&
         (document_.sections[current()].stem || document_.sections[current()].level >= piece.level))
    open_.pop_back();
  // A guessed rank does not prove that an exclusion goes on; with items under it, it has had its say.
  const bool spent = document_.sections[current()].role == Role::exclusion && list_.active && list_.items > 0;
  if (spent && !piece.given && !piece.role && open_.size() > 1) open_.pop_back();
  Section section;
  section.level = piece.level;
  section.heading = piece.span;
  const Role role = role_of(piece, current());
  add(section, role, piece.span);
  list_ = {};
  list_.active = role == Role::exclusion;
  row_ = piece.row;
  run_in_ = piece.run_in;
}

Role Outline::role_of(const Piece& piece, std::uint32_t parent) const {
  const Role above = document_.sections[parent].role;
  if (note_) {
    const auto role = roles_.named_by(slice(document_.text, piece.span), kOfNotes);
    if (role && !(piece.entry && *role == Role::header)) return *role;
    return piece.entry || above != Role::plan ? Role::narrative : above;
  }
  auto role = piece.role;
  if (role && kind_ == DocumentKind::job_description && (kOfNotes & set_of(*role)) != 0)
    role = roles_.named_by(slice(document_.text, piece.span), ~kOfNotes);
  return role.value_or(above);
}

// Client, date, place and billing code of a note stand beside its narrative, not in it.
std::uint32_t Outline::place_header() {
  leave_labels();
  if (header_ == 0 || header_of_ != current()) {
    Section section;
    section.level = kInlineLevel;
    section.role = Role::header;
    section.parent = static_cast<std::int32_t>(current());
    document_.sections.push_back(section);
    header_ = static_cast<std::uint32_t>(document_.sections.size() - 1);
    header_of_ = current();
  }
  return header_;
}

// Header lines after "Plan: …" begin the next note.
void Outline::leave_labels() {
  const auto of_label = [&](const Section& section) {
    return section.level != kEntryLevel &&
           roles_.named_by(section.title, set_of(Role::narrative, Role::plan));
  };
  while (open_.size() > 1 && of_label(document_.sections[current()])) open_.pop_back();
}

void Outline::open_stem(const Piece& piece, Span sentence) {
  // A stem within a stem's list nests; one beside it takes its place.
  if (document_.sections[current()].stem &&
      !(piece.type == PieceType::item && list_.items > 0 && column_of(piece) > list_.column))
    if (piece.type != PieceType::item || list_.items > 0) fall_back();
  const auto text = slice(document_.text, sentence);
  const Role above = document_.sections[current()].role;
  Section section;
  section.level = kInlineLevel;
  section.heading = sentence;
  section.stem = true;
  add(section, stem_role(text, above), sentence);
  list_ = {};
  list_.active = true;
  list_.of_item = piece.type == PieceType::item;
}

// "Under the supervision of …, the peer will:" opens duties, whatever else it names.
Role Outline::stem_role(std::string_view sentence, Role parent) const {
  if (note_) return parent;
  constexpr RoleSet kFirst = set_of(Role::exclusion, Role::other_role);
  if (const auto role = roles_.named_by(sentence, kFirst)) return *role;
  if (parent == Role::exclusion || parent == Role::other_role) return parent;
  if (const auto role = roles_.named_by(sentence, set_of(Role::duties))) return *role;
  constexpr RoleSet kLast = set_of(Role::qualifications, Role::boilerplate, Role::pay, Role::interview);
  return roles_.named_by(sentence, kLast).value_or(parent);
}

bool Outline::counts_as_item(const Piece& piece, const std::vector<Span>& sentences) const {
  if (piece.type == PieceType::item || piece.type == PieceType::cell || piece.type == PieceType::key_value)
    return true;
  // Lines without bullets under "Peers do not:", up to an empty line or to what has a subject of its own.
  if (!document_.sections[current()].stem || sentences.size() != 1) return false;
  if (piece.span.end - piece.span.begin > kLongestItem) return false;
  if (list_.items == 0) return true;
  if (list_.marked) return false;
  return piece.own_block ? !has_subject(slice(document_.text, piece.span)) : !piece.blank_before;
}

void Outline::end_list_before(const Piece& piece, const std::vector<Span>& sentences) {
  if (list_.items == 0) {
    // A stem that no list follows speaks for nothing but itself.
    if (document_.sections[current()].stem && !counts_as_item(piece, sentences)) fall_back();
    return;
  }
  const bool shallower = piece.type == PieceType::item && column_of(piece) < list_.column;
  const bool text = !counts_as_item(piece, sentences);
  const bool too_long =
      list_.items >= kLongestExclusion && document_.sections[current()].role == Role::exclusion;
  if (shallower || text || too_long) fall_back();
}

void Outline::fall_back() {
  list_ = {};
  if (open_.size() > 1) {
    open_.pop_back();
  } else {
    // The given section itself is the exclusion: what follows its list stands outside of it.
    Section section;
    section.parent = -1;
    document_.sections.push_back(section);
    open_.back() = static_cast<std::uint32_t>(document_.sections.size() - 1);
  }
  // What is left may be an exclusion too ("OUT OF SCOPE", then "Peers do not:"): it has had its list.
  if (document_.sections[current()].role == Role::exclusion) {
    list_.active = true;
    list_.items = 1;
  }
}

}  // namespace peerscope
