// Follows the chains of styles once, so that every paragraph only looks its style up.
#include "read/docx_styles.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace peerscope {

namespace {

constexpr int kLongestChain = 32;  // styles based on one another; a longer chain runs in a circle

std::optional<int> number_in(std::string_view digits) {
  int value = 0;
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (code != std::errc() || end == digits.data()) return std::nullopt;
  return value;
}

std::optional<int> value_of(XmlNode parent, const char* name) {
  return number_in(parent.child(name).attribute("w:val"));
}

// <w:b/> is on, <w:b w:val="0"/> is off, none says nothing.
std::optional<bool> switch_of(XmlNode parent, const char* name) {
  const XmlNode node = parent.child(name);
  if (!node) return std::nullopt;
  const std::string_view value = node.attribute("w:val");
  return !(value == "0" || value == "false" || value == "off");
}

template <class T>
std::optional<T> first(const std::optional<T>& above, const std::optional<T>& below) {
  return above ? above : below;
}

std::string lower(std::string_view name) {
  std::string text(name);
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

int trailing_number(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos ? 0 : number_in(name.substr(blank + 1)).value_or(0);
}

// Word keeps the English names of its own styles in every language; only the ids are translated.
int heading_of(std::string_view name) {
  if (name == "title") return 1;
  if (name == "subtitle") return 2;
  return name.starts_with("heading ") ? std::clamp(trailing_number(name), 0, 9) : 0;
}

int list_depth_of(std::string_view name) {
  if (!name.starts_with("list bullet") && !name.starts_with("list number")) return 0;
  return std::clamp(trailing_number(name), 1, 9);
}

}  // namespace

TextLook TextLook::over(const TextLook& below) const {
  return {first(bold, below.bold), first(hidden, below.hidden), first(struck, below.struck)};
}

ParagraphLook ParagraphLook::over(const ParagraphLook& below) const {
  return {first(outline, below.outline), first(list, below.list), first(list_level, below.list_level),
          first(indent, below.indent)};
}

TextLook text_look(XmlNode properties) {
  TextLook look;
  if (!properties) return look;
  look.bold = switch_of(properties, "w:b");
  look.hidden = first(switch_of(properties, "w:vanish"), switch_of(properties, "w:specVanish"));
  look.struck = first(switch_of(properties, "w:strike"), switch_of(properties, "w:dstrike"));
  return look;
}

ParagraphLook paragraph_look(XmlNode properties) {
  ParagraphLook look;
  if (!properties) return look;
  look.outline = value_of(properties, "w:outlineLvl");
  if (const XmlNode list = properties.child("w:numPr")) {
    look.list = value_of(list, "w:numId");
    look.list_level = value_of(list, "w:ilvl");
  }
  if (const XmlNode indent = properties.child("w:ind")) {
    look.indent = first(number_in(indent.attribute("w:left")), number_in(indent.attribute("w:start")));
  }
  return look;
}

struct DocxStyles::Raw {
  std::string name;      // in lower case
  std::string based_on;  // id
  ParagraphLook paragraph;
  TextLook text;
};

DocxStyles::DocxStyles(XmlNode styles, XmlNode numbering) {
  if (numbering) read_numbering(numbering);
  if (!styles) return;
  std::map<std::string, Raw, std::less<>> raw;
  for (const XmlNode node : styles) {
    if (node.name() != "w:style") continue;
    const std::string id(node.attribute("w:styleId"));
    Raw& style = raw[id];
    style.name = lower(node.child("w:name").attribute("w:val"));
    style.based_on = node.child("w:basedOn").attribute("w:val");
    style.paragraph = paragraph_look(node.child("w:pPr"));
    style.text = text_look(node.child("w:rPr"));
    const std::string_view is_default = node.attribute("w:default");
    if (node.attribute("w:type") == "paragraph" &&
        (is_default == "1" || is_default == "true" || is_default == "on")) {
      default_paragraph_ = id;
    }
  }
  for (const auto& [id, style] : raw) styles_[id] = resolve(raw, id);
}

DocxStyle DocxStyles::resolve(const std::map<std::string, Raw, std::less<>>& raw, std::string_view id) const {
  DocxStyle result;
  for (int i = 0; i < kLongestChain; ++i) {
    const auto found = raw.find(id);
    if (found == raw.end()) break;
    const Raw& style = found->second;
    result.paragraph = result.paragraph.over(style.paragraph);
    result.text = result.text.over(style.text);
    if (result.heading == 0) result.heading = heading_of(style.name);
    if (result.list_depth == 0) result.list_depth = list_depth_of(style.name);
    result.contents = result.contents || (style.name.starts_with("toc ") && style.name != "toc heading");
    result.quote = result.quote || style.name == "quote" || style.name == "intense quote";
    const auto level = list_levels_.find(id);
    if (level != list_levels_.end() && !result.paragraph.list_level)
      result.paragraph.list_level = level->second;
    id = style.based_on;
  }
  return result;
}

void DocxStyles::read_numbering(XmlNode numbering) {
  std::map<int, std::set<int>> unmarked;  // of the abstract lists
  for (const XmlNode list : numbering) {
    if (list.name() != "w:abstractNum") continue;
    const int id = number_in(list.attribute("w:abstractNumId")).value_or(-1);
    for (const XmlNode level : list) {
      if (level.name() != "w:lvl") continue;
      const int depth = number_in(level.attribute("w:ilvl")).value_or(0);
      const bool no_number = level.child("w:numFmt").attribute("w:val") == "none";
      if (no_number && level.child("w:lvlText").attribute("w:val").empty()) unmarked[id].insert(depth);
      const std::string_view style = level.child("w:pStyle").attribute("w:val");
      if (!style.empty()) list_levels_.emplace(style, depth);
    }
  }
  for (const XmlNode list : numbering) {
    if (list.name() != "w:num") continue;
    const int id = number_in(list.attribute("w:numId")).value_or(0);
    for (const int level : unmarked[value_of(list, "w:abstractNumId").value_or(-1)])
      unmarked_.emplace(id, level);
  }
}

const DocxStyle& DocxStyles::paragraph_style(std::string_view id) const {
  static const DocxStyle kNone;
  auto found = styles_.find(id.empty() ? std::string_view(default_paragraph_) : id);
  if (found == styles_.end()) found = styles_.find(default_paragraph_);
  return found == styles_.end() ? kNone : found->second;
}

const DocxStyle& DocxStyles::text_style(std::string_view id) const {
  static const DocxStyle kNone;
  const auto found = styles_.find(id);
  return found == styles_.end() || id.empty() ? kNone : found->second;
}

bool DocxStyles::shows_mark(int list, int level) const { return !unmarked_.contains({list, level}); }

}  // namespace peerscope
