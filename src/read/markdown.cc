// Reads Markdown: md4c's text pointers are slices of the source, so that every place is exact.
#include <md4c.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/builder.h"
#include "read/format.h"
#include "read/html_pieces.h"
#include "read/source_text.h"

namespace peerscope {

namespace {

// "---\ntitle: …\n---\n" before the text: settings of a site generator, not words of the document.
std::uint32_t front_matter_size(std::string_view source) {
  if (!source.starts_with("---\n")) return 0;
  const std::string_view first = source.substr(4, source.find('\n', 4) - 4);
  if (first.find(':') == std::string_view::npos && !first.starts_with('#')) return 0;
  for (std::size_t at = 4; at < source.size();) {
    const std::size_t end = std::min(source.find('\n', at), source.size());
    const std::string_view line = trim(source.substr(at, end - at));
    if (line == "---" || line == "...") return static_cast<std::uint32_t>(std::min(end + 1, source.size()));
    at = end + 1;
  }
  return 0;
}

class MarkdownReader {
 public:
  MarkdownReader(Document document, std::string_view source, StrippedText& stripped)
      : builder_(std::move(document)),
        text_(stripped.text),
        places_(source, stripped.kept),
        ignores_(stripped.ignores) {}

  bool parse() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return reader(self).enter(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return reader(self).leave(type); };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) { return reader(self).span(type, 1); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return reader(self).span(type, -1); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return reader(self).text(type, {text, size});
    };
    return md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, this) == 0;
  }

  Document take() {
    settle_ignores(static_cast<std::uint32_t>(text_.size()), last_end_);
    builder_.document().ignores = std::move(ignores_);
    if (struck_) builder_.document().notes.push_back({"Struck-out text was left out.", false, {}});
    return builder_.take();
  }

 private:
  struct Container {
    bool item = false;  // else a block quotation
    bool fresh = true;  // no block of the item was opened yet
  };

  static MarkdownReader& reader(void* self) { return *static_cast<MarkdownReader*>(self); }

  int enter(MD_BLOCKTYPE type, void* detail) {
    builder_.close();
    switch (type) {
      case MD_BLOCK_QUOTE:
        containers_.push_back({false, true});
        break;
      case MD_BLOCK_LI:
        containers_.push_back({true, true});
        break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        ++depth_;
        break;
      case MD_BLOCK_H:
        open(BlockType::heading, static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_HTML:
        html_block_ = true;
        break;
      case MD_BLOCK_TABLE:
        place_.table = ++tables_;
        break;
      case MD_BLOCK_TR:
        ++place_.row;
        place_.cell = 0;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        ++place_.cell;
        open(BlockType::cell, 0);
        break;
      default:
        break;
    }
    return 0;
  }

  int leave(MD_BLOCKTYPE type) {
    if (std::exchange(html_block_, false)) add_html();
    builder_.close();
    if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI) containers_.pop_back();
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --depth_;
    if (type == MD_BLOCK_TABLE) place_ = {};
    strong_ = 0;
    return 0;
  }

  int span(MD_SPANTYPE type, int step) {
    if (type == MD_SPAN_STRONG) strong_ += step;
    if (type == MD_SPAN_IMG) pictures_ += step;
    if (type == MD_SPAN_DEL) {
      deleted_ += step;
      delete_known_ = false;
    }
    return 0;
  }

  int text(MD_TEXTTYPE type, std::string_view text) {
    switch (type) {
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        line_break();
        break;
      case MD_TEXT_HTML:
        raw_html(text);
        break;
      case MD_TEXT_ENTITY:
        add(text, entity_text(text));
        break;
      case MD_TEXT_NULLCHAR:
        add(text, "\xEF\xBF\xBD");
        break;
      default:
        add(text, text);
        break;
    }
    return 0;
  }

  void line_break() {
    if (!builder_.is_open()) return;
    if (heading_) {
      // Only an underlined heading has several lines: then it is a paragraph with a rule under it.
      builder_.make_paragraph();
      heading_ = false;
    }
    builder_.add("\n");
  }

  // `slice` lies in the source, save for the line feeds and blanks that md4c makes up in code.
  void add(std::string_view slice, std::string_view shown) {
    const bool from_source = slice.data() >= text_.data() && slice.data() < text_.data() + text_.size();
    const auto at = from_source ? static_cast<std::uint32_t>(slice.data() - text_.data()) : next_;
    if (pictures_ > 0 || is_struck_out(at)) return;
    if (!builder_.is_open()) open_by_container();
    if (from_source) {
      settle_ignores(at, builder_.size());
      if (at != next_ || fresh_) builder_.place(place_at(at));
      fresh_ = slice.size() != shown.size();
      next_ = at + static_cast<std::uint32_t>(slice.size());
    }
    builder_.add(shown, strong_ > 0);
    last_end_ = builder_.size();
  }

  // "~~out~~" is struck out; one tilde is an "about" sign more often than a mark.
  bool is_struck_out(std::uint32_t at) {
    if (deleted_ == 0) return false;
    if (!delete_known_) {
      delete_known_ = true;
      strikes_ = at >= 2 && text_.substr(at - 2, 2) == "~~";
    }
    struck_ = struck_ || strikes_;
    return strikes_;
  }

  Place place_at(std::uint32_t offset) {
    Place place = place_;
    const Place found = places_.at(offset);
    place.line = found.line;
    place.column = found.column;
    return place;
  }

  void open(BlockType type, unsigned level, bool marked = false) {
    builder_.open(type, static_cast<std::uint8_t>(level), marked);
    heading_ = type == BlockType::heading;
    fresh_ = true;
  }

  void open_by_container() {
    if (containers_.empty()) return open(BlockType::paragraph, 0);
    Container& inner = containers_.back();
    if (!inner.item) return open(BlockType::quote, 0);
    open(BlockType::item, static_cast<unsigned>(std::min(9, depth_)), std::exchange(inner.fresh, false));
  }

  // Gives ignore notes that stood before `offset` their place in the text: `here`, or the end of the words
  // before where the note closed a line.
  void settle_ignores(std::uint32_t offset, std::uint32_t here) {
    for (; settled_ < ignores_.size() && ignores_[settled_].offset <= offset; ++settled_) {
      const std::uint32_t stood = ignores_[settled_].offset;
      const bool at_line_start = stood == 0 || text_[stood - 1] == '\n';
      const bool line_ended = text_.substr(stood, offset - stood).find('\n') != std::string_view::npos;
      ignores_[settled_].offset = line_ended && !at_line_start ? last_end_ : here;
    }
  }

  void raw_html(std::string_view text) {
    const bool from_source = text.data() >= text_.data() && text.data() < text_.data() + text_.size();
    if (from_source)
      html_.add(text, static_cast<std::uint32_t>(text.data() - text_.data()));
    else if (text == "\n")
      html_.add_break();
    if (!html_block_ && text.ends_with('>')) add_html();
  }

  // Tags go, the text between them stays.
  void add_html() {
    using Type = HtmlPiece::Type;
    html_.take_pieces([&](const HtmlPiece& piece) {
      const std::string_view slice = text_.substr(piece.offset, piece.text.size());
      switch (piece.type) {
        case Type::words:
          if (builder_.is_open() || !trim(slice).empty()) add(slice, slice);
          break;
        case Type::entity:
          add(slice, entity_text(slice));
          break;
        case Type::line_break:
          line_break();
          break;
        case Type::bold_begins:
          ++strong_;
          break;
        case Type::bold_ends:
          strong_ = std::max(0, strong_ - 1);
          break;
        case Type::heading:
          open(BlockType::heading, piece.level);
          break;
        case Type::item:
          open(BlockType::item, static_cast<unsigned>(depth_ + 1), true);
          break;
        case Type::block:
          builder_.close();
          break;
      }
    });
  }

  Builder builder_;
  std::string_view text_;  // without comments
  Places places_;
  std::vector<IgnoreNote>& ignores_;
  std::size_t settled_ = 0;  // ignores whose offset is one of the document's text already
  HtmlPieces html_;
  std::vector<Container> containers_;
  Place place_;  // table, row and cell
  std::uint32_t tables_ = 0;
  int depth_ = 0, strong_ = 0, pictures_ = 0, deleted_ = 0;
  bool delete_known_ = false, strikes_ = false, struck_ = false;
  bool heading_ = false, html_block_ = false;
  bool fresh_ = true;           // the next text needs a place of its own
  std::uint32_t next_ = 0;      // where the last slice ended in text_
  std::uint32_t last_end_ = 0;  // where it ended in the document's text
};

}  // namespace

void read_markdown(ByteStream& bytes, const Input& input, const EachDocument& each) {
  const auto whole = take_whole(bytes, input, each);
  if (!whole) return;
  Document document = new_document(input);
  const auto source = source_text(*whole, input, document);
  if (!source) return each(tl::unexpected(source.error()));
  StrippedText stripped = strip_comments(*source, Comments::all, front_matter_size(*source));
  for (ReadingNote& note : stripped.notes) document.notes.push_back(std::move(note));
  MarkdownReader reader(std::move(document), *source, stripped);
  if (!reader.parse()) {
    return refuse(input, each, "could not be read as Markdown", "Name its format with --input-format text.");
  }
  deliver(reader.take(), input, each);
}

}  // namespace peerscope
