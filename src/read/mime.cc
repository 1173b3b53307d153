// Reads the headers of a mail and of its parts, and undoes their encodings.
#include "read/mime.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.h"
#include "read/part.h"

namespace peerscope {

namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// "=E9" and soft line ends; in a header "_" is a blank.
std::string from_quoted(std::string_view text, bool header) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '_' && header) {
      bytes += ' ';
    } else if (c != '=') {
      bytes += c;
    } else if (at + 2 < text.size() && hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0) {
      bytes += static_cast<char>(hex(text[at + 1]) * 16 + hex(text[at + 2]));
      at += 2;
    } else {
      const std::size_t feed = text.find_first_not_of(" \t\r", at + 1);
      if (feed != std::string_view::npos && text[feed] == '\n')
        at = feed;
      else
        bytes += c;
    }
  }
  return bytes;
}

std::string in_utf8(std::string_view bytes, std::string_view charset) {
  const auto decoded = decode(bytes, charset);
  return decoded ? decoded->text : decode(bytes)->text;
}

// The next line with its line feed, taken off `rest`.
std::string_view take_line(std::string_view& rest) {
  const std::size_t feed = std::min(rest.find('\n'), rest.size() - 1);
  const std::string_view line = rest.substr(0, feed + 1);
  rest.remove_prefix(line.size());
  return line;
}

bool is_header_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 76) return false;
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return c > ' ' && static_cast<unsigned char>(c) < 0x7F; });
}

// Headers up to the blank line, which is taken too; `line` counts on.
std::vector<MailHeader> take_headers(std::string_view& rest, std::uint32_t& line) {
  std::vector<MailHeader> headers;
  if (rest.starts_with("From ")) {  // as a mailbox file begins each mail
    take_line(rest);
    ++line;
  }
  while (!rest.empty()) {
    std::string_view peeked = rest;
    const std::string_view each = take_line(peeked);
    const bool folded = (each[0] == ' ' || each[0] == '\t') && !headers.empty();
    const bool blank = trim(each).empty();
    if (!blank && !folded && !is_header_line(each)) break;  // the body begins without a blank line
    rest = peeked;
    ++line;
    if (blank) break;
    if (folded) {
      headers.back().value += " " + std::string(trim(each));
    } else {
      const std::size_t colon = each.find(':');
      headers.push_back({lower(each.substr(0, colon)), std::string(trim(each.substr(colon + 1)))});
    }
  }
  return headers;
}

// The value of a parameter: name="a b", name=a, name*=utf-8''a%20b, and name*0= name*1= joined.
std::string parameter(std::string_view header, std::string_view wanted) {
  std::string joined, extended_charset;
  bool extended = false;
  std::size_t at = header.find(';');
  while (at < header.size()) {
    ++at;
    const std::size_t equals = header.find('=', at);
    if (equals == std::string_view::npos) break;
    std::string name = lower(trim(header.substr(at, equals - at)));
    std::string value;
    at = equals + 1;
    while (at < header.size() && (header[at] == ' ' || header[at] == '\t')) ++at;
    if (at < header.size() && header[at] == '"') {
      for (++at; at < header.size() && header[at] != '"'; ++at) {
        if (header[at] == '\\' && at + 1 < header.size()) ++at;
        value += header[at];
      }
      at = std::min(header.find(';', at), header.size());
    } else {
      const std::size_t end = std::min(header.find(';', at), header.size());
      value = trim(header.substr(at, end - at));
      at = end;
    }
    const bool here_extended = name.ends_with('*');
    if (here_extended) name.pop_back();
    const std::size_t star = name.find('*');
    if (name.substr(0, star) != wanted) continue;
    if (here_extended) {
      extended = true;
      const std::size_t first = value.find('\''),
                        second = first == value.npos ? first : value.find('\'', first + 1);
      if (second != value.npos && joined.empty()) {
        extended_charset = value.substr(0, first);
        value = value.substr(second + 1);
      }
      std::replace(value.begin(), value.end(), '%', '=');
      value = from_quoted(value, false);
    }
    joined += value;
  }
  return extended ? in_utf8(joined, extended_charset) : decode_words(joined);
}

class MailReader {
 public:
  explicit MailReader(bool& too_many) : too_many_(too_many) {}

  MailPart read(std::string_view bytes, std::uint32_t line, int depth) {
    MailPart part;
    part.headers = take_headers(bytes, line);
    part.line = line;
    const std::string type = part.header("content-type");
    if (!type.empty()) part.type = lower(trim(type.substr(0, type.find(';'))));
    part.charset = parameter(type, "charset");
    part.boundary = parameter(type, "boundary");
    const std::string disposition = part.header("content-disposition");
    part.attached = lower(disposition).starts_with("attachment");
    part.filename = parameter(disposition, "filename");
    if (part.filename.empty()) part.filename = parameter(type, "name");
    if (part.type.starts_with("multipart/") && !part.boundary.empty()) {
      cut(bytes, line, depth, part);
    } else {
      take_body(bytes, part);
    }
    return part;
  }

 private:
  static void take_body(std::string_view bytes, MailPart& part) {
    const std::string coding = lower(trim(part.header("content-transfer-encoding")));
    part.encoded = coding == "base64" || coding == "quoted-printable";
    part.body = coding == "base64" ? from_base64(bytes)
                : part.encoded     ? from_quoted(bytes, false)
                                   : std::string(bytes);
  }

  // The parts between the boundary's lines.
  void cut(std::string_view bytes, std::uint32_t line, int depth, MailPart& part) {
    const std::string mark = "--" + part.boundary;
    const char* begin = nullptr;
    std::uint32_t begin_line = line;
    part.cut_off = true;
    const char* end = bytes.data() + bytes.size();
    const auto give = [&](const char* stop) {
      if (begin == nullptr) return;
      if (++count_ > kMostMailParts || depth >= kDeepestMail) {
        too_many_ = true;
        return;
      }
      std::string_view inside(begin, static_cast<std::size_t>(stop - begin));
      if (inside.ends_with('\n')) inside.remove_suffix(1);  // it belongs to the boundary
      if (inside.ends_with('\r')) inside.remove_suffix(1);
      part.parts.push_back(read(inside, begin_line, depth + 1));
    };
    while (!bytes.empty() && !too_many_) {
      const char* here = bytes.data();
      const std::string_view each = take_line(bytes);
      ++line;
      if (!each.starts_with(mark)) continue;
      const std::string_view after = trim(each.substr(mark.size()));
      if (!after.empty() && after != "--") continue;
      give(here);
      begin = bytes.data();
      begin_line = line;
      if (after != "--") continue;
      part.cut_off = false;
      return;
    }
    give(end);
  }

  bool& too_many_;
  std::size_t count_ = 0;
};

constexpr std::array<std::string_view, 12> kMailHeaders{
    "from",         "to",       "cc",          "subject",      "date",         "message-id",
    "mime-version", "received", "return-path", "content-type", "delivered-to", "reply-to"};

}  // namespace

std::string MailPart::header(std::string_view name) const {
  for (const MailHeader& each : headers) {
    if (each.name == name) return each.value;
  }
  return {};
}

MailPart read_mail(std::string_view bytes, bool& too_many) {
  too_many = false;
  return MailReader(too_many).read(bytes, 1, 0);
}

bool looks_like_mail(std::string_view head) {
  std::uint32_t line = 1;
  const std::vector<MailHeader> headers = take_headers(head, line);
  const auto known = std::count_if(headers.begin(), headers.end(), [](const MailHeader& header) {
    return std::find(kMailHeaders.begin(), kMailHeaders.end(), header.name) != kMailHeaders.end();
  });
  // "Date: … To: … Subject: …" also heads a memo; only programs write these.
  const bool sent = std::any_of(headers.begin(), headers.end(), [](const MailHeader& header) {
    return header.name == "message-id" || header.name == "mime-version" || header.name == "received" ||
           header.name == "return-path";
  });
  return sent && known >= 3;
}

std::string decode_words(std::string_view text) {
  std::string result;
  bool word_before = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find("=?", at);
    const std::size_t coding = open == text.npos ? text.npos : text.find('?', open + 2);
    const bool whole = coding != text.npos && coding + 2 < text.size() && text[coding + 2] == '?';
    const std::size_t close = whole ? text.find("?=", coding + 3) : text.npos;
    if (close == text.npos) {
      result += text.substr(at);
      break;
    }
    const std::string_view between = text.substr(at, open - at);
    if (!word_before || !trim(between).empty()) result += between;  // blanks between two words are none
    const std::string_view charset = text.substr(open + 2, coding - open - 2);
    const std::string_view inside = text.substr(coding + 3, close - coding - 3);
    const bool base64 = text[coding + 1] == 'B' || text[coding + 1] == 'b';
    result += in_utf8(base64 ? from_base64(inside) : from_quoted(inside, true),
                      charset.substr(0, charset.find('*')));
    word_before = true;
    at = close + 2;
  }
  return result;
}

}  // namespace peerscope
