// Joins lines to paragraphs by their place on the page, and tells headings by the size of their letters.
#include "read/pdf_blocks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "document/marks.h"
#include "read/builder.h"
#include "read/pdf_hyphens.h"

namespace peerscope {
namespace {

constexpr float kSameSize = 0.08F;        // a part of the size: letters so much larger are still the same
constexpr float kHeadingSize = 1.12F;     // times the size of most letters
constexpr std::size_t kLongHeading = 25;  // words; more are a paragraph in large print

bool same_size(const PdfLine& a, const PdfLine& b) {
  return std::abs(a.size - b.size) <= kSameSize * std::max(a.size, b.size);
}

bool overlap(const PdfLine& a, const PdfLine& b) { return a.left < b.right && b.left < a.right; }

// The value that most letters have, to a fifth of a point.
template <class Value>
float most_common(const std::vector<PdfLine>& lines, Value value) {
  std::map<int, std::size_t> counts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto [key, weight] = value(i);
    if (weight > 0) counts[static_cast<int>(std::lround(key * 5))] += weight;
  }
  const auto most = std::max_element(counts.begin(), counts.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? 0 : static_cast<float>(most->first) / 5;
}

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

class Assembler {
 public:
  Assembler(Document document, const std::vector<PdfLine>& lines, const std::vector<PdfPage>& pages,
            const std::function<bool(std::string_view)>& is_word)
      : builder_(std::move(document)), lines_(lines), hyphens_(lines, is_word) {
    for (const PdfPage& page : pages) widths_[page.number] = page.width;
  }

  Document run() {
    body_ = most_common(lines_,
                        [&](std::size_t i) { return std::pair(lines_[i].size, lines_[i].text().size()); });
    // From line to line, in letters' sizes.
    leading_ = most_common(lines_, [&](std::size_t i) {
      const bool pair = i > 0 && follows(lines_[i - 1], lines_[i]) && step(lines_[i - 1], lines_[i]) < 2.6F;
      return pair ? std::pair(step(lines_[i - 1], lines_[i]), std::size_t{1})
                  : std::pair(0.0F, std::size_t{0});
    });
    if (leading_ == 0) leading_ = 1.2F;
    rank_sizes();
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin + 1;
      while (end < lines_.size() && joins(begin, end)) ++end;
      add_block(begin, end);
      begin = end;
    }
    return builder_.take();
  }

 private:
  static float step(const PdfLine& a, const PdfLine& b) {
    return (b.middle() - a.middle()) / std::max(a.size, 1.0F);
  }

  // `b` stands under `a` in the same column, in letters of the same size.
  static bool follows(const PdfLine& a, const PdfLine& b) {
    return a.page == b.page && same_size(a, b) && overlap(a, b) && step(a, b) > 0.3F;
  }

  static bool starts_low(const std::string& text) {
    return !text.empty() && is_lower_letter(code_point_at(text, 0).value);
  }
  static bool ends_sentence(const std::string& text) {
    const std::string_view words = trim(text);
    return words.ends_with('.') || words.ends_with('!') || words.ends_with('?') || words.ends_with(':');
  }
  static Mark mark_of(const std::string& text) {
    return mark_at(text, 0, static_cast<std::uint32_t>(text.size()));
  }

  // How far lines could reach: as far as the longest of this column on this page.
  float edge_of(const PdfLine& line) const {
    const auto on_page = page_lines_.find(line.page);
    float edge = line.right;
    float corner = line.cornered ? line.corner : 0;
    const auto [begin, end] =
        on_page == page_lines_.end() ? std::pair<std::size_t, std::size_t>{0, 0} : on_page->second;
    for (std::size_t i = begin; i < end; ++i) {
      const PdfLine& other = lines_[i];
      if (!same_size(line, other) || !overlap(line, other) ||
          std::abs(other.left - line.left) > 7 * line.size)
        continue;
      edge = std::max(edge, other.right);
      if (other.cornered) corner = corner == 0 ? other.corner : std::min(corner, other.corner);
    }
    return corner > line.right ? std::min(edge, corner - line.size / 2) : edge;
  }

  // Whether the first word of `b` had room at the end of `a`: then its author began a new line.
  bool had_room(const PdfLine& a, const PdfLine& b) const {
    float edge = edge_of(a);
    // Where all lines are short none shows the edge; margins are mostly alike.
    if (!a.cornered && (a.page != b.page || ends_sentence(a.text())))
      edge = std::max(edge, widths_.at(a.page) - left_of(a.page));
    return a.right + 0.25F * a.size + b.first_width < edge - 0.4F * a.size;
  }

  bool joins(std::size_t begin, std::size_t at) const {
    const PdfLine &first = lines_[begin], &a = lines_[at - 1], &b = lines_[at];
    if (a.turned != b.turned || b.beside || !same_size(a, b)) return false;
    const std::string before = a.text(), text = b.text();
    const bool listed = mark_of(first.text()).kind != MarkKind::none;
    if (opens_item(first, a, b, text, listed)) return false;
    if (a.page != b.page) return joins_over_page(a, b, before, text);
    if (!overlap(a, b) || step(a, b) <= 0.3F)
      return starts_low(text) && !ends_sentence(before) && next_column(a, b);
    if (step(a, b) > leading_ * 1.25F + 0.1F) return false;
    if (at - begin >= 2 && std::abs(step(a, b) - step(lines_[at - 2], a)) > 0.3F &&
        lines_[at - 2].page == a.page)
      return false;
    if (a.runs.back().bold != b.runs.front().bold && (a.bold() || b.bold())) return false;
    if (starts_low(text) && !before.ends_with(':')) return true;
    const bool indented = !listed && at - begin >= 2 && b.left - a.left > 0.9F * b.size && !centred(a, b);
    return !indented && !had_room(a, b);
  }

  static bool centred(const PdfLine& a, const PdfLine& b) {
    return std::abs((a.left + a.right) - (b.left + b.right)) < a.size;
  }

  // A bullet or number begins an item; inside an item a number or a dash may also be where a line of it was
  // wrapped.
  bool opens_item(const PdfLine& first, const PdfLine& a, const PdfLine& b, const std::string& text,
                  bool listed) const {
    const Mark mark = mark_of(text);
    if (mark.kind == MarkKind::none) return false;
    if (!listed || bullet_glyph_at(text, 0, static_cast<std::uint32_t>(text.size()))) return true;
    if (b.left < first.left + 0.8F * b.size || had_room(a, b)) return true;
    return mark.kind == MarkKind::bullet && std::abs(b.left - a.left) > 0.5F * b.size;
  }

  // From the foot of one column to the head of the next.
  static bool next_column(const PdfLine& a, const PdfLine& b) {
    return a.page == b.page && b.left > a.right && b.middle() < a.middle();
  }

  bool joins_over_page(const PdfLine& a, const PdfLine& b, const std::string& before,
                       const std::string& text) const {
    if (b.page != a.page + 1 || ends_sentence(before) || a.bold() || b.bold() ||
        a.size > kHeadingSize * body_)
      return false;
    return starts_low(text) || (overlap(a, b) && !had_room(a, b));
  }

  void rank_sizes() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const PdfLine& line = lines_[i];
      auto& range = page_lines_.try_emplace(line.page, i, i).first->second;
      range.second = i + 1;
      float& left = lefts_.try_emplace(line.page, line.left).first->second;
      left = std::min(left, line.left);
      if (line.size >= kHeadingSize * body_) sizes_.push_back(line.size);
    }
    std::sort(sizes_.begin(), sizes_.end(), std::greater<>());
    std::vector<float> ranked;
    for (const float size : sizes_)
      if (ranked.empty() || size < ranked.back() * (1 - kSameSize)) ranked.push_back(size);
    sizes_ = std::move(ranked);
  }

  // 0: no heading.
  std::uint8_t heading_level(const PdfLine& line, std::size_t words) const {
    if (line.size < kHeadingSize * body_ || words > kLongHeading) return 0;
    const auto smaller = std::find_if(sizes_.begin(), sizes_.end(),
                                      [&](float size) { return line.size >= size * (1 - kSameSize); });
    return static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(smaller - sizes_.begin() + 1, 6));
  }

  void add_block(std::size_t begin, std::size_t end) {
    const PdfLine& first = lines_[begin];
    std::size_t words = 0;
    for (std::size_t i = begin; i < end; ++i) words += words_in(lines_[i].text());
    const bool marked = mark_of(first.text()).kind != MarkKind::none;
    const std::uint8_t level = marked ? std::uint8_t{0} : heading_level(first, words);
    const float indent = (first.left - left_of(first.page)) / (0.5F * std::max(first.size, 1.0F));
    builder_.open(level > 0 ? BlockType::heading : BlockType::paragraph, level, false,
                  static_cast<std::uint16_t>(std::clamp(indent, 0.0F, 999.0F)));
    if (first.page != page_) paragraph_ = 0;
    page_ = first.page;
    place(first.page, ++paragraph_);
    for (std::size_t i = begin; i < end; ++i) add_line(i, i + 1 < end);
  }

  void place(std::uint32_t page, std::uint32_t paragraph) {
    Place place;
    place.page = page;
    place.paragraph = paragraph;
    builder_.place(place);
  }

  void add_line(std::size_t i, bool more) {
    const PdfLine& line = lines_[i];
    if (line.page != page_) {
      page_ = line.page;
      place(page_, paragraph_ = 1);
    }
    const bool parted = more && hyphens_.ends_in_hyphen(line);
    for (std::size_t run = 0; run < line.runs.size(); ++run) {
      std::string_view text = line.runs[run].text;
      if (parted && run + 1 == line.runs.size()) text = hyphens_.end_of(text, lines_[i + 1]);
      builder_.add(text, line.runs[run].bold);
    }
    if (more && !parted) builder_.add(" ", line.runs.back().bold);
  }

  float left_of(std::uint32_t page) const { return lefts_.at(page); }

  Builder builder_;
  const std::vector<PdfLine>& lines_;
  PdfHyphens hyphens_;
  float body_ = 0, leading_ = 0;
  std::vector<float> sizes_;                                                 // of headings, largest first
  std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> page_lines_;  // the lines of each page
  std::map<std::uint32_t, float> lefts_, widths_;  // of each page: where its lines begin; how wide it is
  std::uint32_t page_ = 0, paragraph_ = 0;
};

}  // namespace

Document blocks_of_lines(Document document, const std::vector<PdfLine>& lines,
                         const std::vector<PdfPage>& pages,
                         const std::function<bool(std::string_view)>& is_word) {
  return Assembler(std::move(document), lines, pages, is_word).run();
}

}  // namespace peerscope
