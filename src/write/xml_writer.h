// Writes XML piece by piece.
#pragma once
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace peerscope {

// As text or as the value of an attribute: marks as references, what XML 1.0 cannot hold (most controls,
// bytes that are no UTF-8) as U+FFFD.
std::string xml_escaped(std::string_view text);

class XmlWriter {
 public:
  explicit XmlWriter(std::ostream& out);  // writes the declaration
  void begin(std::string_view element);
  void attribute(std::string_view name, std::string_view value);  // of the element that was begun last
  void attribute(std::string_view name, std::uint64_t value);
  void text(std::string_view text);
  void end();

 private:
  void close_tag();  // ">" of a start tag that is still open

  std::ostream* out_;
  std::vector<std::string> open_;
  bool in_tag_ = false;
  bool has_text_ = false;
};

}  // namespace peerscope
