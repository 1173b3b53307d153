// What the control words inside the text of an RTF file mean.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "read/rtf_body.h"

namespace peerscope {

bool RtfBody::paragraph_word(const RtfToken& token) {
  const std::string_view name = token.text;
  if (name == "par" || name == "sect" || name == "page" || name == "column") {
    if (name == "par" || builder_.is_open()) end_paragraph();
  } else if (name == "cell" || name == "nestcell") {
    end_cell();
  } else if (name == "row" || name == "nestrow") {
    end_row();
  } else if (name == "pard") {
    group_->style = group_->list = group_->level = group_->indent = 0;
    group_->outline = 9;
    group_->in_table = group_->old_list = false;
  } else if (name == "intbl") {
    group_->in_table = !token.has_number || token.number != 0;
  } else if (name == "s") {
    group_->style = token.number;
  } else if (name == "ls") {
    group_->list = token.number;
  } else if (name == "ilvl") {
    group_->level = std::clamp(token.number, 0, 8);
  } else if (name == "outlinelevel") {
    group_->outline = token.number;
  } else if (name == "li" || name == "lin") {
    group_->indent = std::clamp(token.number / 120, 0, 999);
  } else {
    return false;
  }
  return true;
}

bool RtfBody::look_word(const RtfToken& token) {
  const std::string_view name = token.text;
  const bool on = !token.has_number || token.number != 0;
  if (name == "b") {
    group_->bold = on;
  } else if (name == "v") {
    group_->hidden = on;
  } else if (name == "strike" || name == "striked") {
    group_->struck = on;
  } else if (name == "deleted") {
    group_->deleted = on;
  } else if (name == "plain") {
    group_->bold = group_->hidden = group_->struck = group_->deleted = false;
  } else if (name == "htmlrtf") {
    group_->beside_html = on;
  } else if (name == "f") {
    group_->encoding = tables_.encoding_of_font(token.number);
  } else if (name == "uc") {
    group_->fallback = std::clamp(token.number, 0, 20);
  } else if (name == "ansicpg") {
    encoding_ = encoding_of_code_page(token.number);
  } else if (name == "mac") {
    encoding_ = encoding_of_code_page(10000);
  } else if (name == "pc" || name == "pca") {
    encoding_ = encoding_of_code_page(name == "pc" ? 437 : 850);
  } else {
    return false;
  }
  return true;
}

bool RtfBody::character_word(const RtfToken& token) {
  constexpr std::pair<std::string_view, std::string_view> kCharacters[] = {
      {"tab", "\t"},         {"line", "\n"},        {"lbr", "\n"},           {"emdash", "\u2014"},
      {"endash", "\u2013"},  {"bullet", "\u2022"},  {"lquote", "\u2018"},    {"rquote", "\u2019"},
      {"emspace", "\u2003"}, {"enspace", "\u2002"}, {"ldblquote", "\u201C"}, {"rdblquote", "\u201D"}};
  for (const auto& [name, text] : kCharacters) {
    if (name != token.text) continue;
    add(text);
    return true;
  }
  return false;
}

void RtfBody::symbol(char c) {
  if (c == '*') {
    group_->star = group_->first;
    return;
  }
  if (c == '\\' || c == '{' || c == '}') return add_bytes({&c, 1});
  flush();
  if (group_->part == Part::skipped) return;
  if (to_skip_ > 0) {
    --to_skip_;
    return;
  }
  if (c == '~') add("\u00A0");
  if (c == '_') add("-");
  if (c == '\t') add("\t");
  if (c == '\n' || c == '\r') end_paragraph();
}

void RtfBody::unicode(int value) {
  const auto unit = static_cast<char32_t>(value < 0 ? value + 65536 : value);
  to_skip_ = group_->fallback;
  const char32_t high = std::exchange(high_, 0);
  std::string text;
  if (unit >= 0xD800 && unit < 0xDC00) {
    high_ = unit;
    return;
  }
  if (unit >= 0xDC00 && unit < 0xE000) {
    append_code_point(text, high == 0 ? kReplacement : 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00));
    left_.replaced += high == 0 ? 1 : 0;
  } else if (unit != 0 && unit <= 0x10FFFF) {
    append_code_point(text, unit);
  }
  add(text);
}

}  // namespace peerscope
