// What all readers share: a document's first fields, refusals, and taking in a whole file.
#include "read/format.h"

#include <utility>

namespace peerscope {

Document new_document(const Input& input) {
  Document document;
  document.id = document.path = input.path;
  document.kind = input.options.kind;
  document.format = input.format.name;
  return document;
}

Error refusal(const Input& input, std::string message, std::string remedy, int line) {
  return {std::move(message), input.path, line, 0, std::move(remedy), {}};
}

void refuse(const Input& input, const EachDocument& each, std::string message, std::string remedy) {
  each(fail(refusal(input, std::move(message), std::move(remedy))));
}

std::optional<std::string> take_whole(ByteStream& bytes, const Input& input, const EachDocument& each) {
  auto whole = bytes.rest(kLargestDocument);
  if (whole) return std::move(*whole);
  for (Error& error : whole.error()) error.path = input.path;
  each(tl::unexpected(whole.error()));
  return std::nullopt;
}

void deliver(Document document, const Input& input, const EachDocument& each) {
  if (document.blocks.empty()) {
    return refuse(
        input, each, "holds no text: nothing to assess",
        "If it shows text on the screen, that text is a picture; ask for a version with real text.");
  }
  each(std::move(document));
}

void read_unsupported(ByteStream&, const Input& input, const EachDocument& each) {
  refuse(input, each, "is " + std::string(input.format.about) + ", a format that is not supported yet",
         "Save it as .docx or .txt and name that file.");
}

}  // namespace peerscope
