// Counts function words of English against those of the languages that agencies near us write in.
#include "document/language.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace peerscope {
namespace {

constexpr std::size_t kFewestWords = 12;

constexpr std::array<std::string_view, 42> kEnglishWords{
    "the", "and", "of",    "to",   "in",   "with", "for", "is",   "are",   "that", "this",
    "on",  "by",  "from",  "or",   "be",   "will", "as",  "at",   "their", "they", "he",
    "she", "his", "her",   "i",    "we",   "you",  "was", "not",  "who",   "have", "has",
    "it",  "an",  "about", "when", "what", "my",   "our", "said", "if"};

constexpr std::array<std::string_view, 86> kForeign{
    // Spanish, Portuguese, Italian
    "el", "la", "los", "las", "de", "del", "que", "y", "para", "por", "con", "una", "es", "su", "sus", "en",
    "al", "lo", "os", "das", "dos", "uma", "com", "não", "ao", "il", "che", "di", "per", "una", "gli",
    "della", "nel", "sono",
    // French, Haitian Creole
    "le", "les", "des", "et", "du", "une", "pour", "avec", "dans", "est", "qui", "sur", "aux", "ak", "nan",
    "pou", "yo", "ki",
    // German, Dutch
    "der", "die", "das", "und", "mit", "für", "von", "den", "dem", "ein", "eine", "ist", "zu", "auf", "het",
    "een", "van", "voor", "zijn", "niet",
    // Polish, Tagalog, Vietnamese
    "się", "nie", "jest", "oraz", "ang", "mga", "ng", "sa", "và", "của", "các", "cho", "được", "người"};

enum class Tongue : std::uint8_t { unknown, english, other };

// Both lists, by length, first and last letter: most words are found to be in neither without a comparison.
class WordTable {
 public:
  WordTable() {
    for (const std::string_view word : kEnglishWords) put(word, Tongue::english);
    for (const std::string_view word : kForeign)
      if (of(word) == Tongue::unknown) put(word, Tongue::other);
  }

  Tongue of(std::string_view word) const {
    if (word.empty() || word.size() > kLongest) return Tongue::unknown;
    for (std::size_t at = slot(word);; at = (at + 1) % kSlots) {
      if (rows_[at].tongue == Tongue::unknown || rows_[at].word == word) return rows_[at].tongue;
    }
  }

 private:
  static constexpr std::size_t kSlots = 1024;
  static constexpr std::size_t kLongest = 8;  // bytes of the longest word in the lists
  struct Row {
    std::string_view word;
    Tongue tongue = Tongue::unknown;
  };

  static std::size_t slot(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front()),
               last = static_cast<unsigned char>(word.back());
    return (word.size() * 211U + first * 31U + last * 7U) % kSlots;
  }
  void put(std::string_view word, Tongue tongue) {
    std::size_t at = slot(word);
    while (rows_[at].tongue != Tongue::unknown) at = (at + 1) % kSlots;
    rows_[at] = {word, tongue};
  }

  std::array<Row, kSlots> rows_;
};

}  // namespace

bool looks_english(const Document& document) {
  if (document.words.size() < kFewestWords) return true;
  std::size_t english = 0;
  std::size_t other = 0;
  std::size_t foreign_script = 0;
  static const WordTable table;
  for (const Word& word : document.words) {
    const std::string_view folded = slice(document.folded, word.folded);
    const Tongue tongue = table.of(folded);
    english += tongue == Tongue::english;
    other += tongue == Tongue::other;
    // Greek, Cyrillic, Arabic, Hebrew, Asian scripts: two-byte lead 0xCD and up.
    foreign_script += static_cast<unsigned char>(folded.empty() ? 'a' : folded[0]) >= 0xCD;
  }
  if (foreign_script * 2 > document.words.size()) return false;
  return other <= english || other * 12 < document.words.size();
}

}  // namespace peerscope
