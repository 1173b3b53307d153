// Numbers and texts as bytes, and back with every bound checked.
#include "base/pdf_wire.h"

#include <bit>
#include <cmath>
#include <utility>

namespace peerscope {
namespace {

class Packer {
 public:
  Packer& number(std::uint32_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8) bytes_ += static_cast<char>((value >> shift) & 0xFFU);
    return *this;
  }
  Packer& measure(float value) { return number(std::bit_cast<std::uint32_t>(value)); }
  Packer& text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    bytes_ += value;
    return *this;
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// After the first thing that is wrong everything is nothing, and good() is false.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t number() {
    if (bytes_.size() < 4) return fail();
    std::uint32_t value = 0;
    for (unsigned i = 0; i < 4; ++i)
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[i])) << (8 * i);
    bytes_.remove_prefix(4);
    return value;
  }
  // Sizes and places beyond any page are as bad as no number.
  float measure() {
    const auto value = std::bit_cast<float>(number());
    constexpr float kFar = 1e6F;
    if (!std::isfinite(value) || value < -kFar || value > kFar) {
      fail();
      return 0;
    }
    return value;
  }
  std::string_view text() {
    const std::uint32_t size = number();
    if (size > bytes_.size()) {
      fail();
      return {};
    }
    const std::string_view value = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return value;
  }
  std::string_view rest() { return std::exchange(bytes_, {}); }
  std::size_t left() const { return bytes_.size(); }
  bool good() const { return good_; }
  bool done() const { return good_ && bytes_.empty(); }

 private:
  std::uint32_t fail() {
    good_ = false;
    bytes_ = {};
    return 0;
  }

  std::string_view bytes_;
  bool good_ = true;
};

constexpr std::uint32_t kBold = 1, kSpaceAfter = 2, kRotation = 4;  // the rotation is two bits
constexpr std::size_t kLeastWord = 28;                              // bytes

}  // namespace

std::string encode(PdfFrame kind, std::string_view payload) {
  return static_cast<char>(kind) + Packer().text(payload).take();
}

std::optional<PdfFrameHead> decode_head(std::string_view head) {
  if (head.size() != kPdfFrameHead) return std::nullopt;
  PdfFrameHead decoded{static_cast<PdfFrame>(head[0]), Unpacker(head.substr(1)).number()};
  switch (decoded.kind) {
    case PdfFrame::request:
    case PdfFrame::page:
    case PdfFrame::picture:
    case PdfFrame::end:
      break;
    default:
      return std::nullopt;
  }
  if (decoded.size > kLargestPdfFrame) return std::nullopt;
  return decoded;
}

std::string encode_request_head(const PdfRequest& request) {
  const std::string fields = Packer().number(request.most_pages).number(request.picture_of).take();
  return static_cast<char>(PdfFrame::request) +
         Packer().number(static_cast<std::uint32_t>(fields.size() + request.bytes.size())).take() + fields;
}

std::optional<PdfRequest> decode_request(std::string_view payload) {
  Unpacker from(payload);
  PdfRequest request;
  request.most_pages = from.number();
  request.picture_of = from.number();
  request.bytes = from.rest();
  return from.good() ? std::optional(request) : std::nullopt;
}

std::string encode_page(const PdfPage& page) {
  Packer to;
  to.number(page.number)
      .measure(page.width)
      .measure(page.height)
      .number(page.ink)
      .number(page.failed ? 1 : 0);
  to.text(page.raw).number(static_cast<std::uint32_t>(page.words.size()));
  for (const PdfWord& word : page.words) {
    to.measure(word.left).measure(word.top).measure(word.right).measure(word.bottom).measure(word.size);
    to.number((word.bold ? kBold : 0) | (word.space_after ? kSpaceAfter : 0) |
              (word.rotation & 3U) * kRotation);
    to.text(word.text);
  }
  return to.take();
}

std::optional<PdfPage> decode_page(std::string_view payload) {
  Unpacker from(payload);
  PdfPage page;
  page.number = from.number();
  page.width = from.measure();
  page.height = from.measure();
  page.ink = static_cast<std::uint16_t>(from.number());
  page.failed = from.number() != 0;
  page.raw = from.text();
  const std::uint32_t count = from.number();
  if (count > from.left() / kLeastWord) return std::nullopt;
  page.words.resize(count);
  for (PdfWord& word : page.words) {
    word.left = from.measure();
    word.top = from.measure();
    word.right = from.measure();
    word.bottom = from.measure();
    word.size = from.measure();
    const std::uint32_t bits = from.number();
    word.bold = (bits & kBold) != 0;
    word.space_after = (bits & kSpaceAfter) != 0;
    word.rotation = static_cast<std::uint8_t>(bits / kRotation & 3U);
    word.text = from.text();
  }
  return from.done() ? std::optional(std::move(page)) : std::nullopt;
}

std::string encode_picture(const PdfPicture& picture) {
  return Packer().number(picture.width).number(picture.height).text(picture.pixels).take();
}

std::optional<PdfPicture> decode_picture(std::string_view payload) {
  Unpacker from(payload);
  PdfPicture picture;
  picture.width = from.number();
  picture.height = from.number();
  picture.pixels = from.text();
  const std::uint64_t size = std::uint64_t{picture.width} * picture.height;
  return from.done() && size == picture.pixels.size() ? std::optional(picture) : std::nullopt;
}

std::string encode_end(const PdfEnd& end) {
  return Packer()
      .number(static_cast<std::uint32_t>(end.outcome))
      .number(end.repaired ? 1 : 0)
      .number(end.incomplete ? 1 : 0)
      .number(end.pages)
      .number(end.attached)
      .take();
}

std::optional<PdfEnd> decode_end(std::string_view payload) {
  Unpacker from(payload);
  PdfEnd end;
  const std::uint32_t outcome = from.number();
  if (outcome > static_cast<std::uint32_t>(PdfOutcome::damaged)) return std::nullopt;
  end.outcome = static_cast<PdfOutcome>(outcome);
  end.repaired = from.number() != 0;
  end.incomplete = from.number() != 0;
  end.pages = from.number();
  end.attached = from.number();
  return from.done() ? std::optional(end) : std::nullopt;
}

}  // namespace peerscope
