// Reads what stands inside a Word paragraph: runs of text, fields, and where boxes and notes are anchored.
#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "read/docx_body.h"

namespace peerscope {

namespace {

// Without xml:space="preserve", white space at the ends only lays out the file; a no-break space is a
// character.
std::string_view without_layout(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

}  // namespace

void DocxBody::runs(XmlNode parent) {
  for (const XmlNode node : parent) {
    const std::string_view name = node.name();
    if (name == "w:r")
      run(node);
    else if (name == "m:oMath" || name == "m:oMathPara")
      add_text(node.all_text(), paragraph_text_);
    else if (name == "w:del" || name == "w:moveFrom")
      left_.deleted += name == "w:del" ? 1 : 0;  // what was moved is read where it went
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
  } else if (name == "w:commentReference") {
    ++left_.comments;
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
    if (!trim(text).empty()) ++(look.hidden.value_or(false) ? left_.hidden : left_.struck);
    return;
  }
  const bool bold = look.bold.value_or(false);
  if (text == "\n" || text == "\t") return builder_.add(text, bold);
  std::string shown = decode(text, "utf-8")->text;  // pugixml does not look whether it is valid
  left_.replaced += shown.size() == text.size() ? 0 : 1;
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

}  // namespace peerscope
