// Adds text and blocks; keeps spans free of white space at their ends.
#include "read/builder.h"

#include <utility>

#include "base/utf8.h"
#include "read/origins.h"

namespace peerscope {

void Builder::open(BlockType type, std::uint8_t level, bool marked, std::uint16_t indent) {
  close();
  block_ = Block{};
  block_.type = type;
  block_.level = level;
  block_.marked = marked;
  block_.indent = indent;
  block_.span = {size(), size()};
  open_ = true;
}

void Builder::close() {
  if (!std::exchange(open_, false)) return;
  std::string& text = document_.text;
  const std::uint32_t begin = block_.span.begin;
  const std::string_view words = trim(std::string_view(text).substr(begin));
  if (words.empty()) {
    text.resize(begin);
    while (!document_.origins.empty() && document_.origins.back().begin > begin) document_.origins.pop_back();
    return;
  }
  block_.span.begin = static_cast<std::uint32_t>(words.data() - text.data());
  block_.span.end = block_.span.begin + static_cast<std::uint32_t>(words.size());
  document_.blocks.push_back(block_);
  text += '\n';
}

void Builder::drop() {
  document_.text.resize(block_.span.begin);
  while (!bold_.empty() && bold_.back().end > block_.span.begin) bold_.pop_back();
  close();
}

void Builder::make_paragraph() {
  block_.type = BlockType::paragraph;
  block_.level = 0;
}

void Builder::place(Place place) {
  auto& origins = document_.origins;
  if (!origins.empty() && origins.back().begin == size()) {
    origins.back().place = std::move(place);
  } else {
    origins.push_back({size(), std::move(place)});
  }
}

void Builder::add(std::string_view text, bool bold) {
  if (text.empty()) return;
  if (bold && !bold_.empty() && bold_.back().end == size()) {
    bold_.back().end += static_cast<std::uint32_t>(text.size());
  } else if (bold) {
    bold_.push_back({size(), size() + static_cast<std::uint32_t>(text.size())});
  }
  document_.text += text;
}

Document Builder::take() {
  close();
  refine_blocks(document_, bold_);
  split_origins(document_);
  return std::move(document_);
}

}  // namespace peerscope
