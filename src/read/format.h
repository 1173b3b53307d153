// What every reader of a format is given, and what one row of the table of formats says.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/result.h"
#include "document/document.h"
#include "read/read.h"

namespace peerscope {

struct Format;

// The file that is being read.
struct Input {
  std::string path;
  const ReadOptions& options;
  const Format& format;
};

struct Format {
  std::string_view name;                      // "docx"
  std::string_view about;                     // "a Word document": what a message calls it
  std::string_view extensions;                // " docx docm ": in lower case, a blank before and behind each
  bool (*looks_like)(std::string_view head);  // by its first bytes; nullptr: only its name tells
  void (*read)(ByteStream& bytes, const Input& input, const EachDocument& each);
};

inline constexpr std::size_t kHeadSize = 1U << 16U;          // bytes that a format is recognised by
inline constexpr std::size_t kLargestDocument = 64U << 20U;  // bytes of one document; larger is an error

Document new_document(const Input& input);
Error refusal(const Input& input, std::string message, std::string remedy, int line = 0);
void refuse(const Input& input, const EachDocument& each, std::string message, std::string remedy);

// Everything that is left of a file that holds one document; nothing after an error that `each` was told of.
std::optional<std::string> take_whole(ByteStream& bytes, const Input& input, const EachDocument& each);

// Gives a document that was read to `each`, or an error where no text was found in it.
void deliver(Document document, const Input& input, const EachDocument& each);

// What was packed in `input`, read by its own reader: the table of formats is asked again, without the name's
// ".gz".
void read_unpacked(ByteStream& bytes, const Input& input, const EachDocument& each);

// One declaration and one row in read.cc for each format.
void read_gzip(ByteStream& bytes, const Input& input, const EachDocument& each);
void read_csv(ByteStream& bytes, const Input& input, const EachDocument& each);
void read_plain(ByteStream& bytes, const Input& input, const EachDocument& each);
void read_markdown(ByteStream& bytes, const Input& input, const EachDocument& each);
void read_ndjson(ByteStream& bytes, const Input& input, const EachDocument& each);
void read_docx(ByteStream& bytes, const Input& input, const EachDocument& each);
void read_fhir(ByteStream& bytes, const Input& input, const EachDocument& each);
void read_eml(ByteStream& bytes, const Input& input, const EachDocument& each);
void read_odt(ByteStream& bytes, const Input& input, const EachDocument& each);
void read_rtf(ByteStream& bytes, const Input& input, const EachDocument& each);
void read_pdf(ByteStream& bytes, const Input& input, const EachDocument& each);
void read_html(ByteStream& bytes, const Input& input, const EachDocument& each);
void read_old_office(ByteStream& bytes, const Input& input, const EachDocument& each);
void read_unsupported(ByteStream& bytes, const Input& input, const EachDocument& each);

}  // namespace peerscope
