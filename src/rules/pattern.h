// The only door to Boost.Regex: `regex:` entries, compiled when they are first needed.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace peerscope {

// Empty where the pattern is sound; else what is wrong with it.
std::string regex_mistake(const std::string& pattern);

enum class RegexOutcome : std::uint8_t { found, absent, gave_up };

// Searches text[within] for the pattern, case-insensitive, Unicode by code point. gave_up: the pattern needs
// too long on this text.
RegexOutcome search_regex(const std::string& pattern, std::string_view text, Span within, Span& found);

}  // namespace peerscope
