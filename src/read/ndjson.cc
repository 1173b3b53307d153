// Reads a stream of records, one JSON object a line, each a document; the one place here that asks
// nlohmann-json.
#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "read/format.h"
#include "read/plain.h"
#include "read/source_text.h"

namespace peerscope {

namespace {

constexpr std::size_t kLongestLine = 64U << 20U;
constexpr int kDeepest = 64;

enum Field : std::size_t { kId, kText, kKind, kSection, kAgency, kDate, kFieldCount };
constexpr std::array<std::string_view, kFieldCount> kFieldNames{"id",      "text",   "kind",
                                                                "section", "agency", "date"};

struct Record {
  std::array<std::optional<std::string>, kFieldCount> fields;
  std::string message;   // what is wrong; empty: nothing
  std::size_t byte = 0;  // where, if known
};

// Takes the fields that matter from the parser's events, so that whatever else a record holds is never kept.
class RecordReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit RecordReader(Record& record) : record_(record) {}

  bool null() override { return scalar(Value::null, {}); }
  bool boolean(bool) override { return scalar(Value::other, {}); }
  bool number_integer(number_integer_t value) override {
    return scalar(Value::number, std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return scalar(Value::number, std::to_string(value));
  }
  bool number_float(number_float_t, const string_t& digits) override { return scalar(Value::number, digits); }
  bool string(string_t& value) override { return scalar(Value::text, std::move(value)); }
  bool binary(binary_t&) override { return scalar(Value::other, {}); }
  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (depth_ != 1) return true;
    field_ = kFieldCount;
    for (std::size_t i = 0; i < kFieldCount; ++i) {
      if (name == kFieldNames[i]) field_ = i;
    }
    if (field_ == kFieldCount) return true;
    if (seen_[field_]) return stop("names " + quoted() + " twice");
    seen_[field_] = true;
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    record_.byte = position;
    return stop("is not valid JSON");
  }

 private:
  enum class Value : std::uint8_t { null, number, text, other };

  bool stop(std::string message) {
    record_.message = std::move(message);
    return false;
  }

  std::string quoted() const { return "\"" + std::string(kFieldNames[field_]) + "\""; }

  bool open(bool array) {
    if (depth_ == 0 && array) return stop("is a JSON array, not an object");
    if (depth_ == 1 && field_ != kFieldCount) return stop("has a " + quoted() + " that is not a string");
    if (++depth_ > kDeepest) return stop("is nested deeper than " + std::to_string(kDeepest) + " levels");
    return true;
  }

  bool close() {
    --depth_;
    return true;
  }

  bool scalar(Value type, std::string value) {
    if (depth_ == 0) return stop("is not a JSON object");
    if (depth_ > 1 || field_ == kFieldCount || (type == Value::null && field_ != kText)) return true;
    const bool fits = type == Value::text || (type == Value::number && field_ == kId);
    if (!fits) return stop("has a " + quoted() + " that is not a string");
    record_.fields[field_] = std::move(value);
    return true;
  }

  Record& record_;
  std::array<bool, kFieldCount> seen_{};
  std::size_t field_ = kFieldCount;  // the known field whose value comes next
  int depth_ = 0;
};

Record parse_record(std::string_view line) {
  Record record;
  RecordReader reader(record);
  if (!nlohmann::json::sax_parse(line.begin(), line.end(), &reader) && record.message.empty()) {
    record.message = "is not valid JSON";
  }
  if (record.message.empty() && !record.fields[kText]) record.message = "has no \"text\"";
  if (record.message.empty() && trim(*record.fields[kText]).empty()) {
    record.message = "has an empty \"text\": nothing to assess";
  }
  return record;
}

constexpr const char* kShape =
    "Each line is one object: {\"id\": \"…\", \"text\": \"…\"}, with \"kind\", \"section\", \"agency\" and "
    "\"date\" "
    "where you have them.";

// JSON can write a NUL (\\u0000), which no text needs.
std::string plain_characters(std::string text) {
  if (text.find('\0') != std::string::npos) text = decode(text, "utf-8")->text;
  return with_line_feeds(std::move(text));
}

class Stream {
 public:
  Stream(const Input& input, const EachDocument& each)
      : input_(input), each_(each), number_(input.options.first_record - 1) {}

  void line(std::string_view bytes) {
    ++number_;
    if (number_ == input_.options.first_record && bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (trim(bytes).empty() || !wanted()) return;
    any_ = true;
    const auto decoded = decode(bytes, input_.options.encoding);  // read_ndjson has looked at the encoding
    Record record = parse_record(decoded->text);
    if (!record.message.empty()) {
      const std::string_view before = std::string_view(decoded->text).substr(0, record.byte);
      const int column = record.byte == 0 ? 0 : static_cast<int>(count_code_points(before));
      return error(std::move(record.message), kShape, column);
    }
    deliver_record(std::move(record), *decoded);
  }

  void too_long() {
    ++number_;
    if (!wanted()) return;
    any_ = true;
    error("is longer than " + std::to_string(kLongestLine >> 20U) + " MB",
          "Split this text into several records.");
  }

  void finish(const ByteStream& bytes) {
    if (auto finished = bytes.finish(); !finished) return each_(tl::unexpected(finished.error()));
    if (any_) return;
    if (number_ >= input_.options.first_record && input_.options.picks_records())
      return refuse(input_, each_,
                    fmt::format("ends with record {}: none of those asked for is there", number_),
                    "Give --records within it.");
    refuse(input_, each_, "holds no record: nothing to assess", kShape);
  }

  bool done() const { return number_ >= input_.options.to_record; }

 private:
  bool wanted() const { return number_ >= input_.options.from_record && number_ <= input_.options.to_record; }

  void error(std::string message, std::string remedy, int column = 0) {
    Error told = refusal(input_, "the record " + std::move(message), std::move(remedy), number_);
    told.column = column;
    each_(fail(std::move(told)));
  }

  void deliver_record(Record record, const Decoded& decoded) {
    Document document = new_document(input_);
    auto& fields = record.fields;
    document.id = fields[kId].value_or(input_.path + ":" + std::to_string(number_));
    if (fields[kKind] && !kind_named(*fields[kKind], document.kind)) {
      return error("has a \"kind\" that is not known", "Write job-description, progress-note or policy.");
    }
    document.given_section = fields[kSection].value_or("");
    document.agency = fields[kAgency].value_or("");
    document.date = fields[kDate].value_or("");
    Place where;
    where.row = static_cast<std::uint32_t>(number_);
    where.field = "text";
    where.inside = true;
    note_decoding(decoded, document);
    add_plain_text(document, plain_characters(std::move(*fields[kText])), where);
    if (document.blocks.empty()) return error("has no words in its \"text\": nothing to assess", kShape);
    each_(std::move(document));
  }

  const Input& input_;
  const EachDocument& each_;
  int number_;        // of the line, in the whole stream
  bool any_ = false;  // a line that was not blank
};

}  // namespace

void read_ndjson(ByteStream& bytes, const Input& input, const EachDocument& each) {
  const std::string_view head = bytes.peek(4);
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
      head.find('\0') != std::string_view::npos) {
    return refuse(input, each, "is NDJSON in UTF-16, which is not supported", "Convert it to UTF-8.");
  }
  const auto encoding = decode({}, input.options.encoding);
  if (!encoding || !keeps_ascii(input.options.encoding)) {
    return refuse(input, each,
                  "is NDJSON, which cannot be read in the encoding \"" + input.options.encoding + "\"",
                  "Choose utf-8 or windows-1252, or leave the option out.");
  }
  Stream stream(input, each);
  std::string_view line;
  while (!stream.done()) {
    switch (bytes.next_line(line, kLongestLine)) {
      case ByteStream::Line::read:
        stream.line(line);
        break;
      case ByteStream::Line::too_long:
        stream.too_long();
        break;
      case ByteStream::Line::end:
        return stream.finish(bytes);
    }
  }
}

}  // namespace peerscope
