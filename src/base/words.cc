// Cuts text into words in one pass; non-ASCII letters are judged by code point.
#include "base/words.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace peerscope {
namespace {

enum Kind : std::uint8_t { kLetter, kSpace, kMark };

struct Glyph {
  std::int32_t code = 0;
  std::uint32_t size = 1;
  Kind kind = kMark;
};

constexpr bool ascii_letter(unsigned char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
constexpr bool ascii_digit(unsigned char c) { return c >= '0' && c <= '9'; }

constexpr std::int32_t kSoftHyphen = 0xAD;
constexpr std::int32_t kCurlyApostrophe = 0x2019;

Kind kind_of(std::int32_t code) {
  if (code == 0xA0 || code == 0x200B || code == 0x2060 || code == 0xFEFF) return kSpace;
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
      return kLetter;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return kSpace;
    default:
      return kMark;
  }
}

Glyph glyph_at(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) {
    const bool letter = ascii_letter(c) || ascii_digit(c);
    return {c, 1, letter ? kLetter : (c <= ' ' || c == 0x7F) ? kSpace : kMark};
  }
  Glyph glyph;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const auto read = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &glyph.code);
  if (read <= 0) return {0xFFFD, 1, kMark};
  glyph.size = static_cast<std::uint32_t>(read);
  glyph.kind = kind_of(glyph.code);
  return glyph;
}

bool letter_at(std::string_view text, std::size_t at, std::size_t end) {
  return at < end && glyph_at(text.substr(0, end), at).kind == kLetter;
}
bool digit_at(std::string_view text, std::size_t at, std::size_t end) {
  return at < end && ascii_digit(static_cast<unsigned char>(text[at]));
}
bool plain_letter_at(std::string_view text, std::size_t at, std::size_t end) {
  return at < end && ascii_letter(static_cast<unsigned char>(text[at]));
}

std::uint16_t mark_bits(std::string_view text, std::size_t at, std::size_t end, const Glyph& glyph,
                        bool spaced) {
  switch (glyph.code) {
    case ',':
      return kComma;
    case ';':
      return kSemicolon;
    case ':':
      return kColon;
    case '.':
    case '!':
    case 0x2026:
      return kPeriod;
    case '?':
      return kPeriod | kQuestion;
    case '"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
      return kQuote;
    case '(':
    case '[':
      return kOpen;
    case ')':
    case ']':
      return kClose;
    case '/':
      return kSlash;
    case 0x2014:
    case 0x2015:
      return kDash;
    case 0x2013:
      return at > 0 && digit_at(text, at - 1, end) && digit_at(text, at + glyph.size, end) ? kHyphen : kDash;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2212: {
      const std::size_t next = at + glyph.size;
      if (next < end && text[next] == '-') return kDash;
      const bool space_after = next >= end || text[next] == ' ';
      return spaced && space_after ? kDash : kHyphen;
    }
    case '\'':
    case 0x2018:
    case kCurlyApostrophe:
    case '`':
      return 0;
    default:
      return kOther;
  }
}

// Abbreviations after which a full stop ends no sentence.
bool abbreviation(std::string_view word) {
  static constexpr std::array<std::string_view, 44> kKnown{
      "dr",   "mr",  "mrs",    "ms",  "st",  "no",  "vs",  "jr",  "sr",  "prof", "dept",
      "inc",  "ext", "approx", "e.g", "i.e", "etc", "pt",  "pts", "ct",  "clt",  "cl",
      "appt", "dx",  "tx",     "hx",  "rx",  "sx",  "hr",  "hrs", "min", "mins", "wk",
      "wks",  "mo",  "yr",     "yrs", "a.m", "p.m", "u.s", "u.k", "ave", "rev",  "rn"};
  for (const auto known : kKnown)
    if (known == word) return true;
  return false;
}

// First halves of words that are written with a hyphen anyway.
bool hyphen_stays(std::string_view half) {
  static constexpr std::array<std::string_view, 36> kHalves{
      "self", "non",  "peer",   "co",     "well",   "long",     "short",    "full",       "part",
      "one",  "two",  "three",  "person", "trauma", "evidence", "strength", "strengths",  "community",
      "low",  "high", "follow", "check",  "drop",   "face",     "hands",    "on",         "day",
      "mid",  "anti", "cross",  "multi",  "harm",   "home",     "client",   "culturally", "crisis"};
  return std::find(kHalves.begin(), kHalves.end(), half) != kHalves.end();
}

class Cutter {
 public:
  Cutter(std::string_view text, Span within, std::vector<Word>& words)
      : text_(text), at_(within.begin), end_(within.end), words_(words), first_(words.size()) {}

  void cut() {
    while (at_ < end_) {
      const Glyph glyph = glyph_at(text_, at_);
      if (glyph.kind == kLetter) {
        take_word();
        spaced_ = false;
        continue;
      }
      if (glyph.kind == kSpace) {
        if (glyph.code == '\n') before_ |= kNewline;
        spaced_ = true;
      } else {
        before_ = static_cast<std::uint16_t>(before_ | take_mark(glyph));
        spaced_ = false;
      }
      at_ += glyph.size;
    }
  }

 private:
  std::uint16_t take_mark(const Glyph& glyph) {
    const auto bits = mark_bits(text_, at_, end_, glyph, spaced_);
    if (bits == kPeriod && glyph.code == '.' && words_.size() > first_ && words_.back().span.end == at_ &&
        abbreviation(fold_word(slice(text_, words_.back().span))))
      return 0;
    return bits;
  }

  // The end of the run of letters that begins at at_.
  std::size_t run_end() const {
    std::size_t at = at_;
    bool dotted = false;
    while (at < end_) {
      const Glyph glyph = glyph_at(text_, at);
      if (glyph.kind == kLetter || glyph.code == kSoftHyphen) {
        at += glyph.size;
      } else if ((glyph.code == '\'' || glyph.code == kCurlyApostrophe) &&
                 letter_at(text_, at + glyph.size, end_)) {
        at += glyph.size;
      } else if ((glyph.code == '.' || glyph.code == ',' || glyph.code == ':') && at > at_ &&
                 digit_at(text_, at - 1, end_) && digit_at(text_, at + 1, end_)) {
        ++at;  // 2.5, 1,200, 8:15
      } else if (glyph.code == '.' && plain_letter_at(text_, at + 1, end_) &&
                 plain_letter_at(text_, at - 1, end_) && (dotted || at == at_ + 1) &&
                 !letter_at(text_, at + 2, end_)) {
        dotted = true;  // e.g., p.r.n.
        ++at;
      } else if (const std::size_t next = broken_word(at); next != 0) {
        at = next;
      } else if ((glyph.code == '/' || glyph.code == '&') && short_joined(at)) {
        ++at;
      } else {
        break;
      }
    }
    return at;
  }

  // Where a word that was parted at a line's end goes on ("medi-\ncation"); 0: it does not. "peer-\nrun"
  // stays two words.
  std::size_t broken_word(std::size_t at) const {
    if (text_[at] != '-' || at + 1 >= end_ || (text_[at + 1] != '\n' && text_[at + 1] != '\r')) return 0;
    std::size_t next = at + 1;
    while (next < end_ && (text_[next] == '\n' || text_[next] == '\r' || text_[next] == ' ')) ++next;
    if (next >= end_ || text_[next] < 'a' || text_[next] > 'z') return 0;
    return hyphen_stays(fold_word(text_.substr(at_, at - at_))) ? 0 : next;
  }

  // Whether the slash or & at `at` stands inside an abbreviation: s/p, c/o, d/c, w/ (with a space after),
  // A&O.
  bool short_joined(std::size_t at) const {
    const std::size_t left = at - at_;
    if (left == 0 || left > 2) return false;
    for (std::size_t i = at_; i < at; ++i)
      if (!plain_letter_at(text_, i, end_)) return false;
    std::size_t right = 0;
    while (plain_letter_at(text_, at + 1 + right, end_)) ++right;
    if (text_[at] == '/' && right == 0)
      return left == 1 && (text_[at_] | 32) == 'w' && at + 1 < end_ && text_[at + 1] == ' ';
    return right >= 1 && right <= 2 && left + right <= 3 && !digit_at(text_, at + 1 + right, end_);
  }

  // Nearly all words are letters and digits of ASCII with a space or another mark behind: these need no
  // closer look. False, and nothing done, where it may be another word.
  bool take_plain_word() {
    std::size_t at = at_;
    std::uint32_t letters = 0, capitals = 0;
    for (; at < end_; ++at) {
      const auto c = static_cast<unsigned char>(text_[at]);
      if (ascii_letter(c)) {
        ++letters;
        capitals += c <= 'Z';
      } else if (!ascii_digit(c)) {
        break;
      }
    }
    if (at == at_ || (at < end_ && may_go_on(at)) || (at - at_ == 6 && (text_[at_] | 32) == 'c'))
      return false;
    Word word;
    word.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at)};
    word.before = before_;
    word.capital = text_[at_] >= 'A' && text_[at_] <= 'Z';
    word.all_capitals = letters >= 2 && capitals == letters;
    word.digit = letters != at - at_;
    words_.push_back(word);
    before_ = 0;
    at_ = at;
    return true;
  }

  // Whether a word may have a part behind the mark at `at`: 2.5, e.g., c/o, medi-\ncation, don't.
  bool may_go_on(std::size_t at) const {
    const auto c = static_cast<unsigned char>(text_[at]);
    const bool joins =
        c >= 0x80 || c == '\'' || c == '.' || c == ',' || c == ':' || c == '-' || c == '/' || c == '&';
    return joins && (c >= 0x80 || c == '/' || at + 1 >= end_ || text_[at + 1] != ' ');
  }

  void take_word() {
    if (take_plain_word()) return;
    const std::size_t begin = at_;
    const std::size_t end = run_end();
    const std::string_view run = text_.substr(begin, end - begin);
    std::size_t split = clitic(run);
    if (split == 0 || split >= run.size()) {
      push(begin, end, before_);
    } else {
      push(begin, begin + split, before_);
      push(begin + split, end, kJoined);
    }
    before_ = 0;
    at_ = end;
  }

  // Where "doesn't", "person's", "cannot" part; 0: nowhere.
  static std::size_t clitic(std::string_view run) {
    if (run.size() == 6 && fold_word(run) == "cannot") return 3;
    std::size_t quote = run.rfind('\'');
    std::size_t quote_size = 1;
    if (quote == std::string_view::npos) {
      quote = run.rfind("\xE2\x80\x99");
      quote_size = 3;
    }
    if (quote == std::string_view::npos || quote == 0) return 0;
    std::string tail;
    for (const char c : run.substr(quote + quote_size)) tail += static_cast<char>(c | 32);
    if (tail == "t") {
      const bool can = fold_word(run.substr(0, quote)) == "can";
      return can ? quote : (run[quote - 1] | 32) == 'n' ? quote - 1 : 0;
    }
    if (tail == "s" || tail == "m" || tail == "d" || tail == "re" || tail == "ve" || tail == "ll")
      return quote;
    return 0;
  }

  void push(std::size_t begin, std::size_t end, std::uint16_t before) {
    Word word;
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    word.before = before;
    int letters = 0;
    int capitals = 0;
    for (std::size_t i = begin; i < end;) {
      const Glyph glyph = glyph_at(text_, i);
      const bool upper = glyph.code < 0x80 ? glyph.code >= 'A' && glyph.code <= 'Z'
                                           : utf8proc_category(glyph.code) == UTF8PROC_CATEGORY_LU;
      if (ascii_digit(static_cast<unsigned char>(text_[i]))) {
        word.digit = true;
      } else if (glyph.kind == kLetter) {
        ++letters;
        if (upper) ++capitals;
      }
      if (i == begin) word.capital = upper;
      i += glyph.size;
    }
    word.all_capitals = letters >= 2 && capitals == letters;
    words_.push_back(word);
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
  std::uint16_t before_ = 0;
  bool spaced_ = true;  // white space stands directly before at_
  std::vector<Word>& words_;
  std::size_t first_;  // of the words that are cut now
};

}  // namespace

void cut_words(std::string_view text, Span within, std::vector<Word>& out) {
  Cutter(text, within, out).cut();
}

std::vector<Word> cut_words(std::string_view text, Span within) {
  std::vector<Word> words;
  words.reserve((within.end - within.begin) / 6 + 4);
  cut_words(text, within, words);
  return words;
}

}  // namespace peerscope
