// Paths as relative URIs.
#include "write/uri.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace peerscope {

namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string relative_path(std::string_view path) {
  const std::filesystem::path named{std::string(path)};
  std::filesystem::path shown = named.lexically_normal();
  if (named.is_absolute()) {
    std::error_code failed;
    const auto folder = std::filesystem::current_path(failed);
    const auto relative = failed ? std::filesystem::path() : shown.lexically_relative(folder);
    if (!relative.empty() && *relative.begin() != "..") shown = relative;
  }
  return shown.generic_string();
}

std::string relative_uri(std::string_view path) {
  if (path == "-") return "standard-input";
  const std::string shown = relative_path(path);
  std::string uri = shown.starts_with('/') ? "file://" : "";
  for (const char c : shown) {
    if (is_plain(c)) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

}  // namespace peerscope
