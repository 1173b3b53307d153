// The lines of a YAML text: turns yaml-cpp's marks (bytes) into places that a person finds (code points).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace peerscope {

struct YamlPlace {
  std::uint32_t line = 0, column = 0;
};  // 1-based; column in code points

class YamlText {
 public:
  YamlText(std::string path, std::string_view text);  // borrows the text

  // `line` and `byte` count from 0, as yaml-cpp does; a byte of -1 is the whole line.
  YamlPlace place(int line, int byte) const;
  Error error(int line, int byte, std::string message, std::string remedy) const;
  Error error_at(std::uint32_t line, std::uint32_t column, std::string message, std::string remedy) const;
  std::string_view rest_of_line(int line, int byte) const;

  // The hyphen of a list item after which nothing stands, where the next thing stands at this place; else the
  // place.
  YamlPlace hyphen_before(int line, int byte) const;
  // Whether the quotation mark at that place is closed somewhere. yaml-cpp closes it at the end of the file
  // in silence.
  bool quotation_closes(int line, int byte) const;

  // Bytes that are no UTF-8, control characters, and tabs that indent: YAML reads them in ways that nobody
  // sees.
  Errors unreadable_characters() const;

 private:
  std::string path_;
  std::vector<std::string_view> lines_;
};

// Line `line` (1-based) of the text, without its end; empty where there is none.
std::string_view line_of(std::string_view text, int line);

}  // namespace peerscope
