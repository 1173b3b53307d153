// The doorkeeper of gumbo: parses a page as a browser does, and keeps what a reader sees of it.
#include "read/html.h"

#include <gumbo.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/format.h"
#include "read/source_text.h"

namespace peerscope {

namespace {

constexpr std::string_view kBlank = " \t\n\f\r";

// What is never shown, or shown as no text of the page's own.
constexpr std::string_view kSilent =
    " script style noscript template head title iframe object embed audio video canvas svg math map datalist "
    "select option button input textarea progress meter ";
constexpr std::string_view kInlineNames =
    " a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr output q ruby rb rt "
    "rp samp "
    "small span strong sub sup time tt u var wbr img picture ";

bool is_one_of(std::string_view name, std::string_view names) {
  return !name.empty() && names.find(" " + std::string(name) + " ") != std::string_view::npos;
}

std::string lower(std::string_view text) {
  std::string result;
  for (const char c : text)
    if (c != ' ') result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

std::string name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  return lower({piece.data, piece.length});
}

std::string attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string() : lower(found->value);
}

struct Chunk {
  std::string_view word;
  std::size_t offset = 0;
};

// The words between white space.
std::vector<Chunk> words_of(std::string_view text) {
  std::vector<Chunk> words;
  for (std::size_t at = text.find_first_not_of(kBlank); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kBlank, at), text.size());
    words.push_back({text.substr(at, end - at), at});
    at = text.find_first_not_of(kBlank, end);
  }
  return words;
}

// How the text of an element is taken.
struct Look {
  BlockType type = BlockType::paragraph;
  std::uint8_t level = 0;
  std::uint8_t depth = 0;  // of lists
  bool bold = false, pre = false;
};

class Page {
 public:
  Page(Builder& builder, std::string_view source, const Place& where)
      : builder_(builder), source_(source), where_(where), places_(source, whole_) {}

  void read(const GumboNode* root) {
    node(root, {});
    builder_.close();
    tell();
  }

 private:
  void node(const GumboNode* each, const Look& look) {
    switch (each->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        text(each->v.text, look);
        break;
      case GUMBO_NODE_COMMENT:
        comment(each->v.text);
        break;
      case GUMBO_NODE_ELEMENT:
        element(each, look);
        break;
      case GUMBO_NODE_DOCUMENT:
        children(each->v.document.children, look);
        break;
      default:
        break;
    }
  }

  void children(const GumboVector& list, const Look& look) {
    for (unsigned i = 0; i < list.length; ++i) node(static_cast<const GumboNode*>(list.data[i]), look);
  }

  bool left_out(const GumboElement& element, const std::string& name) {
    if (is_one_of(name, kSilent)) return true;
    const std::string role = attribute(element, "role");
    if (name == "nav" || role == "navigation" || role == "search" || role == "menu" || role == "menubar") {
      menus_ = true;
      return true;
    }
    if ((name == "footer" || role == "contentinfo") && mostly_links(element)) {
      menus_ = true;
      return true;
    }
    const std::string style = attribute(element, "style");
    const bool hidden = gumbo_get_attribute(&element.attributes, "hidden") != nullptr ||
                        style.find("display:none") != std::string::npos ||
                        style.find("visibility:hidden") != std::string::npos ||
                        (name == "dialog" && gumbo_get_attribute(&element.attributes, "open") == nullptr);
    if (hidden) hidden_ = true;
    const bool struck =
        name == "del" || name == "s" || name == "strike" || style.find("line-through") != std::string::npos;
    if (struck) struck_ = true;
    return hidden || struck;
  }

  // A footer of the site, and not one that says whom the agency hires.
  static bool mostly_links(const GumboElement& element) {
    std::size_t linked = 0, all = 0;
    count_letters(element.children, false, linked, all);
    return linked * 2 >= all;
  }

  static void count_letters(const GumboVector& list, bool link, std::size_t& linked, std::size_t& all) {
    for (unsigned i = 0; i < list.length; ++i) {
      const auto* each = static_cast<const GumboNode*>(list.data[i]);
      if (each->type == GUMBO_NODE_TEXT) {
        const std::size_t size = std::string_view(each->v.text.text).size();
        all += size;
        linked += link ? size : 0;
      } else if (each->type == GUMBO_NODE_ELEMENT) {
        count_letters(each->v.element.children, link || each->v.element.tag == GUMBO_TAG_A, linked, all);
      }
    }
  }

  void element(const GumboNode* each, Look look) {
    const GumboElement& it = each->v.element;
    const std::string name = name_of(it);
    if (left_out(it, name)) return;
    const std::string style = attribute(it, "style");
    if (name == "b" || name == "strong" || style.find("font-weight:bold") != std::string::npos ||
        style.find("font-weight:7") != std::string::npos)
      look.bold = true;
    if (name == "br") return line_break();
    if (is_one_of(name, kInlineNames)) return children(it.children, look);
    end_block();
    if (name == "table")
      table(it, look);
    else if (name == "tr")
      row(it, look);
    else if (name == "td" || name == "th")
      cell(it, look);
    else
      children(it.children, inside(it, name, look));
    end_block();
    if (name == "li") mark_ = false;
  }

  // How the text of a block element is taken.
  Look inside(const GumboElement& it, const std::string& name, Look look) {
    const bool level = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    if (level || attribute(it, "role") == "heading") {
      const std::string given = attribute(it, "aria-level");
      const char digit = level ? name[1] : given.empty() ? '2' : given[0];
      look.type = BlockType::heading;
      look.level = static_cast<std::uint8_t>(std::clamp(digit - '0', 1, 9));
    } else if (name == "ul" || name == "ol" || name == "menu" || name == "dir") {
      look.depth = static_cast<std::uint8_t>(std::min(9, look.depth + 1));
    } else if (name == "li") {
      look.type = BlockType::item;
      look.level = std::max<std::uint8_t>(look.depth, 1);
      mark_ = true;
    } else if (name == "blockquote" && look.type == BlockType::paragraph) {
      look.type = BlockType::quote;
    } else if (name == "pre") {
      look.pre = true;
    }
    return look;
  }

  // A table that only lays out the page holds paragraphs, not cells.
  static bool lays_out(const GumboElement& table) {
    const std::string role = attribute(table, "role");
    return role == "presentation" || role == "none" || holds(table.children, GUMBO_TAG_TABLE) ||
           !holds_two_cells(table.children);
  }

  static bool holds(const GumboVector& list, GumboTag tag) {
    for (unsigned i = 0; i < list.length; ++i) {
      const auto* each = static_cast<const GumboNode*>(list.data[i]);
      if (each->type != GUMBO_NODE_ELEMENT) continue;
      if (each->v.element.tag == tag || holds(each->v.element.children, tag)) return true;
    }
    return false;
  }

  static bool holds_two_cells(const GumboVector& list) {
    std::size_t cells = 0;
    for (unsigned i = 0; i < list.length; ++i) {
      const auto* each = static_cast<const GumboNode*>(list.data[i]);
      if (each->type != GUMBO_NODE_ELEMENT) continue;
      const GumboTag tag = each->v.element.tag;
      if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
        if (++cells > 1) return true;
      } else if (tag != GUMBO_TAG_TABLE && holds_two_cells(each->v.element.children)) {
        return true;
      }
    }
    return false;
  }

  void table(const GumboElement& it, Look look) {
    const bool layout = std::exchange(layout_, lays_out(it));
    const Place before = where_;
    if (!layout_) {
      where_.table = ++tables_;
      where_.row = where_.cell = 0;
    }
    children(it.children, look);
    where_ = before;
    layout_ = layout;
  }

  void row(const GumboElement& it, const Look& look) {
    if (!layout_ && where_.table > 0) {
      ++where_.row;
      where_.cell = 0;
    }
    children(it.children, look);
  }

  void cell(const GumboElement& it, Look look) {
    if (!layout_ && where_.table > 0) {
      ++where_.cell;
      look.type = BlockType::cell;
      look.level = look.depth = 0;
    }
    children(it.children, look);
  }

  void end_block() {
    builder_.close();
    space_ = false;
    breaks_ = 0;
  }

  // Two breaks stand where a paragraph ends on the page.
  void line_break() {
    if (!builder_.is_open()) return;
    ++breaks_;
    space_ = false;
  }

  void open(const Look& look) {
    const bool marked = look.type == BlockType::item && std::exchange(mark_, false);
    builder_.open(look.type, look.level, marked);
  }

  void text(const GumboText& it, const Look& look) {
    const std::string_view shown = it.text, raw{it.original_text.data, it.original_text.length};
    if (look.pre) return preformatted(shown, raw, look);
    const std::vector<Chunk> words = words_of(shown), sources = words_of(raw);
    const bool exact = inside_source(raw) && same_words(words, sources);
    if (words.empty()) {
      space_ = space_ || !shown.empty();
      return;
    }
    if (words.front().offset > 0) space_ = true;
    for (std::size_t i = 0; i < words.size(); ++i) {
      join(look);
      if (exact) {
        place(static_cast<std::size_t>(raw.data() - source_.data()) + sources[i].offset,
              sources[i].word.size() != words[i].word.size());
      } else if (i == 0) {
        place(inside_source(raw) ? static_cast<std::size_t>(raw.data() - source_.data()) : at_, true);
      }
      builder_.add(words[i].word, look.bold);
      if (exact) next_ += static_cast<std::uint32_t>(sources[i].word.size());
      space_ = i + 1 < words.size() || words[i].offset + words[i].word.size() < shown.size();
    }
  }

  // Whether each word stands where it seems to; an entity is written otherwise than it is shown.
  static bool same_words(const std::vector<Chunk>& shown, const std::vector<Chunk>& written) {
    return std::equal(shown.begin(), shown.end(), written.begin(), written.end(),
                      [](const Chunk& a, const Chunk& b) {
                        return a.word == b.word || b.word.find('&') != std::string_view::npos;
                      });
  }

  void preformatted(std::string_view shown, std::string_view raw, const Look& look) {
    if (trim(shown).empty() && !builder_.is_open()) return;
    if (!builder_.is_open()) open(look);
    if (inside_source(raw)) place(static_cast<std::size_t>(raw.data() - source_.data()), true);
    builder_.add(shown, look.bold);
  }

  // What stands between this word and the one before: nothing, a blank, a line's or a paragraph's end.
  void join(const Look& look) {
    if (breaks_ > 1 && look.type != BlockType::heading) builder_.close();
    if (!builder_.is_open()) {
      open(look);
    } else if (breaks_ > 0) {
      builder_.add(look.type == BlockType::heading ? " " : "\n", look.bold);
      stale_ = true;
    } else if (space_) {
      builder_.add(" ", look.bold);
      ++next_;
    }
    breaks_ = 0;
    space_ = false;
  }

  bool inside_source(std::string_view raw) const {
    return raw.data() >= source_.data() && raw.data() + raw.size() <= source_.data() + source_.size();
  }

  // A new origin where text does not simply go on from what was added before.
  void place(std::size_t offset, bool changed) {
    const auto at = static_cast<std::uint32_t>(offset);
    const bool goes_on = at == next_ && !stale_ && placed_;
    next_ = at_ = at;
    stale_ = changed;  // an entity: what follows it does not stand where it seems to
    if (goes_on && builder_.is_open() && last_open_ == opened()) return;
    last_open_ = opened();
    placed_ = true;
    Place here = where_;
    const Place found = places_.at(at);
    here.line = found.line;
    here.column = found.column;
    builder_.place(here);
  }

  // Tells blocks apart: how many were closed so far.
  std::size_t opened() { return builder_.document().blocks.size(); }

  void comment(const GumboText& it) {
    const std::string words = "<!--" + std::string(it.text) + "-->";
    StrippedText stripped = strip_comments(words, Comments::ignore_notes);
    const std::string_view raw{it.original_text.data, it.original_text.length};
    Place here = where_;
    if (inside_source(raw)) {
      const Place found = places_.at(static_cast<std::uint32_t>(raw.data() - source_.data()));
      here.line = found.line;
      here.column = found.column;
    }
    for (IgnoreNote& note : stripped.ignores) {
      note.offset = builder_.size();
      note.place = here;
      builder_.document().ignores.push_back(std::move(note));
    }
    for (ReadingNote& note : stripped.notes) {
      note.place = here;
      builder_.document().notes.push_back(std::move(note));
    }
  }

  void tell() {
    auto& notes = builder_.document().notes;
    if (menus_) notes.push_back({"Menus and links of the web site were left out.", false, {}});
    if (hidden_) notes.push_back({"Hidden parts of the page were left out.", false, {}});
    if (struck_) notes.push_back({"Struck-out text was left out.", false, {}});
  }

  Builder& builder_;
  std::string_view source_;
  Place where_;
  const std::vector<Kept> whole_{{}};
  Places places_;
  std::uint32_t tables_ = 0, next_ = 0, at_ = 0;
  std::size_t last_open_ = 0;
  int breaks_ = 0;
  bool space_ = false, mark_ = false, layout_ = false, stale_ = false, placed_ = false;
  bool menus_ = false, hidden_ = false, struck_ = false;
};

struct Destroy {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

}  // namespace

Result<void> add_html(Builder& builder, std::string_view source, const Place& where) {
  if (std::string danger = html_danger(source); !danger.empty()) {
    return fail({std::move(danger), {}, 0, 0, "Open it in a browser, and copy its text to a .txt file.", {}});
  }
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, Destroy> output(
      gumbo_parse_with_options(&options, source.data(), source.size()));
  if (output == nullptr) return fail({"could not be parsed as HTML", {}, 0, 0, "Save it as .txt.", {}});
  Page(builder, source, where).read(output->document);
  return {};
}

void read_html(ByteStream& bytes, const Input& input, const EachDocument& each) {
  const auto whole = take_whole(bytes, input, each);
  if (!whole) return;
  Document document = new_document(input);
  ReadOptions options = input.options;
  if (options.encoding.empty()) options.encoding = html_encoding(*whole);
  const auto source = source_text(*whole, {input.path, options, input.format}, document);
  if (!source) return each(tl::unexpected(source.error()));
  Builder builder(std::move(document));
  if (auto added = add_html(builder, *source); !added) {
    for (Error& error : added.error()) error.path = input.path;
    return each(tl::unexpected(added.error()));
  }
  deliver(builder.take(), input, each);
}

}  // namespace peerscope
