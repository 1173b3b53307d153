// Looks over a page before it is parsed: nests that would take the parser gigabytes and minutes are refused.
#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "read/html.h"

namespace peerscope {

namespace {

constexpr std::size_t kMostAttributes = 1000;    // of one tag; the parser compares each with each
constexpr std::size_t kMostRebuilt = 4'000'000;  // <b> and their kin that each new paragraph opens again

// Elements that never hold others, or that close themselves where the next one begins.
constexpr std::string_view kFlat =
    " area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td "
    "th "
    "thead tbody tfoot colgroup caption rt rp html head body ";
// Elements that a browser opens again in each new block until they are closed.
constexpr std::string_view kFormatting = " a b big code em font i nobr s small strike strong tt u ";
// What stands between such an element and its end tag keeps it open; so does a table around it.
constexpr std::string_view kInline =
    " a b big code em font i nobr s small strike strong tt u span label abbr cite sub sup q time mark ";
constexpr std::string_view kBarriers = " table template object applet marquee svg math select ";
// Drawings hold many of these; "/>" ends them.
constexpr std::string_view kShapes =
    " svg path g rect circle line polyline polygon ellipse use stop defs lineargradient radialgradient "
    "clippath "
    "mask symbol image text tspan filter pattern ";

bool is_one_of(std::string_view name, std::string_view names) {
  return names.find(" " + std::string(name) + " ") != std::string_view::npos;
}

struct Tag {
  std::string name;                     // in lower case
  bool closing = false, ended = false;  // ended: "/>"
  std::size_t attributes = 0;
  std::size_t end = 0;  // behind it
};

// The tag that begins at html[at]; without a name where it is none.
Tag tag_at(std::string_view html, std::size_t at) {
  Tag tag;
  tag.end = at + 1;
  std::size_t i = at + 1;
  tag.closing = i < html.size() && html[i] == '/';
  if (tag.closing) ++i;
  if (i >= html.size() || std::isalpha(static_cast<unsigned char>(html[i])) == 0) return tag;
  for (; i < html.size() && html[i] != '>' && html[i] != '/' &&
         std::isspace(static_cast<unsigned char>(html[i])) == 0;
       ++i)
    tag.name += static_cast<char>(std::tolower(static_cast<unsigned char>(html[i])));
  char quote = 0;
  bool value = false;  // "=" came just before
  for (; i < html.size() && (quote != 0 || html[i] != '>'); ++i) {
    const char c = html[i];
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (quote != 0)
      quote = c == quote ? '\0' : quote;
    else if ((c == '"' || c == '\'') && value)
      quote = c;
    else if (blank || c == '/')
      ++tag.attributes;
    if (!blank) value = c == '=';
  }
  tag.ended = i > at && i <= html.size() && html[i - 1] == '/';
  tag.end = std::min(i + 1, html.size());
  return tag;
}

class Scan {
 public:
  explicit Scan(std::string_view html) : html_(html) {}

  std::string danger() {
    std::size_t at = html_.find('<');
    while (at != std::string_view::npos) {
      if (html_.substr(at, 4) == "<!--") {
        const std::size_t end = html_.find("-->", at + 2);
        if (end == std::string_view::npos) break;
        at = html_.find('<', end);
        continue;
      }
      const Tag tag = tag_at(html_, at);
      std::size_t next = tag.end;
      if (tag.attributes > kMostAttributes) return "has a tag with more attributes than can be read safely";
      if (tag.closing)
        close(tag.name);
      else if (!tag.name.empty())
        next = open(tag);
      if (open_.size() > kDeepestHtml)
        return "is nested deeper than " + std::to_string(kDeepestHtml) + " levels";
      if (rebuilt_ > kMostRebuilt) return "opens more marks than can be read safely";
      at = html_.find('<', next);
    }
    return {};
  }

 private:
  // Gives where to go on.
  std::size_t open(const Tag& tag) {
    if (tag.name == "script" || tag.name == "style" || tag.name == "textarea" || tag.name == "title")
      return end_of_raw(tag);
    rebuilt_ += formatting_;
    const bool shape = is_one_of(tag.name, kShapes);
    if (tag.name == "svg" && drawing_ == 0) drawing_ = open_.size() + 1;
    if (!shape) drawing_ = 0;  // an element of the page ends the drawing
    if (is_one_of(tag.name, kFlat) || (drawing_ > 0 && tag.ended)) return tag.end;
    if (is_one_of(tag.name, kFormatting)) ++formatting_;
    open_.push_back(tag.name);
    return tag.end;
  }

  std::size_t end_of_raw(const Tag& tag) const {
    for (std::size_t at = html_.find("</", tag.end); at != std::string_view::npos;
         at = html_.find("</", at + 2)) {
      if (tag_at(html_.substr(0, at + 12), at).name == tag.name) return at;
    }
    return tag.end;  // never closed: what follows is counted too
  }

  // Takes from the stack what this end tag surely closes.
  void close(const std::string& name) {
    const bool inline_name = is_one_of(name, kInline);
    for (std::size_t i = open_.size(); i > 0; --i) {
      const std::string& found = open_[i - 1];
      if (found == name) {
        for (std::size_t k = i - 1; k < open_.size(); ++k) {
          // An end tag of a block leaves marks inside it open: they go on in the next block.
          if (k == i - 1 && is_one_of(open_[k], kFormatting) && formatting_ > 0) --formatting_;
        }
        open_.resize(i - 1);
        if (open_.size() < drawing_) drawing_ = 0;
        return;
      }
      if (is_one_of(found, kBarriers) || (inline_name && !is_one_of(found, kInline))) return;
    }
  }

  std::string_view html_;
  std::vector<std::string> open_;
  std::size_t formatting_ = 0;  // marks that are open
  std::size_t rebuilt_ = 0;
  std::size_t drawing_ = 0;  // how deep the drawing stands that we are in; 0: none
};

}  // namespace

std::string html_danger(std::string_view source) { return Scan(source).danger(); }

}  // namespace peerscope
