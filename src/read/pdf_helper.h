// Talks to the program that reads PDF; no other file knows that it is another program.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/pdf_wire.h"
#include "base/result.h"

namespace peerscope {

// What one document may take before it is given up.
struct PdfLimits {
  unsigned cpu_seconds = 20;
  unsigned wall_seconds = 60;
  std::size_t answer = 128U << 20U;  // bytes
  std::uint32_t pages = 2000;
};

struct PdfReading {
  std::vector<PdfPage> pages;  // by number
  PdfEnd end;
};

// Where the program is: the one that is given, else beside this program, else where `cmake --install` puts
// it. Empty: nowhere.
std::string find_pdf_helper(const std::string& given);

// Errors have no path; they are the caller's to name. May be called by several threads at once: each gets a
// helper of its own, and one that did its work well is used again.
Result<PdfReading> read_pdf_pages(std::string_view bytes, const std::string& helper,
                                  const PdfLimits& limits = {});

// What Tesseract reads in a picture of the page: its words and their order. Of their looks it tells little:
// all have one size.
Result<PdfPage> recognise_pdf_page(std::string_view bytes, const PdfPage& page, const std::string& helper,
                                   const PdfLimits& limits = {});

}  // namespace peerscope
