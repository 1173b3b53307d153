// Other encodings than those that decode() knows by itself.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace peerscope {

// "iso-8859-15", "windows-1251", "shift_jis" … to UTF-8; what stands for nothing becomes U+FFFD. Nothing
// where the name is not known.
std::optional<std::string> from_charset(std::string_view bytes, std::string_view name);

}  // namespace peerscope
