// Decodes text and measures it; the one place that asks utf8proc about widths and letters.
#include "base/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/charset.h"

namespace peerscope {

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const std::uint8_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + size > text.size()) return {};
  char32_t value = first & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {};
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  static constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  if (value < kLeast[size] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
  return {value, size, true};
}

void append_code_point(std::string& text, char32_t value) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = kReplacement;
  if (value < 0x80) return put(value);
  if (value < 0x800) {
    put(0xC0U | (value >> 6U));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    put(0x80U | ((value >> 6U) & 0x3FU));
  } else {
    put(0xF0U | (value >> 18U));
    put(0x80U | ((value >> 12U) & 0x3FU));
    put(0x80U | ((value >> 6U) & 0x3FU));
  }
  put(0x80U | (value & 0x3FU));
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

bool is_blank(char32_t value) {
  return value == ' ' || value == '\t' || value == '\v' || value == '\f' || value == 0xA0 ||
         value == 0x1680 || (value >= 0x2000 && value <= 0x200B) || value == 0x202F || value == 0x205F ||
         value == 0x2060 || value == 0x3000 || value == 0xFEFF;
}

std::string_view trim(std::string_view text) {
  const auto empty = [](char32_t value) { return is_blank(value) || value == '\n' || value == '\r'; };
  while (!text.empty()) {
    const CodePoint first = code_point_at(text, 0);
    if (!empty(first.value)) break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    if (!empty(code_point_at(text, last).value)) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

bool is_lower_letter(char32_t value) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(value)) == UTF8PROC_CATEGORY_LL;
}

bool is_letter_or_digit(char32_t value) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(value));
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

// One column count for each cluster, so that a letter with its accents, or a family emoji, counts once.
std::size_t display_width(std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
  if (plain) return text.size();
  std::size_t width = 0, cluster = 0;
  utf8proc_int32_t state = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    const auto value = static_cast<utf8proc_int32_t>(point.value);
    if (before == 0 ||
        utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before), value, &state)) {
      width += cluster;
      cluster = 0;
    }
    cluster = std::max(cluster, static_cast<std::size_t>(std::max(0, utf8proc_charwidth(value))));
    before = point.value;
  }
  return width + cluster;
}

namespace {

constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";

// 0x80–0x9F of Windows-1252; 0: no such character.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct Utf8Count {
  std::size_t good = 0;  // sequences of more than one byte
  std::size_t bad = 0;   // bytes that begin no code point, and NULs
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes[at] > 0 && static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(bytes, at);
    if (!point.valid || point.value == 0)
      ++count.bad;
    else if (point.size > 1)
      ++count.good;
    at += point.size;
  }
  return count;
}

Decoded from_utf8(std::string_view bytes) {
  Decoded decoded{{}, "utf-8", false, 0};
  decoded.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = code_point_at(bytes, at);
    if (point.valid && point.value != 0) {
      decoded.text.append(bytes.substr(at, point.size));
    } else {
      append_code_point(decoded.text, kReplacement);
      ++decoded.replaced;
    }
    at += point.size;
  }
  return decoded;
}

Decoded from_windows_1252(std::string_view bytes) {
  Decoded decoded{{}, "windows-1252", false, 0};
  decoded.text.reserve(bytes.size() + bytes.size() / 16);
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    const bool upper_control = byte >= 0x80 && byte < 0xA0;
    const char32_t value = upper_control ? kWindows1252[byte - 0x80U] : byte;
    if (value == 0) ++decoded.replaced;
    append_code_point(decoded.text, value == 0 ? kReplacement : value);
  }
  return decoded;
}

Decoded from_utf16(std::string_view bytes, bool big_endian) {
  Decoded decoded{{}, big_endian ? "utf-16be" : "utf-16le", false, bytes.size() % 2};
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto low = static_cast<unsigned char>(bytes[at + (big_endian ? 1 : 0)]);
    const auto high = static_cast<unsigned char>(bytes[at + (big_endian ? 0 : 1)]);
    return static_cast<char32_t>(high << 8U | low);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t value = unit(at);
    const bool pair = value >= 0xD800 && value < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 &&
                      unit(at + 2) <= 0xDFFF;
    if (pair) {
      value = 0x10000 + ((value - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
      at += 2;
    } else if (value == 0 || (value >= 0xD800 && value <= 0xDFFF)) {
      value = kReplacement;
      ++decoded.replaced;
    }
    append_code_point(decoded.text, value);
  }
  if (bytes.size() % 2 != 0) append_code_point(decoded.text, kReplacement);
  return decoded;
}

enum class Utf16 : std::uint8_t { no, little, big };

// Plain English in UTF-16 has a NUL in every other byte, always on the same side.
Utf16 utf16_by_nuls(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < head.size(); ++i) nuls[i % 2] += head[i] == '\0' ? 1 : 0;
  const std::size_t pairs = head.size() / 2;
  if (pairs == 0) return Utf16::no;
  if (nuls[1] * 10 >= pairs * 4 && nuls[0] * 20 <= pairs) return Utf16::little;
  if (nuls[0] * 10 >= pairs * 4 && nuls[1] * 20 <= pairs) return Utf16::big;
  return Utf16::no;
}

bool take(std::string_view& bytes, std::string_view mark) {
  if (!bytes.starts_with(mark)) return false;
  bytes.remove_prefix(mark.size());
  return true;
}

constexpr std::string_view kMark8 = "\xEF\xBB\xBF", kMarkLittle = "\xFF\xFE", kMarkBig = "\xFE\xFF";

Decoded decode_unnamed(std::string_view bytes) {
  if (take(bytes, kMark8)) return from_utf8(bytes);
  if (take(bytes, kMarkLittle)) return from_utf16(bytes, false);
  if (take(bytes, kMarkBig)) return from_utf16(bytes, true);
  const Utf8Count count = count_utf8(bytes);
  if (count.bad == 0) return {std::string(bytes), "utf-8", false, 0};
  Decoded decoded;
  if (const Utf16 order = utf16_by_nuls(bytes); order != Utf16::no) {
    decoded = from_utf16(bytes, order == Utf16::big);
  } else if (count.good > count.bad || bytes.find('\0') != std::string_view::npos) {
    decoded = from_utf8(bytes);  // a few damaged bytes among many sound ones
  } else {
    decoded = from_windows_1252(bytes);
  }
  decoded.guessed = true;
  return decoded;
}

}  // namespace

Result<Decoded> decode(std::string_view bytes, std::string_view encoding) {
  std::string name;
  for (const char c : encoding) {
    if (c != '-' && c != '_' && c != ' ') {
      name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  if (name.empty()) return decode_unnamed(bytes);
  if (name == "utf8" || name == "ascii" || name == "usascii") {
    take(bytes, kMark8);
    return from_utf8(bytes);
  }
  if (name == "windows1252" || name == "cp1252" || name == "latin1" || name == "iso88591") {
    return from_windows_1252(bytes);
  }
  if (name == "utf16" || name == "utf16le" || name == "utf16be") {
    const bool marked_little = take(bytes, kMarkLittle), marked_big = take(bytes, kMarkBig);
    if (marked_little || marked_big) return from_utf16(bytes, marked_big);
    return from_utf16(bytes, name == "utf16be" || (name == "utf16" && utf16_by_nuls(bytes) == Utf16::big));
  }
  if (auto text = from_charset(bytes, encoding)) {
    Decoded decoded{std::move(*text), std::string(encoding), false, 0};
    for (std::size_t at = decoded.text.find(kReplacementBytes); at != std::string::npos;
         at = decoded.text.find(kReplacementBytes, at + 1)) {
      ++decoded.replaced;
    }
    return decoded;
  }
  Error error;
  error.message = "the encoding \"" + std::string(encoding) + "\" is not known";
  error.remedy = "Choose for instance utf-8, windows-1252, iso-8859-15 or utf-16le, or leave the option out.";
  return fail(std::move(error));
}

bool keeps_ascii(std::string_view encoding) {
  const std::string_view sample = "{\"a,b;c\t\": |1}\r\n";
  const auto decoded = decode(sample, encoding);
  return decoded && decoded->text == sample;
}

bool looks_binary(std::string_view head) {
  if (head.starts_with(std::string_view("\xFF\xFE\0\0", 4)) ||
      head.starts_with(std::string_view("\0\0\xFE\xFF", 4))) {
    return true;  // UTF-32
  }
  if (head.starts_with(kMarkLittle) || head.starts_with(kMarkBig)) return false;
  if (utf16_by_nuls(head) != Utf16::no) {
    // A picture may have its NULs on one side too; its code units then are no letters.
    const std::string text = from_utf16(head, utf16_by_nuls(head) == Utf16::big).text;
    const auto odd = std::count_if(text.begin(), text.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    return static_cast<std::size_t>(odd) * 20 > text.size();
  }
  const auto odd = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1B;
  });
  const auto nuls = std::count(head.begin(), head.end(), '\0');
  return nuls * 1000 > static_cast<std::ptrdiff_t>(head.size()) ||
         odd * 50 > static_cast<std::ptrdiff_t>(head.size());
}

}  // namespace peerscope
