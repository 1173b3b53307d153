// A text inside another file: an attachment of a mail or of a record.
#pragma once
#include <string>
#include <string_view>

#include "read/format.h"

namespace peerscope {

struct Part {
  std::string name;      // of the attachment; its ending may tell the format
  std::string format;    // as ReadOptions::input_format; empty: recognised
  std::string encoding;  // of a text; empty: recognised
  Place where;           // field and row are part of every place in it
};

// Asks the table of formats for a reader of the bytes. Errors are of the file that holds the part.
void read_part(std::string_view bytes, const Part& part, const Input& input, const EachDocument& each);

// "text/html; charset=…" to "html"; empty where the bytes themselves must tell.
std::string_view format_of_type(std::string_view type);

std::string from_base64(std::string_view text);  // what is no base64 in it is passed over

// Puts one text after another, places and all.
void append(Document& to, Document from);

}  // namespace peerscope
