// Chooses the reader for a file: by its first bytes, then by its name.
#include "read/read.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.h"
#include "read/csv_table.h"
#include "read/format.h"
#include "read/mime.h"
#include "read/part.h"

namespace peerscope {

namespace {

bool is_zip(std::string_view head) {
  return head.starts_with(std::string_view("PK\3\4", 4)) || head.starts_with(std::string_view("PK\5\6", 4));
}

bool is_open_document(std::string_view head) {
  if (is_zip(head)) return head.find("mimetypeapplication/vnd.oasis.opendocument") != head.npos;
  return trim(head).starts_with("<?xml") && head.substr(0, 4096).find("<office:document") != head.npos;
}

bool is_old_office(std::string_view head) { return head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }

bool is_gzip(std::string_view head) { return head.starts_with("\x1F\x8B"); }

bool is_tar(std::string_view head) { return head.size() > 262 && head.substr(257, 5) == "ustar"; }

bool is_pdf(std::string_view head) { return head.substr(0, 1024).find("%PDF-") != head.npos; }

bool is_rtf(std::string_view head) { return head.starts_with("{\\rtf"); }

bool starts_with_word(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char wanted, char found) {
           return wanted == static_cast<char>(std::tolower(static_cast<unsigned char>(found)));
         });
}

// A page, perhaps behind an XML declaration and comments.
bool is_html(std::string_view head) {
  head = trim(head);
  while (head.starts_with("<?xml") || head.starts_with("<!--")) {
    const std::string_view close = head[1] == '?' ? "?>" : "-->";
    head = trim(head.substr(std::min(head.find(close), head.size() - close.size()) + close.size()));
  }
  return starts_with_word(head, "<!doctype html") || starts_with_word(head, "<html");
}

bool is_xml(std::string_view head) { return trim(head).starts_with("<?xml"); }

// In JSON a quotation mark inside a text is escaped, so that this can only be a key.
bool is_fhir(std::string_view head) {
  return trim(head).starts_with('{') && head.find("\"resourceType\"") != head.npos;
}

// A first line that begins an object and names a text: {"id": 7, "text": "…
bool is_ndjson(std::string_view head) {
  head = trim(head);
  const std::string_view line = head.substr(0, head.find('\n'));
  if (!line.starts_with('{')) return false;
  const std::string_view inside = trim(line.substr(1));
  return inside.starts_with('"') && (line.find("\"text\"") != line.npos || trim(line).ends_with('}'));
}

// Only asked where no name tells: a heading mark at the start of a line, as plain text hardly ever has.
bool is_markdown(std::string_view head) {
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t marks = std::min(head.find_first_not_of('#', at), head.size()) - at;
    if (marks >= 1 && marks <= 6 && at + marks < head.size() && head[at + marks] == ' ') return true;
    at = std::min(head.find('\n', at), head.size() - 1) + 1;
  }
  return false;
}

// The table of formats. Rows are tried in order; a format that cannot be read yet says so by its own row.
constexpr std::array<Format, 13> kFormats{{
    {"old-office", "an old Office file", " doc dot xls ppt msg ", is_old_office, read_old_office},
    {"odt", "an OpenDocument text", " odt ott fodt ", is_open_document, read_odt},
    {"docx", "a Word document", " docx docm dotx dotm ", is_zip, read_docx},
    {"pdf", "a PDF", " pdf ", is_pdf, read_pdf},
    {"rtf", "an RTF document", " rtf ", is_rtf, read_rtf},
    {"html", "a web page", " html htm xhtml ", is_html, read_html},
    {"xml", "an XML file", " xml ", is_xml, read_unsupported},
    {"fhir", "a FHIR resource", " json ", is_fhir, read_fhir},
    {"ndjson", "an NDJSON stream", " ndjson jsonl ", is_ndjson, read_ndjson},
    {"csv", "a CSV table", " csv tsv ", nullptr, read_csv},
    {"eml", "a mail", " eml ", looks_like_mail, read_eml},
    {"markdown", "a Markdown text", " md markdown mkd mdown ", nullptr, read_markdown},
    {"text", "a plain text", " txt text ", nullptr, read_plain},
}};
constexpr const Format& kPlain = kFormats.back();

const Format* format_of_name(std::string_view name) {
  const auto found =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return f.name == name; });
  return found == kFormats.end() ? nullptr : &*found;
}

// "notes/Monday.TXT" and "notes/Monday.txt.gz" to "txt"; empty where the name has none.
std::string extension_of(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  if (name.ends_with(".gz")) name.remove_suffix(3);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string extension(name.substr(dot + 1));
  for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return extension;
}

bool lists(std::string_view extensions, const std::string& extension) {
  return !extension.empty() && extensions.find(" " + extension + " ") != std::string_view::npos;
}

bool names_column(const ReadOptions& options) {
  return !options.text_columns.empty() || !options.agency_column.empty() || !options.id_column.empty();
}

const Format& recognise(std::string_view head, const std::string& path, const ReadOptions& options) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::string extension = extension_of(path);
  for (const Format& format : kFormats) {
    // Packages of both office suites are zip archives, and not all begin with their type: then the name
    // tells.
    const bool named_package = format.read == read_odt && is_zip(head) && lists(format.extensions, extension);
    if (named_package || (format.looks_like != nullptr && format.looks_like(head))) return format;
  }
  const bool any_text = extension.empty() || lists(kPlain.extensions, extension);
  const bool asked_for = extension.empty() && names_column(options);
  if (asked_for || (any_text && looks_like_csv(head))) return *format_of_name("csv");
  for (const Format& format : kFormats) {
    if (lists(format.extensions, extension)) return format;
  }
  return extension.empty() && is_markdown(head) ? *format_of_name("markdown") : kPlain;
}

// `name` tells the format where the content does not; it is the path, or the name of an attachment.
void read_stream(ByteStream& bytes, const std::string& path, const std::string& name,
                 const ReadOptions& options, const EachDocument& each) {
  // Where the format is given, a pipe need not fill a head before its first record is read.
  const std::string_view head = bytes.peek(options.input_format.empty() ? kHeadSize : 16);
  if (is_gzip(head)) return read_gzip(bytes, {path, options, kPlain}, each);
  const Format* format =
      options.input_format.empty() ? &recognise(head, name, options) : format_of_name(options.input_format);
  if (format == nullptr) {
    return refuse({path, options, kPlain}, each,
                  "the input format \"" + options.input_format + "\" is not known",
                  "Choose one of " + input_format_names() + ", or leave the option out.");
  }
  const Input input{path, options, *format};
  if (head.empty()) {
    if (auto finished = bytes.finish(); !finished) return each(tl::unexpected(finished.error()));
    return refuse(input, each, "is empty: nothing to assess", "Check that this is the file you meant.");
  }
  if (options.picks_records() && format->name != "ndjson" && format->name != "csv")
    return refuse(input, each, "is one document, and --records asks for some of many",
                  "Leave --records out.");
  format->read(bytes, input, each);
}

// Files that a folder of documents often holds beside them, and that nobody wrote for a reader.
constexpr std::string_view kNoDocuments =
    " yaml yml toml ini cfg conf xml xsd xsl css scss js mjs ts tsx jsx py pyc r rmd ipynb sh bash bat "
    "ps1 c h cc "
    "cpp hpp cmake java class go rs rb php pl sql log lock svg bak tmp swp xls xlsx xlsm xlsb ods ppt pptx "
    "odp zip tar tgz 7z rar ";

std::string reason_in_name(const std::string& path) {
  const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
  if (name.starts_with("~$")) return "lock file that Word leaves";
  if (name.ends_with('~')) return "backup copy";
  const std::string extension = extension_of(path);
  return extension != "json" && lists(kNoDocuments, extension) ? "by its name no document" : "";
}

std::string reason_in_head(const std::string& path, std::string_view head) {
  if (is_gzip(head)) return {};
  const Format& format = recognise(head, path, {});
  if (extension_of(path) == "json" && !is_fhir(head) && format.name != "ndjson")
    return "by its name no document";
  if (format.read != read_plain && format.read != read_markdown) return {};
  return looks_binary(head) ? "picture or other binary file" : "";
}

}  // namespace

void read_file(const std::string& path, const ReadOptions& options, const EachDocument& each) {
  auto bytes = ByteStream::open(path, options.walked ? Links::refuse : Links::follow);
  if (!bytes) return each(tl::unexpected(bytes.error()));
  if (options.before_waiting) bytes->before_waiting(options.before_waiting);
  read_stream(*bytes, path, path, options, each);
}

void read_bytes(std::string_view bytes, const std::string& path, const ReadOptions& options,
                const EachDocument& each) {
  ByteStream stream = ByteStream::of_memory(bytes, path);
  read_stream(stream, path, path, options, each);
}

void read_unpacked(ByteStream& bytes, const Input& input, const EachDocument& each) {
  const std::string_view head = bytes.peek(kHeadSize);
  if (is_gzip(head) || is_tar(head)) {
    return refuse(input, each, is_tar(head) ? "holds a tar archive" : "is packed more than once",
                  "Unpack it and name the documents in it.");
  }
  read_stream(bytes, input.path, input.path, input.options, each);
}

void read_part(std::string_view bytes, const Part& part, const Input& input, const EachDocument& each) {
  ReadOptions options;
  options.kind = input.options.kind;
  options.input_format = part.format;
  if (decode("", part.encoding)) options.encoding = part.encoding;  // "X-UNKNOWN" tells nothing
  ByteStream stream = ByteStream::of_memory(bytes, input.path);
  read_stream(stream, input.path, part.name, options, [&](Result<Document> read) {
    if (read) {
      const auto move = [&part](Place& place) {
        if (part.where.field.empty()) return;
        place.field = part.where.field;
        place.inside = part.where.inside;
        if (part.where.row != 0) place.row = part.where.row;
      };
      for (Origin& origin : read->origins) move(origin.place);
      for (IgnoreNote& note : read->ignores) move(note.place);
      for (ReadingNote& note : read->notes) move(note.place);
    }
    each(std::move(read));
  });
}

std::string reason_to_skip(const std::string& path) {
  if (std::string reason = reason_in_name(path); !reason.empty()) return reason;
  auto bytes = ByteStream::open(path, Links::refuse);
  if (!bytes) return {};  // reading it will tell
  return reason_in_head(path, bytes->peek(kHeadSize));
}

std::string reason_to_skip_bytes(const std::string& path, std::string_view bytes) {
  std::string reason = reason_in_name(path);
  return reason.empty() ? reason_in_head(path, bytes.substr(0, kHeadSize)) : reason;
}

bool is_input_format(std::string_view name) {
  const Format* format = format_of_name(name);
  return format != nullptr && format->read != read_unsupported && format->read != read_old_office;
}

std::string input_format_names() {
  std::string names;
  for (auto format = kFormats.rbegin(); format != kFormats.rend(); ++format) {
    if (is_input_format(format->name)) names += (names.empty() ? "" : ", ") + std::string(format->name);
  }
  return names;
}

}  // namespace peerscope
