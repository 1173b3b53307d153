// Finds out how a CSV table is laid out, from its first rows.
#include "read/csv_table.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <map>

#include "base/utf8.h"

namespace peerscope {

namespace {

constexpr std::size_t kRowsLookedAt = 50;
constexpr std::size_t kLongestName = 60;  // bytes of a column's name
constexpr std::array<char, 4> kDelimiters{',', ';', '\t', '|'};

// As record systems call them, most telling first.
constexpr std::array<std::string_view, 18> kTextNames{
    "text",           "note",          "notes",     "note text",   "progress note",
    "progress notes", "narrative",     "note body", "body",        "content",
    "comments",       "comment",       "entry",     "description", "job description",
    "duties",         "documentation", "summary"};
// The parts of a note, where each has a column of its own.
constexpr std::array<std::string_view, 8> kNoteParts{"subjective", "objective",    "assessment", "behavior",
                                                     "data",       "intervention", "response",   "plan"};
constexpr std::array<std::string_view, 7> kAgencyNames{
    "agency", "agency name", "organization", "organisation", "provider", "program", "site"};
constexpr std::array<std::string_view, 5> kIdNames{"id", "note id", "document id", "record id", "doc id"};

std::string folded(std::string_view name) {
  std::string lower;
  for (const char c : trim(name)) {
    lower += c == '_' || c == '-' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return lower;
}

using Rows = std::vector<CsvRecord>;

// The first rows; one that the head cuts off is left out, unless it is all there is.
Rows first_rows(std::string_view head, char delimiter) {
  ByteStream bytes = ByteStream::of_memory(head);
  CsvRecords records(bytes, delimiter, head.size());
  Rows rows;
  CsvRecord record;
  while (rows.size() < kRowsLookedAt && records.next(record) == CsvRecords::Next::record) {
    if (!record.is_blank()) rows.push_back(record);
  }
  const bool cut = rows.size() > 1 && rows.size() < kRowsLookedAt && !head.ends_with('\n');
  if (cut && rows.back().cells.size() < rows.front().cells.size()) rows.pop_back();
  return rows;
}

// How many of the rows have as many cells as the first.
double agreement(const Rows& rows) {
  if (rows.empty() || rows.front().cells.size() < 2) return 0;
  const auto same = std::count_if(rows.begin(), rows.end(), [&](const CsvRecord& row) {
    return row.cells.size() == rows.front().cells.size();
  });
  return static_cast<double>(same) / static_cast<double>(rows.size());
}

// The one that cuts most rows into the same number of cells; of two that do so equally, the one that cuts
// more.
char delimiter_of(std::string_view head) {
  if (head.starts_with("sep=") && head.size() > 4) return head[4];  // as Excel writes it
  char best = ',';
  double most = 0;
  std::size_t cells = 0;
  for (const char each : kDelimiters) {
    const Rows rows = first_rows(head, each);
    const double share = agreement(rows);
    const std::size_t width = rows.empty() ? 0 : rows.front().cells.size();
    if (share > most + 0.05 || (share > most - 0.05 && share > 0 && width > cells)) {
      best = each;
      most = share;
      cells = width;
    }
  }
  return best;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' || c == '/' || c == ':' ||
           c == ' ';
  });
}

// Short names, all different, none of them a number or a sentence.
bool is_header(const CsvRecord& row) {
  std::vector<std::string> seen;
  for (const CsvCell& cell : row.cells) {
    const std::string name = folded(cell.bytes);
    if (name.size() > kLongestName || is_number(name) || name.ends_with('.')) return false;
    if (name.empty()) continue;
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) return false;
    seen.push_back(name);
  }
  return !seen.empty();
}

template <class Names>
std::optional<std::size_t> column_called(const CsvRecord& header, const Names& names) {
  for (const std::string_view name : names) {
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
      if (folded(header.cells[i].bytes) == name) return i;
    }
  }
  return std::nullopt;
}

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool names_column(const CsvRecord& header, const std::string& wanted) {
  return !wanted.empty() &&
         column_called(header, std::array<std::string_view, 1>{folded(wanted)}).has_value();
}

std::string list_of(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool letter =
        std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
    words += letter && !inside ? 1 : 0;
    inside = letter || (inside && c == '\'');
  }
  return words;
}

// The one column that holds sentences: at least five words a row, and three times as many as any other.
std::optional<std::size_t> wordy_column(const Rows& rows, bool header, std::size_t columns) {
  std::vector<std::size_t> words(columns, 0);
  for (std::size_t r = header ? 1 : 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < std::min(columns, rows[r].cells.size()); ++c)
      words[c] += words_in(rows[r].cells[c].bytes);
  }
  const auto most = std::max_element(words.begin(), words.end());
  const std::size_t count = rows.size() - (header ? 1 : 0);
  if (most == words.end() || count == 0 || *most < 5 * count) return std::nullopt;
  for (auto other = words.begin(); other != words.end(); ++other) {
    if (other != most && *other * 3 > *most) return std::nullopt;
  }
  return static_cast<std::size_t>(most - words.begin());
}

Error layout_error(std::string message, std::string remedy) {
  Error error;
  error.message = std::move(message);
  error.remedy = std::move(remedy);
  return error;
}

class Layout {
 public:
  Layout(const Rows& rows, const ReadOptions& options) : rows_(rows), options_(options) {}

  Result<CsvLayout> find(char delimiter) {
    layout_.delimiter = delimiter;
    const CsvRecord& first = rows_.front();
    bool asked_for = names_column(first, options_.agency_column) || names_column(first, options_.id_column);
    for (const std::string& column : options_.text_columns)
      asked_for = asked_for || names_column(first, column);
    layout_.header =
        asked_for || (is_header(first) && (rows_.size() > 1 || column_called(first, kTextNames)));
    for (std::size_t i = 0; i < first.cells.size(); ++i) {
      const std::string name(trim(decode(first.cells[i].bytes)->text));
      layout_.names.push_back(layout_.header && !name.empty() ? name : "column " + std::to_string(i + 1));
    }
    layout_.agency = wanted(options_.agency_column, "agency");
    layout_.id = wanted(options_.id_column, "id");
    for (const std::string& column : options_.text_columns) {
      if (const auto text = wanted(column, "text")) layout_.texts.push_back(*text);
    }
    if (layout_.header) by_name(first);
    if (errors_.empty() && layout_.texts.empty()) choose_text();
    if (!errors_.empty()) return tl::unexpected(std::move(errors_));
    return std::move(layout_);
  }

 private:
  // The column that was asked for, by its name or its number from 1.
  std::optional<std::size_t> wanted(const std::string& name, const char* flag) {
    if (name.empty()) return std::nullopt;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; layout_.header && i < layout_.names.size(); ++i) {
      if (folded(layout_.names[i]) == folded(name)) found.push_back(i);
    }
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool counted = failure == std::errc() && end == name.data() + name.size();
    if (found.empty() && counted && number >= 1 && number <= layout_.names.size())
      found.push_back(number - 1);
    if (found.size() == 1) return found.front();
    const std::string asked = std::string("--") + flag + "-column " + name;
    if (found.size() > 1) {
      errors_.push_back(
          layout_error("has " + std::to_string(found.size()) + " columns named \"" + name + "\"",
                       "Give the column's number instead: --" + std::string(flag) + "-column " +
                           std::to_string(found.front() + 1) + "."));
    } else {
      errors_.push_back(
          layout_error("has no column for " + asked,
                       "Its columns are: " + list_of(layout_.names) + ". A number counts from 1."));
    }
    return std::nullopt;
  }

  void by_name(const CsvRecord& header) {
    if (!layout_.agency) layout_.agency = column_called(header, kAgencyNames);
    if (!layout_.id) layout_.id = column_called(header, kIdNames);
    layout_.kind = column_called(header, std::array<std::string_view, 1>{"kind"});
    layout_.date = column_called(header, std::array<std::string_view, 1>{"date"});
  }

  void choose_text() {
    std::optional<std::size_t> text;
    if (layout_.header) text = column_called(rows_.front(), kTextNames);
    if (layout_.header && !text) {
      for (std::size_t i = 0; i < layout_.names.size(); ++i) {
        if (is_one_of(kNoteParts, folded(layout_.names[i]))) layout_.texts.push_back(i);
      }
      if (layout_.texts.size() > 1) return;
      layout_.texts.clear();
    }
    if (!text && layout_.names.size() == 1) text = 0;
    if (!text) {
      text = wordy_column(rows_, layout_.header, layout_.names.size());
      layout_.text_guessed = text.has_value();
    }
    if (text) {
      layout_.texts = {*text};
      return;
    }
    errors_.push_back(
        layout_error("is a table, and it is not clear which column holds the text",
                     "Give --text-column NAME. Its columns are: " + list_of(layout_.names) + "."));
  }

  const Rows& rows_;
  const ReadOptions& options_;
  CsvLayout layout_;
  Errors errors_;
};

std::string_view without_mark(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  return head;
}

}  // namespace

Result<CsvLayout> csv_layout(std::string_view head, const ReadOptions& options) {
  head = without_mark(head);
  const char delimiter = delimiter_of(head);
  if (head.starts_with("sep=")) head.remove_prefix(std::min(head.find('\n'), head.size() - 1) + 1);
  const Rows rows = first_rows(head, delimiter);
  if (rows.empty()) {
    return fail(
        layout_error("holds no row that can be read as a table",
                     "Check that each quotation mark that opens a cell is closed; if it is no table, give "
                     "--input-format text."));
  }
  return Layout(rows, options).find(delimiter);
}

bool looks_like_csv(std::string_view head) {
  head = without_mark(head);
  if (head.starts_with("sep=")) return true;
  const std::string_view line = head.substr(0, head.find('\n'));
  if (line.find_first_of(",;\t|") == line.npos || line.size() > 2000) return false;
  const Rows rows = first_rows(head, delimiter_of(head));
  if (rows.size() < 3 || rows.front().cells.size() < 2 || !is_header(rows.front())) return false;
  return agreement(rows) == 1 && column_called(rows.front(), kTextNames).has_value();
}

}  // namespace peerscope
