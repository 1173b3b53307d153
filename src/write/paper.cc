// Lays text out on lines of a given width, with colour where it is allowed.
#include "write/paper.h"

#include <algorithm>
#include <span>

#include "base/utf8.h"
#include "write/escape.h"

namespace peerscope {

namespace {

std::string_view color_of(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::strong:
      return "\x1b[1m";
    case Ink::faint:
      return "\x1b[2m";
    case Ink::mark:
      return "\x1b[1;4m";
    case Ink::bad:
      return "\x1b[1;31m";
    case Ink::warn:
      return "\x1b[1;33m";
    case Ink::good:
      return "\x1b[32m";
  }
  return "";
}

std::string spaces(int count) { return std::string(count > 0 ? static_cast<std::size_t>(count) : 0, ' '); }

// A run of letters in one ink.
struct Part {
  std::string_view text;
  Ink ink = Ink::plain;
};

// A word to be set: parts of different ink without a space between them ("‹does›n't").
struct Set {
  std::size_t first_part = 0, end_part = 0;
  int columns = 0;
};

// Pieces, cut into words at spaces. Marks are put in before, so that they stay with their words.
class Words {
 public:
  Words(const Pieces& pieces, bool color) {
    texts_.reserve(pieces.size());  // parts look into them
    bool open = false;              // the last word may still grow
    for (const Piece& piece : pieces) {
      const bool lead = !piece.text.empty() && piece.text.front() == ' ';
      const bool trail = !piece.text.empty() && piece.text.back() == ' ';
      texts_.push_back(printable(piece.text));
      if (piece.ink == Ink::mark && !color && !texts_.back().empty())
        texts_.back() = "‹" + texts_.back() + "›";
      open = cut(texts_.back(), piece.ink, open && !lead) && !trail;
    }
  }
  const std::vector<Set>& all() const { return words_; }
  std::span<const Part> parts_of(const Set& word) const {
    return std::span(parts_).subspan(word.first_part, word.end_part - word.first_part);
  }

 private:
  // True where the text ends with a word, not with a space.
  bool cut(std::string_view text, Ink ink, bool open) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t space = std::min(text.find(' ', at), text.size());
      if (!open) words_.push_back({parts_.size(), parts_.size(), 0});
      parts_.push_back({text.substr(at, space - at), ink});
      words_.back().columns += static_cast<int>(display_width(parts_.back().text));
      words_.back().end_part = parts_.size();
      open = space == text.size();
      at = space + 1;
    }
    return open;
  }

  std::vector<std::string> texts_;
  std::vector<Part> parts_;
  std::vector<Set> words_;
};

}  // namespace

std::string Paper::inked(std::string_view text, Ink ink) const {
  const std::string_view begin = color_ ? color_of(ink) : "";
  if (begin.empty()) return std::string(text);
  return std::string(begin) + std::string(text) + "\x1b[0m";
}

void Paper::blank() { *out_ << '\n'; }

void Paper::heading(std::string_view title, std::string_view aside) {
  blank();
  const std::string shown = printable(title), beside = printable(aside);
  *out_ << inked(shown, Ink::strong);
  const bool fits = display_width(shown) + 2 + display_width(beside) <= static_cast<std::size_t>(width_);
  if (!beside.empty()) *out_ << (fits ? "  " : "\n  ") << inked(beside, Ink::faint);
  *out_ << '\n';
}

void Paper::wrap(const Pieces& pieces, int column, int hang) {
  std::string line;
  Ink ink = Ink::plain;
  // Codes only where the ink changes; none is left open at the end of a line.
  const auto change_to = [&](Ink next) {
    if (next == ink || !color_) return;
    if (ink != Ink::plain) line += "\x1b[0m";
    line += color_of(next);
    ink = next;
  };
  bool first = true;
  const Words words(pieces, color_);
  for (const Set& word : words.all()) {
    if (!first && column + 1 + word.columns > width_) {
      change_to(Ink::plain);
      line += '\n' + spaces(hang);
      column = hang;
    } else if (!first) {
      if (words.parts_of(word).front().ink != ink) change_to(Ink::plain);
      line += ' ';
      ++column;
    }
    for (const Part& part : words.parts_of(word)) {
      change_to(part.ink);
      line += part.text;
    }
    column += word.columns;
    first = false;
  }
  change_to(Ink::plain);
  *out_ << line << '\n';
}

void Paper::paragraph(const Pieces& pieces, int indent, int hang) {
  *out_ << spaces(indent);
  wrap(pieces, indent, hang < 0 ? indent : hang);
}

void Paper::row(const std::vector<Cell>& labels, int text_column, const Pieces& pieces) {
  int column = 0;
  for (const Cell& label : labels) {
    const std::string shown = printable(label.piece.text);
    *out_ << spaces(label.column - column) << inked(shown, label.piece.ink);
    column = std::max(column, label.column) + static_cast<int>(display_width(shown));
  }
  if (pieces.empty() ||
      std::all_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.text.empty(); })) {
    blank();  // ends the line; no spaces trail after the labels
    return;
  }
  if (column + 1 > text_column) {
    *out_ << '\n';
    column = 0;
  }
  *out_ << spaces(text_column - column);
  wrap(pieces, text_column, text_column);
}

}  // namespace peerscope
