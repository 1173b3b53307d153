// Joins wrapped lines and tells headings, items, labels and paragraphs apart, one line after another.
#include "document/pieces.h"

#include <algorithm>
#include <array>

#include "document/characters.h"
#include "document/labels.h"
#include "document/sentences.h"
#include "document/shapes.h"

namespace peerscope {
namespace {

constexpr RoleSet kMetadata =
    set_of(Role::pay, Role::supervision, Role::header, Role::boilerplate, Role::unknown);
constexpr RoleSet kOfNotes = set_of(Role::narrative, Role::plan);

class Grouper {
 public:
  Grouper(const Document& document, const HeadingRoles& roles)
      : document_(document),
        text_(document.text),
        roles_(roles),
        all_(read_lines(document)),
        lines_(all_.lines) {}

  std::vector<Piece> group() {
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      if (lines_[at_].rule)
        take_rule();
      else if (lines_[at_].own_block && lines_[at_].type != BlockType::line)
        take_marked_block();
      else if (continues(at_))
        join();
      else if (!take_label() && !take_heading())
        add(lines_[at_].mark == MarkKind::none ? PieceType::paragraph : PieceType::item);
      last_line_ = at_;
    }
    return with_bullets_apart();
  }

 private:
  const Line& line() const { return lines_[at_]; }
  const Line* next(std::size_t at) const {
    ++at;
    if (at < lines_.size() && lines_[at].rule) ++at;
    return at < lines_.size() ? &lines_[at] : nullptr;
  }

  Piece& add(PieceType type) { return add(type, line().span); }
  Piece& add(PieceType type, Span span) {
    Piece piece;
    piece.span = span;
    piece.type = type;
    piece.level = type == PieceType::item ? line().level : std::uint8_t{0};
    piece.indent = line().indent;
    piece.mark = line().mark;
    piece.number = line().number;
    piece.blank_before = line().blank_before;
    pieces_.push_back(piece);
    return pieces_.back();
  }
  void add_heading(Span span, std::uint8_t level, std::optional<Role> role) {
    auto& piece = add(PieceType::heading, span);
    piece.level = level;
    piece.role = role;
  }

  // "=====" under a short line makes it a heading; elsewhere it parts.
  void take_rule() {
    const bool under = !pieces_.empty() && at_ > 0 && !line().blank_before && last_line_ + 1 == at_ &&
                       lines_[last_line_].span.begin <= pieces_.back().span.begin &&
                       lines_[last_line_].words <= 14 && !lines_[last_line_].terminal;
    const char c = text_[line().span.begin];
    if (under && (c == '=' || c == '-' || c == '~') && pieces_.back().type != PieceType::item) {
      auto& piece = pieces_.back();
      piece.type = PieceType::heading;
      piece.level = static_cast<std::uint8_t>(kUnderlinedLevel + (c == '=' ? 0 : 1));
      piece.role = roles_.named_by(slice(text_, piece.span));
      piece.key_end = 0;
    } else if (at_ + 1 < lines_.size()) {
      lines_[at_ + 1].blank_before = true;
    }
  }

  // Headings, items and cells that the format marked.
  void take_marked_block() {
    switch (line().type) {
      case BlockType::heading:
        add_heading(line().span, std::clamp<std::uint8_t>(line().level, 1, 9), named(line().span));
        pieces_.back().given = true;
        break;
      case BlockType::item:
        take_item();
        break;
      case BlockType::cell:
        take_cell();
        break;
      default:
        add(PieceType::paragraph);
    }
  }

  void take_item() {
    const Label label = label_of(text_, line().span);
    const bool fact =
        label.key_words > 0 && label.key_words <= 4 && is_short_value(label) && metadata_key(label);
    auto& piece = add(fact ? PieceType::key_value : PieceType::item);
    piece.level = line().level;
    if (fact) piece.key_end = label.key.end;
  }

  // A row's first cell that names a role is the heading of the row: | Qualifications | Two years of … |
  void take_cell() {
    const Place place = place_of(document_, line().span.begin);
    const Place before = cells_ > 0 ? place_of(document_, cell_begin_) : Place{};
    const bool same_row = cells_ > 0 && place.table == before.table && place.row == before.row;
    if (!same_row) ++cells_;
    cell_begin_ = line().span.begin;
    const Line* after = next(at_);
    const bool first_of_row = !same_row && after != nullptr && after->type == BlockType::cell &&
                              place_of(document_, after->span.begin).row == place.row &&
                              place_of(document_, after->span.begin).table == place.table;
    if (first_of_row && line().words <= 6 && !line().terminal) {
      const auto role = named(line().span);
      if (role && after->words > 4) {
        add_heading(line().span, kInlineLevel, role);
        pieces_.back().row = cells_;
        pieces_.back().run_in = true;
        return;
      }
    }
    add(PieceType::cell).row = cells_;
  }

  // Whether the line goes on with what stands before it.
  bool continues(std::size_t at) const {
    if (at == 0 || pieces_.empty() || last_line_ + 1 != at) return false;
    const Line& line = lines_[at];
    const Line& before = lines_[at - 1];
    if (line.blank_before || line.own_block || line.mark != MarkKind::none || before.rule) return false;
    const Piece& piece = pieces_.back();
    if (piece.type == PieceType::heading) return false;
    if (piece.type == PieceType::key_value && label_of(text_, line.span).key_words > 0) return false;
    return runs_on(before, line, piece.type == PieceType::item, piece.indent);
  }

  // The same without pieces: whether `line` would go on with `before`.
  bool runs_on(const Line& before, const Line& line, bool item, std::uint16_t indent) const {
    if (line.lower_start && !before.colon_end) return !(before.terminal && log_label(line));
    if (stands_out(line)) return false;
    if (before.open_end) return true;
    if (wrapped(all_, before, line)) return !looks_like_heading(line);
    return item && line.indent > indent && !before.colon_end;
  }

  // Lines that no paragraph swallows: capitals, a date with a name, "D: …", "Duties:".
  bool stands_out(const Line& line) const {
    if (line.capitals && !all_.shouted && line.words <= 12 && !line.terminal && line.words >= 2) return true;
    if (line.words <= 14 && !line.terminal && opens_with_date(text_, line.span)) return true;
    return log_label(line);
  }

  // "D: Pt presented …", "PLAN: …": labels of notes and of run-in headings, recognised even without a blank
  // line.
  bool log_label(const Line& line) const {
    const Label label = label_of(text_, line.span);
    if (label.key_words == 0 || label.key_words > 4) return false;
    if (label.capitals && !all_.shouted) return label.key_words > 1 || named(label.key).has_value();
    return line.upper_start && named_in(label.key, kOfNotes | set_of(Role::header));
  }

  bool looks_like_heading(const Line& line) const {
    if (line.words == 0 || line.words > 8 || line.terminal || !line.upper_start) return false;
    return line.colon_end && line.title && named(line.span).has_value();
  }

  void join() {
    auto& piece = pieces_.back();
    piece.span.end = line().span.end;
  }

  // "Salary: $20/hr" and "QUALIFICATIONS: Individuals must …"
  bool take_label() {
    const Label label = label_of(text_, line().span);
    if (label.key_words == 0 || label.value.begin >= label.value.end) return false;
    if (line().mark == MarkKind::bullet) return take_bullet_label(label);
    if (opens_with_date(text_, line().span)) return false;
    const auto role = named(label.key);
    if (heads_text(label, role)) {
      add_heading(label.key, kInlineLevel, role);
      pieces_.back().run_in = true;
      add(PieceType::paragraph, label.value).blank_before = false;
      pieces_.back().mark = MarkKind::none;
      return true;
    }
    if (!is_fact(label, role)) return false;
    add(PieceType::key_value).key_end = label.key.end;
    return true;
  }

  bool take_bullet_label(const Label& label) {
    if (label.key_words > 4 || !is_short_value(label) || !metadata_key(label)) return false;
    add(PieceType::key_value).key_end = label.key.end;
    return true;
  }

  bool value_runs_on() const {
    const Line* after = next(at_);
    return after != nullptr && !after->blank_before && !after->own_block && after->mark == MarkKind::none &&
           runs_on(line(), *after, false, 0);
  }

  std::uint32_t words_in(Span span) const {
    std::uint32_t words = 0;
    for (std::uint32_t at = skip_spaces(text_, span.begin, span.end); at < span.end && words < 40; ++words) {
      while (at < span.end && space_size(text_, at, span.end) == 0) ++at;
      at = skip_spaces(text_, at, span.end);
    }
    return words;
  }
  bool several_sentences(Span span) const {
    std::vector<Span> sentences;
    split_sentences(text_, span, sentences);
    return sentences.size() > 1;
  }

  bool heads_text(const Label& label, std::optional<Role> role) const {
    if (line().mark != MarkKind::none && line().mark != MarkKind::roman) return false;
    if (role && (kOfNotes & set_of(*role)) != 0) return true;
    const bool long_value = line().words >= 20 || value_runs_on() || several_sentences(label.value);
    if (!role || *role == Role::unknown)
      return label.capitals && label.key_words >= 2 && long_value && !all_.shouted;
    if ((kMetadata & set_of(*role)) != 0) return long_value && !ends_in_preposition(slice(text_, label.key));
    if (label.key_words > 5 && !label.capitals) return false;
    return long_value || words_in(label.value) >= 6 || (line().terminal && words_in(label.value) >= 3);
  }

  bool is_short_value(const Label& label) const {
    return words_in(label.value) <= 14 && !value_runs_on() && !several_sentences(label.value);
  }
  bool metadata_key(const Label& label) const {
    return named_in(label.key, kMetadata) && !lower_at(text_, label.value.begin, label.value.end);
  }

  // Facts are short, begin with a capital or a figure, and are no sentence: "We made piles: now, later, and
  // never."
  bool is_fact(const Label& label, std::optional<Role> role) const {
    if (!upper_at(text_, label.key.begin, label.key.end) && line().mark == MarkKind::none) return false;
    if (starts_like_sentence(slice(text_, label.key))) return false;
    const std::uint32_t words = words_in(label.value);
    const bool beside_facts =
        !pieces_.empty() && pieces_.back().type == PieceType::key_value && !line().blank_before;
    if (words > (beside_facts ? 20U : 16U) || label.key_words > (beside_facts || role ? 6U : 4U))
      return false;
    if (value_runs_on() && words > 8 && !beside_facts) return false;
    if (role || beside_facts) return !several_sentences(label.value) || words <= 8;
    return !lower_at(text_, label.value.begin, label.value.end) && (!line().terminal || words <= 3) &&
           label.key_words <= 3;
  }

  bool take_heading() {
    Span span = line().span;
    std::uint8_t marked_level = 0;
    if (markdown_heading(text_, span, marked_level)) {
      add_heading(span, marked_level, named(span));
      pieces_.back().given = true;
      return true;
    }
    const Shape shape{all_, at_, text_, above(), title_block()};
    const auto guess = guess_heading(shape, roles_);
    if (guess.level == 0) return false;
    add_heading(without_colon(text_, span), guess.level, guess.role);
    pieces_.back().entry = guess.entry;
    return true;
  }

  Above above() const {
    if (pieces_.empty()) return Above::nothing;
    return pieces_.back().type == PieceType::heading ? Above::heading : Above::text;
  }
  bool title_block() const {
    return pieces_.size() < 4 && std::all_of(pieces_.begin(), pieces_.end(), [](const Piece& piece) {
             return piece.type == PieceType::heading;
           });
  }

  // "Duties include: • Meets people • Listens": bullets that lost their lines.
  std::vector<Piece> with_bullets_apart() const {
    std::vector<Piece> apart;
    apart.reserve(pieces_.size());
    for (const Piece& piece : pieces_) {
      apart.push_back(piece);
      if (piece.type != PieceType::heading && piece.type != PieceType::key_value) part_bullets(apart);
      apart.back().stem = opens_list(apart.back());
    }
    return apart;
  }
  void part_bullets(std::vector<Piece>& apart) const {
    const Span whole = apart.back().span;
    for (std::uint32_t at = whole.begin; at < whole.end; ++at) {
      const auto c = byte_at(text_, at);
      if ((c != 0xE2 && c != 0xEF) || (at > whole.begin && !is_space(text_[at - 1])) ||
          !bullet_glyph_at(text_, at, whole.end))
        continue;
      Piece item = apart.back();
      item.span.begin = skip_spaces(text_, at + 3, whole.end);
      item.mark = MarkKind::bullet;
      if (item.type == PieceType::paragraph) item.type = PieceType::item;
      apart.back().span = trimmed(text_, {apart.back().span.begin, at});
      apart.back().stem = opens_list(apart.back());
      if (apart.back().span.begin >= apart.back().span.end) apart.pop_back();
      if (item.span.begin < item.span.end) apart.push_back(item);
    }
  }

  // "The peer specialist will not:" as the last words of a paragraph or item.
  bool opens_list(const Piece& piece) const {
    return (piece.type == PieceType::paragraph || piece.type == PieceType::item) &&
           piece.span.end > piece.span.begin && text_[piece.span.end - 1] == ':';
  }

  std::optional<Role> named(Span span) const { return roles_.named_by(slice(text_, span)); }
  bool named_in(Span span, RoleSet set) const {
    const auto role = named(span);
    return role && (set & set_of(*role)) != 0;
  }

  const Document& document_;
  std::string_view text_;
  const HeadingRoles& roles_;
  Lines all_;
  std::vector<Line>& lines_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
  std::size_t last_line_ = 0;  // the line that pieces_ ends with
  std::uint32_t cells_ = 0;    // rows of tables so far
  std::uint32_t cell_begin_ = 0;
};

}  // namespace

std::vector<Piece> cut_pieces(const Document& document, const HeadingRoles& roles) {
  return Grouper(document, roles).group();
}

}  // namespace peerscope
