// Tells what was left out of a word processor's file.
#include "read/notes.h"

#include <string>

namespace peerscope {

namespace {

std::string count_of(std::size_t number, const char* one, const char* many) {
  return number == 1 ? one : std::to_string(number) + many;
}

}  // namespace

void note_page_margins(Document& document) {
  document.notes.push_back({"Headers and footers of the pages were left out.", false, {}});
}

void note_left_out(Document& document, const LeftOut& left) {
  const auto tell = [&document](std::size_t number, const char* one, const char* many) {
    if (number > 0) document.notes.push_back({count_of(number, one, many) + " left out.", false, {}});
  };
  tell(left.hidden, "A stretch of hidden text was", " stretches of hidden text were");
  tell(left.struck, "A struck-out stretch of text was", " struck-out stretches of text were");
  tell(left.unfilled, "A form field that nobody filled in was", " form fields that nobody filled in were");
  tell(left.deleted, "A stretch of text that a tracked change deletes was",
       " stretches of text that tracked changes delete were");
  tell(left.comments, "A comment was", " comments were");
  if (left.replaced > 0) {
    document.notes.push_back(
        {"Damaged characters were replaced by \xEF\xBF\xBD; words that held one may have been missed.",
         true,
         {}});
  }
}

}  // namespace peerscope
