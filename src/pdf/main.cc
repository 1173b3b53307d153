// peerscope-read-pdf: reads PDF for peerscope, in a process of its own.
//
// PDF readers are attacked, and poppler's licence (GPL) is its own: so poppler lives here alone, and this one
// program is under the GPL as a whole. It is no tool for people: requests come in on standard input, pages go
// out on standard output (base/pdf_wire.h). The process that waits looks at no document. For each it forks a
// child that is shut in (pdf/jail.h), reads that one, and ends: no document finds traces of the one before.
// Where a child crashes or is stopped, the waiting process ends too, with a code that says why, and peerscope
// starts another.
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/pdf_wire.h"
#include "pdf/canary.h"
#include "pdf/extract.h"
#include "pdf/jail.h"

namespace peerscope::pdf {
namespace {

bool read_exactly(std::string& bytes, std::size_t size) {
  bytes.resize(size);
  for (std::size_t at = 0; at < size;) {
    const ssize_t got = ::read(STDIN_FILENO, bytes.data() + at, size - at);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += static_cast<std::size_t>(got);
  }
  return true;
}

bool write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

void answer(PdfFrame kind, const std::string& payload) {
  if (payload.size() > kLargestPdfFrame || !write_all(encode(kind, payload))) ::_exit(kPdfBroken);
}

// One document, read by a child that is already shut in.
int serve() {
  std::string head, payload;
  if (!read_exactly(head, kPdfFrameHead)) return kPdfBroken;
  const auto frame = decode_head(head);
  if (!frame || frame->kind != PdfFrame::request || !read_exactly(payload, frame->size)) return kPdfBroken;
  const auto request = decode_request(payload);
  if (!request) return kPdfBroken;
  const PdfEnd end = extract(
      *request, {[](const PdfPage& page) { answer(PdfFrame::page, encode_page(page)); },
                 [](const PdfPicture& picture) { answer(PdfFrame::picture, encode_picture(picture)); }});
  answer(PdfFrame::end, encode_end(end));
  return 0;
}

// Whether a request comes, rather than the end.
bool wait_for_request() {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  for (;;) {
    if (::poll(&input, 1, -1) >= 0) return (input.revents & POLLIN) != 0;
    if (errno != EINTR) return false;
  }
}

int become_tesseract(std::uint32_t cpu_seconds) {
  shut_in_program(cpu_seconds);
  // One thread: peerscope may already run as many as there are processors.
  ::setenv("OMP_THREAD_LIMIT", "1", 1);
  ::execlp("tesseract", "tesseract", "-", "-", "-l", "eng", "tsv", nullptr);
  return kNoTesseract;
}

template <class Work>
int in_child(std::uint32_t cpu_seconds, Work work) {
  const pid_t child = ::fork();
  if (child < 0) return kPdfBroken;
  if (child == 0) {
    shut_in(cpu_seconds);
    ::_exit(work());
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return kPdfBroken;
  }
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  const int number = WTERMSIG(status);
  return number == SIGXCPU || number == SIGKILL ? kPdfTooLong : kPdfCrashed;
}

int run(std::uint32_t cpu_seconds) {
  // The first reading opens what poppler keeps open; after it no door is needed.
  if (!canary_sings()) return kPdfNoCanary;
  shut_out_files();
  // And the same behind the walls: a filter that is too tight would make every document look empty.
  if (in_child(cpu_seconds, [] { return canary_sings() ? 0 : kPdfNoCanary; }) != 0) return kPdfNoCanary;
  while (wait_for_request()) {
    if (const int code = in_child(cpu_seconds, serve); code != 0) return code;
  }
  return 0;
}

}  // namespace
}  // namespace peerscope::pdf

// Its arguments: the seconds of computing that a document may take; behind them "ocr" makes it Tesseract,
// shut in, that reads a picture from standard input and writes a table of words to standard output.
int main(int argc, char** argv) {
  const long seconds = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 0;
  const bool ocr = argc == 3 && std::string_view(argv[2]) == "ocr";
  if (seconds < 1 || seconds > 3600 || (argc != 2 && !ocr)) {
    std::fputs(
        "peerscope-read-pdf reads PDF for peerscope, which starts it by itself. Try: peerscope audit "
        "FILE.pdf\n",
        stderr);
    return 2;
  }
  if (ocr) return peerscope::pdf::become_tesseract(static_cast<std::uint32_t>(seconds));
  // At once, as the children do: what fontconfig keeps would make LeakSanitizer change the code that tells
  // why.
  ::_exit(peerscope::pdf::run(static_cast<std::uint32_t>(seconds)));
}
