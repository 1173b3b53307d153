// Walks paragraphs, tables, text boxes and content controls; keeps what a reader would see on the page.
#include "read/docx_body.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace peerscope {

namespace {

// Tracked insertions and wrappers whose content counts as if they were not there.
bool is_wrapper(std::string_view name) {
  return name == "w:ins" || name == "w:moveTo" || name == "w:customXml" || name == "w:smartTag" ||
         name == "w:hyperlink" || name == "w:fldSimple" || name == "w:dir" || name == "w:bdo";
}

// As Word itself words them.
bool is_prompt(std::string_view text) {
  std::string lower;
  for (const char c : trim(text).substr(0, 16)) {
    lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  for (const char* word :
       {"click ", "click or ", "tap ", "choose ", "enter ", "select ", "type ", "[", "<"}) {
    if (lower.starts_with(word)) return true;
  }
  return lower.empty();
}

bool deleted_mark(XmlNode paragraph_properties) {
  const XmlNode mark = paragraph_properties.child("w:rPr");
  return mark.child("w:del") || mark.child("w:moveFrom");
}

}  // namespace

// The one of several renderings that Word itself takes first.
XmlNode DocxBody::choice_of(XmlNode alternatives) {
  const XmlNode choice = alternatives.child("mc:Choice");
  return choice ? choice : alternatives.child("mc:Fallback");
}

// A content control. Marked as still showing its prompt, it may hold "Click here to enter text", or words of
// the template's author that stand on the page as any others do: only the former are left out.
XmlNode DocxBody::content_of(XmlNode control) {
  const XmlNode content = control.child("w:sdtContent");
  if (!control.child("w:sdtPr").child("w:showingPlcHdr") || !is_prompt(content.all_text())) return content;
  ++left_.unfilled;
  return {};
}

// What to read in place of a wrapper, a control or alternatives; no node where `node` is none of these.
XmlNode DocxBody::inside_of(XmlNode node) {
  const std::string_view name = node.name();
  if (is_wrapper(name)) return node;
  if (name == "w:sdt") return content_of(node);
  if (name == "mc:AlternateContent") return choice_of(node);
  return {};
}

void DocxBody::read(XmlNode body) {
  blocks(body);
  end_paragraph();
  tell();
}

void DocxBody::blocks(XmlNode parent) {
  for (const XmlNode node : parent) {
    const std::string_view name = node.name();
    if (name == "w:p")
      paragraph(node);
    else if (name == "w:tbl")
      table(node);
    else if (name == "w:altChunk")
      chunk_ = true;
    else if (const XmlNode inside = inside_of(node))
      blocks(inside);
  }
}

void DocxBody::paragraph(XmlNode node) {
  const bool counted = place_.table == 0 && !inside_box_ && !inside_note_;
  if (counted) place_.paragraph = ++paragraphs_;
  const XmlNode properties = node.child("w:pPr");
  const DocxStyle& style = styles_.paragraph_style(properties.child("w:pStyle").attribute("w:val"));
  if (style.contents) return;
  if (!std::exchange(joined_, false)) open_paragraph(properties, style);
  paragraph_text_ = style.text;
  runs(node);
  // A field's code that goes on into another paragraph is a damaged field; better too much text than none.
  std::erase(fields_, FieldPart::code);
  // A drop cap is a paragraph of its own in the file, and the first letter of the next one on the page.
  const std::string_view drop_cap = properties.child("w:framePr").attribute("w:dropCap");
  joined_ = deleted_mark(properties) || drop_cap == "drop" || drop_cap == "margin";
  if (!joined_) end_paragraph();
}

void DocxBody::open_paragraph(XmlNode properties, const DocxStyle& style) {
  const ParagraphLook look = paragraph_look(properties).over(style.paragraph);
  const int outline = look.outline.value_or(style.heading > 0 ? style.heading - 1 : 9);
  const int list = look.list.value_or(0), list_level = std::clamp(look.list_level.value_or(0), 0, 8);
  const bool listed = list > 0 ? styles_.shows_mark(list, list_level) : !look.list && style.list_depth > 0;
  int level = 0;
  type_ = place_.table > 0 ? BlockType::cell : BlockType::paragraph;
  if (outline >= 0 && outline < 9) {
    type_ = BlockType::heading;
    level = outline + 1;
  } else if (listed) {
    type_ = BlockType::item;
    level = std::max(list_level + 1, style.list_depth);
  } else if (style.quote) {
    type_ = BlockType::quote;
  } else if (inside_note_ && note_type_ == BlockType::item) {
    // A note to a list item goes on with it, and must not end the list.
    type_ = BlockType::item;
    level = 1;
  }
  const int indent =
      std::clamp(look.indent.value_or(0) / 120, 0, 999);  // 120 twentieths of a point: about a letter
  builder_.open(type_, static_cast<std::uint8_t>(level), listed && type_ == BlockType::item,
                static_cast<std::uint16_t>(indent));
  builder_.place(place_);
}

// Ends the block; notes and text boxes that are anchored in it follow it.
void DocxBody::end_paragraph() {
  builder_.close();
  const BlockType before = std::exchange(note_type_, type_);
  anchored(std::exchange(pending_notes_, {}), inside_note_);
  note_type_ = before;
  anchored(std::exchange(boxes_, {}), inside_box_);
}

void DocxBody::anchored(const std::vector<XmlNode>& parents, bool& inside) {
  for (const XmlNode parent : parents) {
    const Place place = place_;
    const bool before = std::exchange(inside, true);
    blocks(parent);
    if (std::exchange(joined_, false)) end_paragraph();
    inside = before;
    place_ = place;
  }
}

void DocxBody::table(XmlNode node) {
  if (std::exchange(joined_, false)) end_paragraph();
  const Place place = std::exchange(place_, {});
  place_.table = ++tables_;
  rows(node);
  place_ = place;
}

void DocxBody::rows(XmlNode parent) {
  for (const XmlNode node : parent) {
    if (node.name() == "w:tr") {
      const XmlNode properties = node.child("w:trPr");
      if (properties.child("w:del")) continue;
      ++place_.row;
      place_.cell = 0;
      cells(node);
    } else if (const XmlNode inside = inside_of(node)) {
      rows(inside);
    }
  }
}

void DocxBody::cells(XmlNode parent) {
  for (const XmlNode node : parent) {
    if (node.name() == "w:tc") {
      ++place_.cell;
      if (node.child("w:tcPr").child("w:cellDel")) continue;
      const Place place = place_;
      blocks(node);
      if (std::exchange(joined_, false)) end_paragraph();
      place_ = place;
    } else if (const XmlNode inside = inside_of(node)) {
      cells(inside);
    }
  }
}

void DocxBody::tell() {
  auto& notes = builder_.document().notes;
  note_left_out(builder_.document(), left_);
  if (chunk_) {
    notes.push_back(
        {"Another file is embedded in this one and was not read. Open it in Word, save it, and read it "
         "again.",
         true,
         {}});
  }
}

}  // namespace peerscope
