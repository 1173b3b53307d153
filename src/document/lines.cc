// Reads a document's blocks as lines and measures each of them once.
#include "document/lines.h"

#include <algorithm>
#include <array>
#include <bit>

#include "document/characters.h"
#include "document/columns.h"
#include "document/letters.h"

namespace peerscope {
namespace {

constexpr std::uint32_t kMeasured = 240;
constexpr std::uint32_t kWidestWrap = 132;  // columns: wider lines were never wrapped by hand or typewriter
constexpr std::uint32_t kNarrowestWrap = 40;
constexpr std::string_view kNoteLetters = "SOAPDBIRG";

bool is_rule(std::string_view line) {
  if (line.size() < 3) return false;
  const char c = line[0];
  return (c == '=' || c == '-' || c == '_' || c == '*' || c == '~') &&
         line.find_first_not_of(std::array<char, 2>{c, ' '}.data(), 0, 2) == std::string_view::npos;
}

// The first letter, behind quotation marks and brackets.
std::uint32_t first_letter(std::string_view text, std::uint32_t at, std::uint32_t end) {
  for (;;) {
    if (at >= end) return end;
    const bool opening = glyph_at(text, at, end, 0x80, 0x9C) || glyph_at(text, at, end, 0x80, 0x98);
    const std::uint32_t size = opening ? 3 : closer_size(text, at, end);
    if (size == 0 && text[at] != '(' && text[at] != '*' && text[at] != '#') return at;
    at += size == 0 ? 1 : size;
  }
}

void measure_words(std::string_view text, Line& line) {
  const std::uint32_t end = std::min(line.span.end, line.span.begin + kMeasured);
  const std::uint32_t first = first_letter(text, line.span.begin, end);
  line.upper_start = upper_at(text, first, end);
  line.lower_start = lower_at(text, first, end);
  LetterCount count;
  for (std::uint32_t at = line.span.begin; at < end; at = skip_spaces(text, at, end)) {
    const std::uint32_t begin = at;
    at = count_word(text, at, end, count);
    if (count.words == 1) line.first_width = at - begin;
  }
  const bool whole = line.span.end <= end;
  line.words = whole ? static_cast<std::uint8_t>(std::min(count.words, 254U)) : std::uint8_t{255};
  line.capitals =
      whole && count.upper >= 2 && count.lower * 12 <= count.upper && count.lower_in_brackets <= count.upper;
  line.title = whole && count.capital_words > 0 && count.capital_words >= 3 * count.small_words;
}

void measure_end(std::string_view text, Line& line) {
  std::uint32_t end = line.span.end;
  while (end > line.span.begin) {
    if (closer_size(text, end - 1, line.span.end) == 1 || text[end - 1] == '*' || text[end - 1] == '_') {
      --end;
    } else if (end >= line.span.begin + 3 && closer_size(text, end - 3, line.span.end) == 3) {
      end -= 3;
    } else {
      break;
    }
  }
  if (end == line.span.begin) return;
  const char last = text[end - 1];
  line.terminal = last == '.' || last == '!' || last == '?' ||
                  (end >= line.span.begin + 3 && glyph_at(text, end - 3, line.span.end, 0x80, 0xA6));
  line.colon_end = last == ':';
  const auto all = slice(text, line.span);
  line.open_end = all.back() == ',' || all.back() == '-' || all.ends_with(" and") || all.ends_with(" or") ||
                  all.ends_with(" the") || all.ends_with(" of") || all.ends_with(" to") ||
                  all.ends_with(" a");
}

std::uint32_t code_points(std::string_view text) {
  std::uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document), text_(document.text) {
    read_.lines.reserve(document.blocks.size());
  }

  Lines read() {
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      const Block& block = document_.blocks[i];
      if (block.type == BlockType::paragraph || block.type == BlockType::quote)
        take_paragraph(block, i);
      else
        take_block(block, i);
      floor_ = block.span.end;
    }
    find_wrap();
    if (double_spaced()) close_up();
    count_note_letters();
    part_columns(text_, read_.lines);
    return std::move(read_);
  }

 private:
  static Line line_of(const Block& block, std::uint32_t index, Span span) {
    Line line;
    line.span = span;
    line.block = index;
    line.type = block.type;
    line.level = block.level;
    line.indent = block.indent;
    line.bold = block.bold;
    return line;
  }

  void take_block(const Block& block, std::uint32_t index) {
    Line line = line_of(block, index, trimmed(text_, block.span));
    line.blank_before = block.type == BlockType::line ? block.blank_before : true;
    line.own_block = block.type != BlockType::line;
    if (block.marked) {
      const Mark mark = mark_before(block.span.begin);
      line.mark = mark.kind == MarkKind::none ? MarkKind::bullet : mark.kind;
      line.number = mark.number;
    }
    add(line);
  }

  // A paragraph may hold lines of its own: an address, or "key: value" line by line.
  void take_paragraph(const Block& block, std::uint32_t index) {
    std::uint32_t at = block.span.begin;
    for (bool first = true; at < block.span.end; first = false) {
      const auto found = text_.substr(0, block.span.end).find('\n', at);
      const std::uint32_t end =
          found == std::string_view::npos ? block.span.end : static_cast<std::uint32_t>(found);
      Line line = line_of(block, index, trimmed(text_, {at, end}));
      line.type = BlockType::line;
      line.blank_before = first;
      line.own_block = first;
      add(line);
      at = end + 1;
    }
  }

  // The mark that the reader of the format left outside the block's span.
  Mark mark_before(std::uint32_t begin) const {
    std::uint32_t first = begin;
    while (first > floor_ && begin - first < 32 && text_[first - 1] != '\n') --first;
    return mark_at(text_, skip_spaces(text_, first, begin), begin);
  }

  void add(Line line) {
    if (line.type == BlockType::line && line.mark == MarkKind::none) take_mark(line);
    if (line.span.begin >= line.span.end) return;
    line.rule = line.type == BlockType::line && is_rule(slice(text_, line.span));
    measure_words(text_, line);
    measure_end(text_, line);
    std::uint32_t first = line.span.begin;
    while (first > floor_ && line.span.begin - first < 64 && text_[first - 1] != '\n') --first;
    line.width = code_points(text_.substr(first, line.span.end - first));
    if (line.mark == MarkKind::letter || line.mark == MarkKind::small_letter) last_letter_ = line.number;
    read_.lines.push_back(line);
  }

  // A mark that the reader of the format did not see; "C. Abara" is one only after "B."
  void take_mark(Line& line) const {
    const Mark mark = mark_at(text_, line.span.begin, line.span.end);
    if (mark.kind == MarkKind::none || is_rule(slice(text_, line.span))) return;
    if (mark.bare && mark.number != 1 && mark.number != last_letter_ + 1) return;
    line.mark = mark.kind;
    line.number = mark.number;
    line.span.begin += mark.size;
  }

  // Lines that a line in small letters follows were surely wrapped; the widest of them shows where.
  void find_wrap() {
    const auto& lines = read_.lines;
    read_.wrap = 0;
    std::uint32_t wrapped_lines = 0, wide = 0, upper = 0, lower = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      wide += lines[i].width > kWidestWrap;
      (lines[i].capitals ? upper : lower) += lines[i].words;
      if (i + 1 == lines.size() || !lines[i + 1].lower_start || lines[i + 1].blank_before ||
          lines[i + 1].own_block || lines[i + 1].mark != MarkKind::none || lines[i].width > kWidestWrap)
        continue;
      ++wrapped_lines;
      read_.wrap = std::max(read_.wrap, lines[i].width);
    }
    if (wrapped_lines == 0 || wrapped_lines * 25 < lines.size() || wide * 20 > lines.size() ||
        read_.wrap < kNarrowestWrap)
      read_.wrap = 0;
    read_.shouted = upper > 3 * lower && upper > 40;
  }

  // Some converters put an empty line after every line; then it parts nothing.
  bool double_spaced() const {
    std::size_t plain = 0, blank = 0, small = 0;
    for (const Line& line : read_.lines) {
      if (line.own_block) continue;
      ++plain;
      blank += line.blank_before;
      small += line.lower_start && line.blank_before && line.mark == MarkKind::none;
    }
    return plain >= 8 && blank * 10 >= plain * 9 && small * 10 >= plain;
  }
  void close_up() {
    auto& lines = read_.lines;
    for (std::size_t i = 1; i < lines.size(); ++i)
      lines[i].blank_before = lines[i].blank_before && lines[i].own_block;
    find_wrap();
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const bool on = lines[i].lower_start || wrapped(read_, lines[i - 1], lines[i]);
      lines[i].blank_before = lines[i].own_block || lines[i - 1].terminal || lines[i - 1].colon_end || !on;
    }
  }

  void count_note_letters() {
    std::uint32_t seen = 0;
    for (const Line& line : read_.lines) {
      if (line.span.end - line.span.begin < 3 || text_[line.span.begin + 1] != ':') continue;
      const auto letter = kNoteLetters.find(text_[line.span.begin]);
      if (letter != std::string_view::npos) seen |= 1U << letter;
    }
    read_.note_letters = static_cast<std::uint32_t>(std::popcount(seen));
  }

  const Document& document_;
  std::string_view text_;
  std::uint32_t floor_ = 0;  // end of the block before
  std::uint32_t last_letter_ = 0;
  Lines read_;
};

}  // namespace

bool is_note_letter(char letter) { return kNoteLetters.find(letter) != std::string_view::npos; }

Lines read_lines(const Document& document) { return Reader(document).read(); }

bool wrapped(const Lines& lines, const Line& line, const Line& next) {
  return lines.wrap != 0 && line.width <= kWidestWrap &&
         (line.width + 1 + next.first_width) * 100 > lines.wrap * 90;
}

}  // namespace peerscope
