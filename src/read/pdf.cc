// Reads PDF: pages of words from the helper, put in order, cleared of headers, joined to paragraphs.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/format.h"
#include "read/pdf_blocks.h"
#include "read/pdf_helper.h"
#include "read/pdf_lines.h"

namespace peerscope {
namespace {

// Of 1000 parts of a page: what a line of writing makes, and what only a picture does. A logo on a title page
// is no scan.
constexpr std::uint16_t kWriting = 3, kPicture = 30;
constexpr std::size_t kFewWords = 8;

bool is_picture(const PdfPage& page) {
  return !page.failed && page.words.size() < kFewWords &&
         page.ink >= (page.words.empty() ? kWriting : kPicture);
}

// Each page that shows something and holds next to no words.
std::vector<std::uint32_t> pages_without_text(const std::vector<PdfPage>& pages) {
  std::vector<std::uint32_t> numbers;
  for (const PdfPage& page : pages)
    if (is_picture(page)) numbers.push_back(page.number);
  return numbers;
}

// "page 3", "pages 3, 4 and 7"
std::string named(const std::vector<std::uint32_t>& pages) {
  constexpr std::size_t kMost = 8;
  std::string text = pages.size() == 1 ? "Page " : "Pages ";
  for (std::size_t i = 0; i < pages.size() && i < kMost; ++i) {
    const bool last = i + 1 == pages.size();
    text += (i == 0 ? "" : last ? " and " : ", ") + std::to_string(pages[i]);
  }
  return pages.size() > kMost ? text + " and others" : text;
}

void note(Document& document, std::string message, bool incomplete) {
  document.notes.push_back({std::move(message), incomplete, {}});
}

// Puts what Tesseract reads in the place of pages that are pictures; says which.
Result<std::vector<std::uint32_t>> recognise_pictures(std::string_view bytes, const std::string& helper,
                                                      PdfReading& reading) {
  const std::vector<std::uint32_t> pictures = pages_without_text(reading.pages);
  for (PdfPage& page : reading.pages) {
    if (std::find(pictures.begin(), pictures.end(), page.number) == pictures.end()) continue;
    auto recognised = recognise_pdf_page(bytes, page, helper);
    if (!recognised) return tl::unexpected(recognised.error());
    if (recognised->words.size() > page.words.size()) page = std::move(*recognised);
  }
  return pictures;
}

void tell_of_machine(Document& document, std::vector<std::uint32_t> pages) {
  if (pages.empty()) return;
  note(document,
       named(pages) + (pages.size() == 1 ? " was" : " were") +
           " read by machine from a picture: words may be wrong, and findings there are less certain.",
       false);
  document.machine_pages = std::move(pages);
}

void tell(Document& document, const PdfReading& reading, std::size_t headers) {
  std::vector<std::uint32_t> failed;
  for (const PdfPage& page : reading.pages)
    if (page.failed) failed.push_back(page.number);
  const std::vector<std::uint32_t> empty = pages_without_text(reading.pages);
  if (!failed.empty()) note(document, named(failed) + " could not be read.", true);
  if (!empty.empty()) {
    note(document,
         named(empty) + (empty.size() == 1 ? " is a picture" : " are pictures") +
             " without text, perhaps scanned; what stands there was not read.",
         true);
  }
  if (reading.end.pages > reading.pages.size()) {
    note(document,
         "Only the first " + std::to_string(reading.pages.size()) + " of " +
             std::to_string(reading.end.pages) + " pages were read. Split it to have the others read.",
         true);
  }
  if (reading.end.repaired || reading.end.incomplete)
    note(document, "The file is damaged; some of its text may be missing.", true);
  if (headers > 0) {
    note(document,
         (headers == 1 ? std::string("A line") : std::to_string(headers) + " lines") +
             " at the top or bottom of pages (headers, footers, page numbers) " +
             (headers == 1 ? "was" : "were") + " left out.",
         false);
  }
  if (reading.end.attached > 0) {
    note(document, "Other files are attached inside this one; they were not read.", false);
  }
}

// The last lines of a PDF say where its table of contents is; of a file that was cut off they are gone.
bool cut_off(std::string_view bytes) {
  const std::string_view tail = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 4096));
  return tail.find("startxref") == std::string_view::npos && tail.find("%%EOF") == std::string_view::npos;
}

bool holds_words(const std::vector<PdfLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const PdfLine& line) {
    const std::string text = line.text();
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      if (is_letter_or_digit(point.value)) return true;
      at += point.size;
    }
    return false;
  });
}

}  // namespace

void read_pdf(ByteStream& bytes, const Input& input, const EachDocument& each) {
  const auto whole = take_whole(bytes, input, each);
  if (!whole) return;
  if (std::string_view(*whole).substr(0, kHeadSize).find("%PDF-") == std::string::npos) {
    return refuse(input, each, "is named like a PDF but is none",
                  "If it is plain text, give --input-format text; else open it and save it as .docx or PDF.");
  }
  const auto give_up = [&](Errors errors) {
    for (Error& error : errors) error.path = input.path;
    each(tl::unexpected(std::move(errors)));
  };
  const std::string helper = find_pdf_helper(input.options.pdf_helper);
  auto reading = read_pdf_pages(*whole, helper);
  if (!reading) return give_up(std::move(reading.error()));
  std::vector<std::uint32_t> by_machine;
  if (input.options.ocr) {
    auto recognised = recognise_pictures(*whole, helper, *reading);
    if (!recognised) return give_up(std::move(recognised.error()));
    by_machine = std::move(*recognised);
  }
  reading->end.repaired |= cut_off(*whole);
  std::vector<PdfLine> lines;
  for (const PdfPage& page : reading->pages) {
    std::vector<PdfLine> more = lines_of_page(page);
    lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  const std::size_t headers = drop_headers_and_footers(lines, reading->pages);
  if (!holds_words(lines)) {
    return refuse(input, each, "was not read: no text in it, perhaps a scan",
                  input.options.ocr
                      ? "Ask for a version with real text."
                      : "Ask for a version with real text, or add --ocr to have it read by machine.");
  }
  Document document = blocks_of_lines(new_document(input), lines, reading->pages, input.options.is_word);
  tell(document, *reading, headers);
  tell_of_machine(document, std::move(by_machine));
  deliver(std::move(document), input, each);
}

}  // namespace peerscope
