// Cuts plain text into lines, with their bullets and indents told apart from their words.
#include "read/plain.h"

#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/format.h"
#include "read/list_marks.h"
#include "read/origins.h"
#include "read/source_text.h"

namespace peerscope {

namespace {

constexpr std::uint16_t kTab = 8;

// A line that is not empty.
struct Line {
  Span span;  // without white space at either end
  std::uint16_t indent = 0;
  bool blank_before = false;
};

// Columns of white space before the words, and its bytes.
std::pair<std::uint16_t, std::size_t> indent_of(std::string_view line) {
  std::uint32_t columns = 0;
  std::size_t at = 0;
  while (at < line.size()) {
    const CodePoint point = code_point_at(line, at);
    if (!is_blank(point.value)) break;
    if (point.value == '\t')
      columns += kTab - columns % kTab;
    else if (display_width(line.substr(at, point.size)) > 0 || point.value == 0xA0)
      ++columns;
    at += point.size;
  }
  return {static_cast<std::uint16_t>(columns > 999 ? 999 : columns), at};
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  bool blank = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t feed = text.find('\n', begin);
    const std::size_t end = feed == std::string_view::npos ? text.size() : feed;
    const std::string_view line = text.substr(begin, end - begin);
    const std::string_view words = trim(line);
    if (words.empty()) {
      blank = true;
    } else {
      const auto [indent, skipped] = indent_of(line);
      const auto first = static_cast<std::uint32_t>(begin + skipped);
      const auto last =
          static_cast<std::uint32_t>(static_cast<std::size_t>(words.data() - text.data()) + words.size());
      lines.push_back({{first, last}, indent, blank});
      blank = false;
    }
    begin = end + 1;
  }
  return lines;
}

void add_blocks(Document& document) {
  const std::string_view text = document.text;
  const std::vector<Line> lines = lines_of(text);
  std::vector<MarkLine> judged;
  judged.reserve(lines.size());
  for (const Line& line : lines) judged.push_back({slice(text, line.span), line.blank_before});
  const std::vector<std::uint32_t> marks = find_list_marks(judged);
  const Line* bullet = nullptr;  // one that stands alone on the line before
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Block block;
    block.span = {lines[i].span.begin + marks[i], lines[i].span.end};
    block.indent = lines[i].indent;
    block.blank_before = lines[i].blank_before;
    block.marked = marks[i] > 0;
    if (bullet != nullptr && !block.marked) {
      block.marked = true;
      block.indent = bullet->indent;
      block.blank_before = bullet->blank_before;
    }
    bullet = block.span.begin >= block.span.end ? &lines[i] : nullptr;
    if (bullet == nullptr) document.blocks.push_back(block);
  }
}

// An origin wherever a stretch begins.
void add_origins(Document& document, std::string_view source, const StrippedText& stripped,
                 const Place& where) {
  Places places(source, stripped.kept);
  for (const Kept& stretch : stripped.kept) {
    Origin origin{stretch.begin, where};
    const Place place = places.at(stretch.begin);
    origin.place.line = place.line;
    origin.place.column = place.column;
    document.origins.push_back(std::move(origin));
  }
  split_origins(document);
}

}  // namespace

void add_plain_text(Document& document, const std::string& source, const Place& where) {
  StrippedText stripped = strip_comments(source, Comments::ignore_notes);
  document.text = std::move(stripped.text);
  for (IgnoreNote& note : stripped.ignores) {
    note.place.row = where.row;
    note.place.field = where.field;
    note.place.inside = where.inside;
    document.ignores.push_back(std::move(note));
  }
  for (ReadingNote& note : stripped.notes) document.notes.push_back(std::move(note));
  add_origins(document, source, stripped, where);
  add_blocks(document);
}

void read_plain(ByteStream& bytes, const Input& input, const EachDocument& each) {
  const auto whole = take_whole(bytes, input, each);
  if (!whole) return;
  Document document = new_document(input);
  const auto source = source_text(*whole, input, document);
  if (!source) return each(tl::unexpected(source.error()));
  add_plain_text(document, *source);
  deliver(std::move(document), input, each);
}

}  // namespace peerscope
