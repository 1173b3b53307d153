// Tells headings, items, facts and paragraphs apart, one line after another.
#include "document/pieces.h"

#include <algorithm>

#include "document/breaks.h"
#include "document/characters.h"
#include "document/facts.h"
#include "document/labels.h"
#include "document/shapes.h"
#include "document/stems.h"

namespace peerscope {
namespace {

class Grouper {
 public:
  Grouper(const Document& document, const HeadingRoles& roles)
      : page_{document, roles, document.text, read_lines(document), {}}, lines_(page_.all.lines) {}

  std::vector<Piece> group() {
    pieces_.reserve(lines_.size());
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      take();
      last_line_ = at_;
    }
    return with_lists_apart(page_.text, pieces_);
  }

 private:
  void take() {
    if (line().rule)
      take_rule();
    else if (line().column)
      add(PieceType::cell).column = true;
    else if (line().own_block && line().type != BlockType::line)
      take_marked_block();
    else if (continues())
      pieces_.back().span.end = line().span.end;
    else if (!take_label() && !take_heading())
      add(line().mark == MarkKind::none ? PieceType::paragraph : PieceType::item);
  }

  const Line& line() const { return lines_[at_]; }
  const Line* next() const { return at_ + 1 < lines_.size() ? &lines_[at_ + 1] : nullptr; }

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
    piece.own_block = line().own_block;
    pieces_.push_back(piece);
    return pieces_.back();
  }
  Piece& add_heading(Span span, std::uint8_t level, std::optional<Role> role) {
    auto& piece = add(PieceType::heading, span);
    piece.level = level;
    piece.role = role;
    return piece;
  }

  // "=====" under a short line makes it a heading; elsewhere it parts.
  void take_rule() {
    const bool short_above = at_ > 0 && last_line_ + 1 == at_ && lines_[last_line_].words <= 14 &&
                             !lines_[last_line_].terminal && !pieces_.empty() &&
                             lines_[last_line_].span.begin <= pieces_.back().span.begin;
    const char c = page_.text[line().span.begin];
    if (short_above && !line().blank_before && pieces_.back().type != PieceType::item &&
        (c == '=' || c == '-' || c == '~')) {
      auto& piece = pieces_.back();
      piece.type = PieceType::heading;
      piece.level = static_cast<std::uint8_t>(kUnderlinedLevel + (c == '=' ? 0 : 1));
      piece.role = page_.named(piece.span);
      piece.key_end = 0;
    } else if (at_ + 1 < lines_.size()) {
      lines_[at_ + 1].blank_before = true;
    }
  }

  // Headings, items and cells that the format marked.
  void take_marked_block() {
    switch (line().type) {
      case BlockType::heading:
        add_heading(line().span, std::clamp<std::uint8_t>(line().level, 1, 9), page_.named(line().span))
            .given = true;
        break;
      case BlockType::item:
        if (!take_item_fact()) add(PieceType::item);
        break;
      case BlockType::cell:
        take_cell();
        break;
      default:
        add(PieceType::paragraph);
    }
  }

  bool take_item_fact() {
    const Label label = label_of(page_.text, line().span);
    if (!is_fact_of_item(page_, label, value_runs_on())) return false;
    auto& piece = add(PieceType::key_value);
    piece.key_end = label.key.end;
    piece.level = line().level;
    return true;
  }

  // A row's first cell that names a role is the heading of the row: | Qualifications | Two years of … |
  void take_cell() {
    const Place place = place_of(page_.document, line().span.begin);
    if (rows_ == 0 || !same_row(place, row_)) {
      ++rows_;
      row_ = place;
      const bool more = next() != nullptr && next()->type == BlockType::cell &&
                        same_row(place, place_of(page_.document, next()->span.begin));
      const auto role =
          more && line().words <= 6 && !line().terminal ? page_.named(line().span) : std::nullopt;
      if (role && next()->words > 4) {
        auto& piece = add_heading(line().span, kInlineLevel, role);
        piece.row = rows_;
        piece.run_in = true;
        return;
      }
    }
    add(PieceType::cell).row = rows_;
  }
  static bool same_row(const Place& one, const Place& other) {
    return one.table == other.table && one.row == other.row && one.row != 0;
  }

  bool continues() const {
    if (pieces_.empty() || at_ == 0 || last_line_ + 1 != at_) return false;
    const Piece& piece = pieces_.back();
    if (piece.type == PieceType::heading || piece.column) return false;
    if (piece.type == PieceType::key_value && label_of(page_.text, line().span).key_words > 0) return false;
    return runs_on(page_, {lines_[at_ - 1], line(), piece.type == PieceType::item, piece.indent});
  }
  bool value_runs_on() const { return next() != nullptr && runs_on(page_, {line(), *next()}); }

  // "Salary: $20/hr" and "QUALIFICATIONS: Individuals must …"
  bool take_label() {
    if (line().mark == MarkKind::bullet) return take_item_fact();
    const Label label = label_of(page_.text, line().span);
    const bool beside_facts =
        !pieces_.empty() && pieces_.back().type == PieceType::key_value && !line().blank_before;
    switch (judge_label(page_, label, {line(), value_runs_on(), beside_facts})) {
      case LabelUse::heading: {
        add_heading(label.key, kInlineLevel, page_.named(label.key)).run_in = true;
        auto& text = add(PieceType::paragraph, label.value);
        text.blank_before = false;
        text.mark = MarkKind::none;
        return true;
      }
      case LabelUse::fact:
        add(PieceType::key_value).key_end = label.key.end;
        return true;
      case LabelUse::none:
        break;
    }
    return false;
  }

  bool take_heading() {
    Span span = line().span;
    std::uint8_t level = 0;
    if (markdown_heading(page_.text, span, level)) {
      add_heading(span, level, page_.named(span)).given = true;
      return true;
    }
    const auto guess = guess_heading({page_, at_, above(), title_block()});
    if (guess.level == 0) return false;
    add_heading(without_colon(page_.text, span), guess.level, guess.role).entry = guess.entry;
    return true;
  }

  Above above() const {
    if (pieces_.empty()) return Above::nothing;
    return pieces_.back().type == PieceType::heading ? Above::heading : Above::text;
  }
  bool title_block() const {
    const auto titles = [](const Piece& piece) {
      return piece.type == PieceType::heading && piece.role.value_or(Role::unknown) == Role::unknown;
    };
    return pieces_.size() < 4 && std::all_of(pieces_.begin(), pieces_.end(), titles);
  }

  Page page_;
  std::vector<Line>& lines_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
  std::size_t last_line_ = 0;  // the line that pieces_ ends with
  std::uint32_t rows_ = 0;     // of tables, so far
  Place row_;                  // the last of them
};

}  // namespace

std::vector<Piece> cut_pieces(const Document& document, const HeadingRoles& roles) {
  return Grouper(document, roles).group();
}

}  // namespace peerscope
