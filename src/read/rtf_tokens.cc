// Cuts RTF into tokens; line breaks of the file are none.
#include "read/rtf_tokens.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace peerscope {

namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

RtfToken RtfTokens::next() {
  while (at_ < source_.size() && (source_[at_] == '\n' || source_[at_] == '\r')) ++at_;
  RtfToken token;
  token.begin = at_;
  if (at_ >= source_.size()) return token;
  const char c = source_[at_];
  if (c == '{' || c == '}') {
    ++at_;
    token.type = c == '{' ? RtfToken::Type::open : RtfToken::Type::close;
    return token;
  }
  if (c == '\\') return control();
  const std::size_t end = std::min(source_.find_first_of("\\{}\r\n", at_), source_.size());
  token.type = RtfToken::Type::text;
  token.text = source_.substr(at_, end - at_);
  at_ = end;
  return token;
}

RtfToken RtfTokens::control() {
  RtfToken token;
  token.begin = at_++;
  if (at_ >= source_.size()) return token;
  const char first = source_[at_];
  if (first == '\'' && at_ + 2 < source_.size() && hex(source_[at_ + 1]) >= 0 && hex(source_[at_ + 2]) >= 0) {
    token.type = RtfToken::Type::byte;
    token.number = hex(source_[at_ + 1]) * 16 + hex(source_[at_ + 2]);
    at_ += 3;
    return token;
  }
  if (!is_letter(first)) {
    token.type = RtfToken::Type::symbol;
    token.text = source_.substr(at_++, 1);
    return token;
  }
  token.type = RtfToken::Type::word;
  const std::size_t name = at_;
  while (at_ < source_.size() && is_letter(source_[at_])) ++at_;
  token.text = source_.substr(name, at_ - name);
  std::size_t digits = at_;
  if (digits < source_.size() && source_[digits] == '-') ++digits;
  if (digits < source_.size() && is_digit(source_[digits])) {
    const char* begin = source_.data() + at_;
    const auto [end, failure] = std::from_chars(begin, source_.data() + source_.size(), token.number);
    token.has_number = failure == std::errc();
    at_ += static_cast<std::size_t>(end - begin);
  }
  if (at_ < source_.size() && source_[at_] == ' ') ++at_;  // ends the word, and is no text
  return token;
}

bool RtfTokens::skip(std::size_t bytes) {
  const bool enough = source_.size() - at_ >= bytes;
  at_ = enough ? at_ + bytes : source_.size();
  return enough;
}

}  // namespace peerscope
