// Works out what marked-up blocks only show by their words: typed bullets, bold first lines, sentences set as
// headings.
#include <algorithm>
#include <cctype>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "read/builder.h"
#include "read/list_marks.h"

namespace peerscope {

namespace {

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    words += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return words;
}

// Some write whole duties in a heading style because they like its looks; a heading is never scored, a duty
// is.
bool reads_as_sentence(std::string_view text) {
  const std::size_t words = count_words(text);
  return words > 20 || (words > 7 && (text.ends_with('.') || text.ends_with(';')));
}

// Every letter and digit is bold; marks between bold words need not be.
bool is_bold(std::string_view text, Span span, const std::vector<Span>& bold) {
  auto run = std::upper_bound(bold.begin(), bold.end(), span.begin,
                              [](std::uint32_t at, const Span& each) { return at < each.end; });
  bool any = false;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const CodePoint point = code_point_at(text, at);
    if (is_letter_or_digit(point.value)) {
      while (run != bold.end() && run->end <= at) ++run;
      if (run == bold.end() || run->begin > at) return false;
      any = true;
    }
    at += point.size;
  }
  return any;
}

// A first line that is bold stands as a heading over the next one, unless the sentence goes on:
// "**Duties:**\nThe peer".
bool is_lead_line(std::string_view line, std::string_view next) {
  if (line.ends_with(':')) return true;
  return count_words(line) <= 10 && !line.ends_with(',') && !is_lower_letter(code_point_at(next, 0).value);
}

struct Line {
  Span span;
  std::size_t block = 0;
  bool first = false;  // of its block
  std::uint32_t mark = 0;
};

bool may_hold_marks(const Block& block) {
  return block.type == BlockType::paragraph || block.type == BlockType::cell || block.type == BlockType::item;
}

void add_lines(std::string_view text, const Block& block, std::size_t index, std::vector<Line>& lines) {
  bool first = true;
  for (std::uint32_t begin = block.span.begin; begin < block.span.end;) {
    const auto feed =
        static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', begin), block.span.end));
    const std::string_view words = trim(text.substr(begin, feed - begin));
    if (!words.empty()) {
      const auto from = static_cast<std::uint32_t>(words.data() - text.data());
      lines.push_back({{from, from + static_cast<std::uint32_t>(words.size())}, index, first, 0});
      first = false;
    }
    begin = feed + 1;
  }
}

class Refiner {
 public:
  Refiner(Document& document, const std::vector<Span>& bold)
      : document_(document), text_(document.text), bold_(bold) {}

  void run() {
    find_lines();
    std::size_t next = 0;
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      const std::size_t begin = next;
      while (next < lines_.size() && lines_[next].block == i) ++next;
      take_block(document_.blocks[i], begin, next);
    }
    document_.blocks = std::move(refined_);
  }

 private:
  void find_lines() {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      if (may_hold_marks(document_.blocks[i])) add_lines(text_, document_.blocks[i], i, lines_);
    }
    std::vector<MarkLine> judged;
    judged.reserve(lines_.size());
    for (const Line& line : lines_) judged.push_back({slice(text_, line.span), line.first});
    const std::vector<std::uint32_t> marks = find_list_marks(judged);
    for (std::size_t i = 0; i < lines_.size(); ++i) lines_[i].mark = marks[i];
  }

  void take_block(Block block, std::size_t begin, std::size_t end) {
    if (block.type == BlockType::heading && reads_as_sentence(slice(text_, block.span))) {
      block.type = BlockType::paragraph;
      block.level = 0;
    }
    if (begin == end) return keep(block);
    Block part = block;
    part.span = {lines_[begin].span.begin, lines_[begin].span.begin};
    for (std::size_t i = begin; i < end; ++i) {
      const Line& line = lines_[i];
      if (line.mark > 0) {
        if (i > begin) keep(part);
        part = item_of(block, line);
      } else if (i == begin + 1 && cuts_after_first(lines_[begin], line)) {
        keep(part);
        part.span.begin = line.span.begin;
        part.marked = false;
      }
      part.span.end = line.span.end;
    }
    keep(part);
  }

  bool cuts_after_first(const Line& first, const Line& second) const {
    return is_bold(text_, first.span, bold_) && !is_bold(text_, second.span, bold_) &&
           is_lead_line(slice(text_, first.span), slice(text_, second.span));
  }

  Block item_of(const Block& block, const Line& line) {
    Block item = block;
    item.span = {line.span.begin + line.mark, line.span.end};
    item.marked = true;
    const bool numbered = std::isalnum(static_cast<unsigned char>(text_[line.span.begin])) != 0;
    if (numbered && block.type == BlockType::paragraph && is_bold(text_, block.span, bold_))
      return item;  // "2. Purpose"
    item.type = BlockType::item;
    if (block.type == BlockType::item) {
      item.level = static_cast<std::uint8_t>(std::min(9, block.level + (line.first ? 0 : 1)));
    } else {
      item.level = depth_of(block.indent);
    }
    return item;
  }

  // Deeper indents of lines that follow one another are deeper levels.
  std::uint8_t depth_of(std::uint16_t indent) {
    while (!indents_.empty() && indents_.back() > indent) indents_.pop_back();
    if (indents_.empty() || indents_.back() < indent) indents_.push_back(indent);
    return static_cast<std::uint8_t>(std::min<std::size_t>(9, indents_.size()));
  }

  void keep(Block block) {
    if (block.span.begin >= block.span.end) return;  // a bullet without words
    if (block.type != BlockType::item) indents_.clear();
    block.bold = is_bold(text_, block.span, bold_);
    refined_.push_back(block);
  }

  Document& document_;
  std::string_view text_;
  const std::vector<Span>& bold_;
  std::vector<Line> lines_;
  std::vector<Block> refined_;
  std::vector<std::uint16_t> indents_;
};

}  // namespace

void refine_blocks(Document& document, const std::vector<Span>& bold) { Refiner(document, bold).run(); }

}  // namespace peerscope
