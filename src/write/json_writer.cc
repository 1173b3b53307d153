// Writes JSON piece by piece.
#include "write/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

#include "base/utf8.h"
#include "write/escape.h"

namespace peerscope {

namespace {

// Characters of ASCII that stand in a JSON string as they are.
constexpr bool is_plain(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

constexpr std::uint64_t each_byte(unsigned char value) { return value * 0x0101010101010101U; }

// Whether all of eight characters are plain: the highest bit of a byte tells of one that is not.
bool eight_plain(const char* text) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text, sizeof bytes);
  const auto zeros = [](std::uint64_t value) { return (value - each_byte(1)) & ~value; };
  const std::uint64_t controls = (bytes - each_byte(0x20)) & ~bytes;
  const std::uint64_t others =
      bytes | zeros(bytes ^ each_byte('"')) | zeros(bytes ^ each_byte('\\')) | zeros(bytes ^ each_byte(0x7F));
  return ((controls | others) & each_byte(0x80)) == 0;
}

// Where the plain characters from `at` on end.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  while (at + sizeof(std::uint64_t) <= text.size() && eight_plain(text.data() + at))
    at += sizeof(std::uint64_t);
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

}  // namespace

void JsonWriter::put_character(std::string_view bytes, bool valid, char32_t code) {
  const auto value = static_cast<unsigned>(code);
  if (!valid || value == 0xFFFD) {  // the same, so that JSON which is read and written again stays as it is
    put("\\ufffd");
  } else if (value == '"' || value == '\\') {
    put('\\');
    put(static_cast<char>(value));
  } else if (value == '\n') {
    put("\\n");
  } else if (value == '\t') {
    put("\\t");
  } else if (is_hidden(code) && value > 0xFFFF) {
    put(fmt::format("\\u{:04x}\\u{:04x}", 0xD7C0 + (value >> 10), 0xDC00 + (value & 0x3FF)));
  } else if (is_hidden(code)) {
    put(fmt::format("\\u{:04x}", value));
  } else {
    put(bytes);
  }
}

void JsonWriter::put_quoted(std::string_view text) {
  put('"');
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_plain(text, at);
    put(text.substr(at, end - at));
    if (end == text.size()) break;
    const CodePoint point = code_point_at(text, end);
    put_character(text.substr(end, point.size), point.valid, point.value);
    at = end + point.size;
  }
  put('"');
}

void JsonWriter::grow(std::size_t bytes) {
  capacity_ = std::max(2 * capacity_, size_ + std::max<std::size_t>(bytes, 4096));
  std::unique_ptr<char[]> larger(new char[capacity_]);
  std::copy_n(buffer_.get(), size_, larger.get());
  buffer_ = std::move(larger);
}

void JsonWriter::flush() {
  out_->write(buffer_.get(), static_cast<std::streamsize>(size_));
  size_ = 0;
}

void JsonWriter::new_line() {
  if (layout_ == Layout::one_line) return;
  const std::size_t indent = 2 * filled_.size();
  char* to = room(1 + indent);
  *to = '\n';
  std::fill_n(to + 1, indent, ' ');
  size_ += 1 + indent;
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (filled_.empty()) return;
  if (filled_.back() != 0) put(',');
  filled_.back() = 1;
  new_line();
}

void JsonWriter::open(char bracket) {
  separate();
  put(bracket);
  filled_.push_back(0);
}

void JsonWriter::close(char bracket) {
  const bool filled = filled_.back() != 0;
  filled_.pop_back();
  if (filled) new_line();
  put(bracket);
  pass_on();
}

void JsonWriter::key(std::string_view name) {
  separate();
  char* to = room(name.size() + 4);
  char* const begin = to;
  *to++ = '"';
  to = std::copy(name.begin(), name.end(), to);
  *to++ = '"';
  *to++ = ':';
  if (layout_ == Layout::pretty) *to++ = ' ';
  size_ += static_cast<std::size_t>(to - begin);
  after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
  separate();
  put_quoted(text);
  pass_on();
}

void JsonWriter::number(std::int64_t value) {
  separate();
  constexpr std::size_t kDigits = 24;
  char* to = room(kDigits);
  size_ += static_cast<std::size_t>(std::to_chars(to, to + kDigits, value).ptr - to);
  pass_on();
}

void JsonWriter::number(double value) {
  separate();
  std::string digits = fmt::format("{:.4f}", value);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  put(digits);
  pass_on();
}

void JsonWriter::boolean(bool value) {
  separate();
  put(value ? "true" : "false");
  pass_on();
}

void JsonWriter::null() {
  separate();
  put("null");
  pass_on();
}

}  // namespace peerscope
