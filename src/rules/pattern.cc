// Boost.Regex with ICU: \w, \b and case folding by code point.
#include "rules/pattern.h"

#include <boost/regex/icu.hpp>
#include <map>
#include <mutex>

namespace peerscope {
namespace {

// Compiled patterns live as long as the program; packs hold a few dozen.
const boost::u32regex& compiled(const std::string& pattern) {
  static std::mutex mutex;
  static std::map<std::string, boost::u32regex> known;
  const std::lock_guard lock(mutex);
  const auto at = known.find(pattern);
  if (at != known.end()) return at->second;
  return known.emplace(pattern, boost::make_u32regex(pattern, boost::regex::perl | boost::regex::icase))
      .first->second;
}

}  // namespace

std::string regex_mistake(const std::string& pattern) {
  try {
    const auto regex = boost::make_u32regex(pattern, boost::regex::perl | boost::regex::icase);
    if (boost::u32regex_match(std::string(), regex))
      return "it matches the empty text, so it would match anywhere";
    return "";
  } catch (const std::exception& wrong) {
    return wrong.what();
  }
}

RegexOutcome search_regex(const std::string& pattern, std::string_view text, Span within, Span& found) {
  try {
    boost::match_results<const char*> what;
    const char* begin = text.data() + within.begin;
    const char* end = text.data() + within.end;
    if (!boost::u32regex_search(begin, end, what, compiled(pattern))) return RegexOutcome::absent;
    found.begin = within.begin + static_cast<std::uint32_t>(what[0].first - begin);
    found.end = within.begin + static_cast<std::uint32_t>(what[0].second - begin);
    return found.end > found.begin ? RegexOutcome::found : RegexOutcome::absent;
  } catch (const std::exception&) {
    return RegexOutcome::gave_up;
  }
}

}  // namespace peerscope
