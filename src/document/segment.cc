// From lines to pieces, from pieces to units and words, and the sections that they stand in.
#include "document/segment.h"

#include <algorithm>
#include <array>

#include "document/characters.h"
#include "document/headings.h"
#include "document/kind.h"
#include "document/marks.h"
#include "document/pieces.h"
#include "document/sections.h"
#include "document/sentences.h"

namespace peerscope {
namespace {

UnitType unit_type(PieceType type) {
  switch (type) {
    case PieceType::heading:
      return UnitType::heading;
    case PieceType::item:
      return UnitType::item;
    case PieceType::key_value:
      return UnitType::key_value;
    case PieceType::cell:
      return UnitType::cell;
    case PieceType::paragraph:
      break;
  }
  return UnitType::sentence;
}

// Numbers the items of each list and finds out how deep they stand.
class ItemCounter {
 public:
  struct Number {
    std::uint32_t item = 0;
    std::uint8_t depth = 0;
  };

  Number count(const Piece& piece) {
    const bool listed =
        piece.type == PieceType::item || (piece.type == PieceType::key_value && piece.mark != MarkKind::none);
    if (!listed) {
      levels_ = 0;
      return {};
    }
    const std::uint32_t column = piece.level > 0 ? piece.level * 4U : piece.indent + rank(piece.mark);
    while (levels_ > 1 && column < columns_[levels_ - 1]) --levels_;
    if (levels_ == 0 || (column > columns_[levels_ - 1] && levels_ < columns_.size())) {
      columns_[levels_] = column;
      counts_[levels_] = 0;
      ++levels_;
    }
    return {++counts_[levels_ - 1], static_cast<std::uint8_t>(levels_)};
  }

 private:
  // a) under 1. stands deeper even where nobody indented it.
  static std::uint32_t rank(MarkKind mark) {
    return mark == MarkKind::small_letter || mark == MarkKind::small_roman ? 1 : 0;
  }

  std::array<std::uint32_t, 9> columns_{};
  std::array<std::uint32_t, 9> counts_{};
  std::size_t levels_ = 0;
};

class Segmenter {
 public:
  Segmenter(Document& document, const HeadingRoles& roles)
      : document_(document), text_(document.text), roles_(roles) {}

  void run() {
    find_lines(document_);
    document_.words.clear();
    document_.words.reserve(text_.size() / 6 + 4);
    document_.units.clear();
    const auto pieces = cut_pieces(document_, roles_);
    document_.units.reserve(pieces.size() * 2);
    ends_.reserve(pieces.size());
    for (const Piece& piece : pieces) take(piece);
    fold_words(document_);
    place(pieces);
    tell_of_columns(pieces);
  }

 private:
  void take(const Piece& piece) {
    if (!joined_ && (piece.row == 0 || piece.row != row_)) ++block_;
    joined_ = piece.run_in;
    row_ = piece.row;
    const auto number = counter_.count(piece);
    sentences_.clear();
    if (piece.type == PieceType::heading || piece.type == PieceType::key_value)
      sentences_.push_back(piece.span);
    else
      split_sentences(text_, piece.span, sentences_);
    for (Span sentence : sentences_) add_unit(piece, number, without_number(sentence, piece));
    ends_.push_back(static_cast<std::uint32_t>(document_.units.size()));
  }

  void add_unit(const Piece& piece, ItemCounter::Number number, Span span) {
    Unit unit;
    unit.span = span;
    unit.type = unit_type(piece.type);
    unit.item = number.item;
    unit.depth = number.depth;
    unit.block = block_;
    unit.key_end = piece.key_end;
    unit.first_word = static_cast<std::uint32_t>(document_.words.size());
    cut_words(text_, span, document_.words);
    unit.end_word = static_cast<std::uint32_t>(document_.words.size());
    document_.units.push_back(unit);
  }

  // "A) Age 18 or over. B) A diploma.": a paragraph that is a list. "2. Prompts" only in a list as well.
  Span without_number(Span sentence, const Piece& piece) const {
    if (piece.type == PieceType::heading || piece.type == PieceType::key_value) return sentence;
    const Mark mark = mark_at(text_, sentence.begin, sentence.end);
    const bool counts = mark.kind != MarkKind::none && mark.kind != MarkKind::bullet && !mark.bare;
    const bool listed = sentence.begin != piece.span.begin || piece.mark != MarkKind::none;
    if (counts && listed && sentence.begin + mark.size < sentence.end) sentence.begin += mark.size;
    return sentence;
  }

  void place(const std::vector<Piece>& pieces) {
    Outline outline(document_, roles_,
                    document_.kind != DocumentKind::unknown ? document_.kind : likely_kind(pieces));
    std::uint32_t unit = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      sentences_.clear();
      for (std::uint32_t j = unit; j < ends_[i]; ++j) sentences_.push_back(document_.units[j].span);
      const auto section = outline.place(pieces[i], sentences_);
      for (; unit < ends_[i]; ++unit) document_.units[unit].section = section;
    }
  }

  void tell_of_columns(const std::vector<Piece>& pieces) {
    const auto first =
        std::find_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.column; });
    if (first == pieces.end()) return;
    document_.notes.push_back(
        {"the text stands in two columns side by side, and each line was read as two; findings here "
         "are less certain, so check them against the document",
         false, place_of(document_, first->span.begin)});
  }

  // Sections of a note are read otherwise, so the kind is weighed before there are any.
  DocumentKind likely_kind(const std::vector<Piece>& pieces) const {
    HeadingEvidence evidence;
    for (const Piece& piece : pieces) {
      if (piece.type != PieceType::heading) continue;
      if (piece.entry)
        ++evidence.entries;
      else if (piece.role)
        count_role(*piece.role, evidence);
    }
    return weigh_kind(document_, evidence);
  }

  Document& document_;
  std::string_view text_;
  const HeadingRoles& roles_;
  ItemCounter counter_;
  std::vector<Span> sentences_;
  std::vector<std::uint32_t> ends_;  // piece -> the unit after its last
  std::uint32_t block_ = 0;
  std::uint32_t row_ = 0;
  bool joined_ = false;
};

}  // namespace

void segment(Document& document, const HeadingTable& headings) { segment(document, HeadingRoles(headings)); }

void segment(Document& document, const HeadingRoles& headings) { Segmenter(document, headings).run(); }

}  // namespace peerscope
