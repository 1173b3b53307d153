// The lines of a PDF as paragraphs, headings and items.
#pragma once
#include <functional>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "read/pdf_lines.h"

namespace peerscope {

// Takes out the lines that repeat at the top or the bottom of pages, and page numbers; says how many lines
// went.
std::size_t drop_headers_and_footers(std::vector<PdfLine>& lines, const std::vector<PdfPage>& pages);

// Fills the document's text, origins and blocks. `is_word` knows words beside those of the document itself.
Document blocks_of_lines(Document document, const std::vector<PdfLine>& lines,
                         const std::vector<PdfPage>& pages,
                         const std::function<bool(std::string_view)>& is_word);

}  // namespace peerscope
