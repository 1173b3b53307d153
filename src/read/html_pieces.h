// Cuts the bits of HTML that stand in Markdown into words and the few tags that shape them.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "read/source_text.h"

namespace peerscope {

struct HtmlPiece {
  enum class Type : std::uint8_t { words, entity, line_break, bold_begins, bold_ends, heading, item, block };
  Type type = Type::words;
  std::string_view text;     // words and entity: as written
  std::uint32_t offset = 0;  // words and entity: where it stands in the source
  unsigned level = 0;        // heading
};

// Collects a run of HTML, slice by slice, and hands out its pieces. Scripts and styles are left out.
class HtmlPieces {
 public:
  void add(std::string_view slice, std::uint32_t offset);
  void add_break() { html_ += '\n'; }
  void take_pieces(const std::function<void(const HtmlPiece&)>& each);

 private:
  std::string html_;
  std::vector<Kept> kept_;  // where each slice stood
};

// "&amp;" to "&", "&#8217;" to "’"; an entity that is not known stays as it is.
std::string entity_text(std::string_view entity);

}  // namespace peerscope
