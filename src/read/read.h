// Reads a file into documents; every byte of text remembers where it came from.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace peerscope {

struct ReadOptions {
  std::string input_format;  // empty: recognised by content, then by name; else "text", "markdown", "docx", "ndjson" …
  DocumentKind kind = DocumentKind::unknown;  // given by flag or configuration
  std::string encoding;      // empty: recognised
};

// All documents of one file (NDJSON and CSV hold many). A document that cannot be read is an error of its own and
// stops no other: `each` is called with a document or with errors, in the order of the file.
using EachDocument = std::function<void(Result<Document>)>;
void read_file(const std::string& path, const ReadOptions& options, const EachDocument& each);  // "-" is standard input
void read_bytes(std::string_view bytes, const std::string& path, const ReadOptions& options, const EachDocument& each);

}  // namespace peerscope
