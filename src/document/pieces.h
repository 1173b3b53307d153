// Headings, paragraphs, items and "key: value" lines: what a document's lines come to once they are joined.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/roles.h"
#include "base/span.h"
#include "document/document.h"
#include "document/headings.h"
#include "document/lines.h"

namespace peerscope {

enum class PieceType : std::uint8_t { heading, paragraph, item, key_value, cell };

struct Piece {
  Span span;  // heading: its words alone
  PieceType type = PieceType::paragraph;
  std::uint8_t level = 0;  // heading: rank; item: depth, where the format tells it
  std::uint16_t indent = 0;
  std::optional<Role> role;   // heading: the role that it names
  std::uint32_t key_end = 0;  // key_value
  MarkKind mark = MarkKind::none;
  std::uint32_t number = 0;  // of the mark
  bool entry = false;        // heading with a date: an entry of a log
  bool given = false;        // heading that its format marked
  bool run_in = false;       // heading: the next piece stands in the same paragraph
  bool stem = false;         // the last sentence ends in a colon and opens a list
  bool blank_before = false;
  bool own_block = false;  // a block of its format: an empty line before it tells nothing
  bool column = false;     // half of a line of two columns
  std::uint32_t row = 0;   // cell: cells of one row share this number; 0: not a cell
};

std::vector<Piece> cut_pieces(const Document& document, const HeadingRoles& roles);

}  // namespace peerscope
