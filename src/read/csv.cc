// Reads a CSV table: a document for each row, its text in one column, its place a row and a column's name.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "read/csv_records.h"
#include "read/csv_table.h"
#include "read/format.h"
#include "read/part.h"
#include "read/plain.h"
#include "read/source_text.h"

namespace peerscope {

namespace {

constexpr std::size_t kLongestRecord = 16U << 20U;

class Table {
 public:
  Table(const Input& input, CsvLayout layout, const EachDocument& each)
      : input_(input), layout_(std::move(layout)), each_(each) {}

  void read(ByteStream& bytes) {
    CsvRecords records(bytes, layout_.delimiter, kLongestRecord);
    CsvRecord record;
    bool header = layout_.header;
    for (;;) {
      const CsvRecords::Next next = records.next(record);
      if (next == CsvRecords::Next::end) return finish(bytes);
      if (next != CsvRecords::Next::record) return broken_off(record, next);
      if (record.is_blank() || is_separator_line(record)) continue;
      if (std::exchange(header, false)) continue;
      const int number = static_cast<int>(record.row);
      if (number > input_.options.to_record) return;
      last_ = number;
      told_ = told_ || number < input_.options.from_record;
      if (number < input_.options.from_record) continue;
      any_ = true;
      row(record);
    }
  }

 private:
  // "sep=;", which Excel reads and does not show
  static bool is_separator_line(const CsvRecord& record) {
    return record.row == 1 && record.cells.front().bytes.starts_with("sep=");
  }

  void error(const CsvRecord& record, const std::string& message, std::string remedy) {
    const int line = record.cells.empty() ? 0 : static_cast<int>(record.cells.front().line);
    each_(
        fail(refusal(input_, "row " + std::to_string(record.row) + " " + message, std::move(remedy), line)));
  }

  void broken_off(const CsvRecord& record, CsvRecords::Next why) {
    const std::string rest = "; it and what follows it was not read";
    if (why == CsvRecords::Next::unclosed) {
      return error(record, "opens a quotation mark that is never closed" + rest,
                   "Close it, or double each quotation mark inside the text (\"\").");
    }
    error(record, "is longer than " + std::to_string(kLongestRecord >> 20U) + " MB" + rest,
          "Check that each quotation mark that opens a cell is closed.");
  }

  void finish(const ByteStream& bytes) {
    if (auto finished = bytes.finish(); !finished) return each_(tl::unexpected(finished.error()));
    if (any_) return;
    if (last_ != 0)
      return refuse(input_, each_, fmt::format("ends with row {}: none of those asked for is there", last_),
                    "Give --records within it.");
    refuse(input_, each_, "holds no row below its header: nothing to assess",
           "Check that this is the file you meant.");
  }

  std::string text_of(const CsvRecord& record, std::optional<std::size_t> column) const {
    if (!column || *column >= record.cells.size()) return {};
    const auto decoded = decode(record.cells[*column].bytes, input_.options.encoding);
    return std::string(trim(decoded->text));
  }

  void row(const CsvRecord& record) {
    // A comma that nobody quoted would cut the text, and its end would be lost without a word.
    if (record.cells.size() > layout_.names.size()) {
      return error(record,
                   "has " + std::to_string(record.cells.size()) + " cells, and the first row has " +
                       std::to_string(layout_.names.size()),
                   "Put text that holds a comma (or what else divides the cells) in quotation marks.");
    }
    Document document = new_document(input_);
    document.id = text_of(record, layout_.id);
    if (document.id.empty()) document.id = input_.path + ":" + std::to_string(record.row);
    document.agency = text_of(record, layout_.agency);
    document.date = text_of(record, layout_.date);
    kind_named(text_of(record, layout_.kind), document.kind);
    if (record.loose_quote) {
      document.notes.push_back(
          {"A quotation mark inside the cell was not doubled; it was read as text.", false, {}});
    }
    for (const std::size_t column : layout_.texts) {
      if (column < record.cells.size()) cell(record, column, document);
    }
    if (document.blocks.empty()) {
      return error(record, "has no text in the column " + names_of_texts() + ": nothing to assess",
                   "If another column holds the text, give --text-column NAME.");
    }
    tell_layout(document);
    each_(std::move(document));
  }

  // Of several columns each stands under its name, as the parts of a note do.
  void cell(const CsvRecord& record, std::size_t column, Document& document) {
    const CsvCell& cell = record.cells[column];
    const auto decoded = decode(cell.bytes, input_.options.encoding);
    Document text;
    Place where;
    where.row = record.row;
    where.field = layout_.names[column];
    note_decoding(*decoded, text);
    add_plain_text(text, decoded->text, where);
    if (text.blocks.empty()) return;
    move_to(text, cell);
    if (layout_.texts.size() > 1) append(document, heading(where));
    append(document, std::move(text));
  }

  static Document heading(const Place& where) {
    Document title;
    title.text = where.field;
    title.origins.push_back({0, where});
    Block block;
    block.type = BlockType::heading;
    block.level = 1;
    block.span = {0, static_cast<std::uint32_t>(title.text.size())};
    title.blocks.push_back(block);
    return title;
  }

  // "subjective", "plan"
  std::string names_of_texts() const {
    std::string names;
    for (const std::size_t text : layout_.texts)
      names += (names.empty() ? "\"" : ", \"") + layout_.names[text] + "\"";
    return names;
  }

  // With the first document: what was taken for the text, and what was left.
  void tell_layout(Document& document) {
    if (std::exchange(told_, true) || layout_.names.size() < 2) return;
    std::string others;
    for (std::size_t i = 0; i < layout_.names.size(); ++i) {
      const bool text = std::find(layout_.texts.begin(), layout_.texts.end(), i) != layout_.texts.end();
      const bool used =
          text || layout_.agency == i || layout_.id == i || layout_.kind == i || layout_.date == i;
      if (!used) others += (others.empty() ? "" : ", ") + layout_.names[i];
    }
    const bool one = layout_.texts.size() == 1;
    std::string message = std::string(one ? "The column " : "The columns ") + names_of_texts() +
                          (one ? " was" : " were") + " read as the text";
    if (layout_.text_guessed) message += ", since it holds most words";
    if (!others.empty()) message += "; not read were: " + others;
    document.notes.push_back({message + ".", false, {}});
  }

  // Lines and columns of the cell become those of the file. A doubled mark makes columns uncertain: then
  // none.
  static void move_to(Document& document, const CsvCell& cell) {
    const auto move = [&cell](Place& place) {
      if (place.line == 0) return;
      if (place.line == 1 && place.column != 0) place.column += cell.column - 1;
      place.line += cell.line - 1;
      if (cell.doubled) place.column = 0;
    };
    for (Origin& origin : document.origins) move(origin.place);
    for (IgnoreNote& note : document.ignores) move(note.place);
    for (ReadingNote& note : document.notes) move(note.place);
  }

  const Input& input_;
  CsvLayout layout_;
  const EachDocument& each_;
  bool any_ = false;   // a row with something in it
  int last_ = 0;       // of the rows with something in them, below the header
  bool told_ = false;  // how the table was read
};

void read_table(ByteStream& bytes, const Input& input, const EachDocument& each) {
  auto layout = csv_layout(bytes.peek(kHeadSize), input.options);
  if (!layout) {
    for (Error& error : layout.error()) error.path = input.path;
    return each(tl::unexpected(layout.error()));
  }
  Table(input, std::move(*layout), each).read(bytes);
}

}  // namespace

void read_csv(ByteStream& bytes, const Input& input, const EachDocument& each) {
  // Where a cell holds line breaks, no number of records tells on which line the next one begins; and the
  // first rows tell what the columns are.
  if (input.options.first_record != 1) {
    return refuse(input, each, "is a table: a piece of one tells neither its columns nor its lines",
                  "Give the whole table to every part, and to each --records FROM-TO.");
  }
  const std::string_view head = bytes.peek(kHeadSize);
  const auto decoded = decode(head, input.options.encoding);
  if (!decoded) {
    Errors errors = decoded.error();
    for (Error& error : errors) error.path = input.path;
    return each(tl::unexpected(std::move(errors)));
  }
  if (input.options.encoding.empty() && looks_binary(head)) {
    return refuse(input, each, "is a binary file, not a CSV table",
                  "Export it as CSV (UTF-8) and name that file.");
  }
  if (keeps_ascii(decoded->encoding)) return read_table(bytes, input, each);
  // "Unicode text", as Excel calls it: decoded as a whole, since its bytes cannot be cut at commas.
  const auto whole = take_whole(bytes, input, each);
  if (!whole) return;
  const std::string text = decode(*whole, decoded->encoding)->text;
  ByteStream stream = ByteStream::of_memory(text, input.path);
  ReadOptions options = input.options;
  options.encoding = "utf-8";
  read_table(stream, {input.path, options, input.format}, each);
}

}  // namespace peerscope
