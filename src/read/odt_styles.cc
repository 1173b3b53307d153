// Follows the chains of an OpenDocument text's styles once.
#include "read/odt_styles.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <utility>

namespace peerscope {

namespace {

constexpr int kLongestChain = 32;

// "Heading_20_2" to "heading 2"
std::string readable(std::string_view name) {
  std::string text;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (name.substr(at, 4) == "_20_") {
      text += ' ';
      at += 3;
    } else {
      text += static_cast<char>(std::tolower(static_cast<unsigned char>(name[at])));
    }
  }
  return text;
}

int heading_of(std::string_view name) {
  if (name == "title") return 1;
  if (name == "subtitle") return 2;
  if (!name.starts_with("heading ") || name.size() < 9) return 0;
  return std::clamp(std::atoi(std::string(name.substr(8)).c_str()), 0, 9);
}

// "0.5in" in letters of six points.
std::uint16_t letters_of(std::string_view length) {
  constexpr std::array<std::pair<std::string_view, double>, 6> kPoints{
      {{"in", 72}, {"cm", 28.35}, {"mm", 2.835}, {"pt", 1}, {"pc", 12}, {"px", 0.75}}};
  const std::string text(length);
  const double number = std::strtod(text.c_str(), nullptr);
  for (const auto& [unit, points] : kPoints) {
    if (length.ends_with(unit))
      return static_cast<std::uint16_t>(std::clamp(number * points / 6, 0.0, 999.0));
  }
  return 0;
}

std::optional<bool> is_bold(std::string_view weight) {
  if (weight.empty()) return std::nullopt;
  return weight == "bold" || weight >= "600";  // "normal" sorts behind digits, but is no number
}

std::optional<bool> unless_none(std::string_view value) {
  if (value.empty()) return std::nullopt;
  return value != "none";
}

}  // namespace

void OdtStyles::add(XmlNode styles) {
  for (const XmlNode node : styles) {
    if (node.name() == "text:list-style") add_list(node);
    if (node.name() != "style:style") continue;
    const std::string_view family = node.attribute("style:family");
    if (family != "paragraph" && family != "text") continue;
    Raw raw;
    const std::string_view name = node.attribute("style:name"), shown = node.attribute("style:display-name");
    raw.shown_name = readable(shown.empty() ? name : shown);
    raw.parent = node.attribute("style:parent-style-name");
    raw.own.list = node.attribute("style:list-style-name");
    raw.own.heading =
        std::clamp(std::atoi(std::string(node.attribute("style:default-outline-level")).c_str()), 0, 9);
    const XmlNode text = node.child("style:text-properties");
    const std::string_view weight = text.attribute("fo:font-weight");
    raw.own.bold = weight == "normal" ? std::optional<bool>(false) : is_bold(weight);
    if (const std::string_view display = text.attribute("text:display"); !display.empty())
      raw.own.hidden = display == "none";
    raw.own.struck = unless_none(text.attribute("style:text-line-through-style"));
    if (!raw.own.struck) raw.own.struck = unless_none(text.attribute("style:text-line-through-type"));
    const std::string_view margin = node.child("style:paragraph-properties").attribute("fo:margin-left");
    raw.indented = !margin.empty();
    raw.own.indent = letters_of(margin);
    (family == "text" ? raw_texts_ : raw_paragraphs_)[std::string(name)] = std::move(raw);
  }
}

void OdtStyles::add_list(XmlNode list) {
  std::set<int>& unmarked = unmarked_[std::string(list.attribute("style:name"))];
  unmarked.clear();
  for (const XmlNode level : list) {
    const bool number = level.name() == "text:list-level-style-number";
    const bool silent = number && level.attribute("style:num-format").empty() &&
                        level.attribute("style:num-suffix").empty() &&
                        level.attribute("style:num-prefix").empty();
    if (silent) unmarked.insert(std::atoi(std::string(level.attribute("text:level")).c_str()));
  }
}

void OdtStyles::resolve() {
  for (const auto& [name, raw] : raw_paragraphs_) paragraphs_[name] = resolved(raw_paragraphs_, name);
  for (const auto& [name, raw] : raw_texts_) texts_[name] = resolved(raw_texts_, name);
}

OdtStyle OdtStyles::resolved(const Names& raw, std::string_view name) const {
  OdtStyle style;
  bool indented = false;
  for (int i = 0; i < kLongestChain; ++i) {
    const auto found = raw.find(name);
    if (found == raw.end()) break;
    const Raw& each = found->second;
    if (!style.bold) style.bold = each.own.bold;
    if (!style.hidden) style.hidden = each.own.hidden;
    if (!style.struck) style.struck = each.own.struck;
    if (style.heading == 0)
      style.heading = each.own.heading != 0 ? each.own.heading : heading_of(each.shown_name);
    if (style.list.empty()) style.list = each.own.list;
    style.quote = style.quote || each.shown_name == "quotations" || each.shown_name == "quote";
    if (!indented) style.indent = each.own.indent;
    indented = indented || each.indented;
    name = each.parent;
  }
  return style;
}

namespace {

const OdtStyle& style_in(const std::map<std::string, OdtStyle, std::less<>>& styles, std::string_view name) {
  static const OdtStyle kNone;
  const auto found = styles.find(name);
  return found == styles.end() ? kNone : found->second;
}

}  // namespace

const OdtStyle& OdtStyles::paragraph(std::string_view name) const { return style_in(paragraphs_, name); }
const OdtStyle& OdtStyles::text(std::string_view name) const { return style_in(texts_, name); }

bool OdtStyles::shows_mark(std::string_view list, int level) const {
  const auto found = unmarked_.find(list);
  return found == unmarked_.end() || !found->second.contains(level);
}

}  // namespace peerscope
