// Reads the body of a Word document into blocks.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "read/builder.h"
#include "read/docx_styles.h"
#include "read/notes.h"
#include "read/xml.h"

namespace peerscope {

// Footnotes and endnotes by "w:footnoteReference" or "w:endnoteReference" and their id.
using DocxNotes = std::map<std::pair<std::string, std::string>, XmlNode>;

class DocxBody {
 public:
  DocxBody(Builder& builder, const DocxStyles& styles, const DocxNotes& notes)
      : builder_(builder), styles_(styles), notes_(notes) {}

  void read(XmlNode body);  // adds blocks, then notes on what was left out

 private:
  // Where the text of a field stands: its code ("PAGEREF …") is left out, its result is kept.
  enum class FieldPart : std::uint8_t { code, result };

  static XmlNode choice_of(XmlNode alternatives);
  XmlNode inside_of(XmlNode node);
  XmlNode content_of(XmlNode control);
  void blocks(XmlNode parent);
  void paragraph(XmlNode node);
  void open_paragraph(XmlNode properties, const DocxStyle& style);
  void end_paragraph();
  void anchored(const std::vector<XmlNode>& parents, bool& inside);
  void table(XmlNode node);
  void rows(XmlNode parent);
  void cells(XmlNode parent);
  void tell();

  // In docx_runs.cc: what stands inside a paragraph.
  void runs(XmlNode parent);
  void run(XmlNode node);
  void run_part(XmlNode part, const TextLook& look);
  void field_mark(XmlNode mark);
  void find_boxes(XmlNode parent);
  void add_text(std::string_view text, const TextLook& look);
  void add_symbol(XmlNode symbol, const TextLook& look);

  Builder& builder_;
  const DocxStyles& styles_;
  const DocxNotes& notes_;

  Place place_;
  std::uint32_t paragraphs_ = 0, tables_ = 0;
  TextLook paragraph_text_;                // of the paragraph's style
  BlockType type_ = BlockType::paragraph;  // of the paragraph being read
  bool joined_ = false;  // the paragraph's end was deleted by a tracked change: the next one goes on
  bool inside_box_ = false, inside_note_ = false;
  BlockType note_type_ = BlockType::paragraph;  // of the paragraph that a note belongs to
  std::vector<FieldPart> fields_;
  std::vector<XmlNode> boxes_;  // text boxes and notes anchored in the paragraph, read after it
  std::vector<XmlNode> pending_notes_;

  LeftOut left_;
  bool chunk_ = false;  // a file inside the file that is not read
};

}  // namespace peerscope
