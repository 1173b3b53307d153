// How words are compared: one spelling for all their disguises.
#include <utf8proc.h>

#include <cstdlib>

#include "base/words.h"

namespace peerscope {

void fold_word(std::string_view word, std::string& out) {
  out.clear();
  bool plain = true;
  for (const char c : word) plain = plain && static_cast<unsigned char>(c) < 0x80;
  if (plain) {
    for (const char c : word)  // a hyphen or a line's end stands only inside a word that was parted there
      if (c != '-' && c != '\n' && c != '\r' && c != ' ') out += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 32 : c);
  } else {
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
      out.assign(word);
    }
    free(folded);  // utf8proc allocates with malloc
  }
  if (out == "n't" || out == "'t") out = "not";
  if (out == "wo") out = "will";
}

std::string fold_word(std::string_view word) {
  std::string out;
  fold_word(word, out);
  return out;
}

}  // namespace peerscope
