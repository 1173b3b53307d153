// A document's blocks as lines, with what their looks tell.
#pragma once
#include <cstdint>
#include <vector>

#include "document/document.h"
#include "document/marks.h"

namespace peerscope {

struct Line {
  Span span;                         // without mark
  std::uint32_t block = 0;           // index in Document::blocks
  BlockType type = BlockType::line;  // line: of plain text or of a paragraph that holds several
  std::uint8_t level = 0;
  MarkKind mark = MarkKind::none;
  std::uint32_t number = 0;  // of the mark
  std::uint16_t indent = 0;
  std::uint32_t width = 0;        // code points from the source line's begin to its end
  std::uint32_t first_width = 0;  // of its first word
  bool blank_before = false;
  bool own_block = false;  // begins a block that its format marked: what stands before cannot run on into it
  bool bold = false;
  bool rule = false;    // ====, ----: underlines or parts
  bool column = false;  // half of a line of two columns
  // Of its first 240 bytes:
  std::uint8_t words = 0;  // 255: more
  bool capitals = false;   // ALL CAPITALS, but for a word or two in brackets
  bool title = false;      // Most Words of It Begin so
  bool upper_start = false;
  bool lower_start = false;
  // Of its end:
  bool terminal = false;  // . ! ? … and perhaps a closing mark
  bool colon_end = false;
  bool open_end = false;  // a comma, a hyphen, "and": it must go on
};

struct Lines {
  std::vector<Line> lines;
  std::uint32_t wrap = 0;          // the width at which the source was wrapped; 0: it was not
  bool shouted = false;            // nearly all of the text is in capitals
  std::uint32_t note_letters = 0;  // different labels of one letter: S: O: A: P:
};

bool is_note_letter(char letter);  // of SOAP, DAP, BIRP, GIRP

Lines read_lines(const Document& document);

// Whether the first word of `next` would not have fitted at the end of `line`: the break is the typesetter's.
bool wrapped(const Lines& lines, const Line& line, const Line& next);

}  // namespace peerscope
