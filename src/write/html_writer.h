// Writes HTML piece by piece: every element that is opened is closed, every text is escaped.
#pragma once
#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace peerscope {

class Html {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

  explicit Html(std::ostream& out) : out_(&out) {}

  // Open until it goes out of scope: `const auto list = html.in("ul");`
  class Element {
   public:
    Element(Html& html, std::string_view name) : html_(&html), name_(name) {}
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;
    ~Element() { *html_->out_ << "</" << name_ << '>'; }

   private:
    Html* html_;
    std::string_view name_;
  };
  // An attribute without a value is left out: {"id", ""}.
  [[nodiscard]] Element in(std::string_view name, Attributes attributes = {});

  // On one line, hidden characters spelled, as in every other report.
  void text(std::string_view text);
  // A whole element with nothing but text in it.
  void put(std::string_view name, Attributes attributes, std::string_view words);
  void put(std::string_view name, std::string_view words) { put(name, {}, words); }
  // An element that has no end: <meta …>
  void lone(std::string_view name, Attributes attributes);
  // The program's own, as it is.
  void raw(std::string_view markup) { *out_ << markup; }

 private:
  void start(std::string_view name, Attributes attributes);

  std::ostream* out_;
};

}  // namespace peerscope
