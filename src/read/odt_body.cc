// Walks paragraphs, lists, tables and frames of an OpenDocument text; keeps what a reader sees on the page.
#include "read/odt_body.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/utf8.h"

namespace peerscope {

namespace {

int number_of(std::string_view digits, int otherwise) {
  return digits.empty() ? otherwise : std::atoi(std::string(digits).c_str());
}

// What is never shown on the page as part of the text: comments, earlier wording, tables of contents, forms.
bool is_silent(std::string_view name) {
  return name == "text:tracked-changes" || name == "office:annotation" || name == "office:forms" ||
         name == "text:table-of-content" || name == "text:sequence-decls" || name == "text:variable-decls" ||
         name == "text:user-field-decls" || name == "text:note-citation" || name == "text:script" ||
         name == "svg:title" || name == "svg:desc" || name == "office:event-listeners" ||
         name == "text:illustration-index" || name == "text:alphabetical-index-source" ||
         name == "table:shapes";
}

bool is_shape(std::string_view name) { return name.starts_with("draw:"); }

OdtStyle over(const OdtStyle& above, const OdtStyle& below) {
  OdtStyle look = above;
  if (!look.bold) look.bold = below.bold;
  if (!look.hidden) look.hidden = below.hidden;
  if (!look.struck) look.struck = below.struck;
  return look;
}

}  // namespace

void OdtBody::read(XmlNode body) {
  blocks(body);
  note_left_out(builder_.document(), left_);
}

void OdtBody::blocks(XmlNode parent) {
  for (const XmlNode node : parent) block(node);
}

void OdtBody::block(XmlNode node) {
  const std::string_view name = node.name();
  if (name == "text:tracked-changes") count_deleted(node);
  if (name.empty() || is_silent(name)) return;
  if (name == "text:p" || name == "text:h") {
    paragraph(node, name == "text:h");
  } else if (name == "text:list") {
    list(node);
  } else if (name == "table:table") {
    table(node);
  } else if (is_shape(name)) {  // a frame that is anchored to the page
    shapes(node);
    end_paragraph();
  } else if (name == "text:section" &&
             (node.attribute("text:display") == "none" || node.attribute("text:is-hidden") == "true")) {
    ++left_.hidden;
  } else {
    blocks(node);  // sections, indexes, whatever else holds paragraphs
  }
}

void OdtBody::count_deleted(XmlNode changes) {
  for (const XmlNode region : changes) {
    if (region.child("text:deletion")) ++left_.deleted;
  }
}

void OdtBody::list(XmlNode node) {
  const List before = list_;
  ++list_.depth;
  const std::string_view style = node.attribute("text:style-name");
  if (!style.empty()) list_.style = style;
  for (const XmlNode item : node) {
    list_.marked = item.name() == "text:list-item";
    if (item.name() == "text:list-item" || item.name() == "text:list-header") blocks(item);
  }
  list_ = before;
}

void OdtBody::paragraph(XmlNode node, bool heading) {
  const bool counted = place_.table == 0 && !inside_box_ && !inside_note_;
  if (counted) place_.paragraph = ++paragraphs_;
  const OdtStyle& style = styles_.paragraph(node.attribute("text:style-name"));
  open_paragraph(node, style, heading);
  blank_ = true;
  inline_parts(node, style);
  end_paragraph();
}

void OdtBody::open_paragraph(XmlNode node, const OdtStyle& style, bool heading) {
  const std::string_view list_style =
      list_.style.empty() ? std::string_view(style.list) : std::string_view(list_.style);
  const bool marked = std::exchange(list_.marked, false) && styles_.shows_mark(list_style, list_.depth);
  int level = 0;
  type_ = place_.table > 0 ? BlockType::cell : BlockType::paragraph;
  if (heading || style.heading > 0) {
    type_ = BlockType::heading;
    level = std::clamp(heading ? number_of(node.attribute("text:outline-level"), 1) : style.heading, 1, 9);
  } else if (list_.depth > 0 && (marked || type_ == BlockType::paragraph)) {
    type_ = BlockType::item;
    level = std::min(list_.depth, 9);
  } else if (style.quote) {
    type_ = BlockType::quote;
  } else if (inside_note_ && note_type_ == BlockType::item) {
    type_ = BlockType::item;  // a note to a list item goes on with it, and must not end the list
    level = 1;
  }
  builder_.open(type_, static_cast<std::uint8_t>(level), marked && type_ == BlockType::item, style.indent);
  builder_.place(place_);
}

// Ends the block; notes and text boxes that are anchored in it follow it.
void OdtBody::end_paragraph() {
  builder_.close();
  const BlockType before = std::exchange(note_type_, type_);
  anchored(std::exchange(notes_, {}), inside_note_);
  note_type_ = before;
  anchored(std::exchange(boxes_, {}), inside_box_);
}

void OdtBody::anchored(const std::vector<XmlNode>& parents, bool& inside) {
  for (const XmlNode parent : parents) {
    const Place place = place_;
    const List lists = std::exchange(list_, {});
    const bool before = std::exchange(inside, true);
    blocks(parent);
    inside = before;
    list_ = lists;
    place_ = place;
  }
}

void OdtBody::table(XmlNode node) {
  const Place place = std::exchange(place_, {});
  const List lists = std::exchange(list_, {});
  place_.table = ++tables_;
  rows(node);
  place_ = place;
  list_ = lists;
}

void OdtBody::rows(XmlNode parent) {
  for (const XmlNode node : parent) {
    const std::string_view name = node.name();
    if (name == "table:table-row") {
      ++place_.row;
      place_.cell = 0;
      cells(node);
    } else if (name == "table:table-header-rows" || name == "table:table-rows" ||
               name == "table:table-row-group") {
      rows(node);
    }
  }
}

void OdtBody::cells(XmlNode row) {
  for (const XmlNode node : row) {
    const std::string_view name = node.name();
    if (name != "table:table-cell" && name != "table:covered-table-cell") continue;
    ++place_.cell;
    if (name == "table:covered-table-cell") continue;
    const Place place = place_;
    blocks(node);
    place_ = place;
  }
}

void OdtBody::inline_parts(XmlNode parent, const OdtStyle& look) {
  for (const XmlNode node : parent) {
    if (node.name().empty())
      add_text(node.text(), look);
    else
      inline_part(node, look);
  }
}

void OdtBody::inline_part(XmlNode node, const OdtStyle& look) {
  const std::string_view name = node.name();
  if (name == "office:annotation") ++left_.comments;
  if (is_silent(name)) return;
  if (name == "text:span" || name == "text:a") {
    inline_parts(node, over(styles_.text(node.attribute("text:style-name")), look));
  } else if (name == "text:s") {
    add_exactly(
        std::string(static_cast<std::size_t>(std::clamp(number_of(node.attribute("text:c"), 1), 1, 200)),
                    ' '),
        look);
  } else if (name == "text:tab") {
    add_exactly("\t", look);
    blank_ = true;
  } else if (name == "text:line-break") {
    add_exactly("\n", look);
    blank_ = true;
  } else if (name == "text:note") {
    if (!inside_note_) notes_.push_back(node.child("text:note-body"));
  } else if (name == "text:ruby") {
    inline_parts(node.child("text:ruby-base"), look);
  } else if (name == "text:placeholder") {
    ++left_.unfilled;
  } else if (name == "text:hidden-text" || name == "text:hidden-paragraph") {
    if (node.attribute("text:is-hidden") != "false") ++left_.hidden;
  } else if (is_shape(name)) {
    shapes(node);
  } else {
    inline_parts(node, look);  // fields show their last value
  }
}

// Text boxes and shapes with words in them, also inside groups. A picture of an embedded object has none.
void OdtBody::shapes(XmlNode node) {
  bool holds_text = node.name() == "draw:text-box";
  for (const XmlNode child : node) {
    const std::string_view name = child.name();
    holds_text = holds_text || name == "text:p" || name == "text:list" || name == "text:h";
  }
  if (holds_text) {
    boxes_.push_back(node);
    return;
  }
  for (const XmlNode child : node) {
    if (is_shape(child.name())) shapes(child);
  }
}

// White space in the file only lays it out: any run of it is one blank, and none at the ends.
void OdtBody::add_text(std::string_view text, const OdtStyle& look) {
  std::string shown;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space || !blank_) shown += space ? ' ' : c;
    blank_ = space;
  }
  add_exactly(shown, look);
}

void OdtBody::add_exactly(std::string_view text, const OdtStyle& look) {
  if (text.empty()) return;
  if (look.hidden.value_or(false) || look.struck.value_or(false)) {
    if (!trim(text).empty()) ++(look.hidden.value_or(false) ? left_.hidden : left_.struck);
    return;
  }
  const std::string shown = decode(text, "utf-8")->text;
  left_.replaced += shown.size() == text.size() ? 0 : 1;
  builder_.add(shown, look.bold.value_or(false));
}

}  // namespace peerscope
