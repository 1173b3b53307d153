// Counts function words of English against those of the languages that agencies near us write in.
#include "document/language.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace peerscope {
namespace {

constexpr std::size_t kFewestWords = 12;

constexpr std::array<std::string_view, 42> kEnglishWords{
    "the", "and", "of", "to", "in", "with", "for", "is", "are", "that", "this", "on", "by", "from", "or", "be",
    "will", "as", "at", "their", "they", "he", "she", "his", "her", "i", "we", "you", "was", "not", "who", "have",
    "has", "it", "an", "about", "when", "what", "my", "our", "said", "if"};

constexpr std::array<std::string_view, 86> kForeign{
    // Spanish, Portuguese, Italian
    "el", "la", "los", "las", "de", "del", "que", "y", "para", "por", "con", "una", "es", "su", "sus", "en", "al", "lo",
    "os", "das", "dos", "uma", "com", "não", "ao", "il", "che", "di", "per", "una", "gli", "della", "nel", "sono",
    // French, Haitian Creole
    "le", "les", "des", "et", "du", "une", "pour", "avec", "dans", "est", "qui", "sur", "aux", "ak", "nan", "pou", "yo", "ki",
    // German, Dutch
    "der", "die", "das", "und", "mit", "für", "von", "den", "dem", "ein", "eine", "ist", "zu", "auf", "het", "een", "van",
    "voor", "zijn", "niet",
    // Polish, Tagalog, Vietnamese
    "się", "nie", "jest", "oraz", "ang", "mga", "ng", "sa", "và", "của", "các", "cho", "được", "người"};

template <std::size_t n>
bool one_of(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool looks_english(const Document& document) {
  if (document.words.size() < kFewestWords) return true;
  std::size_t english = 0;
  std::size_t other = 0;
  std::size_t foreign_script = 0;
  std::string folded;
  for (const Word& word : document.words) {
    fold_word(slice(document.text, word.span), folded);
    english += one_of(kEnglishWords, folded);
    other += one_of(kForeign, folded);
    // Greek, Cyrillic, Arabic, Hebrew, Asian scripts: two-byte lead 0xCD and up.
    foreign_script += static_cast<unsigned char>(folded.empty() ? 'a' : folded[0]) >= 0xCD;
  }
  if (foreign_script * 2 > document.words.size()) return false;
  return other <= english || other * 12 < document.words.size();
}

}  // namespace peerscope
