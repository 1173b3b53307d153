// The doorkeeper of pugixml: refuses what is unsafe, and gives every name its agreed prefix.
#include "read/xml.h"

#include <algorithm>
#include <cstring>
#include <pugixml.hpp>
#include <utility>
#include <vector>

namespace peerscope {

namespace {

Error xml_error(std::string message) {
  return {std::move(message), {}, 0, 0, "Open it in the program that made it and save a new copy.", {}};
}

// A prefix that is declared on an element holds for everything below it.
struct Declared {
  int depth = 0;
  std::string_view prefix;
  std::string_view agreed;
};

class Renamer {
 public:
  explicit Renamer(std::span<const XmlNamespace> namespaces) : namespaces_(namespaces) {}

  // False where the tree is too deep. Walks without recursion: the depth is the attacker's to choose.
  bool rename(pugi::xml_node root) {
    int depth = 1;
    for (pugi::xml_node node = root; node;) {
      if (node.type() == pugi::node_element) rename_one(node, depth);
      if (node.first_child()) {
        node = node.first_child();
        if (++depth > kDeepestXml) return false;
        continue;
      }
      while (node && node != root && !node.next_sibling()) {
        node = node.parent();
        --depth;
      }
      if (!node || node == root) break;
      node = node.next_sibling();
    }
    return true;
  }

 private:
  void rename_one(pugi::xml_node node, int depth) {
    while (!declared_.empty() && declared_.back().depth >= depth) declared_.pop_back();
    for (const pugi::xml_attribute attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      if (name == "xmlns")
        declared_.push_back({depth, {}, agreed(attribute.value())});
      else if (name.starts_with("xmlns:"))
        declared_.push_back({depth, name.substr(6), agreed(attribute.value())});
    }
    rename_to(node, true);
    for (pugi::xml_attribute attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      // Without a prefix an attribute belongs to no namespace, whatever xmlns says.
      if (!name.starts_with("xmlns") && name.find(':') != std::string_view::npos) rename_to(attribute, false);
    }
  }

  template <class Named>
  void rename_to(Named named, bool element) {
    const std::string_view name = named.name();
    const std::size_t colon = name.find(':');
    const std::string_view prefix =
        colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    if (prefix == "xml") return;
    const std::string_view wanted = lookup(prefix);
    if (wanted == prefix && (element || !prefix.empty())) return;
    std::string full(wanted);
    if (!full.empty()) full += ':';
    full += colon == std::string_view::npos ? name : name.substr(colon + 1);
    named.set_name(full.c_str());
  }

  std::string_view agreed(std::string_view uri) const {
    for (const XmlNamespace& each : namespaces_) {
      if (each.uri == uri) return each.prefix;
    }
    return uri.empty() ? std::string_view() : std::string_view("other");
  }

  std::string_view lookup(std::string_view prefix) const {
    for (auto each = declared_.rbegin(); each != declared_.rend(); ++each) {
      if (each->prefix == prefix) return each->agreed;
    }
    return prefix.empty() ? std::string_view() : std::string_view("other");
  }

  std::span<const XmlNamespace> namespaces_;
  std::vector<Declared> declared_;
};

pugi::xml_node node_of(pugi::xml_node_struct* node) { return pugi::xml_node(node); }

// The first of `node` and its siblings after it that is an element or a text.
pugi::xml_node_struct* next_kept(pugi::xml_node node) {
  while (node && node.type() != pugi::node_element && node.type() != pugi::node_pcdata &&
         node.type() != pugi::node_cdata) {
    node = node.next_sibling();
  }
  return node.internal_object();
}

}  // namespace

std::string_view XmlNode::name() const { return node_of(node_).name(); }
std::string_view XmlNode::text() const { return node_of(node_).value(); }
std::string_view XmlNode::attribute(const char* name) const { return node_of(node_).attribute(name).value(); }
bool XmlNode::has_attribute(const char* name) const {
  return static_cast<bool>(node_of(node_).attribute(name));
}
XmlNode XmlNode::child(const char* name) const {
  return XmlNode(node_of(node_).child(name).internal_object());
}
XmlNode XmlNode::parent() const { return XmlNode(node_of(node_).parent().internal_object()); }
XmlNode::Iterator XmlNode::begin() const { return Iterator(next_kept(node_of(node_).first_child())); }

XmlNode::Iterator& XmlNode::Iterator::operator++() {
  node_ = next_kept(node_of(node_).next_sibling());
  return *this;
}

std::string XmlNode::all_text() const {
  std::string text(this->text());
  for (const XmlNode child : *this) text += child.all_text();  // at most kDeepestXml calls deep
  return text;
}

struct XmlTree::Inside {
  std::string bytes;  // the tree points into them
  pugi::xml_document document;
};

XmlTree::XmlTree(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
XmlTree::XmlTree(XmlTree&&) noexcept = default;
XmlTree& XmlTree::operator=(XmlTree&&) noexcept = default;
XmlTree::~XmlTree() = default;

Result<XmlTree> XmlTree::parse(std::string bytes, std::span<const XmlNamespace> namespaces) {
  if (static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '<')) > kMostXmlTags) {
    return fail(xml_error("holds more parts than can be read safely"));
  }
  auto inside = std::make_unique<Inside>();
  inside->bytes = std::move(bytes);
  const unsigned options =
      (pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype) & ~pugi::parse_eol;
  const auto parsed =
      inside->document.load_buffer_inplace(inside->bytes.data(), inside->bytes.size(), options);
  if (!parsed) return fail(xml_error("holds XML that is broken or cut off"));
  for (const pugi::xml_node node : inside->document.children()) {
    // A DOCTYPE with definitions of its own ("[") can let text stand for other text, without end. The plain
    // one that old OpenOffice files begin with defines nothing, and nothing is fetched.
    if (node.type() == pugi::node_doctype &&
        std::string_view(node.value()).find('[') != std::string_view::npos)
      return fail(xml_error("holds XML with a DOCTYPE, which is not safe to read"));
  }
  if (!Renamer(namespaces).rename(inside->document.document_element())) {
    return fail(xml_error("holds XML that is nested deeper than " + std::to_string(kDeepestXml) + " levels"));
  }
  return XmlTree(std::move(inside));
}

XmlNode XmlTree::root() const { return XmlNode(inside_->document.document_element().internal_object()); }

}  // namespace peerscope
