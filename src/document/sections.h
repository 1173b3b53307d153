// Sets up a document's sections and says which of them each piece stands in.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/headings.h"
#include "document/pieces.h"

namespace peerscope {

// A heading's words as a title: white space collapsed, without the colon behind them.
std::string title_of(std::string_view text, Span heading);

class Outline {
 public:
  // `kind`: given or worked out. Text of a progress note without a telling heading is narrative.
  Outline(Document& document, const HeadingRoles& roles, DocumentKind kind);

  // The section in which the piece's units stand. Pieces come in text order.
  std::uint32_t place(const Piece& piece, const std::vector<Span>& sentences);

 private:
  void open_heading(const Piece& piece);
  void open_stem(const Piece& piece, Span sentence);
  std::uint32_t place_header();
  void leave_row(const Piece& piece);
  void leave_labels();
  std::uint32_t add(Section section, Role role, Span title);
  void end_list_before(const Piece& piece, const std::vector<Span>& sentences);
  void fall_back();
  bool counts_as_item(const Piece& piece, const std::vector<Span>& sentences) const;
  Role role_of(const Piece& piece, std::uint32_t parent) const;
  Role stem_role(std::string_view sentence, Role parent) const;
  std::uint32_t current() const { return open_.back(); }

  Document& document_;
  const HeadingRoles& roles_;
  DocumentKind kind_;
  bool note_;
  std::vector<std::uint32_t> open_;  // from the outermost section to the current one
  // Of a section that its list ends: a stem, or an exclusion.
  struct List {
    bool active = false;
    bool of_item = false;  // the stem is an item itself
    std::uint32_t items = 0;
    bool marked = false;       // its items have bullets or numbers
    std::uint32_t column = 0;  // how deep its items stand
  };
  List list_;
  std::uint32_t header_ = 0;  // section for the header lines of the current note
  std::uint32_t header_of_ = 0;
  bool run_in_ = false;    // the next piece is the text of a run-in heading
  std::uint32_t row_ = 0;  // of the table: its first cell opened the current section
};

}  // namespace peerscope
