// A sheet of plain text for tests: read line by line, cut, and told piece by piece.
#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/segment.h"

namespace peerscope {

// A few headings of each role; rules/context/sections.yaml has the rest.
inline HeadingTable few_headings() {
  return {
      {Role::exclusion,
       {"not", "never", "out of scope", "outside the scope", "limits of"},
       {"not limited to", "who do not"}},
      {Role::other_role,
       {"nurse responsib*", "clinicians", "the nurse"},
       {"working with", "direction of", "peer*"}},
      {Role::pay, {"salary", "pay", "flsa"}, {}},
      {Role::boilerplate,
       {"^benefits$", "working conditions", "equal opportunity", "job id", "^location$", "^hours$",
        "physical demands"},
       {}},
      {Role::qualifications,
       {"qualification*", "requirement*", "^essential$", "person specification", "what we re looking for"},
       {}},
      {Role::supervision, {"supervision", "reports to"}, {}},
      {Role::team, {"working with clinic*"}, {}},
      {Role::summary, {"job summary", "position summary", "definition"}, {}},
      {Role::about, {"^about", "who we are"}, {}},
      {Role::duties,
       {"dut*", "responsib*", "essential functions", "what you will do", "will", "examples of work"},
       {}},
      {Role::plan, {"^plan$", "^p$"}, {}},
      {Role::narrative,
       {"^subjective$", "^objective$", "^assessment$", "^data$", "^d$", "^a$", "^s$", "^o$"},
       {}},
      {Role::header, {"^date$", "^client$", "^start$", "service code", "^place$"}, {}},
      {Role::unknown, {"peer companion*"}, {}},
  };
}

// As the plain text reader hands it over: a block per line that is not empty.
inline Document sheet(std::string_view text) {
  Document document;
  document.text = text;
  document.format = "text";
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::size_t first = at;
    while (first < end && (text[first] == ' ' || text[first] == '\t' || text[first] == '\r')) ++first;
    if (first == end) {
      blank = true;
    } else {
      Block block;
      block.span = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end)};
      block.indent = static_cast<std::uint16_t>(first - at);
      block.blank_before = blank;
      document.blocks.push_back(block);
      blank = false;
    }
    at = end + 1;
  }
  return document;
}

inline Document cut(Document document) {
  segment(document, few_headings());
  return document;
}
inline Document cut(std::string_view text) { return cut(sheet(text)); }

// A block of a format that knows headings, items and cells; documents are built from them one by one.
inline void add_block(Document& document, BlockType type, std::string_view text, std::uint8_t level = 0) {
  Block block;
  block.type = type;
  block.level = level;
  block.span.begin = static_cast<std::uint32_t>(document.text.size());
  document.text += text;
  block.span.end = static_cast<std::uint32_t>(document.text.size());
  document.text += '\n';
  document.blocks.push_back(block);
}

inline std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

struct Told {
  std::vector<std::string> lines;
  Told() = default;
  Told(std::initializer_list<std::string> all) : lines(all) {}
  bool operator==(const Told&) const = default;
  friend std::ostream& operator<<(std::ostream& out, const Told& told) {
    for (const auto& line : told.lines) out << "\n  " << line;
    return out;
  }
};

// "duties item Sits with guests": role of the section, type, text; one line per unit.
inline Told told(const Document& document) {
  static constexpr const char* kTypes[] = {"item", "sentence", "fact", "heading", "cell"};
  Told told;
  for (const Unit& unit : document.units)
    told.lines.push_back(std::string(name_of(document.sections.at(unit.section).role)) + ' ' +
                         kTypes[static_cast<int>(unit.type)] + ' ' +
                         collapsed(slice(document.text, unit.span)));
  return told;
}

}  // namespace peerscope
