// What the readers of files that hold other texts share.
#include "read/part.h"

#include <array>
#include <cctype>
#include <utility>

#include "base/utf8.h"

namespace peerscope {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kTypes{
    {{"text/plain", "text"},
     {"text/html", "html"},
     {"application/xhtml+xml", "html"},
     {"text/markdown", "markdown"},
     {"text/rtf", "rtf"},
     {"application/rtf", "rtf"},
     {"message/rfc822", "eml"}}};

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;  // - and _ as web addresses have it
  return c == '/' || c == '_' ? 63 : -1;
}

}  // namespace

std::string_view format_of_type(std::string_view type) {
  std::string name;
  for (const char c : trim(type.substr(0, type.find(';')))) {
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  for (const auto& [known, format] : kTypes) {
    if (name == known) return format;
  }
  return {};
}

std::string from_base64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  unsigned bits = 0, count = 0;
  for (const char c : text) {
    const int value = base64_value(c);
    if (value < 0) continue;
    bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFFU);
  }
  return bytes;
}

void append(Document& to, Document from) {
  if (!to.text.empty() && !to.text.ends_with('\n')) to.text += '\n';
  const auto shift = static_cast<std::uint32_t>(to.text.size());
  to.text += from.text;
  for (Origin& origin : from.origins) {
    origin.begin += shift;
    to.origins.push_back(std::move(origin));
  }
  for (Block& block : from.blocks) {
    block.span = {block.span.begin + shift, block.span.end + shift};
    to.blocks.push_back(block);
  }
  for (IgnoreNote& note : from.ignores) {
    note.offset += shift;
    to.ignores.push_back(std::move(note));
  }
  for (ReadingNote& note : from.notes) to.notes.push_back(std::move(note));
}

}  // namespace peerscope
