// The bytes that embed-rules writes into the program while building.
#pragma once
#include <string_view>

namespace peerscope {

std::string_view embedded_rules();  // of write_image
std::string_view embedded_files();  // of write_files_image

}  // namespace peerscope
