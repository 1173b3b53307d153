// Finds out how a CSV table is laid out: its delimiter, its header, and which column is which.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/csv_records.h"
#include "read/read.h"

namespace peerscope {

struct CsvLayout {
  char delimiter = ',';
  bool header = false;             // the first record names the columns
  std::vector<std::string> names;  // of the columns: "note", or "column 3" where no header tells
  std::vector<std::size_t> texts;  // at least one
  std::optional<std::size_t> agency, id, kind, date;
  bool text_guessed = false;  // neither given nor named like a text
};

// From the first bytes of the table (decoded, or in any encoding that keeps ASCII). Fails where a column that
// was asked for is not there, or where no column can be told to hold the text.
Result<CsvLayout> csv_layout(std::string_view head, const ReadOptions& options);

// Whether the bytes are a table by their look alone: a header that names a text, and rows as long as it.
bool looks_like_csv(std::string_view head);

}  // namespace peerscope
