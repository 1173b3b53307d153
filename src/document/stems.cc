// Parts run-in bullets and marks the sentences that open lists.
#include "document/stems.h"

#include <algorithm>
#include <array>

#include "document/characters.h"
#include "document/marks.h"

namespace peerscope {
namespace {

// Parts the last piece at its bullets.
void part_bullets(std::string_view text, std::vector<Piece>& pieces) {
  const Span whole = pieces.back().span;
  for (std::uint32_t at = whole.begin; at < whole.end; ++at) {
    const auto c = byte_at(text, at);
    if (c != 0xE2 && c != 0xEF) continue;
    if ((at > whole.begin && !is_space(text[at - 1])) || !bullet_glyph_at(text, at, whole.end)) continue;
    Piece item = pieces.back();
    item.span.begin = skip_spaces(text, at + 3, whole.end);
    item.mark = MarkKind::bullet;
    if (item.type == PieceType::paragraph) item.type = PieceType::item;
    pieces.back().span = trimmed(text, {pieces.back().span.begin, at});
    if (pieces.back().span.begin >= pieces.back().span.end) pieces.pop_back();
    if (item.span.begin < item.span.end) pieces.push_back(item);
  }
}

// "Peers will not" opens a list even without a colon.
bool ends_in_open_word(std::string_view words) {
  static constexpr std::array<std::string_view, 13> kOpen{
      " not",   " never", "n't", "n\u2019t", " to",       " will",     " must",
      " shall", " may",   " by", " include", " includes", " following"};
  return std::any_of(kOpen.begin(), kOpen.end(), [&](std::string_view end) { return words.ends_with(end); });
}
bool ends_in_not(std::string_view words) {
  return words.ends_with(" not") || words.ends_with(" never") || words.ends_with("n't") ||
         words.ends_with("n\u2019t");
}

bool opens_list(std::string_view text, const Piece& piece, const Piece* next) {
  if ((piece.type != PieceType::paragraph && piece.type != PieceType::item) ||
      piece.span.end <= piece.span.begin)
    return false;
  const auto words = slice(text, piece.span);
  if (words.back() == ':') return true;
  if (next == nullptr) return false;
  if (next->type == PieceType::item &&
      (piece.type == PieceType::paragraph || next->indent > piece.indent || next->level > piece.level))
    return ends_in_open_word(words);
  return next->type == PieceType::paragraph && piece.type == PieceType::paragraph && !next->blank_before &&
         ends_in_not(words);
}

}  // namespace

std::vector<Piece> with_lists_apart(std::string_view text, const std::vector<Piece>& pieces) {
  std::vector<Piece> apart;
  apart.reserve(pieces.size());
  for (const Piece& piece : pieces) {
    apart.push_back(piece);
    if (piece.type != PieceType::heading && piece.type != PieceType::key_value) part_bullets(text, apart);
  }
  for (std::size_t i = 0; i < apart.size(); ++i)
    apart[i].stem = opens_list(text, apart[i], i + 1 < apart.size() ? &apart[i + 1] : nullptr);
  return apart;
}

}  // namespace peerscope
