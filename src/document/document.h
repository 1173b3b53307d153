// A document as the program sees it: its text, where each piece came from, and what it is made of.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/roles.h"
#include "base/span.h"
#include "base/words.h"

namespace peerscope {

enum class DocumentKind : std::uint8_t { unknown, job_description, progress_note, policy };
std::string_view name_of(DocumentKind kind);                 // "job-description"
bool kind_named(std::string_view name, DocumentKind& kind);  // also "jd", "job", "note", "notes"

// A place as a person would name it; 0 or empty where the format has no such thing.
struct Place {
  std::uint32_t line = 0;       // 1-based line of the source; of the field's own text where `inside` is set
  std::uint32_t column = 0;     // 1-based, in code points
  std::uint32_t page = 0;       // 1-based page (PDF)
  std::uint32_t paragraph = 0;  // 1-based paragraph (Word, PDF, HTML)
  std::uint32_t table = 0, row = 0, cell = 0;  // 1-based table of the document, row and cell in it
                                               // row alone: of a CSV file, or line of an NDJSON stream
  std::string field;  // name of a CSV column or NDJSON field, JSON pointer of a FHIR resource
  bool inside =
      false;  // the file writes the field's text otherwise (JSON): line and column are not the file's
};

// One stretch of Document::text and the place where it begins in the source. Within a stretch whose line is
// not 0, columns advance with the text's code points and lines with its newlines.
struct Origin {
  std::uint32_t begin = 0;  // byte offset in Document::text; origins are sorted by it
  Place place;
};

// How a block was marked in its source; the segmenter adds what plain text only hints at.
enum class BlockType : std::uint8_t {
  line,  // of plain text: one source line, still to be joined or recognised
  paragraph,
  heading,
  item,   // of a list
  cell,   // of a table: a row is cells that follow one another
  quote,  // block quotation
};

struct Block {
  Span span;  // of the text without marks (bullets, #, **)
  BlockType type = BlockType::line;
  std::uint8_t level = 0;     // heading: 1–9; item: depth from 1; line: 0
  std::uint16_t indent = 0;   // line: columns of white space before it
  bool bold = false;          // the whole block is bold: perhaps a heading
  bool blank_before = false;  // line: an empty line stands before it
  bool marked = false;        // item or line: a bullet or number stood before it
};

struct Section {
  std::string title;  // as written, white space collapsed; empty for what stands before any heading
  Role role = Role::unknown;
  std::int32_t parent = -1;  // index of the section above
  std::uint8_t level = 0;
  Span heading;       // empty where the heading was given from outside (NDJSON "section")
  bool stem = false;  // a sentence that opens a list: "The peer specialist will not:"
};

enum class UnitType : std::uint8_t { item, sentence, key_value, heading, cell };

// What is counted: a bullet, a sentence, a `key: value` line. A heading is a unit too, but is never scored.
struct Unit {
  Span span;  // without the bullet or number
  UnitType type = UnitType::sentence;
  std::uint32_t section = 0;     // index in Document::sections
  std::uint32_t item = 0;        // 1-based number among the items of its list; 0 outside lists
  std::uint8_t depth = 0;        // of the list, from 1
  std::uint32_t block = 0;       // units of one block (paragraph, bullet, table row) share this number
  std::uint32_t key_end = 0;     // key_value: byte offset where the key ends; else 0
  std::uint32_t first_word = 0;  // range in Document::words
  std::uint32_t end_word = 0;
};

// A comment in the text that sets a rule aside: <!-- peerscope-ignore RULE: reason -->
struct IgnoreNote {
  std::string rule;
  std::string reason;
  std::uint32_t offset = 0;  // in Document::text: where the comment stood
  Place place;
};

// Something that could not be read, or was left out: told in the report, never silent.
struct ReadingNote {
  std::string message;
  bool incomplete = false;  // text is missing: the document was read in part
  Place place;
};

struct Document {
  std::string id;    // NDJSON "id", else the path
  std::string path;  // as the user named it; "-" for standard input
  DocumentKind kind = DocumentKind::unknown;
  bool kind_recognised = false;  // the kind was worked out from the text, not given
  std::string agency;            // NDJSON "agency", or worked out from folders
  std::string date;              // NDJSON "date"
  std::string format;            // "text", "markdown", "docx" …
  std::string given_section;     // NDJSON "section": the heading under which the text stands

  std::string text;  // UTF-8
  std::vector<Origin> origins;
  std::vector<Block> blocks;  // in text order, not overlapping
  std::vector<IgnoreNote> ignores;
  std::vector<ReadingNote> notes;
  std::vector<std::uint32_t>
      machine_pages;  // pages whose words were recognised in a picture: they may be wrong

  // Filled by segment():
  std::vector<std::uint32_t>
      line_feeds;                 // where they stand in the text, so that lines need not be counted again
  std::vector<Section> sections;  // at least one
  std::vector<Word> words;
  std::string folded;       // the words as they are compared, a space behind each
  std::vector<Unit> units;  // in text order
};

// Fills `line_feeds`, `folded`; segment() does both.
void find_lines(Document& document);
void fold_words(Document& document);
// A word, and the words of a unit with a space between them, as they are compared.
inline std::string_view folded_word(const Document& document, std::uint32_t word) {
  return slice(document.folded, document.words[word].folded);
}
std::string_view folded_words(const Document& document, const Unit& unit);

// Where a byte of the text stands in the source.
Place place_of(const Document& document, std::uint32_t offset);
// Which record of its stream or table it is: line of an NDJSON file, row of a CSV file; 0 where the file is
// one document.
std::uint32_t record_of(const Document& document);
// The titles above a section, outermost first, its own last; empty titles left out.
std::vector<std::string> section_path(const Document& document, std::uint32_t section);

}  // namespace peerscope
