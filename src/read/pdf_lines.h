// The words of a PDF's pages as lines, in the order in which a person reads them.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/pdf_wire.h"

namespace peerscope {

// Words of one look within a line.
struct PdfRun {
  std::string text;
  bool bold = false;
};

struct PdfLine {
  std::uint32_t page = 0;  // from 1
  float left = 0, top = 0, right = 0, bottom = 0;
  float size = 0;         // of most of its letters
  float first_width = 0;  // of its first word
  bool beside = false;  // goes on from the line before on the same height, behind a wide gap: a table, a tab
  bool turned = false;  // does not run from left to right
  bool behind = false;  // others stand to its left
  bool cornered = false;  // others stand to its right: its column ends before them
  float corner = 0;       // where they begin
  std::vector<PdfRun> runs;

  float middle() const { return (top + bottom) / 2; }
  std::string text() const;
  bool bold() const;  // all of it
};

std::vector<PdfLine> lines_of_page(const PdfPage& page);

// Without control characters, ligatures ("ﬁ") taken apart, soft hyphens made hyphens, bullets of symbol fonts
// bullets.
std::string clean_pdf_text(std::string_view text);

// For each stretch of words its place in the order of reading. `raw` is the page's text as it was drawn,
// which is how its author's program went through it; where that makes no sense, the white space between the
// stretches decides.
std::vector<std::size_t> reading_order(const std::vector<PdfLine>& stretches, const std::string& raw);

}  // namespace peerscope
