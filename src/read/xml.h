// An XML tree whose names are told apart by namespace, not by the prefix that a program happened to choose.
#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pugi {
struct xml_node_struct;
}

namespace peerscope {

// A node of the tree, as cheap to copy as a pointer; good as long as the tree lives.
class XmlNode {
 public:
  XmlNode() = default;
  explicit XmlNode(pugi::xml_node_struct* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const XmlNode&) const = default;

  std::string_view name() const;  // "w:p", with the prefix that the reader chose; empty: text
  std::string_view text() const;  // of a text node
  std::string_view attribute(const char* name) const;  // "w:val"; empty where there is none
  bool has_attribute(const char* name) const;
  std::string all_text() const;  // of everything below

  XmlNode child(const char* name) const;  // the first of this name; no node where there is none
  XmlNode parent() const;

  class Iterator {
   public:
    explicit Iterator(pugi::xml_node_struct* node) : node_(node) {}
    XmlNode operator*() const { return XmlNode(node_); }
    Iterator& operator++();
    bool operator==(const Iterator&) const = default;

   private:
    pugi::xml_node_struct* node_;
  };
  Iterator begin() const;  // elements and text nodes
  Iterator end() const { return Iterator(nullptr); }

 private:
  pugi::xml_node_struct* node_ = nullptr;
};

// "http://…/wordprocessingml/2006/main" is called "w" here. Names of other namespaces get the prefix "other".
struct XmlNamespace {
  std::string_view uri;
  std::string_view prefix;
};

inline constexpr int kDeepestXml = 200;
inline constexpr std::size_t kMostXmlTags = 4'000'000;

class XmlTree {
 public:
  // Fails where the XML is broken, has a DOCTYPE, or is deeper or larger than the limits. The error's message
  // tells what, not which file.
  static Result<XmlTree> parse(std::string bytes, std::span<const XmlNamespace> namespaces);
  XmlTree(XmlTree&&) noexcept;
  XmlTree& operator=(XmlTree&&) noexcept;
  XmlTree(const XmlTree&) = delete;
  XmlTree& operator=(const XmlTree&) = delete;
  ~XmlTree();

  XmlNode root() const;  // the document's element

 private:
  struct Inside;
  explicit XmlTree(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace peerscope
