// What the tests of the readers share: reading bytes, and writing small packages to read.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/read.h"

namespace peerscope::test {

// Everything that read_bytes gave, in order.
struct Reading {
  std::vector<Document> documents;
  Errors errors;
};

inline Reading read(std::string_view bytes, const std::string& name = "file.txt", ReadOptions options = {}) {
  Reading reading;
  read_bytes(bytes, name, options, [&](Result<Document> result) {
    if (result) {
      reading.documents.push_back(std::move(*result));
    } else {
      reading.errors.insert(reading.errors.end(), result.error().begin(), result.error().end());
    }
  });
  return reading;
}

inline Document read_one(std::string_view bytes, const std::string& name = "file.txt",
                         ReadOptions options = {}) {
  Reading reading = read(bytes, name, std::move(options));
  if (reading.documents.size() != 1 || !reading.errors.empty()) {
    throw std::runtime_error("expected one document and no error");
  }
  return std::move(reading.documents[0]);
}

// The blocks as words: "item 1* Listens", a star for a mark, B for bold.
inline std::string shown(const Document& document) {
  static const char* const kNames[] = {"line", "paragraph", "heading", "item", "cell", "quote"};
  std::string text;
  for (const Block& block : document.blocks) {
    text += kNames[static_cast<int>(block.type)];
    if (block.level > 0) text += " " + std::to_string(block.level);
    if (block.marked) text += "*";
    if (block.bold) text += " B";
    text += ": ";
    for (const char c : slice(document.text, block.span)) text += c == '\n' ? '/' : c;
    text += "\n";
  }
  return text;
}

// Where the first occurrence of `words` stands, by the document's origins alone.
inline Place where(const Document& document, std::string_view words) {
  const std::size_t at = document.text.find(words);
  Place place;
  for (const Origin& origin : document.origins) {
    if (at == std::string::npos || origin.begin > at) break;
    place = origin.place;
    for (std::size_t i = origin.begin; place.line > 0 && i < at; ++i) {
      if (document.text[i] == '\n') {
        ++place.line;
        place.column = place.column == 0 ? 0 : 1;
      } else if (place.column != 0 && (static_cast<unsigned char>(document.text[i]) & 0xC0U) != 0x80U) {
        ++place.column;
      }
    }
  }
  return place;
}

inline std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

using Parts = std::vector<std::pair<std::string, std::string>>;

// A zip archive that compresses nothing, and that may hold what no honest program writes.
inline std::string zip_of(const Parts& parts) {
  const auto number = [](std::string& to, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
      to += static_cast<char>((value >> (8U * static_cast<unsigned>(i))) & 0xFFU);
  };
  std::string file, directory;
  for (const auto& [name, bytes] : parts) {
    const auto size = static_cast<std::uint32_t>(bytes.size());
    std::string common;
    number(common, 20, 2);
    number(common, 0, 2);
    number(common, 0, 2);
    number(common, 0, 4);
    number(common, crc_of(bytes), 4);
    number(common, size, 4);
    number(common, size, 4);
    number(common, static_cast<std::uint32_t>(name.size()), 2);
    number(common, 0, 2);
    directory += "PK\1\2";
    number(directory, 20, 2);
    directory += common;
    number(directory, 0, 2);
    number(directory, 0, 2);
    number(directory, 0, 2);
    number(directory, 0, 4);
    number(directory, static_cast<std::uint32_t>(file.size()), 4);
    directory += name;
    file += "PK\3\4" + common + name + bytes;
  }
  const auto begin = static_cast<std::uint32_t>(file.size());
  const auto count = static_cast<std::uint32_t>(parts.size());
  file += directory + "PK\5\6";
  number(file, 0, 4);
  number(file, count, 2);
  number(file, count, 2);
  number(file, static_cast<std::uint32_t>(directory.size()), 4);
  number(file, begin, 4);
  number(file, 0, 2);
  return file;
}

inline std::string relations(const std::vector<std::pair<std::string, std::string>>& targets) {
  std::string xml = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  for (const auto& [type, target] : targets) {
    xml +=
        R"(<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)" +
        type + R"(" Target=")" + target + R"("/>)";
  }
  return xml + "</Relationships>";
}

inline std::string in_word(const std::string& element, const std::string& inside) {
  return "<w:" + element +
         R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
         R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
         R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">)" +
         inside + "</w:" + element + ">";
}

// A Word document with this body; `more` are further parts of word/, by their name: "styles" to "<w:style…".
inline std::string docx_of(const std::string& body, const Parts& more = {}) {
  Parts parts{{"_rels/.rels", relations({{"officeDocument", "word/document.xml"}})},
              {"word/document.xml", in_word("document", "<w:body>" + body + "</w:body>")}};
  std::vector<std::pair<std::string, std::string>> targets;
  for (const auto& [name, xml] : more) {
    targets.emplace_back(name, name + ".xml");
    parts.emplace_back("word/" + name + ".xml", in_word(name, xml));
  }
  parts.emplace_back("word/_rels/document.xml.rels", relations(targets));
  return zip_of(parts);
}

// What the parts of an OpenDocument text have in common.
inline std::string in_office(const std::string& element, const std::string& inside) {
  std::string names;
  for (const char* name : {"office", "text", "table", "style", "manifest"})
    names += std::string(" xmlns:") + name + "=\"urn:oasis:names:tc:opendocument:xmlns:" + name + ":1.0\"";
  return "<office:" + element + names + R"( xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0")" +
         R"( xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">)" + inside +
         "</office:" + element + ">";
}

inline std::string office_body(const std::string& body, const std::string& automatic,
                               const std::string& styles) {
  return "<office:styles>" + styles + "</office:styles><office:automatic-styles>" + automatic +
         "</office:automatic-styles><office:body><office:text>" + body + "</office:text></office:body>";
}

inline std::string odt_of(const std::string& body, const std::string& automatic = {},
                          const std::string& styles = {}) {
  return zip_of(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml", in_office("document-content", office_body(body, automatic, {}))},
       {"styles.xml", in_office("document-styles", "<office:styles>" + styles + "</office:styles>")}});
}

inline std::string flat_odt_of(const std::string& body) {
  return "<?xml version=\"1.0\"?>\n" + in_office("document", office_body(body, {}, {}));
}

inline std::string run(const std::string& text, const std::string& properties = {}) {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

inline std::string paragraph(const std::string& text, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + run(text) + "</w:p>";
}

}  // namespace peerscope::test
