// Writes JSON piece by piece.
#include "write/json_writer.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "write/escape.h"

namespace peerscope {

void JsonWriter::new_line() {
  if (layout_ == Layout::one_line) return;
  *out_ << '\n';
  for (std::size_t i = 0; i < filled_.size(); ++i) *out_ << "  ";
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (filled_.empty()) return;
  if (filled_.back()) *out_ << ',';
  filled_.back() = true;
  new_line();
}

void JsonWriter::open(char bracket) {
  separate();
  *out_ << bracket;
  filled_.push_back(false);
}

void JsonWriter::close(char bracket) {
  const bool filled = filled_.back();
  filled_.pop_back();
  if (filled) new_line();
  *out_ << bracket;
}

void JsonWriter::key(std::string_view name) {
  string(name);
  *out_ << (layout_ == Layout::one_line ? ":" : ": ");
  after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
  separate();
  std::string quoted = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const auto value = static_cast<unsigned>(point.value);
    if (!point.valid ||
        value == 0xFFFD) {  // the same, so that JSON which is read and written again stays as it is
      quoted += "\\ufffd";
    } else if (value == '"' || value == '\\') {
      quoted += '\\';
      quoted += static_cast<char>(value);
    } else if (value == '\n') {
      quoted += "\\n";
    } else if (value == '\t') {
      quoted += "\\t";
    } else if (is_hidden(point.value) && value > 0xFFFF) {
      quoted += fmt::format("\\u{:04x}\\u{:04x}", 0xD7C0 + (value >> 10), 0xDC00 + (value & 0x3FF));
    } else if (is_hidden(point.value)) {
      quoted += fmt::format("\\u{:04x}", value);
    } else {
      quoted += text.substr(at, point.size);
    }
    at += point.size;
  }
  *out_ << quoted << '"';
}

void JsonWriter::number(std::int64_t value) {
  separate();
  *out_ << fmt::format("{}", value);
}

void JsonWriter::number(double value) {
  separate();
  std::string digits = fmt::format("{:.4f}", value);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  *out_ << digits;
}

void JsonWriter::boolean(bool value) {
  separate();
  *out_ << (value ? "true" : "false");
}

void JsonWriter::null() {
  separate();
  *out_ << "null";
}

}  // namespace peerscope
