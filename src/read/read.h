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
  std::string input_format;  // empty: recognised by content, then by name; else "text", "markdown", "docx",
                             // "ndjson" …
  DocumentKind kind =
      DocumentKind::unknown;  // given by flag or configuration; an NDJSON record's own kind wins
  std::string encoding;       // empty: recognised
  // Of a CSV table, by name or number; empty: recognised. Several columns of text stand one below the other.
  std::vector<std::string> text_columns;
  std::string agency_column, id_column;
  std::string pdf_helper;  // the program that reads PDF; empty: looked for beside this one
  std::function<bool(std::string_view)>
      is_word;                           // knows words, to mend those that a line's end parted; may be empty
  bool ocr = false;                      // pictures of text are read by machine
  std::function<void()> before_waiting;  // a stream has nothing more to give for now
  bool walked = false;   // found by walking a folder: a symbolic link put in its place is not followed
  int first_record = 1;  // of a piece of a stream: which record of the whole it begins with
  // Of a whole stream or table, the records to read, by the numbers that they have in a report.
  int from_record = 1, to_record = kAllRecords;
  static constexpr int kAllRecords = 1'000'000'000;
  bool picks_records() const { return from_record != 1 || to_record != kAllRecords; }
};

// All documents of one file (NDJSON and CSV hold many). A document that cannot be read is an error of its own
// and stops no other: `each` is called with a document or with errors, in the order of the file.
using EachDocument = std::function<void(Result<Document>)>;
void read_file(const std::string& path, const ReadOptions& options,
               const EachDocument& each);  // "-" is standard input
void read_bytes(std::string_view bytes, const std::string& path, const ReadOptions& options,
                const EachDocument& each);

// Why a walk through a folder should pass this file over, though a user may still name it: "picture or other
// binary file". Empty: read it; a document that cannot be read is then an error, not a file passed over.
std::string reason_to_skip(const std::string& path);
// The same of bytes that do not lie in that file now.
std::string reason_to_skip_bytes(const std::string& path, std::string_view bytes);

bool is_input_format(std::string_view name);
std::string input_format_names();  // those that can be read: "text, markdown, docx, ndjson"

}  // namespace peerscope
