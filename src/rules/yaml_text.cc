// Finds lines and columns of a YAML text, and what in it is not readable text.
#include "rules/yaml_text.h"

#include <algorithm>

namespace peerscope {
namespace {

// Bytes of the UTF-8 sequence at text[at]; 0 where it is none (cut short, overlong, surrogate, beyond
// U+10FFFF).
std::size_t sequence_size(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const unsigned first = byte(at);
  if (first < 0x80) return 1;
  const std::size_t size = first >= 0xC2 && first <= 0xDF   ? 2
                           : (first & 0xF0) == 0xE0         ? 3
                           : first >= 0xF0 && first <= 0xF4 ? 4
                                                            : 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
  }
  const unsigned second = byte(at + 1);
  if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
  if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
  return size;
}

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

YamlText::YamlText(std::string path, std::string_view text) : path_(std::move(path)) {
  while (true) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines_.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
}

YamlPlace YamlText::place(int line, int byte) const {
  if (line < 0) return {};
  const auto index = std::min(static_cast<std::size_t>(line), lines_.size() - 1);
  YamlPlace place;
  place.line = static_cast<std::uint32_t>(index + 1);
  if (byte >= 0) place.column = 1 + code_points(lines_[index].substr(0, static_cast<std::size_t>(byte)));
  return place;
}

Error YamlText::error(int line, int byte, std::string message, std::string remedy) const {
  const YamlPlace found = place(line, byte);
  return error_at(found.line, found.column, std::move(message), std::move(remedy));
}

Error YamlText::error_at(std::uint32_t line, std::uint32_t column, std::string message,
                         std::string remedy) const {
  Error error;
  error.message = std::move(message);
  error.path = path_;
  error.line = static_cast<int>(line);
  error.column = static_cast<int>(column);
  error.remedy = std::move(remedy);
  if (line > 0 && line <= lines_.size()) error.excerpt = lines_[line - 1];
  return error;
}

std::string_view YamlText::rest_of_line(int line, int byte) const {
  if (line < 0 || byte < 0 || static_cast<std::size_t>(line) >= lines_.size()) return {};
  const std::string_view found = lines_[static_cast<std::size_t>(line)];
  return found.substr(std::min(static_cast<std::size_t>(byte), found.size()));
}

YamlPlace YamlText::hyphen_before(int line, int byte) const {
  const std::string_view next = rest_of_line(line, byte);
  const bool in_flow = next.starts_with(',') || next.starts_with(']');
  for (int i = in_flow ? -1 : line - 1; i >= 0; --i) {
    const std::string_view above = lines_[std::min(static_cast<std::size_t>(i), lines_.size() - 1)];
    const std::size_t hyphen = above.find_first_not_of(' ');
    if (hyphen == std::string_view::npos || above[hyphen] == '#') continue;
    if (above[hyphen] == '-') return place(i, static_cast<int>(hyphen));
    break;
  }
  return place(line, byte);
}

bool YamlText::quotation_closes(int line, int byte) const {
  std::string_view rest = rest_of_line(line, byte);
  const char mark = rest.empty() ? '"' : rest.front();
  if (!rest.empty()) rest.remove_prefix(1);
  for (auto next = static_cast<std::size_t>(line) + 1;; ++next) {
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const bool doubled = mark == '\'' && rest[i] == mark && i + 1 < rest.size() && rest[i + 1] == mark;
      if (doubled || (mark == '"' && rest[i] == '\\')) {
        ++i;  // '' is an apostrophe, and \" a quotation mark inside the text
      } else if (rest[i] == mark) {
        return true;
      }
    }
    if (next >= lines_.size()) return false;
    rest = lines_[next];
  }
}

Errors YamlText::unreadable_characters() const {
  Errors errors;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const std::string_view line = lines_[i];
    const int number = static_cast<int>(i);
    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    if (const std::size_t tab = line.find('\t'); tab < indent && indent < line.size()) {
      errors.push_back(
          error(number, static_cast<int>(tab), "A tab indents this line.", "Indent with spaces."));
    }
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t size = sequence_size(line, at);
      const auto byte = static_cast<unsigned char>(line[at]);
      if (size == 0) {
        errors.push_back(error(number, static_cast<int>(at), "The file is not UTF-8 from here on.",
                               "Save it as UTF-8 in your editor."));
        return errors;  // the rest would be the same mistake over and over
      }
      if ((byte < 0x20 && byte != '\t') || byte == 0x7F) {
        errors.push_back(
            error(number, static_cast<int>(at), "A control character stands here.", "Delete it."));
        break;
      }
      at += size;
    }
  }
  return errors;
}

std::string_view line_of(std::string_view text, int line) {
  if (line < 1) return {};
  std::size_t begin = 0;
  for (int i = 1; i < line; ++i) {
    begin = text.find('\n', begin);
    if (begin == std::string_view::npos) return {};
    ++begin;
  }
  std::string_view found = text.substr(begin, text.find('\n', begin) - begin);
  if (found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

}  // namespace peerscope
