// Reads Word documents: finds the main part of the package, its styles, lists and notes.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/builder.h"
#include "read/docx_body.h"
#include "read/docx_styles.h"
#include "read/format.h"
#include "read/notes.h"
#include "read/xml.h"
#include "read/zip.h"

namespace peerscope {

namespace {

// As Word writes them, and as the strict form of the standard has them.
constexpr std::array<XmlNamespace, 9> kNamespaces{{
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
}};

// "word/document.xml" and "../customXml/item1.xml" to "customXml/item1.xml"
std::string part_named(std::string_view from, std::string_view target) {
  std::vector<std::string> steps;
  const std::string path = target.starts_with('/')
                               ? std::string(target)
                               : std::string(from.substr(0, from.rfind('/') + 1)) + std::string(target);
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string step = path.substr(at, end - at);
    if (step == ".." && !steps.empty())
      steps.pop_back();
    else if (!step.empty() && step != "." && step != "..")
      steps.push_back(step);
    at = end + 1;
  }
  std::string name;
  for (const std::string& step : steps) name += (name.empty() ? "" : "/") + step;
  return name;
}

class Package {
 public:
  explicit Package(ZipArchive archive) : archive_(std::move(archive)) {}

  // The part's tree; nothing where there is no such part.
  Result<std::optional<XmlTree>> tree(const std::string& name) {
    auto bytes = archive_.read(name);
    if (!bytes) return tl::unexpected(bytes.error());
    if (!*bytes) return std::nullopt;
    auto parsed = XmlTree::parse(std::move(**bytes), kNamespaces);
    if (!parsed) return tl::unexpected(parsed.error());
    return std::move(*parsed);
  }

  // Where the relationships of this type lead from `part` ("" is the package itself).
  Result<std::vector<std::string>> all_related(const std::string& part, std::string_view type) {
    const std::size_t slash = part.rfind('/') + 1;  // npos + 1 is 0
    auto relations = tree(part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels");
    if (!relations) return tl::unexpected(relations.error());
    std::vector<std::string> names;
    if (!*relations) return names;
    for (const XmlNode each : (*relations)->root()) {
      const bool fits = each.attribute("Type").ends_with(type) && each.attribute("TargetMode") != "External";
      if (fits) names.push_back(part_named(part, each.attribute("Target")));
    }
    return names;
  }

  // The first of them; empty: there is none.
  Result<std::string> related(const std::string& part, std::string_view type) {
    const auto names = all_related(part, type);
    if (!names) return tl::unexpected(names.error());
    return names->empty() ? std::string() : names->front();
  }

  // Whether a header or footer of the pages says something.
  Result<bool> has_page_margins(const std::string& part) {
    for (const std::string_view type : {"/header", "/footer"}) {
      const auto names = all_related(part, type);
      if (!names) return tl::unexpected(names.error());
      for (const std::string& name : *names) {
        const auto margin = tree(name);
        if (!margin) return tl::unexpected(margin.error());
        if (*margin && !trim((*margin)->root().all_text()).empty()) return true;
      }
    }
    return false;
  }

  Result<std::optional<XmlTree>> related_tree(const std::string& part, std::string_view type) {
    const auto name = related(part, type);
    if (!name) return tl::unexpected(name.error());
    if (name->empty()) return std::nullopt;
    return tree(*name);
  }

  const ZipArchive& archive() const { return archive_; }

 private:
  ZipArchive archive_;
};

Error not_word(const ZipArchive& archive) {
  Error error;
  error.remedy = "Copy its text to a Word document or a .txt file.";
  if (archive.has("xl/workbook.xml"))
    error.message = "is an Excel workbook, not a text document";
  else if (archive.has("ppt/presentation.xml"))
    error.message = "is a PowerPoint presentation, not a text document";
  else {
    error.message = "is a zip archive, but no Word document";
    error.remedy = "Unpack it and name the documents in it.";
  }
  return error;
}

void collect_notes(const std::optional<XmlTree>& tree, const char* reference, DocxNotes& notes) {
  if (!tree) return;
  for (const XmlNode note : tree->root()) {
    if (note.attribute("w:type").empty() || note.attribute("w:type") == "normal") {
      notes.emplace(std::pair(std::string(reference), std::string(note.attribute("w:id"))), note);
    }
  }
}

Result<Document> read_package(Package& package, Document document) {
  auto main_name = package.related("", "/officeDocument");
  if (!main_name) return tl::unexpected(main_name.error());
  if (main_name->empty()) main_name = "word/document.xml";
  auto main_part = package.tree(*main_name);
  if (!main_part) return tl::unexpected(main_part.error());
  const XmlNode body = *main_part ? (*main_part)->root().child("w:body") : XmlNode();
  if (!body) return fail(not_word(package.archive()));
  const std::array<std::string_view, 4> types{"/styles", "/numbering", "/footnotes", "/endnotes"};
  std::array<std::optional<XmlTree>, 4> parts;
  for (std::size_t i = 0; i < types.size(); ++i) {
    auto part = package.related_tree(*main_name, types[i]);
    if (!part) return tl::unexpected(part.error());
    parts[i] = std::move(*part);
  }
  const DocxStyles styles(parts[0] ? parts[0]->root() : XmlNode(), parts[1] ? parts[1]->root() : XmlNode());
  DocxNotes notes;
  collect_notes(parts[2], "w:footnoteReference", notes);
  collect_notes(parts[3], "w:endnoteReference", notes);
  Builder builder(std::move(document));
  DocxBody(builder, styles, notes).read(body);
  const auto margins = package.has_page_margins(*main_name);
  if (!margins) return tl::unexpected(margins.error());
  Document read = builder.take();
  if (*margins) note_page_margins(read);
  return read;
}

Result<Document> read_docx_bytes(std::string_view bytes, Document document) {
  auto archive = ZipArchive::open(bytes);
  if (!archive) return tl::unexpected(archive.error());
  Package package(std::move(*archive));
  return read_package(package, std::move(document));
}

}  // namespace

void read_docx(ByteStream& bytes, const Input& input, const EachDocument& each) {
  const auto whole = take_whole(bytes, input, each);
  if (!whole) return;
  if (!whole->starts_with("PK")) {
    return refuse(
        input, each, "is named like a Word document but is none",
        "If it is plain text, give --input-format text; else open it in Word and save it as .docx.");
  }
  auto document = read_docx_bytes(*whole, new_document(input));
  if (!document) {
    for (Error& error : document.error()) error.path = input.path;
    return each(tl::unexpected(document.error()));
  }
  deliver(std::move(*document), input, each);
}

}  // namespace peerscope
