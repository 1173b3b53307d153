// Puts words that follow one another into stretches, orders these, and joins what stands on one line.
#include "read/pdf_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/utf8.h"

namespace peerscope {
namespace {

constexpr float kWideGap = 1.3F;  // of the letters' size: more than lines have between words, mostly
constexpr float kWidestGap =
    3.5F;  // that a justified line has, where nothing stands under what comes after it
constexpr std::array<const char*, 7> kLigatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};  // from U+FB00

// Symbol and Wingdings keep their bullets where no character is.
bool is_symbol_bullet(char32_t c) {
  constexpr std::array<char32_t, 10> kBullets{0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF076,
                                              0xF06E, 0xF0A8, 0xF0E0, 0xF02D, 0xF071};
  return std::find(kBullets.begin(), kBullets.end(), c) != kBullets.end();
}

bool goes_on(const PdfWord& before, const PdfWord& word) {
  const float size = std::max(before.size, word.size);
  const float height = std::max(before.bottom - before.top, word.bottom - word.top);
  const float apart = std::abs((before.top + before.bottom) - (word.top + word.bottom)) / 2;
  return before.rotation == word.rotation && word.left >= before.right - 0.5F * size &&
         word.left - before.right <= kWideGap * size && apart <= 0.5F * height;
}

PdfLine stretch_of(const PdfPage& page, std::size_t begin, std::size_t end) {
  PdfLine line;
  line.page = page.number;
  const PdfWord& first = page.words[begin];
  line.left = first.left;
  line.top = first.top;
  line.right = first.right;
  line.bottom = first.bottom;
  line.first_width = first.right - first.left;
  line.turned = first.rotation;
  std::vector<std::pair<float, std::size_t>> sizes;
  bool space = false;
  for (std::size_t i = begin; i < end; ++i) {
    const PdfWord& word = page.words[i];
    line.left = std::min(line.left, word.left);
    line.top = std::min(line.top, word.top);
    line.right = std::max(line.right, word.right);
    line.bottom = std::max(line.bottom, word.bottom);
    if (i > begin) space = space || word.left - page.words[i - 1].right > 0.15F * word.size;
    const std::string text = clean_pdf_text(word.text);
    if (line.runs.empty() || line.runs.back().bold != word.bold) line.runs.push_back({"", word.bold});
    if (space && line.runs.size() > 1 && line.runs.back().text.empty())
      line.runs[line.runs.size() - 2].text += ' ';
    else if (space && !line.runs.back().text.empty())
      line.runs.back().text += ' ';
    line.runs.back().text += text;
    space = word.space_after;
    sizes.emplace_back(word.size, text.size());
  }
  std::sort(sizes.begin(), sizes.end());
  std::size_t letters = 0, half = 0;
  for (const auto& each : sizes) letters += each.second;
  for (const auto& [size, count] : sizes) {
    line.size = size;
    if ((half += count) * 2 >= letters) break;
  }
  return line;
}

bool same_height(const PdfLine& a, const PdfLine& b) {
  return std::abs(a.middle() - b.middle()) <= 0.4F * std::min(a.bottom - a.top, b.bottom - b.top);
}

bool holds_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_letter_or_digit(point.value)) return true;
    at += point.size;
  }
  return false;
}

// "•", "1.", "b)": whatever its distance, the words behind it belong to it.
bool is_mark(const PdfLine& line) {
  const std::string text = line.text();
  if (text.size() > 5) return false;
  return !holds_letters(text) || text == "o" || text.ends_with('.') || text.ends_with(')');
}

void append(PdfLine& line, const PdfLine& more) {
  if (!line.runs.empty()) line.runs.back().text += ' ';
  line.runs.insert(line.runs.end(), more.runs.begin(), more.runs.end());
  line.top = std::min(line.top, more.top);
  line.right = more.right;
  line.bottom = std::max(line.bottom, more.bottom);
  line.size = std::max(line.size, more.size);
}

// Whether others that stand beside something begin as far from the left: a table's column, a tab.
bool in_column(const std::vector<PdfLine>& stretches, const PdfLine& stretch) {
  std::size_t others = 0;
  for (const PdfLine& other : stretches)
    others += &other != &stretch && other.behind && std::abs(other.left - stretch.left) < 1 ? 1 : 0;
  return others > 0;
}

void find_corners(std::vector<PdfLine>& lines) {
  std::vector<std::size_t> by_top(lines.size());
  for (std::size_t i = 0; i < by_top.size(); ++i) by_top[i] = i;
  std::sort(by_top.begin(), by_top.end(),
            [&](std::size_t a, std::size_t b) { return lines[a].top < lines[b].top; });
  for (std::size_t i = 0; i < by_top.size(); ++i) {
    for (std::size_t j = i + 1; j < by_top.size() && lines[by_top[j]].top < lines[by_top[i]].bottom; ++j) {
      PdfLine *left = &lines[by_top[i]], *right = &lines[by_top[j]];
      if (left->left > right->left) std::swap(left, right);
      if (!same_height(*left, *right) || right->left < left->right) continue;
      left->corner = left->cornered ? std::min(left->corner, right->left) : right->left;
      left->cornered = right->behind = true;
    }
  }
}

// The words that run in one direction, as if the page were turned so that they run from left to right.
PdfPage turned_back(const PdfPage& page, std::uint8_t turned) {
  PdfPage other;
  other.number = page.number;
  other.raw = page.raw;
  for (PdfWord word : page.words) {
    if (word.rotation != turned) continue;
    const auto [left, top, right, bottom] =
        std::array<float, 4>{word.left, word.top, word.right, word.bottom};
    if (turned == 1)
      word.left = top, word.top = page.width - right, word.right = bottom, word.bottom = page.width - left;
    if (turned == 2)
      word.left = page.width - right, word.top = page.height - bottom, word.right = page.width - left,
      word.bottom = page.height - top;
    if (turned == 3)
      word.left = page.height - bottom, word.top = left, word.right = page.height - top, word.bottom = right;
    other.words.push_back(std::move(word));
  }
  return other;
}

std::vector<PdfLine> lines_of_words(const PdfPage& page) {
  std::vector<PdfLine> stretches;
  for (std::size_t begin = 0; begin < page.words.size();) {
    std::size_t end = begin + 1;
    while (end < page.words.size() && goes_on(page.words[end - 1], page.words[end])) ++end;
    PdfLine line = stretch_of(page, begin, end);
    if (!trim(line.text()).empty()) stretches.push_back(std::move(line));
    begin = end;
  }
  find_corners(stretches);
  std::vector<PdfLine> lines;
  for (const std::size_t index : reading_order(stretches, page.raw)) {
    const PdfLine& line = stretches[index];
    PdfLine* before = lines.empty() ? nullptr : &lines.back();
    const bool beside = before != nullptr && same_height(*before, line) &&
                        line.left >= before->right - line.size && !before->turned && !line.turned;
    const float gap = beside ? line.left - before->right : 0;
    const bool close = beside && (gap <= kWideGap * line.size ||
                                  (gap <= kWidestGap * line.size && !in_column(stretches, line)));
    if (close || (beside && is_mark(*before))) {
      append(*before, line);
      before->cornered = line.cornered;
      before->corner = line.corner;
    } else {
      lines.push_back(line);
      lines.back().beside = beside;
    }
  }
  return lines;
}

}  // namespace

std::string PdfLine::text() const {
  std::string all;
  for (const PdfRun& run : runs) all += run.text;
  return all;
}

bool PdfLine::bold() const {
  bool any = false;
  for (const PdfRun& run : runs) {
    if (!holds_letters(run.text)) continue;
    if (!run.bold) return false;
    any = true;
  }
  return any;
}

std::string clean_pdf_text(std::string_view text) {
  std::string clean;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    const char32_t c = point.value;
    if (c >= 0xFB00 && c <= 0xFB06)
      clean += kLigatures[c - 0xFB00];
    else if (is_symbol_bullet(c))
      clean += "\xE2\x80\xA2";
    else if (c == 0xAD)  // a hyphen that is drawn is one to be seen
      clean += '-';
    else if (c == 0xA0 || c == '\n' || c == '\t' || c == '\r')
      clean += ' ';
    else if (c >= 0x20 && (c < 0x7F || c > 0x9F) && c != 0xFEFF)
      append_code_point(clean, c);
  }
  return clean;
}

std::vector<PdfLine> lines_of_page(const PdfPage& page) {
  std::vector<PdfLine> lines;
  for (std::uint8_t turned = 0; turned < 4; ++turned) {
    const std::vector<PdfLine> more = lines_of_words(turned_back(page, turned));
    lines.insert(lines.end(), more.begin(), more.end());
  }
  return lines;
}

}  // namespace peerscope
