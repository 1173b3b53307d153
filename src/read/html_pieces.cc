// Reads tags and entities, without building a tree: Markdown holds crumbs of HTML, not pages.
#include "read/html_pieces.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/utf8.h"

namespace peerscope {

namespace {

constexpr std::array<std::pair<std::string_view, char32_t>, 36> kEntities{{
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
    {"nbsp", 0xA0},    {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
    {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"sbquo", 0x201A}, {"bdquo", 0x201E}, {"hellip", 0x2026},
    {"bull", 0x2022},  {"middot", 0xB7},  {"sect", 0xA7},    {"para", 0xB6},    {"copy", 0xA9},
    {"reg", 0xAE},     {"trade", 0x2122}, {"deg", 0xB0},     {"frac12", 0xBD},  {"frac14", 0xBC},
    {"frac34", 0xBE},  {"eacute", 0xE9},  {"egrave", 0xE8},  {"aacute", 0xE1},  {"iacute", 0xED},
    {"oacute", 0xF3},  {"uacute", 0xFA},  {"ntilde", 0xF1},  {"uuml", 0xFC},    {"shy", 0xAD},
    {"times", 0xD7},
}};

constexpr std::size_t kLongestTag = 1024;  // bytes; a "<" without its ">" is a sign, not a tag

char32_t numeric_entity(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return 0;
  char32_t value = 0;
  for (const char c : digits) {
    const auto byte = static_cast<unsigned char>(c);
    if (hex ? std::isxdigit(byte) == 0 : std::isdigit(byte) == 0) return 0;
    const auto digit = std::isdigit(byte) != 0 ? byte - '0' : std::tolower(byte) - 'a' + 10;
    value = value * (hex ? 16U : 10U) + static_cast<char32_t>(digit);
  }
  return value;
}

struct Tag {
  std::string name;  // in lower case
  bool closing = false;
};

// "</LI>" and "<br/>"
Tag tag_of(std::string_view inside) {
  Tag tag;
  if (inside.starts_with('/')) {
    tag.closing = true;
    inside.remove_prefix(1);
  }
  for (const char c : inside) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) break;
    tag.name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return tag;
}

bool is_one_of(std::string_view name, std::string_view names) {
  return names.find(" " + std::string(name) + " ") != std::string_view::npos;
}

bool shape_of(const Tag& tag, HtmlPiece& piece) {
  using Type = HtmlPiece::Type;
  if (tag.name == "br")
    piece.type = Type::line_break;
  else if (tag.name == "b" || tag.name == "strong")
    piece.type = tag.closing ? Type::bold_ends : Type::bold_begins;
  else if (tag.name == "li" && !tag.closing)
    piece.type = Type::item;
  else if (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6' &&
           !tag.closing) {
    piece.type = Type::heading;
    piece.level = static_cast<unsigned>(tag.name[1] - '0');
  } else if (is_one_of(
                 tag.name,
                 " p div li ul ol tr td th table hr dl dt dd section article h1 h2 h3 h4 h5 h6 blockquote "
                 "details summary center ")) {
    piece.type = Type::block;
  } else {
    return false;
  }
  return true;
}

// Where a tag that begins at `open` ends, quoted ">" inside it passed over; npos: it is no tag. `close` is
// the place of the first ">" behind it.
std::size_t end_of_tag(std::string_view html, std::size_t open, std::size_t close) {
  if (close == std::string_view::npos || close - open > kLongestTag) return std::string_view::npos;
  const char next = html[open + 1];
  if (std::isalpha(static_cast<unsigned char>(next)) == 0 && next != '/' && next != '!' && next != '?') {
    return std::string_view::npos;
  }
  char quote = 0;
  const std::size_t last = std::min(html.size(), open + kLongestTag);
  for (std::size_t at = open + 1; at < last; ++at) {
    if (quote != 0)
      quote = html[at] == quote ? '\0' : quote;
    else if (html[at] == '"' || html[at] == '\'')
      quote = html[at];
    else if (html[at] == '>')
      return at + 1;
  }
  return close + 1;
}

std::size_t end_of_entity(std::string_view html, std::size_t at) {
  const std::size_t end = html.substr(0, at + 12).find(';', at);
  if (end == std::string_view::npos) return end;
  const bool whole = std::all_of(
      html.begin() + static_cast<std::ptrdiff_t>(at) + 1, html.begin() + static_cast<std::ptrdiff_t>(end),
      [](char c) { return c == '#' || std::isalnum(static_cast<unsigned char>(c)) != 0; });
  return whole && end > at + 1 ? end + 1 : std::string_view::npos;
}

}  // namespace

std::string entity_text(std::string_view entity) {
  if (entity.size() < 3) return std::string(entity);
  const std::string_view name = entity.substr(1, entity.size() - 2);
  char32_t value = name.starts_with('#') ? numeric_entity(name.substr(1)) : 0;
  for (const auto& [known, code_point] : kEntities) {
    if (known == name) value = code_point;
  }
  if (value == 0) return std::string(entity);
  std::string text;
  append_code_point(text, value);
  return text;
}

void HtmlPieces::add(std::string_view slice, std::uint32_t offset) {
  kept_.push_back({static_cast<std::uint32_t>(html_.size()), offset});
  html_ += slice;
}

void HtmlPieces::take_pieces(const std::function<void(const HtmlPiece&)>& each) {
  const std::string html = std::exchange(html_, {});
  const std::vector<Kept> kept = std::exchange(kept_, {});
  std::size_t stretch = 0;
  const auto give = [&](HtmlPiece::Type type, std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    while (stretch + 1 < kept.size() && kept[stretch + 1].begin <= begin) ++stretch;
    const std::uint32_t offset =
        kept.empty() ? 0 : kept[stretch].source + static_cast<std::uint32_t>(begin) - kept[stretch].begin;
    each({type, std::string_view(html).substr(begin, end - begin), offset, 0});
  };
  std::size_t close = 0;  // the first ">" that was not passed yet
  std::size_t words = 0;  // where the words begin that were not given yet
  for (std::size_t at = 0; at < html.size();) {
    std::size_t end = std::string::npos;
    HtmlPiece piece;
    bool shaped = false;
    if (html[at] == '\n') {
      end = at + 1;
      piece.type = HtmlPiece::Type::line_break;
      shaped = true;
    } else if (html[at] == '<') {
      if (close < at) close = html.find('>', at);
      end = end_of_tag(html, at, close);
      if (end != std::string::npos) {
        const Tag tag = tag_of(std::string_view(html).substr(at + 1, end - at - 2));
        shaped = shape_of(tag, piece);
        if (!tag.closing && (tag.name == "script" || tag.name == "style")) {
          end = std::min(html.find("</" + tag.name, end), html.size());
        }
      }
    } else if (html[at] == '&') {
      end = end_of_entity(html, at);
    }
    if (end == std::string::npos) {
      ++at;
      continue;
    }
    give(HtmlPiece::Type::words, words, at);
    if (html[at] == '&')
      give(HtmlPiece::Type::entity, at, end);
    else if (shaped)
      each(piece);
    words = at = end;
  }
  give(HtmlPiece::Type::words, words, html.size());
}

}  // namespace peerscope
