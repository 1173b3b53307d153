// Reads the pages of a PDF with poppler.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "base/pdf_wire.h"

namespace peerscope::pdf {

// Each page as it is read, or the one picture that was asked for; then how it ended.
struct Listener {
  std::function<void(const PdfPage&)> page;
  std::function<void(const PdfPicture&)> picture;
};
PdfEnd extract(const PdfRequest& request, const Listener& listener);

}  // namespace peerscope::pdf
