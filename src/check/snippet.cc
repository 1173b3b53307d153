// A sentence that stands by itself, as a document.
#include "check/snippet.h"

#include <utility>

namespace peerscope {

namespace {

// The stretches between empty lines, without white space at their ends.
std::vector<Span> paragraphs_of(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  std::vector<Span> paragraphs;
  std::size_t begin = text.find_first_not_of(kSpace);
  while (begin != std::string_view::npos) {
    const std::size_t gap = text.find("\n\n", begin);
    const std::size_t stop = gap == std::string_view::npos ? text.size() : gap;
    const std::size_t last = text.find_last_not_of(kSpace, stop - 1);
    paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1)});
    begin = text.find_first_not_of(kSpace, stop);
  }
  return paragraphs;
}

}  // namespace

Document document_of_text(std::string_view text, DocumentKind kind, std::string section) {
  Document document;
  document.kind = kind;
  document.format = "text";
  document.text = text;
  const bool duty = kind == DocumentKind::job_description && section.empty();
  document.given_section = duty ? "Duties" : std::move(section);
  Origin origin;
  origin.place.line = 1;
  origin.place.column = 1;
  document.origins.push_back(origin);
  for (const Span span : paragraphs_of(text)) {
    Block block;
    block.span = span;
    block.type = kind == DocumentKind::job_description ? BlockType::item : BlockType::paragraph;
    block.level = block.type == BlockType::item ? 1 : 0;
    block.marked = block.type == BlockType::item;
    block.blank_before = true;
    document.blocks.push_back(block);
  }
  return document;
}

}  // namespace peerscope
