// Cuts a CSV stream into records, byte by byte, so that no record needs to fit a line.
#include "read/csv_records.h"

#include <algorithm>

#include "base/utf8.h"

namespace peerscope {

namespace {

constexpr std::size_t kPiece = 1U << 16U;

}  // namespace

bool CsvRecord::is_blank() const {
  return std::all_of(cells.begin(), cells.end(),
                     [](const CsvCell& cell) { return trim(cell.bytes).empty(); });
}

CsvRecords::CsvRecords(ByteStream& bytes, char delimiter, std::size_t cap)
    : bytes_(bytes), delimiter_(delimiter), cap_(cap) {
  if (bytes_.peek(3) == "\xEF\xBB\xBF") bytes_.skip(3);
}

CsvRecords::Next CsvRecords::next(CsvRecord& record) {
  record = {};
  if (ended_) return Next::end;
  record.row = ++row_;
  state_ = State::cell_begins;
  size_ = 0;
  begin_cell(record);
  for (;;) {
    const std::string_view piece = bytes_.peek(kPiece);
    if (piece.empty()) break;
    for (std::size_t at = 0; at < piece.size(); ++at) {
      if (take(record, piece[at])) {
        bytes_.skip(at + 1);
        return Next::record;
      }
    }
    bytes_.skip(piece.size());
    if (size_ > cap_) {
      ended_ = true;
      return Next::too_long;
    }
  }
  ended_ = true;
  if (state_ == State::quoted) return Next::unclosed;
  return record.cells.size() == 1 && record.cells[0].bytes.empty() && state_ == State::cell_begins
             ? Next::end
             : Next::record;
}

void CsvRecords::begin_cell(CsvRecord& record) {
  CsvCell& cell = record.cells.emplace_back();
  cell.line = line_;
  cell.column = column_;
  blanks_.clear();
}

bool CsvRecords::end_of_record() {
  ++line_;
  column_ = 1;
  return true;
}

// "\r\n", "\r" and "\n" inside quotation marks are one line feed each.
void CsvRecords::line_feed(CsvCell& cell) {
  cell.bytes += '\n';
  ++line_;
  column_ = 1;
}

bool CsvRecords::take(CsvRecord& record, char c) {
  ++size_;
  if (c == '\n' && after_return_) {
    after_return_ = false;
    return false;
  }
  after_return_ = c == '\r';
  const bool line_break = c == '\n' || c == '\r';
  CsvCell* cell = &record.cells.back();
  if (!line_break && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++column_;
  if (state_ == State::after_quote) {
    if (c == '"' && blanks_.empty()) {  // "" is one mark
      cell->bytes += '"';
      cell->doubled = true;
      state_ = State::quoted;
      return false;
    }
    if (c != delimiter_ && (c == ' ' || c == '\t')) {
      blanks_ += c;
      return false;
    }
    if (c != delimiter_ && !line_break) {  // the mark did not close the cell: nobody doubled it
      cell->bytes += '"' + blanks_;
      blanks_.clear();
      record.loose_quote = true;
      state_ = State::quoted;
    }
  }
  if (state_ == State::quoted) {
    if (c == '"')
      state_ = State::after_quote;
    else if (line_break)
      line_feed(*cell);
    else
      cell->bytes += c;
    return false;
  }
  if (c == delimiter_) {
    begin_cell(record);
    state_ = State::cell_begins;
    return false;
  }
  if (line_break) return end_of_record();
  if (c == '"' && state_ == State::cell_begins && trim(cell->bytes).empty()) {
    cell->bytes.clear();
    cell->line = line_;
    cell->column = column_;
    state_ = State::quoted;
    return false;
  }
  if (c != ' ') state_ = State::plain;
  cell->bytes += c;
  return false;
}

}  // namespace peerscope
