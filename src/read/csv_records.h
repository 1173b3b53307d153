// Cuts a CSV stream into records (RFC 4180, and what real programs write instead), one at a time.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"

namespace peerscope {

// The bytes of a cell, quotation marks taken off, and where they begin in the file.
struct CsvCell {
  std::string bytes;
  std::uint32_t line = 1;    // of the file: a quoted line break makes rows and lines differ
  std::uint32_t column = 1;  // in code points
  bool doubled = false;      // quotation marks were doubled or damaged: columns after them do not fit
};

struct CsvRecord {
  std::vector<CsvCell> cells;
  std::uint32_t row = 0;     // 1-based, as a spreadsheet counts: a blank line is a row too
  bool loose_quote = false;  // "he said "no" to it": a mark that nobody doubled was read as text
  bool is_blank() const;
};

class CsvRecords {
 public:
  // Borrows the stream, whose encoding must keep ASCII as it is. A record longer than `cap` bytes ends the
  // reading: most often a quotation mark was never closed.
  CsvRecords(ByteStream& bytes, char delimiter, std::size_t cap);

  enum class Next : std::uint8_t { record, too_long, unclosed, end };
  // After too_long and unclosed the record's row tells where it began; nothing comes after.
  Next next(CsvRecord& record);

 private:
  enum class State : std::uint8_t { cell_begins, plain, quoted, after_quote };

  bool take(CsvRecord& record, char c);  // true where the record is complete
  void begin_cell(CsvRecord& record);
  void line_feed(CsvCell& cell);
  bool end_of_record();

  ByteStream& bytes_;
  char delimiter_;
  std::size_t cap_;
  State state_ = State::cell_begins;
  std::string blanks_;    // after a closing quotation mark
  std::size_t size_ = 0;  // of the record so far
  std::uint32_t row_ = 0, line_ = 1, column_ = 1;
  bool after_return_ = false;  // a line feed that comes next belongs to the carriage return before it
  bool ended_ = false;
};

}  // namespace peerscope
