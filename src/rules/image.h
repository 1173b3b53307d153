// A RuleSet as bytes and back: how the packs travel inside the program.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/load.h"
#include "rules/rule.h"

namespace peerscope {

// Brief: without phrases and cues as they were written, the examples and the catalogue. To check
// documents nobody needs them, and to restore them takes most of the time in which the program starts.
enum class Detail : std::uint8_t { all, brief };

std::string write_image(const RuleSet& rules);
// Of the same build only. Other bytes are a fault of the build, not of the user: std::runtime_error. The
// program of the rules borrows the bytes, which must outlive it and begin at a multiple of eight.
RuleSet read_image(std::string_view image, Detail detail = Detail::all);

std::string write_files_image(const std::vector<RuleFile>& files);
std::vector<RuleFile> read_files_image(std::string_view image);

}  // namespace peerscope
