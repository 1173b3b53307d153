// Finds the encoding that a page names in its head.
#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "read/html.h"

namespace peerscope {

namespace {

constexpr std::size_t kHead = 4096;

// What follows `key` and perhaps a quotation mark: charset="windows-1251" to "windows-1251".
std::string named_after(std::string_view head, std::string_view key) {
  const auto found = std::search(head.begin(), head.end(), key.begin(), key.end(), [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == b;
  });
  auto at = static_cast<std::size_t>(found - head.begin()) + key.size();
  while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
  std::string name;
  for (; at < head.size(); ++at) {
    const char c = head[at];
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '-' && c != '_' && c != ':' && c != '.')
      break;
    name += c;
  }
  return name;
}

}  // namespace

std::string html_encoding(std::string_view bytes) {
  const auto by_itself = decode(bytes);
  if (!by_itself->guessed) return {};
  const std::string_view head = bytes.substr(0, kHead);
  for (const std::string_view key : {"charset=", "encoding="}) {
    const std::string name = named_after(head, key);
    // A page that is no UTF-8 and says that it is was damaged, or is mistaken: its bytes tell more.
    if (name.empty() || !keeps_ascii(name) || decode("", name)->encoding == "utf-8") continue;
    return name;
  }
  return {};
}

}  // namespace peerscope
