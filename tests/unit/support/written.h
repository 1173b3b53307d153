// Writes a document's blocks in the formats that the program reads, so that the same text can be read from
// each.
#pragma once
#include <string>
#include <vector>

#include "../read/reading.h"
#include "base/utf8.h"
#include "document/document.h"

namespace peerscope::test {

// A heading, paragraph, list item or table, as any word processor has it.
struct Piece {
  BlockType type = BlockType::paragraph;
  int level = 0;
  bool bold = false;
  std::vector<std::string> lines;              // between line breaks
  std::vector<std::vector<std::string>> rows;  // of a table
};

// The pieces of a document that was read from Markdown.
inline std::vector<Piece> pieces_of(const Document& document) {
  std::vector<Piece> pieces;
  std::uint32_t table = 0, row = 0;
  for (const Block& block : document.blocks) {
    const std::string text(slice(document.text, block.span));
    std::vector<std::string> lines{""};
    for (const char c : text) {
      if (c == '\n')
        lines.emplace_back();
      else
        lines.back() += c;
    }
    if (block.type == BlockType::cell) {
      const Place place = place_of(document, block.span.begin);
      if (place.table != table) pieces.push_back({BlockType::cell, 0, false, {}, {}});
      if (place.table != table || place.row != row) pieces.back().rows.emplace_back();
      table = place.table;
      row = place.row;
      pieces.back().rows.back().resize(place.cell);
      pieces.back().rows.back()[place.cell - 1] = text;
    } else if (block.type == BlockType::item && !block.marked && !pieces.empty()) {
      pieces.back().lines.insert(pieces.back().lines.end(), lines.begin(), lines.end());
    } else {
      pieces.push_back({block.type, block.level, block.bold, lines, {}});
    }
  }
  return pieces;
}

inline std::string in_xml(const std::string& text) {
  std::string result;
  for (const char c : text)
    result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return result;
}

inline std::string joined(const std::vector<std::string>& lines, const std::string& between) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : between) + lines[i];
  return text;
}

// As people type it: headings underlined, bullets and indents.
inline std::string as_txt(const std::vector<Piece>& pieces) {
  std::string text;
  bool listed = false;
  for (const Piece& piece : pieces) {
    const bool item = piece.type == BlockType::item;
    if (!(item && listed) && !text.empty()) text += "\n";
    listed = item;
    if (item) {
      const std::string indent(static_cast<std::size_t>(2 * (piece.level - 1)), ' ');
      text += indent + "- " + joined(piece.lines, "\n" + indent + "  ") + "\n";
    } else {
      text += joined(piece.lines, "\n") + "\n";
      if (piece.type == BlockType::heading) text += std::string(10, piece.level == 1 ? '=' : '-') + "\n";
    }
  }
  return text;
}

inline std::string as_html(const std::vector<Piece>& pieces) {
  std::string page = "<!DOCTYPE html>\n<html><head><title>x</title></head><body>\n";
  int depth = 0;
  for (const Piece& piece : pieces) {
    const int wanted = piece.type == BlockType::item ? piece.level : 0;
    for (; depth > wanted; --depth) page += "</li></ul>";
    if (depth == wanted && depth > 0) page += "</li>";
    for (; depth < wanted; ++depth) page += "<ul>";
    std::vector<std::string> lines;
    for (const std::string& line : piece.lines) lines.push_back(in_xml(line));
    const std::string words = (piece.bold ? "<b>" : "") + joined(lines, "<br>") + (piece.bold ? "</b>" : "");
    if (piece.type == BlockType::item)
      page += "<li>" + words;
    else if (piece.type == BlockType::heading)
      page += "<h" + std::to_string(piece.level) + ">" + words + "</h" + std::to_string(piece.level) + ">\n";
    else if (piece.type == BlockType::quote)
      page += "<blockquote>" + words + "</blockquote>\n";
    else if (piece.type == BlockType::cell) {
      page += "<table>";
      for (const auto& row : piece.rows) {
        page += "<tr>";
        for (const std::string& cell : row) page += "<td>" + in_xml(cell) + "</td>";
        page += "</tr>\n";
      }
      page += "</table>\n";
    } else
      page += "<p>" + words + "</p>\n";
  }
  for (; depth > 0; --depth) page += "</li></ul>";
  return page + "</body></html>\n";
}

inline std::string as_docx(const std::vector<Piece>& pieces) {
  const auto paragraph_of = [](const std::vector<std::string>& lines, const std::string& properties,
                               bool bold) {
    std::string runs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      runs += std::string("<w:r><w:rPr>") + (bold ? "<w:b/>" : "") + "</w:rPr>" + (i > 0 ? "<w:br/>" : "") +
              "<w:t xml:space=\"preserve\">" + in_xml(lines[i]) + "</w:t></w:r>";
    }
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
  };
  std::string body,
      styles = "<w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:name w:val=\"Quote\"/></w:style>";
  for (int i = 1; i <= 6; ++i) {
    const std::string n = std::to_string(i);
    styles += "<w:style w:type=\"paragraph\" w:styleId=\"H" + n + "\"><w:name w:val=\"heading " + n +
              "\"/></w:style>";
  }
  for (const Piece& piece : pieces) {
    std::string properties;
    if (piece.type == BlockType::heading)
      properties = "<w:pStyle w:val=\"H" + std::to_string(piece.level) + "\"/>";
    if (piece.type == BlockType::quote) properties = "<w:pStyle w:val=\"Q\"/>";
    if (piece.type == BlockType::item)
      properties = "<w:numPr><w:ilvl w:val=\"" + std::to_string(piece.level - 1) +
                   "\"/><w:numId w:val=\"1\"/></w:numPr>";
    if (piece.type != BlockType::cell) {
      body += paragraph_of(piece.lines, properties, piece.bold);
      continue;
    }
    body += "<w:tbl>";
    for (const auto& row : piece.rows) {
      body += "<w:tr>";
      for (const std::string& cell : row) body += "<w:tc>" + paragraph_of({cell}, {}, false) + "</w:tc>";
      body += "</w:tr>";
    }
    body += "</w:tbl>";
  }
  return docx_of(body, {{"styles", styles}});
}

inline std::string as_odt(const std::vector<Piece>& pieces) {
  std::string body;
  const std::string automatic =
      "<style:style style:name=\"B\" style:family=\"text\"><style:text-properties "
      "fo:font-weight=\"bold\"/></style:style>"
      "<style:style style:name=\"Quotations\" style:family=\"paragraph\"/>";
  int depth = 0;
  for (const Piece& piece : pieces) {
    const int wanted = piece.type == BlockType::item ? piece.level : 0;
    for (; depth > wanted; --depth) body += "</text:list-item></text:list>";
    if (depth == wanted && depth > 0) body += "</text:list-item><text:list-item>";
    for (; depth < wanted; ++depth) body += "<text:list><text:list-item>";
    std::vector<std::string> lines;
    for (const std::string& line : piece.lines) lines.push_back(in_xml(line));
    std::string words = joined(lines, "<text:line-break/>");
    if (piece.bold) words = "<text:span text:style-name=\"B\">" + words + "</text:span>";
    if (piece.type == BlockType::heading) {
      body += "<text:h text:outline-level=\"" + std::to_string(piece.level) + "\">" + words + "</text:h>";
    } else if (piece.type != BlockType::cell) {
      body += std::string("<text:p") +
              (piece.type == BlockType::quote ? " text:style-name=\"Quotations\"" : "") + ">" + words +
              "</text:p>";
    } else {
      body += "<table:table>";
      for (const auto& row : piece.rows) {
        body += "<table:table-row>";
        for (const std::string& cell : row)
          body += "<table:table-cell><text:p>" + in_xml(cell) + "</text:p></table:table-cell>";
        body += "</table:table-row>";
      }
      body += "</table:table>";
    }
  }
  for (; depth > 0; --depth) body += "</text:list-item></text:list>";
  return odt_of(body, automatic);
}

inline std::string in_rtf(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == '\\' || point.value == '{' || point.value == '}') result += '\\';
    if (point.value < 0x80) {
      result += static_cast<char>(point.value);
    } else if (point.value < 0x10000) {
      result += "\\u" + std::to_string(static_cast<std::int16_t>(point.value)) + "?";
    } else {
      const std::uint32_t rest = point.value - 0x10000;
      result += "\\u" + std::to_string(static_cast<std::int16_t>(0xD800 + (rest >> 10U))) + "?\\u" +
                std::to_string(static_cast<std::int16_t>(0xDC00 + (rest & 0x3FFU))) + "?";
    }
    at += point.size;
  }
  return result;
}

inline std::string as_rtf(const std::vector<Piece>& pieces) {
  std::string body = "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s0 Normal;}{\\s9 Quote;}";
  for (int i = 1; i <= 6; ++i)
    body += "{\\s1" + std::to_string(i) + "\\outlinelevel" + std::to_string(i - 1) + " heading " +
            std::to_string(i) + ";}";
  body += "}\n";
  for (const Piece& piece : pieces) {
    if (piece.type == BlockType::cell) {
      for (const auto& row : piece.rows) {
        body += "\\trowd\\pard\\intbl ";
        for (const std::string& cell : row) body += in_rtf(cell) + "\\cell ";
        body += "\\row\n";
      }
      continue;
    }
    body += "\\pard\\plain";
    if (piece.type == BlockType::heading) body += "\\s1" + std::to_string(piece.level);
    if (piece.type == BlockType::quote) body += "\\s9";
    if (piece.type == BlockType::item)
      body += "{\\listtext\\'95\\tab}\\ls1\\ilvl" + std::to_string(piece.level - 1);
    if (piece.bold) body += "\\b";
    std::vector<std::string> lines;
    for (const std::string& line : piece.lines) lines.push_back(in_rtf(line));
    body += " " + joined(lines, "\\line ") + "\\par\n";
  }
  return body + "}";
}

}  // namespace peerscope::test
