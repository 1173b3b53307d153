// Walks the groups of an RTF file and adds what a reader sees on the page.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/builder.h"
#include "read/notes.h"
#include "read/rtf_tables.h"
#include "read/rtf_tokens.h"

namespace peerscope {

inline constexpr std::size_t kDeepestRtf = 1000;  // groups inside groups

class RtfBody {
 public:
  RtfBody(Builder& builder, std::string_view source) : builder_(builder), source_(source) {}

  void read();  // adds blocks, then notes on what was left out
  bool too_deep() const { return too_deep_; }

 private:
  enum class Part : std::uint8_t { text, skipped, mark };  // mark: the bullet that the writer drew

  // What a closing brace takes back.
  struct Group {
    Part part = Part::text;
    bool star = false;    // \* stands before the group's first word
    bool first = true;    // no word of the group has come yet
    bool either = false;  // \upr: the plain form of what a second group says in Unicode
    bool bold = false, hidden = false, struck = false, deleted = false, beside_html = false;
    int fallback = 1;           // \uc: characters that stand for one of Unicode
    std::string_view encoding;  // of the font; empty: the file's
    // Of the paragraph:
    int style = 0, list = 0, level = 0, outline = 9, indent = 0;
    bool in_table = false, old_list = false;
  };

  struct Anchored {
    std::size_t begin = 0;
    Group group;
  };

  void walk(std::size_t begin, const Group& outer);
  void open();
  bool close();  // false where the walk is at its end
  void word(RtfTokens& tokens, const RtfToken& token);
  bool destination(RtfTokens& tokens, const RtfToken& token);
  void add_bytes(std::string_view bytes);
  void flush();
  void add(std::string_view text);
  void open_paragraph();
  void end_paragraph();
  void end_cell();
  void end_row();
  void anchored();
  Place place_here();

  // In rtf_words.cc: what the words mean.
  bool paragraph_word(const RtfToken& token);
  bool look_word(const RtfToken& token);
  bool character_word(const RtfToken& token);
  void symbol(char c);
  void unicode(int value);

  Builder& builder_;
  std::string_view source_;
  RtfTables tables_;
  std::vector<Group> groups_;
  Group* group_ = nullptr;         // the innermost
  std::vector<Anchored> pending_;  // notes and text boxes, read after their paragraph
  std::string bytes_;              // in the encoding of the font, not decoded yet
  std::string encoding_;           // of the file
  char32_t high_ = 0;              // the first half of a pair
  int to_skip_ = 0;                // characters that stand for the one of Unicode before them
  bool marked_ = false;            // the writer drew a bullet or number
  std::uint32_t paragraphs_ = 0, table_ = 0, row_ = 0, cell_ = 0;
  bool in_table_ = false, inside_anchored_ = false, listed_ = false, too_deep_ = false, cut_off_ = false;
  LeftOut left_;
  const std::size_t* leaving_ = nullptr;  // what the text that came last was counted as
};

}  // namespace peerscope
