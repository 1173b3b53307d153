// The door to poppler: documents to pages of words with their boxes, sizes and weights.
#include "pdf/extract.h"

#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <memory>
#include <vector>

namespace peerscope::pdf {
namespace {

constexpr std::size_t kFewWords = 8;        // on a page: perhaps a scan with a stamp or a page number
constexpr std::uint32_t kStyledPages = 12;  // whose fonts are looked up, which takes a third of the time of
                                            // reading; longer documents are books, not job descriptions
constexpr std::size_t kMostLooks = 50;      // pages that are drawn to see whether there is anything on them
constexpr double kLookDpi = 18;             // is enough for that
constexpr double kPictureDpi = 300;         // is what Tesseract is made for
constexpr double kLargestPicture = 16e6;    // pixels
constexpr std::size_t kMostWords = 60000;   // of a page; a page of small print has 2,000

// What poppler complains of while it reads. Most complaints cost no text.
struct Complaints {
  bool repaired = false, incomplete = false;
};

void hear(const std::string& message, void* closure) {
  constexpr std::array<std::string_view, 7> kRepaired{
      "xref", "XRef", "trailer", "page catalog", "Catalog", "End of file inside", "Unterminated"};
  constexpr std::array<std::string_view, 7> kIncomplete{
      "compression method", "block header",    "Unexpected end of file", "Bad LZW stream",
      "language pack",      "No font in show", "Weird page contents"};
  auto& complaints = *static_cast<Complaints*>(closure);
  const auto speaks_of = [&](std::string_view words) { return message.find(words) != std::string::npos; };
  complaints.repaired |= std::any_of(kRepaired.begin(), kRepaired.end(), speaks_of);
  complaints.incomplete |= std::any_of(kIncomplete.begin(), kIncomplete.end(), speaks_of);
}

// poppler's own way goes through iconv for every word.
std::string utf8_of(const poppler::ustring& text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::uint32_t c = text[i];
    if (c == 0xFEFF || c == 0) continue;
    if (c >= 0xD800 && c < 0xE000) {
      const std::uint32_t low = i + 1 < text.size() ? text[i + 1] : 0;
      const bool pair = c < 0xDC00 && low >= 0xDC00 && low < 0xE000;
      c = pair ? 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00) : 0xFFFD;
      i += pair ? 1 : 0;
    }
    const auto put = [&](std::uint32_t byte) { bytes += static_cast<char>(byte); };
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | c >> 6U), put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      put(0xE0 | c >> 12U), put(0x80 | (c >> 6U & 0x3F)), put(0x80 | (c & 0x3F));
    } else {
      put(0xF0 | c >> 18U), put(0x80 | (c >> 12U & 0x3F)), put(0x80 | (c >> 6U & 0x3F)),
          put(0x80 | (c & 0x3F));
    }
  }
  return bytes;
}

// "ABCDEE+Calibri,Bold", "TimesNewRomanPS-BoldMT", "CMBX10"
bool is_bold(std::string name) {
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  constexpr std::array<std::string_view, 5> kHeavy{"bold", "black", "heavy", "demi", "cmbx"};
  return std::any_of(kHeavy.begin(), kHeavy.end(),
                     [&](std::string_view part) { return name.find(part) != std::string::npos; });
}

// Several lines on which words stand with a wide gap between them: columns or a table. One or two are a
// header or a tab, which need no second look at the page.
bool stands_side_by_side(const std::vector<PdfWord>& words) {
  std::vector<const PdfWord*> sorted;
  sorted.reserve(words.size());
  for (const PdfWord& word : words) sorted.push_back(&word);
  const auto row = [](const PdfWord* word) { return static_cast<int>(word->bottom / 4); };
  std::sort(sorted.begin(), sorted.end(), [&](const PdfWord* a, const PdfWord* b) {
    return row(a) != row(b) ? row(a) < row(b) : a->left < b->left;
  });
  std::size_t gaps = 0;
  int last = -1;
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const PdfWord &before = *sorted[i - 1], &word = *sorted[i];
    const bool gap = word.left - before.right > 1.2F * std::max(before.size, word.size);
    if (row(&before) != row(&word) || !gap || row(&word) == last) continue;
    last = row(&word);
    if (++gaps == 3) return true;
  }
  return false;
}

class Reader {
 public:
  Reader(const PdfRequest& request, const Listener& listener) : request_(request), listener_(listener) {}

  PdfEnd run() {
    poppler::set_debug_error_function(hear, &complaints_);
    document_.reset(poppler::document::load_from_raw_data(request_.bytes.data(),
                                                          static_cast<int>(request_.bytes.size())));
    PdfEnd end;
    if (document_ == nullptr) return end;
    end.outcome = document_->is_locked() ? PdfOutcome::locked : PdfOutcome::read;
    if (end.outcome == PdfOutcome::locked) return end;
    end.pages = static_cast<std::uint32_t>(std::max(document_->pages(), 0));
    if (request_.picture_of > 0) {
      draw(request_.picture_of);
      return end;
    }
    const std::uint32_t pages = std::min(end.pages, request_.most_pages);
    for (std::uint32_t number = 1; number <= pages; ++number) read_page(number);
    look_at_empty_pages();
    if (document_->has_embedded_files())
      end.attached = static_cast<std::uint32_t>(document_->embedded_files().size());
    end.repaired = complaints_.repaired;
    end.incomplete = complaints_.incomplete;
    return end;
  }

 private:
  std::unique_ptr<poppler::page> page_numbered(std::uint32_t number) const {
    return std::unique_ptr<poppler::page>(document_->create_page(static_cast<int>(number) - 1));
  }

  void read_page(std::uint32_t number) {
    PdfPage page;
    page.number = number;
    const auto source = page_numbered(number);
    page.failed = source == nullptr;
    if (source != nullptr) read_words(*source, page);
    any_words_ |= !page.words.empty();
    if (!page.failed && page.words.size() < kFewWords)
      nearly_empty_.push_back(std::move(page));
    else
      listener_.page(page);
  }

  void read_words(const poppler::page& source, PdfPage& page) {
    const poppler::rectf box = source.page_rect();
    const bool turned =
        source.orientation() == poppler::page::landscape || source.orientation() == poppler::page::seascape;
    page.width = static_cast<float>(turned ? box.height() : box.width());
    page.height = static_cast<float>(turned ? box.width() : box.height());
    std::vector<poppler::text_box> boxes =
        source.text_list(page.number <= kStyledPages ? poppler::page::text_list_include_font : 0);
    page.words.reserve(boxes.size());
    for (const poppler::text_box& each : boxes) {
      if (page.words.size() == kMostWords) complaints_.incomplete = true;
      if (page.words.size() == kMostWords) break;
      const poppler::rectf where = each.bbox();
      PdfWord word;
      word.text = utf8_of(each.text());
      word.left = static_cast<float>(where.left());
      word.top = static_cast<float>(where.top());
      word.right = static_cast<float>(where.right());
      word.bottom = static_cast<float>(where.bottom());
      word.size = static_cast<float>(each.has_font_info() ? each.get_font_size() : where.height());
      word.bold = each.has_font_info() && is_bold(each.get_font_name());
      word.space_after = each.has_space_after();
      word.rotation = static_cast<std::uint8_t>(each.rotation());
      if (!word.text.empty()) page.words.push_back(std::move(word));
    }
    if (stands_side_by_side(page.words))
      page.raw = utf8_of(source.text(poppler::rectf(), poppler::page::raw_order_layout));
  }

  // A page without words may be blank, or a picture of words. Where no page has any, it need not be known
  // which.
  void look_at_empty_pages() {
    std::size_t looks = 0;
    for (PdfPage& page : nearly_empty_) {
      page.ink = !any_words_ || ++looks > kMostLooks ? 1000 : ink_of(page);
      listener_.page(page);
    }
  }

  poppler::image drawn(std::uint32_t number, double dpi) const {
    const auto page = page_numbered(number);
    if (page == nullptr || !poppler::page_renderer::can_render()) return {};
    const poppler::rectf box = page->page_rect();
    const double pixels = box.width() * box.height() * dpi * dpi / (72 * 72);
    if (pixels > kLargestPicture) dpi *= std::sqrt(kLargestPicture / pixels);
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    return renderer.render_page(page.get(), dpi, dpi);
  }

  // What is drawn beside the words that were read.
  std::uint16_t ink_of(const PdfPage& page) const {
    poppler::image image = drawn(page.number, kLookDpi);
    if (!image.is_valid()) return 0;
    constexpr unsigned char kInk = 200;
    constexpr char kPaper = '\xFF';
    std::size_t inked = 0;
    const auto width = static_cast<std::size_t>(image.width());
    const auto height = static_cast<std::size_t>(image.height());
    const float scale = static_cast<float>(width) / std::max(page.width, 1.0F);
    for (std::size_t y = 0; y < height; ++y) {
      char* row = image.data() + y * static_cast<std::size_t>(image.bytes_per_row());
      for (const PdfWord& word : page.words) {
        const auto middle = (static_cast<float>(y) + 0.5F) / scale;
        if (middle < word.top || middle > word.bottom) continue;
        const auto column = [&](float x) {
          return static_cast<std::ptrdiff_t>(std::clamp(x * scale, 0.0F, static_cast<float>(width)));
        };
        std::fill(row + column(word.left), std::max(row + column(word.left), row + column(word.right)),
                  kPaper);
      }
      inked += static_cast<std::size_t>(
          std::count_if(row, row + width, [](char c) { return static_cast<unsigned char>(c) < kInk; }));
    }
    return static_cast<std::uint16_t>(inked * 1000 / std::max<std::size_t>(width * height, 1));
  }

  void draw(std::uint32_t number) const {
    const poppler::image image = drawn(number, kPictureDpi);
    if (!image.is_valid()) return;
    std::string pixels;
    const auto width = static_cast<std::size_t>(image.width());
    for (int y = 0; y < image.height(); ++y)
      pixels.append(image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row(), width);
    listener_.picture(
        {static_cast<std::uint32_t>(image.width()), static_cast<std::uint32_t>(image.height()), pixels});
  }

  const PdfRequest& request_;
  const Listener& listener_;
  Complaints complaints_;
  std::unique_ptr<poppler::document> document_;
  std::vector<PdfPage> nearly_empty_;
  bool any_words_ = false;
};

}  // namespace

PdfEnd extract(const PdfRequest& request, const Listener& listener) {
  return Reader(request, listener).run();
}

}  // namespace peerscope::pdf
