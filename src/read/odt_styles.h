// What an OpenDocument text's styles say of a paragraph or a stretch of text.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "read/xml.h"

namespace peerscope {

// A style with what it inherits.
struct OdtStyle {
  std::optional<bool> bold, hidden, struck;
  int heading = 0;  // by its outline level or its name: "Heading 2", "Title"
  bool quote = false;
  std::uint16_t indent = 0;  // in letters, about
  std::string list;          // the list style that it names
};

class OdtStyles {
 public:
  // Takes in office:styles or office:automatic-styles, of either part of the package; later ones win.
  void add(XmlNode styles);
  void resolve();  // after the last add()

  const OdtStyle& paragraph(std::string_view name) const;
  const OdtStyle& text(std::string_view name) const;
  // False where the level (from 1) of the list shows no bullet and no number.
  bool shows_mark(std::string_view list, int level) const;

 private:
  struct Raw;
  using Names = std::map<std::string, Raw, std::less<>>;
  void add_list(XmlNode list);
  OdtStyle resolved(const Names& raw, std::string_view name) const;

  Names raw_paragraphs_, raw_texts_;
  std::map<std::string, OdtStyle, std::less<>> paragraphs_, texts_;
  std::map<std::string, std::set<int>, std::less<>> unmarked_;  // levels of list styles
};

struct OdtStyles::Raw {
  std::string shown_name;  // in lower case: "heading 2"
  std::string parent;
  OdtStyle own;
  bool indented = false;  // own.indent is said
};

}  // namespace peerscope
