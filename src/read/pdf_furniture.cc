// Finds headers and footers: the same words, numbers aside, at the same height of several pages.
#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "read/pdf_blocks.h"

namespace peerscope {
namespace {

constexpr float kMargin = 0.12F;  // of the page's height, above and below

// "Page 3 of 12" to "page # of #"
std::string without_numbers(std::string_view text) {
  std::string plain;
  for (const char c : trim(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isspace(byte) != 0) continue;
    if (std::isdigit(byte) == 0)
      plain += static_cast<char>(std::tolower(byte));
    else if (!plain.ends_with('#'))
      plain += '#';
  }
  return plain;
}

bool is_page_number(const std::string& plain) {
  return plain == "#" || plain == "-#-" || plain == "page#" || plain == "page#of#" || plain == "#of#" ||
         plain == "#/#" || plain == "page#/#" || plain == "p.#" || plain == "|page#" || plain == "#|page" ||
         plain == "page|#";
}

}  // namespace

std::size_t drop_headers_and_footers(std::vector<PdfLine>& lines, const std::vector<PdfPage>& pages) {
  std::map<std::uint32_t, float> heights;
  for (const PdfPage& page : pages) heights[page.number] = page.height;
  const auto in_margin = [&](const PdfLine& line) {
    const float height = heights[line.page];
    return line.bottom < kMargin * height || line.top > (1 - kMargin) * height;
  };
  using Key = std::pair<std::string, int>;
  const auto key = [](const PdfLine& line, int shift) {
    return Key(without_numbers(line.text()), static_cast<int>(std::lround(line.middle() / 6)) + shift);
  };
  std::map<Key, std::set<std::uint32_t>> seen;
  for (const PdfLine& line : lines)
    if (in_margin(line)) seen[key(line, 0)].insert(line.page);
  // On both sides of a sheet different ones may stand, and on the first page none.
  const std::size_t enough = std::max<std::size_t>(2, pages.size() / 3);
  const auto repeats = [&](const PdfLine& line) {
    std::size_t count = 0;
    for (const int shift : {-1, 0, 1}) {
      const auto found = seen.find(key(line, shift));
      count += found == seen.end() ? 0 : found->second.size();
    }
    return count >= enough;
  };
  const auto dropped = [&](const PdfLine& line) {
    return in_margin(line) && (repeats(line) || is_page_number(without_numbers(line.text())));
  };
  // A page that would have nothing left but its number has no header: what stands there is its text.
  std::vector<bool> drop;
  std::set<std::uint32_t> keep;
  for (const PdfLine& line : lines) drop.push_back(dropped(line));
  for (const PdfLine& line : lines) keep.insert(line.page);
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!drop[i]) keep.erase(lines[i].page);
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (keep.count(lines[i].page) > 0 && !is_page_number(without_numbers(lines[i].text()))) drop[i] = false;
  std::vector<PdfLine> kept;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!drop[i]) kept.push_back(std::move(lines[i]));
  const std::size_t went = lines.size() - kept.size();
  lines = std::move(kept);
  return went;
}

}  // namespace peerscope
