// Places and names: where a byte stands in its source, what a section is called.
#include "document/document.h"

#include <algorithm>
#include <array>

namespace peerscope {
namespace {

struct KindName {
  std::string_view name;
  DocumentKind kind;
};
// The first name of each kind is the one that reports use.
constexpr std::array<KindName, 9> kKinds{{{"unknown", DocumentKind::unknown},
                                          {"job-description", DocumentKind::job_description},
                                          {"progress-note", DocumentKind::progress_note},
                                          {"policy", DocumentKind::policy},
                                          {"jd", DocumentKind::job_description},
                                          {"job", DocumentKind::job_description},
                                          {"note", DocumentKind::progress_note},
                                          {"notes", DocumentKind::progress_note},
                                          {"progress-notes", DocumentKind::progress_note}}};

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

}  // namespace

std::string_view name_of(DocumentKind kind) {
  for (const auto& row : kKinds)
    if (row.kind == kind) return row.name;
  return "unknown";
}

bool kind_named(std::string_view name, DocumentKind& kind) {
  for (const auto& row : kKinds) {
    if (row.name != name) continue;
    kind = row.kind;
    return true;
  }
  return false;
}

void find_lines(Document& document) {
  document.line_feeds.clear();
  const std::string& text = document.text;
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
    document.line_feeds.push_back(static_cast<std::uint32_t>(at));
}

void fold_words(Document& document) {
  document.folded.clear();
  document.folded.reserve(document.text.size() + document.text.size() / 8);
  for (Word& word : document.words) {
    word.folded.begin = static_cast<std::uint32_t>(document.folded.size());
    append_folded(slice(document.text, word.span), document.folded);
    word.folded.end = static_cast<std::uint32_t>(document.folded.size());
    document.folded += ' ';
  }
}

std::string_view folded_words(const Document& document, const Unit& unit) {
  if (unit.first_word == unit.end_word) return {};
  return slice(document.folded,
               {document.words[unit.first_word].folded.begin, document.words[unit.end_word - 1].folded.end});
}

Place place_of(const Document& document, std::uint32_t offset) {
  const auto& origins = document.origins;
  const auto after =
      std::upper_bound(origins.begin(), origins.end(), offset,
                       [](std::uint32_t at, const Origin& origin) { return at < origin.begin; });
  if (after == origins.begin()) return {};
  const Origin& origin = *(after - 1);
  Place place = origin.place;
  if (place.line == 0) return place;
  const auto end = std::min<std::size_t>(offset, document.text.size());
  if (end <= origin.begin) return place;
  // Before segment() there is no table of lines: then they are counted.
  std::uint32_t line_begin = origin.begin;
  std::uint32_t feeds = 0;
  if (document.line_feeds.empty()) {
    const std::string_view before = std::string_view(document.text).substr(0, end);
    for (std::size_t at = before.find('\n', line_begin); at != std::string_view::npos;
         at = before.find('\n', line_begin)) {
      line_begin = static_cast<std::uint32_t>(at + 1);
      ++feeds;
    }
  } else {
    const auto& table = document.line_feeds;
    const auto first = std::lower_bound(table.begin(), table.end(), origin.begin);
    const auto behind = std::lower_bound(first, table.end(), static_cast<std::uint32_t>(end));
    feeds = static_cast<std::uint32_t>(behind - first);
    if (feeds > 0) line_begin = *(behind - 1) + 1;
  }
  place.line += feeds;
  if (place.column == 0) return place;
  if (feeds > 0) place.column = 1;
  const std::string_view line = std::string_view(document.text).substr(line_begin, end - line_begin);
  place.column += static_cast<std::uint32_t>(std::count_if(line.begin(), line.end(), starts_code_point));
  return place;
}

std::uint32_t record_of(const Document& document) {
  if (document.origins.empty()) return 0;
  const Place& place = document.origins.front().place;
  return place.table == 0 ? place.row : 0;
}

std::vector<std::string> section_path(const Document& document, std::uint32_t section) {
  std::vector<std::string> path;
  for (auto at = static_cast<std::int64_t>(section);
       at >= 0 && at < static_cast<std::int64_t>(document.sections.size());) {
    const Section& one = document.sections[static_cast<std::size_t>(at)];
    if (!one.title.empty()) path.push_back(one.title);
    if (one.parent >= at) break;  // a section stands below those that open before it
    at = one.parent;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace peerscope
