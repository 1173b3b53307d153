// Writes XML piece by piece.
#include "write/xml_writer.h"

#include "base/utf8.h"

namespace peerscope {

namespace {

bool is_allowed(const CodePoint& point) {
  const char32_t c = point.value;
  return point.valid && (c >= 0x20 || c == '\t' || c == '\n' || c == '\r') && c != 0xFFFE && c != 0xFFFF;
}

// It stands for itself.
bool is_plain(char c) { return c >= ' ' && c <= '~' && c != '&' && c != '<' && c != '>' && c != '"'; }

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_plain(text[end])) ++end;
    if (end != at) {
      escaped += text.substr(at, end - at);
      at = end;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    switch (point.valid ? point.value : kReplacement) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;  // so that "]]>" closes nothing
      case '"':
        escaped += "&quot;";
        break;
      case '\t':
        escaped += "&#9;";
        break;  // a plain one in an attribute would be read as a space
      case '\n':
        escaped += "&#10;";
        break;
      case '\r':
        escaped += "&#13;";
        break;
      default:
        if (is_allowed(point)) {
          escaped += text.substr(at, point.size);
        } else {
          append_code_point(escaped, kReplacement);
        }
    }
    at += point.size;
  }
  return escaped;
}

XmlWriter::XmlWriter(std::ostream& out) : out_(&out) {
  *out_ << R"(<?xml version="1.0" encoding="UTF-8"?>)" << '\n';
}

void XmlWriter::close_tag() {
  if (in_tag_) *out_ << '>';
  in_tag_ = false;
}

void XmlWriter::begin(std::string_view element) {
  if (in_tag_) *out_ << ">\n";
  *out_ << std::string(2 * open_.size(), ' ') << '<' << element;
  open_.emplace_back(element);
  in_tag_ = true;
  has_text_ = false;
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
  *out_ << ' ' << name << "=\"" << xml_escaped(value) << '"';
}

void XmlWriter::attribute(std::string_view name, std::uint64_t value) {
  *out_ << ' ' << name << "=\"" << value << '"';
}

void XmlWriter::text(std::string_view text) {
  close_tag();
  *out_ << xml_escaped(text);
  has_text_ = true;
}

void XmlWriter::end() {
  const std::string element = std::move(open_.back());
  open_.pop_back();
  if (in_tag_) {
    *out_ << "/>\n";
    in_tag_ = false;
  } else {
    if (!has_text_) *out_ << std::string(2 * open_.size(), ' ');
    *out_ << "</" << element << ">\n";
  }
  has_text_ = false;
}

}  // namespace peerscope
