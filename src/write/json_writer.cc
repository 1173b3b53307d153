// Writes JSON piece by piece.
#include "write/json_writer.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "base/utf8.h"
#include "write/escape.h"

namespace peerscope {

namespace {

constexpr std::size_t kPiece = 1U << 16U;  // bytes that are passed on at once

// Characters of ASCII that stand in a JSON string as they are.
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain{};
  for (unsigned c = 0x20; c < 0x7F; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}
constexpr auto kPlain = plain_bytes();

// Where the plain characters from `at` on end.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  while (at < text.size() && kPlain[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

void append_character(std::string& out, std::string_view text, std::size_t at, const CodePoint& point) {
  const auto value = static_cast<unsigned>(point.value);
  if (!point.valid ||
      value == 0xFFFD) {  // the same, so that JSON which is read and written again stays as it is
    out += "\\ufffd";
  } else if (value == '"' || value == '\\') {
    out += '\\';
    out += static_cast<char>(value);
  } else if (value == '\n') {
    out += "\\n";
  } else if (value == '\t') {
    out += "\\t";
  } else if (is_hidden(point.value) && value > 0xFFFF) {
    out += fmt::format("\\u{:04x}\\u{:04x}", 0xD7C0 + (value >> 10), 0xDC00 + (value & 0x3FF));
  } else if (is_hidden(point.value)) {
    out += fmt::format("\\u{:04x}", value);
  } else {
    out += text.substr(at, point.size);
  }
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_plain(text, at);
    out += text.substr(at, end - at);
    if (end == text.size()) break;
    const CodePoint point = code_point_at(text, end);
    append_character(out, text, end, point);
    at = end + point.size;
  }
  out += '"';
}

}  // namespace

void JsonWriter::pass_on() {
  if (!filled_.empty() && buffer_.size() < kPiece) return;
  out_->write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  buffer_.clear();
}

void JsonWriter::new_line() {
  if (layout_ == Layout::one_line) return;
  buffer_ += '\n';
  buffer_.append(2 * filled_.size(), ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (filled_.empty()) return;
  if (filled_.back()) buffer_ += ',';
  filled_.back() = true;
  new_line();
}

void JsonWriter::open(char bracket) {
  separate();
  buffer_ += bracket;
  filled_.push_back(false);
}

void JsonWriter::close(char bracket) {
  const bool filled = filled_.back();
  filled_.pop_back();
  if (filled) new_line();
  buffer_ += bracket;
  pass_on();
}

void JsonWriter::key(std::string_view name) {
  separate();
  append_quoted(buffer_, name);
  buffer_ += layout_ == Layout::one_line ? ":" : ": ";
  after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
  separate();
  append_quoted(buffer_, text);
  pass_on();
}

void JsonWriter::number(std::int64_t value) {
  separate();
  std::array<char, 24> digits;
  buffer_.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
  pass_on();
}

void JsonWriter::number(double value) {
  separate();
  std::string digits = fmt::format("{:.4f}", value);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  buffer_ += digits;
  pass_on();
}

void JsonWriter::boolean(bool value) {
  separate();
  buffer_ += value ? "true" : "false";
  pass_on();
}

void JsonWriter::null() {
  separate();
  buffer_ += "null";
  pass_on();
}

}  // namespace peerscope
