// Reads the body of an OpenDocument text into blocks.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/builder.h"
#include "read/notes.h"
#include "read/odt_styles.h"
#include "read/xml.h"

namespace peerscope {

class OdtBody {
 public:
  OdtBody(Builder& builder, const OdtStyles& styles) : builder_(builder), styles_(styles) {}

  void read(XmlNode body);  // adds blocks, then notes on what was left out

 private:
  // Where in its lists a paragraph stands.
  struct List {
    int depth = 0;
    std::string style;    // of the outermost list that names one
    bool marked = false;  // the item's bullet or number has not been shown yet
  };

  void blocks(XmlNode parent);
  void block(XmlNode node);
  void paragraph(XmlNode node, bool heading);
  void open_paragraph(XmlNode node, const OdtStyle& style, bool heading);
  void end_paragraph();
  void anchored(const std::vector<XmlNode>& parents, bool& inside);
  void count_deleted(XmlNode changes);
  void list(XmlNode node);
  void table(XmlNode node);
  void rows(XmlNode parent);
  void cells(XmlNode row);

  void inline_parts(XmlNode parent, const OdtStyle& look);
  void inline_part(XmlNode node, const OdtStyle& look);
  void shapes(XmlNode parent);
  void add_text(std::string_view text, const OdtStyle& look);
  void add_exactly(std::string_view text, const OdtStyle& look);

  Builder& builder_;
  const OdtStyles& styles_;
  Place place_;
  List list_;
  std::uint32_t paragraphs_ = 0, tables_ = 0;
  BlockType type_ = BlockType::paragraph;  // of the paragraph being read
  bool blank_ = true;                      // white space that comes next is laid out away
  bool inside_box_ = false, inside_note_ = false;
  BlockType note_type_ = BlockType::paragraph;  // of the paragraph that a note belongs to
  std::vector<XmlNode> boxes_, notes_;          // anchored in the paragraph, read after it
  LeftOut left_;
};

}  // namespace peerscope
