// Reads Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence,
// text.
#include "read/pdf_ocr.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace peerscope {
namespace {

constexpr float kDoubtful = 25;  // of 100: below, Tesseract takes specks and lines for letters

struct Row {
  int level = 0;
  float left = 0, top = 0, width = 0, height = 0, confidence = 0;
  std::string_view text;
};

template <class Number>
bool read(std::string_view field, Number& number) {
  double value = 0;
  const auto [end, failure] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (failure != std::errc{} || value < -1 || value > 1e5) return false;
  number = static_cast<Number>(value);
  return true;
}

bool read_row(std::string_view line, Row& row) {
  std::array<std::string_view, 12> fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::size_t tab = i + 1 < fields.size() ? line.find('\t') : line.size();
    if (tab == std::string_view::npos) return false;
    fields[i] = line.substr(0, tab);
    line.remove_prefix(std::min(tab + 1, line.size()));
  }
  row.text = fields[11];
  return read(fields[0], row.level) && read(fields[6], row.left) && read(fields[7], row.top) &&
         read(fields[8], row.width) && read(fields[9], row.height) && read(fields[10], row.confidence);
}

}  // namespace

PdfPage words_of_table(std::string_view table, const PdfPage& page, float scale) {
  constexpr int kLine = 4, kWord = 5;
  PdfPage found;
  found.number = page.number;
  found.width = page.width;
  found.height = page.height;
  std::vector<float> heights;
  float top = 0, bottom = 0;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    Row row;
    const bool good = read_row(table.substr(0, end), row);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (!good) continue;
    if (row.level == kLine) top = row.top, bottom = row.top + row.height;
    if (row.level != kWord || row.confidence < kDoubtful ||
        row.text.find_first_not_of(' ') == std::string_view::npos)
      continue;
    PdfWord word;
    word.left = row.left * scale;
    word.right = (row.left + row.width) * scale;
    word.top = top * scale;  // of its line: "on" is lower than "by"
    word.bottom = bottom * scale;
    word.space_after = true;
    word.text = row.text;
    heights.push_back(word.bottom - word.top);
    found.raw += word.text + ' ';
    found.words.push_back(std::move(word));
  }
  if (heights.empty()) return found;
  std::nth_element(heights.begin(), heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2),
                   heights.end());
  for (PdfWord& word : found.words) word.size = heights[heights.size() / 2];
  return found;
}

}  // namespace peerscope
