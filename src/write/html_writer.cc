// Writes HTML piece by piece.
#include "write/html_writer.h"

#include <algorithm>
#include <array>

#include "write/escape.h"
#include "write/xml_writer.h"

namespace peerscope {

namespace {

// A line break before one of these would be a space between two words.
constexpr std::array kInline{"a", "b", "code", "i", "mark", "small", "span", "strong", "sub", "sup", "text"};

// Spaces at either end are kept: a text may be put in several pieces.
std::string shown_text(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  std::string shown = printable(text);
  if (shown.empty()) return text.empty() ? "" : " ";
  if (is_space(text.front()) && shown.front() != ' ') shown.insert(0, " ");
  if (is_space(text.back()) && shown.back() != ' ') shown += ' ';
  return xml_escaped(shown);
}

}  // namespace

void Html::start(std::string_view name, Attributes attributes) {
  if (std::find(kInline.begin(), kInline.end(), name) == kInline.end()) *out_ << '\n';
  *out_ << '<' << name;
  for (const auto& [key, value] : attributes) {
    if (!value.empty()) *out_ << ' ' << key << "=\"" << xml_escaped(printable(value)) << '"';
  }
  *out_ << '>';
}

Html::Element Html::in(std::string_view name, Attributes attributes) {
  start(name, attributes);
  return {*this, name};
}

void Html::text(std::string_view text) { *out_ << shown_text(text); }

void Html::put(std::string_view name, Attributes attributes, std::string_view words) {
  const auto element = in(name, attributes);
  text(words);
}

void Html::lone(std::string_view name, Attributes attributes) { start(name, attributes); }

}  // namespace peerscope
