// Keeps helpers that are ready, asks them, and puts into words what went wrong with one.
#include "read/pdf_helper.h"

#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

#include "base/child.h"
#include "read/pdf_ocr.h"

namespace peerscope {
namespace {

Error error_of(std::string message, std::string remedy) {
  return {std::move(message), {}, 0, 0, std::move(remedy), {}};
}

constexpr const char* kSaveAgain =
    "Open it in a PDF viewer and print it to a new PDF, or copy its text to a Word document or a .txt file.";

Error no_helper() {
  return error_of(
      "is a PDF, and the program that reads PDF, peerscope-read-pdf, was not found",
      "Build it (Debian packages libpoppler-cpp-dev and libseccomp-dev, then scripts/build release), put it "
      "beside peerscope, or name it with --read-pdf; or save the document as .docx or .txt.");
}

Error error_of_exit(int code, const PdfLimits& limits) {
  switch (code) {
    case kPdfNoCanary:
      return error_of(
          "was not read: the PDF reader does not work on this system, as a document made to test it shows",
          "Save it as .docx or .txt, and please report this with the name and version of your system.");
    case kPdfTooLong:
      return error_of(
          "was not read: reading it took more than " + std::to_string(limits.cpu_seconds) + " seconds",
          kSaveAgain);
    default:
      return error_of("was not read: the PDF reader stopped in the middle of it, as it does on damaged files",
                      kSaveAgain);
  }
}

struct PageImage {
  std::uint32_t width = 0, height = 0;
  std::string pixels;  // shades of grey
};

// Helpers outlive a document: starting one takes longer than reading one.
class Pool {
 public:
  std::optional<Child> take(const std::string& program, unsigned seconds) {
    const std::string key = key_of(program, seconds);
    {
      const std::lock_guard lock(mutex_);
      const auto ready =
          std::find_if(idle_.begin(), idle_.end(), [&](const auto& each) { return each.first == key; });
      if (ready != idle_.end()) {
        std::optional<Child> child(std::move(ready->second));
        idle_.erase(ready);
        return child;
      }
    }
    return Child::start(program, {std::to_string(seconds)});
  }
  void give_back(const std::string& program, unsigned seconds, Child child) {
    const std::lock_guard lock(mutex_);
    idle_.emplace_back(key_of(program, seconds), std::move(child));
  }

 private:
  static std::string key_of(const std::string& program, unsigned seconds) {
    return std::to_string(seconds) + program;
  }

  std::mutex mutex_;
  std::vector<std::pair<std::string, Child>> idle_;
};

// The one thing of reading that outlives a document. A helper that waits holds nothing of any.
Pool& pool() {
  static Pool helpers;
  return helpers;
}

// Cuts what a helper says into frames.
class Listener {
 public:
  explicit Listener(std::size_t most) : most_(most) {}

  // True at the last frame, and after anything that is no answer.
  bool hear(std::string_view bytes) {
    bytes_ += bytes;
    heard_ += bytes.size();
    if (heard_ > most_) return fault_ = true;
    for (;;) {
      if (bytes_.size() - at_ < kPdfFrameHead) break;
      const auto head = decode_head(std::string_view(bytes_).substr(at_, kPdfFrameHead));
      if (!head) return fault_ = true;
      if (bytes_.size() - at_ - kPdfFrameHead < head->size) break;
      take(head->kind, std::string_view(bytes_).substr(at_ + kPdfFrameHead, head->size));
      at_ += kPdfFrameHead + head->size;
      if (fault_ || end) return true;
    }
    bytes_.erase(0, std::exchange(at_, 0));
    return false;
  }
  bool fault() const { return fault_ || (end && at_ != bytes_.size()); }
  bool too_much() const { return heard_ > most_; }

  std::vector<PdfPage> pages;
  std::optional<PageImage> image;
  std::optional<PdfEnd> end;

 private:
  void take(PdfFrame kind, std::string_view payload) {
    if (kind == PdfFrame::page) {
      auto page = decode_page(payload);
      if (page) pages.push_back(std::move(*page));
      fault_ |= !page;
    } else if (kind == PdfFrame::picture) {
      const auto picture = decode_picture(payload);
      if (picture) image = {picture->width, picture->height, std::string(picture->pixels)};
      fault_ |= !picture;
    } else {
      end = kind == PdfFrame::end ? decode_end(payload) : std::nullopt;
      fault_ |= !end;
    }
  }

  std::size_t most_, heard_ = 0, at_ = 0;
  std::string bytes_;
  bool fault_ = false;
};

Result<Listener> ask(PdfRequest request, const std::string& helper, const PdfLimits& limits) {
  if (helper.empty()) return fail(no_helper());
  request.most_pages = limits.pages;
  std::optional<Child> child = pool().take(helper, limits.cpu_seconds);
  if (!child) return fail(no_helper());
  Listener listener(limits.answer);
  const std::string head = encode_request_head(request);
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(limits.wall_seconds);
  const auto talk =
      child->talk({head, request.bytes}, until, [&](std::string_view bytes) { return listener.hear(bytes); });
  if (listener.too_much())
    return fail(
        error_of("holds more text than can be read safely", "Split it, or save its text as .docx or .txt."));
  if (talk == Child::Talk::late) {
    return fail(error_of(
        "was not read: it took more than " + std::to_string(limits.wall_seconds) + " seconds", kSaveAgain));
  }
  if (talk == Child::Talk::ended) return fail(error_of_exit(child->exit_code(), limits));
  if (listener.fault()) return fail(error_of_exit(-1, limits));
  pool().give_back(helper, limits.cpu_seconds, std::move(*child));
  if (listener.end->outcome == PdfOutcome::locked) {
    return fail(
        error_of("was not read: it is protected by a password",
                 "Open it with its password, print or save it as a new PDF without one, and name that."));
  }
  if (listener.end->outcome == PdfOutcome::damaged || listener.end->pages == 0) {
    return fail(error_of("was not read: it is damaged or cut off",
                         "Send for the file again, or save it anew from where it was made."));
  }
  return listener;
}

// The table of words that Tesseract writes, or why there is none.
Result<std::string> tesseract(const PageImage& image, const std::string& helper, const PdfLimits& limits) {
  auto child = Child::start(helper, {std::to_string(limits.cpu_seconds * 3), "ocr"});
  if (!child) return fail(no_helper());
  const std::string head =
      "P5\n" + std::to_string(image.width) + " " + std::to_string(image.height) + "\n255\n";
  std::string table;
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(limits.wall_seconds * 3);
  const auto talk = child->talk(
      {head, image.pixels}, until,
      [&](std::string_view piece) {
        table += piece;
        return table.size() > limits.answer;
      },
      Child::Input::close);
  const int code = talk == Child::Talk::ended ? child->exit_code() : -1;
  if (code == 0) return table;
  if (code == kNoTesseract) {
    return fail(error_of("was not read: --ocr needs Tesseract, which was not found",
                         "Install it (Debian packages tesseract-ocr and tesseract-ocr-eng), or ask for a "
                         "version with real text."));
  }
  return fail(error_of("was not read: character recognition stopped in the middle of it",
                       "Ask for a version with real text."));
}

bool may_run(const std::string& program) { return ::access(program.c_str(), X_OK) == 0; }

// The folder of this program, with its slash.
std::string own_folder() {
  std::string path(4096, '\0');
  const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size());
  path.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  return path.substr(0, path.rfind('/') + 1);
}

}  // namespace

std::string find_pdf_helper(const std::string& given) {
  if (!given.empty()) return may_run(given) ? given : "";
  const std::string folder = own_folder();
  for (const char* place : {"peerscope-read-pdf", "../libexec/peerscope/peerscope-read-pdf"}) {
    if (may_run(folder + place)) return folder + place;
  }
  return {};
}

Result<PdfReading> read_pdf_pages(std::string_view bytes, const std::string& helper,
                                  const PdfLimits& limits) {
  PdfRequest request;
  request.bytes = bytes;
  auto heard = ask(request, helper, limits);
  if (!heard) return tl::unexpected(heard.error());
  PdfReading reading{std::move(heard->pages), *heard->end};
  std::sort(reading.pages.begin(), reading.pages.end(),
            [](const PdfPage& a, const PdfPage& b) { return a.number < b.number; });
  return reading;
}

Result<PdfPage> recognise_pdf_page(std::string_view bytes, const PdfPage& page, const std::string& helper,
                                   const PdfLimits& limits) {
  PdfRequest request;
  request.bytes = bytes;
  request.picture_of = page.number;
  auto heard = ask(request, helper, limits);
  if (!heard) return tl::unexpected(heard.error());
  if (!heard->image) return fail(error_of("has a page that could not be drawn", kSaveAgain));
  const PageImage& image = *heard->image;
  auto table = tesseract(image, helper, limits);
  if (!table) return tl::unexpected(table.error());
  return words_of_table(*table, page, page.width / static_cast<float>(std::max(image.width, 1U)));
}

}  // namespace peerscope
