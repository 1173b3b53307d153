// Makes a page of the table of words that Tesseract writes.
#pragma once
#include <string_view>

#include "base/pdf_wire.h"

namespace peerscope {

// `scale` is points for a pixel. What is no row of a word is passed over.
PdfPage words_of_table(std::string_view table, const PdfPage& page, float scale);

}  // namespace peerscope
