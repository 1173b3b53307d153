// How words are compared: one spelling for all their disguises.
#include <utf8proc.h>

#include <cstdlib>

#include "base/words.h"

namespace peerscope {

namespace {

// Letters of ASCII alone; false where there is another.
bool append_plain(std::string_view word, std::string& out) {
  const std::size_t begin = out.size();
  out.resize(begin + word.size());
  char* to = out.data() + begin;
  unsigned all = 0;
  for (const char c : word) {
    all |= static_cast<unsigned char>(c);
    // A hyphen or a line's end stands only inside a word that was parted there.
    if (c != '-' && c != '\n' && c != '\r' && c != ' ')
      *to++ = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 32 : c);
  }
  const bool plain = all < 0x80;
  out.resize(plain ? static_cast<std::size_t>(to - out.data()) : begin);
  return plain;
}

void append_unicode(std::string_view word, std::string& out) {
  utf8proc_uint8_t* folded = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                      UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
                                 static_cast<utf8proc_ssize_t>(word.size()), &folded, options);
  if (size >= 0) {
    for (utf8proc_ssize_t i = 0; i < size; ++i) {
      const bool curly = i + 2 < size && folded[i] == 0xE2 && folded[i + 1] == 0x80 && folded[i + 2] == 0x99;
      out += curly ? '\'' : static_cast<char>(folded[i]);
      if (curly) i += 2;
    }
  } else {
    out.append(word);
  }
  free(folded);  // utf8proc allocates with malloc
}

}  // namespace

void append_folded(std::string_view word, std::string& out) {
  const std::size_t begin = out.size();
  if (!append_plain(word, out)) append_unicode(word, out);
  const std::size_t size = out.size() - begin;
  if (size > 3 || size < 2) return;
  const std::string_view folded = std::string_view(out).substr(begin);
  const char* whole = folded == "n't" || folded == "'t" ? "not" : folded == "wo" ? "will" : nullptr;
  if (whole != nullptr) out.replace(begin, std::string::npos, whole);
}

void fold_word(std::string_view word, std::string& out) {
  out.clear();
  append_folded(word, out);
}

std::string fold_word(std::string_view word) {
  std::string out;
  fold_word(word, out);
  return out;
}

}  // namespace peerscope
