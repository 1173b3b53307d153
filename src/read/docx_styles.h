// What a Word document's styles and numbering say of a paragraph: heading, list item, bold, hidden.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "read/xml.h"

namespace peerscope {

// How a run of text is shown, as far as it is said; what is not said is inherited.
struct TextLook {
  std::optional<bool> bold, hidden, struck;
  TextLook over(const TextLook& below) const;  // what this leaves unsaid, `below` says
};

// How a paragraph is set, likewise.
struct ParagraphLook {
  std::optional<int> outline;     // 0–8: heading 1–9; 9: body text
  std::optional<int> list;        // number of the list; 0: none
  std::optional<int> list_level;  // from 0
  std::optional<int> indent;      // twentieths of a point
  ParagraphLook over(const ParagraphLook& below) const;
};

TextLook text_look(XmlNode run_properties);
ParagraphLook paragraph_look(XmlNode paragraph_properties);

// A style with what it inherits.
struct DocxStyle {
  ParagraphLook paragraph;
  TextLook text;
  int heading = 0;        // by its name or an ancestor's: "heading 2", "Title"
  int list_depth = 0;     // by its name: 2 for "List Bullet 2"
  bool contents = false;  // an entry of the table of contents
  bool quote = false;
};

class DocxStyles {
 public:
  DocxStyles() = default;
  DocxStyles(XmlNode styles, XmlNode numbering);  // either may be missing

  const DocxStyle& paragraph_style(std::string_view id) const;  // empty or unknown: the default style
  const DocxStyle& text_style(std::string_view id) const;

  // False where the level of the list shows no bullet and no number.
  bool shows_mark(int list, int level) const;

 private:
  struct Raw;
  DocxStyle resolve(const std::map<std::string, Raw, std::less<>>& raw, std::string_view id) const;
  void read_numbering(XmlNode numbering);

  std::map<std::string, DocxStyle, std::less<>> styles_;
  std::string default_paragraph_;
  std::set<std::pair<int, int>> unmarked_;               // list and level
  std::map<std::string, int, std::less<>> list_levels_;  // of styles that a list names for its levels
};

}  // namespace peerscope
