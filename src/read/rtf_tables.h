// What the head of an RTF file tells: the code pages of fonts, the names of styles, which lists show a mark.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "read/rtf_tokens.h"

namespace peerscope {

struct RtfStyle {
  int heading = 0;  // 1–9
  bool quote = false;
  bool contents = false;  // an entry of the table of contents
};

class RtfTables {
 public:
  // Read on from a table's first word ("fonttbl") to the end of its group.
  void read_fonts(RtfTokens& tokens);
  void read_styles(RtfTokens& tokens);
  void read_lists(RtfTokens& tokens);
  void read_overrides(RtfTokens& tokens);

  // "windows-1251"; empty: the font says nothing of it. "symbol": a font of signs.
  std::string_view encoding_of_font(int font) const;
  const RtfStyle& style(int number) const;
  bool shows_mark(int list, int level) const;  // level from 0

 private:
  std::map<int, std::string> fonts_;
  std::map<int, RtfStyle> styles_;
  std::map<int, std::set<int>> unmarked_;  // list id -> levels
  std::map<int, int> overrides_;           // \ls -> list id
};

// "windows-1252" for 1252, "macintosh" for 10000; empty: not known.
std::string encoding_of_code_page(int page);

}  // namespace peerscope
