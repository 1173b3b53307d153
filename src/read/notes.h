// What the readers of word processors' files leave out, in the words of a note.
#pragma once
#include <cstddef>

#include "document/document.h"

namespace peerscope {

struct LeftOut {
  std::size_t hidden = 0, struck = 0;  // stretches of text
  std::size_t unfilled = 0;            // form fields
  std::size_t deleted = 0;             // stretches that a tracked change takes out
  std::size_t comments = 0;
  std::size_t replaced = 0;  // stretches with damaged characters
};
void note_left_out(Document& document, const LeftOut& left);
void note_page_margins(Document& document);  // headers and footers of the pages are never read

}  // namespace peerscope
