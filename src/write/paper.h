// Lays text out on lines of a given width, with colour where it is allowed.
#pragma once
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace peerscope {

enum class Ink : std::uint8_t { plain, strong, faint, mark, bad, warn, good };

// A run of text in one ink. `mark` shows the words at issue: by colour, or between ‹ and › where there is
// none.
struct Piece {
  std::string text;
  Ink ink = Ink::plain;
};
using Pieces = std::vector<Piece>;

// A label that begins in a column, counted from 0.
struct Cell {
  int column = 0;
  Piece piece;
};

class Paper {
 public:
  // Below 60 columns the terminal may break lines: a table would be no table.
  Paper(std::ostream& out, int width, bool color)
      : out_(&out), width_(width < 60 ? 60 : width), color_(color) {}

  int width() const { return width_; }
  void blank();
  void heading(std::string_view title, std::string_view aside = "");
  // A paragraph, wrapped; its first line begins at `indent`, the others at `hang`. Text is made printable
  // here, so that nothing of a document reaches a terminal unescaped.
  void paragraph(const Pieces& pieces, int indent = 0, int hang = -1);
  void paragraph(std::string_view text, int indent = 0, int hang = -1) {
    paragraph({{std::string(text)}}, indent, hang);
  }
  // Labels, each in a column of its own, and a paragraph beside them.
  void row(const std::vector<Cell>& labels, int text_column, const Pieces& pieces);

 private:
  std::string inked(std::string_view text, Ink ink) const;
  void wrap(const Pieces& pieces, int column, int hang);  // from a column that has been reached

  std::ostream* out_;
  int width_;
  bool color_;
};

}  // namespace peerscope
