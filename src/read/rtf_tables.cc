// Reads the tables in the head of an RTF file.
#include "read/rtf_tables.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

#include "base/utf8.h"

namespace peerscope {

namespace {

using Type = RtfToken::Type;

// \fcharset to code page, as Windows has it.
constexpr std::array<std::pair<int, int>, 18> kCharsets{{{0, 1252},
                                                         {77, 10000},
                                                         {128, 932},
                                                         {129, 949},
                                                         {130, 1361},
                                                         {134, 936},
                                                         {136, 950},
                                                         {161, 1253},
                                                         {162, 1254},
                                                         {163, 1258},
                                                         {177, 1255},
                                                         {178, 1256},
                                                         {186, 1257},
                                                         {204, 1251},
                                                         {222, 874},
                                                         {238, 1250},
                                                         {254, 437},
                                                         {255, 850}}};
constexpr int kSymbolCharset = 2;

// Walks one group; `each` gets every token with its depth below the group.
template <class Each>
void walk_group(RtfTokens& tokens, const Each& each) {
  int depth = 0;
  for (RtfToken token = tokens.next(); token.type != Type::end; token = tokens.next()) {
    if (token.type == Type::close && depth-- == 0) return;
    each(token, depth);
    if (token.type == Type::open) ++depth;
    if (token.type == Type::word && token.text == "bin" && token.number > 0)
      tokens.skip(static_cast<std::size_t>(token.number));
  }
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

RtfStyle style_named(const std::string& name, int outline) {
  RtfStyle style;
  if (outline >= 0 && outline < 9) style.heading = outline + 1;
  if (name == "title") style.heading = 1;
  if (name == "subtitle") style.heading = 2;
  if (name.starts_with("heading ")) style.heading = std::clamp(std::atoi(name.c_str() + 8), 0, 9);
  style.quote = name == "quote" || name == "intense quote" || name == "quotations";
  style.contents = name.starts_with("toc ") && name != "toc heading";
  return style;
}

}  // namespace

std::string encoding_of_code_page(int page) {
  if (page == 10000) return "macintosh";
  if (page == 65001) return "utf-8";
  if (page == 437 || page == 850 || page == 852 || page == 866) return "ibm-" + std::to_string(page);
  return page > 0 && page < 65536 ? "windows-" + std::to_string(page) : "";
}

void RtfTables::read_fonts(RtfTokens& tokens) {
  int font = -1;
  walk_group(tokens, [&](const RtfToken& token, int) {
    if (token.type != Type::word || !token.has_number) return;
    if (token.text == "f") {
      font = token.number;
    } else if (token.text == "fcharset" && token.number == kSymbolCharset) {
      fonts_[font] = "symbol";
    } else if (token.text == "fcharset") {
      for (const auto& [charset, page] : kCharsets) {
        if (charset == token.number) fonts_[font] = encoding_of_code_page(page);
      }
    } else if (token.text == "cpg" && token.number > 0) {
      fonts_[font] = encoding_of_code_page(token.number);
    }
  });
}

void RtfTables::read_styles(RtfTokens& tokens) {
  int number = 0, outline = -1, based_on = -1, starred = 0;
  std::string name;
  std::map<int, int> parents;
  walk_group(tokens, [&](const RtfToken& token, int depth) {
    if (token.type == Type::open && depth == 0) {
      number = starred = 0;
      outline = based_on = -1;
      name.clear();
    } else if (token.type == Type::symbol && token.text == "*") {
      starred = 1;  // a style of characters or tables
    } else if (token.type == Type::word && token.text == "s") {
      number = token.number;
    } else if (token.type == Type::word && token.text == "outlinelevel") {
      outline = token.number;
    } else if (token.type == Type::word && token.text == "sbasedon") {
      based_on = token.number;
    } else if (token.type == Type::text && depth == 1) {
      name += token.text;
    } else if (token.type == Type::close && depth == 0 && starred == 0) {
      const std::string whole = lower(trim(std::string_view(name).substr(0, name.find(';'))));
      styles_[number] = style_named(whole.substr(0, whole.find(',')), outline);
      if (based_on >= 0 && based_on != number) parents[number] = based_on;
    }
  });
  // A style of the house's own is a heading where the one that it is based on is.
  for (auto& [own, style] : styles_) {
    int above = own;
    for (int i = 0; i < 16 && style.heading == 0 && parents.count(above) != 0; ++i) {
      above = parents[above];
      const auto found = styles_.find(above);
      if (found == styles_.end()) break;
      style.heading = found->second.heading;
      style.contents = style.contents || found->second.contents;
    }
  }
}

void RtfTables::read_lists(RtfTokens& tokens) {
  std::set<int> unmarked;
  int level = -1;
  walk_group(tokens, [&](const RtfToken& token, int depth) {
    if (token.type == Type::open && depth == 0) {
      unmarked.clear();
      level = -1;
    }
    if (token.type != Type::word) return;
    if (token.text == "listlevel") ++level;
    if ((token.text == "levelnfc" || token.text == "levelnfcn") && token.number == 255)
      unmarked.insert(level);
    if (token.text == "listid") unmarked_[token.number] = unmarked;
  });
}

void RtfTables::read_overrides(RtfTokens& tokens) {
  int id = 0;
  walk_group(tokens, [&](const RtfToken& token, int) {
    if (token.type != Type::word) return;
    if (token.text == "listid") id = token.number;
    if (token.text == "ls") overrides_[token.number] = id;
  });
}

std::string_view RtfTables::encoding_of_font(int font) const {
  const auto found = fonts_.find(font);
  return found == fonts_.end() ? std::string_view() : std::string_view(found->second);
}

const RtfStyle& RtfTables::style(int number) const {
  static const RtfStyle kNone;
  const auto found = styles_.find(number);
  return found == styles_.end() ? kNone : found->second;
}

bool RtfTables::shows_mark(int list, int level) const {
  const auto id = overrides_.find(list);
  const auto found = id == overrides_.end() ? unmarked_.end() : unmarked_.find(id->second);
  return found == unmarked_.end() || !found->second.contains(level);
}

}  // namespace peerscope
