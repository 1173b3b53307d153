// Grows a document's text block by block, remembering where each piece came from.
#pragma once
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"

namespace peerscope {

class Builder {
 public:
  explicit Builder(Document document) : document_(std::move(document)) {}

  // A block begins with the text that is added next; one that is open is closed.
  void open(BlockType type, std::uint8_t level = 0, bool marked = false, std::uint16_t indent = 0);
  void close();  // a block without words is taken back
  void drop();   // takes the open block back, words and all
  bool is_open() const { return open_; }
  void make_paragraph();  // of the open block, which was taken for something else

  void place(Place place);  // where the text that is added next stands in the source
  void add(std::string_view text, bool bold = false);

  std::uint32_t size() const { return static_cast<std::uint32_t>(document_.text.size()); }
  Document& document() { return document_; }

  // The document, with what only the whole shows worked out: typed bullets inside paragraphs, lines that are
  // bold as a whole, headings that are sentences.
  Document take();

 private:
  Document document_;
  Block block_;
  bool open_ = false;
  std::vector<Span> bold_;  // stretches of text, sorted
};

// Part of take(): cuts blocks at typed bullets and bold first lines, and tells which are bold.
void refine_blocks(Document& document, const std::vector<Span>& bold);

}  // namespace peerscope
