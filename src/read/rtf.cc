// Reads RTF documents.
#include "read/builder.h"
#include "read/format.h"
#include "read/rtf_body.h"

namespace peerscope {

void read_rtf(ByteStream& bytes, const Input& input, const EachDocument& each) {
  const auto whole = take_whole(bytes, input, each);
  if (!whole) return;
  if (!whole->starts_with("{\\rtf")) {
    return refuse(
        input, each, "is named like an RTF document but is none",
        "If it is plain text, give --input-format text; else open it in the program that made it and "
        "save it as .docx or .rtf.");
  }
  Builder builder(new_document(input));
  RtfBody body(builder, *whole);
  body.read();
  if (body.too_deep()) {
    return refuse(input, each, "is nested deeper than " + std::to_string(kDeepestRtf) + " groups",
                  "Open it in the program that made it, and save a new copy.");
  }
  deliver(builder.take(), input, each);
}

}  // namespace peerscope
