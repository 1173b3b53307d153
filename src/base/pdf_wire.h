// What peerscope and its PDF helper say to one another: requests one way, pages the other, as frames of
// bytes.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peerscope {

// A frame is one byte that says what it holds, four bytes of size (least first), and that many bytes. The
// helper is believed in nothing: every decoder answers with nothing where the bytes are not as they should
// be.
enum class PdfFrame : std::uint8_t { request = 'Q', page = 'P', picture = 'I', end = 'E' };
inline constexpr std::size_t kPdfFrameHead = 5;
inline constexpr std::uint32_t kLargestPdfFrame = 80U << 20U;

struct PdfFrameHead {
  PdfFrame kind = PdfFrame::end;
  std::uint32_t size = 0;
};
std::string encode(PdfFrame kind, std::string_view payload);
std::optional<PdfFrameHead> decode_head(std::string_view head);

// The document's bytes follow the request in the same frame.
struct PdfRequest {
  std::uint32_t most_pages = 2000;
  std::uint32_t picture_of = 0;  // a page to draw instead of reading, from 1; 0: read them all
  std::string_view bytes;        // borrowed
};
std::string encode_request_head(
    const PdfRequest& request);  // all but the bytes; the frame's head comes first
std::optional<PdfRequest> decode_request(std::string_view payload);

// How the helper ends where it did not end well.
enum PdfExit : int { kPdfBroken = 4, kPdfNoCanary = 5, kPdfTooLong = 6, kPdfCrashed = 7, kNoTesseract = 8 };

// Points from the top left corner of the page as it is shown.
struct PdfWord {
  float left = 0, top = 0, right = 0, bottom = 0;
  float size = 0;  // of its font
  bool bold = false;
  bool space_after = false;
  std::uint8_t rotation = 0;  // quarter turns
  std::string text;           // UTF-8
};

struct PdfPage {
  std::uint32_t number = 0;  // from 1
  float width = 0, height = 0;
  std::uint16_t ink =
      0;  // of 1000 parts of the page that are drawn on beside words; only of pages with next to no words
  bool failed = false;  // it could not be read at all
  std::string raw;      // its text in the order in which it was drawn; only where words stand side by side
  std::vector<PdfWord> words;
};
std::string encode_page(const PdfPage& page);
std::optional<PdfPage> decode_page(std::string_view payload);

// A page drawn in shades of grey, a byte each.
struct PdfPicture {
  std::uint32_t width = 0, height = 0;
  std::string_view pixels;  // borrowed
};
std::string encode_picture(const PdfPicture& picture);
std::optional<PdfPicture> decode_picture(std::string_view payload);

enum class PdfOutcome : std::uint8_t { read, locked, damaged };
struct PdfEnd {
  PdfOutcome outcome = PdfOutcome::damaged;
  bool repaired = false;    // its table of contents was broken and had to be guessed
  bool incomplete = false;  // some of a page's content could not be made out
  std::uint32_t pages = 0;  // that the document says it has
  std::uint32_t attached = 0;
};
std::string encode_end(const PdfEnd& end);
std::optional<PdfEnd> decode_end(std::string_view payload);

}  // namespace peerscope
