// The text of a source file: decoded, line ends made one, comments taken out, every place kept.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/utf8.h"
#include "document/document.h"
#include "read/format.h"

namespace peerscope {

// Decodes bytes of a text format; what was lost or guessed is told in document.notes. Line ends become '\n'.
// Fails where there is nothing to read: empty, blank, binary.
Result<std::string> source_text(std::string_view bytes, const Input& input, Document& document);

void note_decoding(const Decoded& decoded, Document& document);
std::string with_line_feeds(std::string text);  // "\r\n" and "\r" become "\n"

// A stretch of text that lost some pieces, and where it stood before.
struct Kept {
  std::uint32_t begin = 0;   // in the text that is left
  std::uint32_t source = 0;  // in the source
};

struct StrippedText {
  std::string text;
  std::vector<Kept> kept;           // by begin; the first begins at 0
  std::vector<IgnoreNote> ignores;  // offsets in `text`
  std::vector<ReadingNote> notes;
};

enum class Comments : std::uint8_t { ignore_notes, all };

// Takes comments out: of plain text only the ignore notes (<!-- peerscope-ignore RULE: reason -->), of
// Markdown every comment. A line that held nothing else goes with its comment. `skip` bytes at the start are
// left out too.
StrippedText strip_comments(std::string_view source, Comments which, std::uint32_t skip = 0);

// Line and column of offsets in a stripped text; asked in rising order, each answer costs only the way from
// the last.
class Places {
 public:
  Places(std::string_view source, const std::vector<Kept>& kept) : source_(source), kept_(&kept) {}
  Place at(std::uint32_t offset);
  std::uint32_t source_of(std::uint32_t offset);

 private:
  std::string_view source_;
  const std::vector<Kept>* kept_;
  std::size_t stretch_ = 0;  // index in kept_
  std::uint32_t at_ = 0;     // in source_
  std::uint32_t line_ = 1, column_ = 1;
};

}  // namespace peerscope
