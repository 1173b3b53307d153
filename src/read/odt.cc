// Reads OpenDocument texts (LibreOffice and its kin), packed or as one flat XML file.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "read/builder.h"
#include "read/format.h"
#include "read/notes.h"
#include "read/odt_body.h"
#include "read/odt_styles.h"
#include "read/xml.h"
#include "read/zip.h"

namespace peerscope {

namespace {

constexpr std::array<XmlNamespace, 9> kNamespaces{{
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
    {"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"},
    {"http://openoffice.org/2000/office", "oldoffice"},
}};

Error odt_error(std::string message, std::string remedy) {
  return {std::move(message), {}, 0, 0, std::move(remedy), {}};
}

Result<std::optional<XmlTree>> tree(ZipArchive& archive, const char* name) {
  auto bytes = archive.read(name);
  if (!bytes) return tl::unexpected(bytes.error());
  if (!*bytes) return std::nullopt;
  auto parsed = XmlTree::parse(std::move(**bytes), kNamespaces);
  if (!parsed) return tl::unexpected(parsed.error());
  return std::move(*parsed);
}

bool is_encrypted(XmlNode manifest) {
  for (const XmlNode entry : manifest) {
    if (entry.child("manifest:encryption-data")) return true;
  }
  return false;
}

// What an OpenDocument file that is no text is.
Error not_a_text(XmlNode body) {
  const char* other = body.child("office:spreadsheet")    ? "is a spreadsheet, not a text document"
                      : body.child("office:presentation") ? "is a presentation, not a text document"
                      : body.child("office:drawing")      ? "is a drawing, not a text document"
                                                          : "is an OpenDocument file without a text in it";
  return odt_error(other, "Copy its text to a text document, or export a table as CSV.");
}

// Whether a header or footer of the pages says something.
bool has_page_margins(XmlNode master_styles) {
  if (!master_styles) return false;
  for (const XmlNode page : master_styles)
    for (const char* margin : {"style:header", "style:header-left", "style:footer", "style:footer-left"})
      if (const XmlNode found = page.child(margin); found && !trim(found.all_text()).empty()) return true;
  return false;
}

Result<Document> read_body(XmlNode root, XmlNode more_styles, Document document) {
  const XmlNode body = root.child("office:body");
  const XmlNode text = body.child("office:text");
  if (!text) return fail(not_a_text(body));
  OdtStyles styles;
  for (const XmlNode part : {more_styles, root}) {
    if (!part) continue;
    styles.add(part.child("office:styles"));
    // Those of the other part are for headers and footers, and may bear the same names.
    if (part == root) styles.add(part.child("office:automatic-styles"));
  }
  styles.resolve();
  Builder builder(std::move(document));
  OdtBody(builder, styles).read(text);
  Document read = builder.take();
  for (const XmlNode part : {more_styles, root}) {
    if (!part || !has_page_margins(part.child("office:master-styles"))) continue;
    note_page_margins(read);
    break;
  }
  return read;
}

Result<Document> read_package(std::string_view bytes, Document document) {
  auto archive = ZipArchive::open(bytes);
  if (!archive) return tl::unexpected(archive.error());
  const auto manifest = tree(*archive, "META-INF/manifest.xml");
  if (!manifest) return tl::unexpected(manifest.error());
  if (*manifest && is_encrypted((*manifest)->root())) {
    return fail(odt_error("is protected by a password",
                          "Open it in LibreOffice, and save a copy without a password."));
  }
  const auto content = tree(*archive, "content.xml");
  if (!content) return tl::unexpected(content.error());
  if (!*content)
    return fail(
        odt_error("lacks the part that holds its text", "Open it in LibreOffice and save a new copy."));
  const auto styles = tree(*archive, "styles.xml");
  if (!styles) return tl::unexpected(styles.error());
  return read_body((*content)->root(), *styles ? (*styles)->root() : XmlNode(), std::move(document));
}

Result<Document> read_flat(std::string bytes, Document document) {
  const auto content = XmlTree::parse(std::move(bytes), kNamespaces);
  if (!content) return tl::unexpected(content.error());
  return read_body(content->root(), {}, std::move(document));
}

}  // namespace

void read_odt(ByteStream& bytes, const Input& input, const EachDocument& each) {
  auto whole = take_whole(bytes, input, each);
  if (!whole) return;
  const bool packed = whole->starts_with("PK");
  if (!packed && whole->find("<office:document") == std::string::npos) {
    return refuse(
        input, each, "is named like an OpenDocument text but is none",
        "If it is plain text, give --input-format text; else open it in LibreOffice and save it as .odt.");
  }
  auto document =
      packed ? read_package(*whole, new_document(input)) : read_flat(std::move(*whole), new_document(input));
  if (!document) {
    for (Error& error : document.error()) error.path = input.path;
    return each(tl::unexpected(document.error()));
  }
  deliver(std::move(*document), input, each);
}

}  // namespace peerscope
