// Reads FHIR R4 resources in JSON: documents inside DocumentReference, DiagnosticReport, Binary, Composition,
// Bundle.
#include <algorithm>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "read/builder.h"
#include "read/html.h"
#include "read/part.h"
#include "read/source_text.h"

namespace peerscope {

namespace {

using nlohmann::json;

constexpr int kDeepest = 64;
constexpr std::size_t kLongestFirstLine = 4U << 20U;
constexpr const char* kProgressNote = "11506-3";  // its code in LOINC

std::string string_at(const json& object, const char* name) {
  if (!object.is_object()) return {};
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const json& at(const json& object, const char* name) {
  static const json kNothing;
  if (!object.is_object()) return kNothing;
  const auto found = object.find(name);
  return found == object.end() ? kNothing : *found;
}

// What a resource says of its document.
struct About {
  std::string id;       // "DocumentReference/17"
  std::string pointer;  // to the resource: "/entry/3/resource"
  std::string agency, date;
  DocumentKind kind = DocumentKind::unknown;
  bool mistaken = false;  // "entered-in-error"
};

bool is_progress_note(const json& type) {
  std::string words = string_at(type, "text");
  for (const json& coding : at(type, "coding")) {
    if (string_at(coding, "code") == kProgressNote) return true;
    words += " " + string_at(coding, "display");
  }
  for (char& c : words) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return words.find("progress note") != std::string::npos;
}

class Records {
 public:
  Records(const Input& input, const EachDocument& each) : input_(input), each_(each) {}

  // One JSON text; `row` is its line where the file holds one a line, else 0.
  void read(std::string_view text, std::uint32_t row) {
    row_ = row;
    bool too_deep = false;
    const json root = json::parse(
        text.begin(), text.end(),
        [&too_deep](int depth, json::parse_event_t, json&) {
          too_deep = too_deep || depth > kDeepest;
          return !too_deep;
        },
        false);
    if (too_deep)
      return error("", "is nested deeper than " + std::to_string(kDeepest) + " levels",
                   "Check what wrote it.");
    if (root.is_discarded())
      return error("", "is not valid JSON, or cut off", "Export it again, or send for the file again.");
    if (string_at(root, "resourceType").empty()) {
      return error("", "is JSON, but no FHIR resource",
                   "Give one record a line, {\"id\": \"…\", \"text\": \"…\"}, and name the file .ndjson.");
    }
    collect_binaries(root);
    resource(root, "");
    for (const auto& [pointer, binary] : binaries_) {
      if (used_.count(pointer) == 0) attachment(*binary, about(*binary, pointer), pointer);
    }
    binaries_.clear();
    by_address_.clear();
    used_.clear();
  }

  void finish() {
    if (any_) return;
    const std::string found = others_.empty() ? "." : "; it holds " + names_of_others() + ".";
    refuse(input_, each_, "holds no FHIR document: nothing to assess",
           "Read are DocumentReference, DiagnosticReport, Binary, Composition, and a Bundle of them" + found);
  }

 private:
  void error(const std::string& pointer, const std::string& message, std::string remedy) {
    any_ = true;
    const std::string where = pointer.empty() ? "" : pointer + " ";
    each_(fail(refusal(input_, where + message, std::move(remedy), static_cast<int>(row_))));
  }

  // In a Bundle a document may lie in an entry of its own, and be pointed to by its address.
  void collect_binaries(const json& root) {
    std::size_t number = 0;
    for (const json& entry : at(root, "entry")) {
      const json& resource = at(entry, "resource");
      const std::string pointer = "/entry/" + std::to_string(number++) + "/resource";
      if (string_at(resource, "resourceType") != "Binary") continue;
      binaries_.emplace(pointer, &resource);
      for (const std::string& address :
           {string_at(entry, "fullUrl"), "Binary/" + string_at(resource, "id")}) {
        if (!address.empty()) by_address_.emplace(address, pointer);
      }
    }
    if (string_at(root, "resourceType") == "Binary") binaries_.emplace("", &root);
  }

  void resource(const json& it, const std::string& pointer) {
    const std::string type = string_at(it, "resourceType");
    if (type == "Bundle") {
      std::size_t number = 0;
      for (const json& entry : at(it, "entry")) {
        const std::string inside = pointer + "/entry/" + std::to_string(number++) + "/resource";
        if (!at(entry, "resource").is_null()) resource(at(entry, "resource"), inside);
      }
    } else if (type == "DocumentReference" || type == "DiagnosticReport") {
      attachments(it, pointer, type == "DiagnosticReport");
    } else if (type == "Composition") {
      composition(it, about(it, pointer));
    } else if (type != "Binary") {
      ++others_[type.empty() ? "resource of no type" : type];
    }
  }

  About about(const json& it, const std::string& pointer) const {
    About about;
    about.pointer = pointer;
    const std::string type = string_at(it, "resourceType"), id = string_at(it, "id");
    about.id = id.empty() ? input_.path + ":" + (pointer.empty() ? type : pointer) : type + "/" + id;
    about.agency = string_at(at(it, "custodian"), "display");
    about.date = string_at(it, "date");
    about.mistaken =
        string_at(it, "status") == "entered-in-error" || string_at(it, "docStatus") == "entered-in-error";
    if (is_progress_note(at(it, "type"))) about.kind = DocumentKind::progress_note;
    return about;
  }

  void attachments(const json& it, const std::string& pointer, bool report) {
    const json& list = at(it, report ? "presentedForm" : "content");
    std::size_t number = 0;
    for (const json& each : list) {
      About about = this->about(it, pointer);
      if (number > 0) about.id += "#" + std::to_string(number + 1);
      const std::string step = report ? "/presentedForm/" + std::to_string(number)
                                      : "/content/" + std::to_string(number) + "/attachment";
      attachment(report ? each : at(each, "attachment"), about, pointer + step);
      ++number;
    }
    if (number == 0 && report) ++others_["DiagnosticReport without a document"];
    if (number == 0 && !report)
      error(pointer, "is a DocumentReference without content", "Export it with its attachments.");
  }

  // Base64 in `data`, or the address of a Binary of the same Bundle.
  void attachment(const json& it, const About& about, const std::string& pointer) {
    const std::string data = string_at(it, "data"), url = string_at(it, "url");
    if (data.empty()) {
      const auto found = by_address_.find(url);
      if (found != by_address_.end()) {
        used_.insert(found->second);
        return attachment(*binaries_.at(found->second), about, found->second);
      }
      if (url.empty())
        return error(pointer, "holds no text: nothing to assess", "Export it with its attachments.");
      return error(pointer, "points to a text that lies elsewhere, and is not fetched",
                   "Export it with its attachments; the program opens no connection.");
    }
    const std::string type = string_at(it, "contentType");
    Part part{string_at(it, "title"), std::string(format_of_type(type)), {}, place(pointer + "/data")};
    const std::size_t charset = type.find("charset=");
    if (charset != std::string::npos)
      part.encoding = std::string(trim(type.substr(charset + 8, type.find(';', charset) - charset - 8)));
    read_part(from_base64(data), part, input_, [&](Result<Document> read) {
      if (!read) {
        for (const Error& each : read.error()) error(pointer, each.message, each.remedy);
        return;
      }
      give(std::move(*read), about);
    });
  }

  // The narrative of each section, under its title.
  void composition(const json& it, const About& about) {
    Builder builder(new_document(input_));
    std::string wrong;
    const json& sections = at(it, "section");
    if (sections.is_array() && !sections.empty()) {
      add_sections(builder, sections, about.pointer + "/section", 1, wrong);
    } else {
      wrong = add_narrative(builder, at(it, "text"), about.pointer + "/text/div");
    }
    if (!wrong.empty())
      return error(about.pointer, wrong, "Open it in the record system, and copy its text.");
    Document document = builder.take();
    if (document.blocks.empty())
      return error(about.pointer, "is a Composition without narrative: nothing to assess",
                   "Export it with its narrative.");
    give(std::move(document), about);
  }

  void add_sections(Builder& builder, const json& sections, const std::string& pointer, std::uint8_t level,
                    std::string& wrong) {
    std::size_t number = 0;
    for (const json& section : sections) {
      const std::string here = pointer + "/" + std::to_string(number++);
      if (const std::string title = string_at(section, "title"); !title.empty()) {
        builder.open(BlockType::heading, level);
        builder.place(place(here + "/title"));
        builder.add(with_line_feeds(title));
        builder.close();
      }
      if (wrong.empty()) wrong = add_narrative(builder, at(section, "text"), here + "/text/div");
      if (at(section, "section").is_array() && wrong.empty())
        add_sections(builder, at(section, "section"), here + "/section",
                     static_cast<std::uint8_t>(std::min(level + 1, 9)), wrong);
    }
  }

  std::string add_narrative(Builder& builder, const json& text, const std::string& pointer) {
    const std::string div = string_at(text, "div");
    if (div.empty()) return {};
    const auto added = add_html(builder, with_line_feeds(div), place(pointer));
    return added ? std::string() : added.error().front().message;
  }

  Place place(const std::string& pointer) const {
    Place where;
    where.row = row_;
    where.field = pointer;
    where.inside = true;
    return where;
  }

  void give(Document document, const About& about) {
    any_ = true;
    document.id = about.id;
    document.format = "fhir";
    if (document.agency.empty()) document.agency = about.agency;
    if (document.date.empty()) document.date = about.date;
    if (document.kind == DocumentKind::unknown) document.kind = about.kind;
    if (about.mistaken) document.notes.push_back({"The record is marked as entered in error.", false, {}});
    if (!others_.empty() && row_ == 0) {
      document.notes.push_back(
          {"Not read, since they hold no document: " + names_of_others() + ".", false, {}});
      others_.clear();
    }
    each_(std::move(document));
  }

  // "1 Patient, 3 Observation"
  std::string names_of_others() const {
    std::string names;
    for (const auto& [name, number] : others_)
      names += (names.empty() ? "" : ", ") + std::to_string(number) + " " + name;
    return names;
  }

  const Input& input_;
  const EachDocument& each_;
  std::uint32_t row_ = 0;
  bool any_ = false;                               // a document, or an error
  std::map<std::string, const json*> binaries_;    // by pointer
  std::map<std::string, std::string> by_address_;  // to the pointer
  std::set<std::string> used_;                     // pointers
  std::map<std::string, int> others_;              // resources that hold no document
};

// A bulk export: a resource a line.
bool is_one_a_line(std::string_view head) {
  const std::size_t feed = head.find('\n');
  if (feed == std::string_view::npos || trim(head.substr(feed)).empty()) return false;
  const std::string_view line = trim(head.substr(0, feed));
  return line.starts_with('{') && line.ends_with('}') && json::accept(line.begin(), line.end());
}

}  // namespace

void read_fhir(ByteStream& bytes, const Input& input, const EachDocument& each) {
  Records records(input, each);
  if (!is_one_a_line(bytes.peek(kLongestFirstLine))) {
    const auto whole = take_whole(bytes, input, each);
    if (!whole) return;
    const auto decoded = decode(*whole, input.options.encoding);
    if (!decoded)
      return refuse(input, each, "cannot be read in the encoding \"" + input.options.encoding + "\"",
                    "Leave the option out.");
    records.read(decoded->text, 0);
    return records.finish();
  }
  std::string_view line;
  for (std::uint32_t row = 1;; ++row) {
    const auto got = bytes.next_line(line, kLargestDocument);
    if (got == ByteStream::Line::end) break;
    if (got == ByteStream::Line::too_long) {
      each(fail(refusal(input, "the record is longer than 64 MB", "Export it in smaller records.",
                        static_cast<int>(row))));
    } else if (!trim(line).empty()) {
      records.read(line, row);
    }
  }
  if (auto finished = bytes.finish(); !finished) return each(tl::unexpected(finished.error()));
  records.finish();
}

}  // namespace peerscope
