// Walks paragraphs, tables, text boxes and content controls; keeps what a reader would see on the page.
#include "read/docx_body.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.h"

namespace peerscope {

namespace {

// Tracked insertions and wrappers whose content counts as if they were not there.
bool is_wrapper(std::string_view name) {
  return name == "w:ins" || name == "w:moveTo" || name == "w:customXml" || name == "w:smartTag" ||
         name == "w:hyperlink" || name == "w:fldSimple" || name == "w:dir" || name == "w:bdo";
}

// The one of several renderings that Word itself takes first.
XmlNode choice_of(XmlNode alternatives) {
  const XmlNode choice = alternatives.child("mc:Choice");
  return choice ? choice : alternatives.child("mc:Fallback");
}

// A content control; one that still shows "Click here to enter text" holds no words of the author's.
XmlNode content_of(XmlNode control) {
  if (control.child("w:sdtPr").child("w:showingPlcHdr")) return {};
  return control.child("w:sdtContent");
}

// What to read in place of a wrapper, a control or alternatives; no node where `node` is none of these.
XmlNode inside_of(XmlNode node) {
  const std::string_view name = node.name();
  if (is_wrapper(name)) return node;
  if (name == "w:sdt") return content_of(node);
  if (name == "mc:AlternateContent") return choice_of(node);
  return {};
}

bool deleted_mark(XmlNode paragraph_properties) {
  const XmlNode mark = paragraph_properties.child("w:rPr");
  return mark.child("w:del") || mark.child("w:moveFrom");
}

// Without xml:space="preserve", white space at the ends only lays out the file; a no-break space is a
// character.
std::string_view without_layout(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

std::string count_of(std::size_t number, const char* one, const char* many) {
  return number == 1 ? one : std::to_string(number) + many;
}

}  // namespace

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
  joined_ = properties && deleted_mark(properties);
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
  }
  const int indent =
      std::clamp(look.indent.value_or(0) / 120, 0, 999);  // 120 twentieths of a point: about a letter
  builder_.open(type_, static_cast<std::uint8_t>(level), type_ == BlockType::item,
                static_cast<std::uint16_t>(indent));
  builder_.place(place_);
}

// Ends the block; text boxes and notes that are anchored in it follow it.
void DocxBody::end_paragraph() {
  builder_.close();
  const BlockType type = type_;
  for (const XmlNode note : std::exchange(pending_notes_, {})) {
    const bool before = std::exchange(inside_note_, true);
    for (const XmlNode part : note) {
      if (part.name() != "w:p") continue;
      // A note to a list item goes on with it, and must not end the list.
      builder_.open(type == BlockType::item ? BlockType::item
                    : place_.table > 0      ? BlockType::cell
                                            : BlockType::paragraph,
                    type == BlockType::item ? 1 : 0);
      builder_.place(place_);
      runs(part);
      builder_.close();
    }
    inside_note_ = before;
  }
  for (const XmlNode box : std::exchange(boxes_, {})) {
    const Place place = place_;
    const bool before = std::exchange(inside_box_, true);
    blocks(box);
    if (std::exchange(joined_, false)) end_paragraph();
    inside_box_ = before;
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

void DocxBody::runs(XmlNode parent) {
  for (const XmlNode node : parent) {
    const std::string_view name = node.name();
    if (name == "w:r")
      run(node);
    else if (name == "m:oMath" || name == "m:oMathPara")
      add_text(node.all_text(), paragraph_text_);
    else if (const XmlNode inside = inside_of(node))
      runs(inside);
  }
}

void DocxBody::run(XmlNode node) {
  const XmlNode properties = node.child("w:rPr");
  const DocxStyle& style = styles_.text_style(properties.child("w:rStyle").attribute("w:val"));
  const TextLook look = text_look(properties).over(style.text).over(paragraph_text_);
  for (const XmlNode part : node) run_part(part, look);
}

void DocxBody::run_part(XmlNode part, const TextLook& look) {
  const std::string_view name = part.name();
  if (name == "w:t") {
    const std::string text = part.all_text();
    add_text(part.attribute("xml:space") == "preserve" ? std::string_view(text) : without_layout(text), look);
  } else if (name == "w:tab" || name == "w:ptab") {
    add_text("\t", look);
  } else if (name == "w:br" || name == "w:cr") {
    add_text("\n", look);
  } else if (name == "w:noBreakHyphen") {
    add_text("-", look);
  } else if (name == "w:sym") {
    add_symbol(part, look);
  } else if (name == "w:fldChar") {
    field_mark(part);
  } else if (name == "w:footnoteReference" || name == "w:endnoteReference") {
    const auto note = notes_.find({std::string(name), std::string(part.attribute("w:id"))});
    if (note != notes_.end() && !inside_note_) pending_notes_.push_back(note->second);
  } else if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
    find_boxes(part);
  } else if (name == "w:ruby") {
    runs(part.child("w:rubyBase"));
  } else if (name == "mc:AlternateContent") {
    for (const XmlNode inside : choice_of(part)) run_part(inside, look);
  }
}

void DocxBody::field_mark(XmlNode mark) {
  const std::string_view type = mark.attribute("w:fldCharType");
  if (type == "begin")
    fields_.push_back(FieldPart::code);
  else if (type == "separate" && !fields_.empty())
    fields_.back() = FieldPart::result;
  else if (type == "end" && !fields_.empty())
    fields_.pop_back();
}

void DocxBody::find_boxes(XmlNode parent) {
  for (const XmlNode node : parent) {
    if (node.name() == "w:txbxContent")
      boxes_.push_back(node);
    else if (node.name() == "mc:AlternateContent")
      find_boxes(choice_of(node));
    else
      find_boxes(node);
  }
}

void DocxBody::add_text(std::string_view text, const TextLook& look) {
  if (text.empty() || std::find(fields_.begin(), fields_.end(), FieldPart::code) != fields_.end()) return;
  if (look.hidden.value_or(false) || look.struck.value_or(false)) {
    if (!trim(text).empty()) ++(look.hidden.value_or(false) ? hidden_ : struck_);
    return;
  }
  const bool bold = look.bold.value_or(false);
  if (text == "\n" || text == "\t") return builder_.add(text, bold);
  std::string shown = decode(text, "utf-8")->text;  // pugixml does not look whether it is valid
  replaced_ += shown.size() == text.size() ? 0 : 1;
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  builder_.add(shown, bold);
}

// <w:sym w:font="Wingdings" w:char="F0A7"/>: a bullet, most often.
void DocxBody::add_symbol(XmlNode symbol, const TextLook& look) {
  const std::string_view digits = symbol.attribute("w:char");
  std::uint32_t value = 0;
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (code != std::errc() || end == digits.data() || value == 0) return;
  std::string text;
  append_code_point(text, value);
  add_text(text, look);
}

void DocxBody::tell() {
  auto& notes = builder_.document().notes;
  if (hidden_ > 0) {
    notes.push_back(
        {count_of(hidden_, "A stretch of hidden text was", " stretches of hidden text were") + " left out.",
         false,
         {}});
  }
  if (struck_ > 0) {
    notes.push_back(
        {count_of(struck_, "A struck-out stretch of text was", " struck-out stretches of text were") +
             " left out.",
         false,
         {}});
  }
  if (replaced_ > 0) {
    notes.push_back(
        {"Damaged characters were replaced by \xEF\xBF\xBD; words that held one may have been missed.",
         true,
         {}});
  }
  if (chunk_) {
    notes.push_back(
        {"Another file is embedded in this one and was not read. Open it in Word, save it, and read it "
         "again.",
         true,
         {}});
  }
}

}  // namespace peerscope
