// Finds where sentences end, in one pass, by what stands before and after each full stop.
#include "document/sentences.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "document/characters.h"

namespace peerscope {
namespace {

constexpr std::uint32_t kLongestQuote = 600;
constexpr std::uint32_t kLongestBracket = 300;

// Words that open a sentence far more often than they follow an abbreviation: "in the U.S. They …", not "U.S.
// Army".
constexpr std::array<std::string_view, 83> kStarters{
    "a",       "about",  "after", "all",   "also",  "although", "an",    "and",     "any",    "as",   "at",
    "because", "before", "both",  "but",   "by",    "client",   "did",   "does",    "during", "each", "every",
    "for",     "from",   "he",    "her",   "here",  "his",      "how",   "however", "i",      "i'll", "i'm",
    "i've",    "if",     "in",    "is",    "it",    "its",      "later", "my",      "no",     "not",  "now",
    "of",      "on",     "once",  "one",   "other", "our",      "peer",  "per",     "pt",     "she",  "since",
    "so",      "some",   "staff", "that",  "the",   "their",    "then",  "there",   "these",  "they", "this",
    "those",   "to",     "today", "under", "until", "upon",     "was",   "we",      "what",   "when", "where",
    "while",   "who",    "will",  "with",  "you",   "your"};

// What a full stop after these words says of the sentence.
constexpr std::array<std::string_view, 34> kNeverEnd{
    "approx", "attn", "capt", "cf",  "cmdr", "col", "dr",   "fig", "gen", "gov",  "hon",  "lt",
    "messrs", "mme",  "mr",   "mrs", "ms",   "mt",  "mx",   "nos", "pp",  "pres", "prof", "rep",
    "rev",    "rs",   "sen",  "sgt", "sr",   "st",  "supt", "viz", "vol", "vs"};
constexpr std::array<std::string_view, 20> kEndBeforeStarter{
    "assn", "ave", "blvd", "bros", "co",  "corp", "dept", "esq", "govt", "inc",
    "jr",   "llc", "ltd",  "mgmt", "mfg", "natl", "rd",   "ste", "twp",  "univ"};
// They end a sentence before a capital letter, never before a small one or a number.
constexpr std::array<std::string_view, 27> kShortened{"appt", "apr",  "aug",   "avg",  "dec", "est",  "etc",
                                                      "excl", "ext",  "feb",   "incl", "jan", "jul",  "jun",
                                                      "max",  "mins", "misc",  "nov",  "oct", "refs", "sept",
                                                      "temp", "thur", "thurs", "tues", "yrs", "wks"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::find(sorted.begin(), sorted.end(), word) != sorted.end();
}

// A short word in small letters, without heap.
class SmallWord {
 public:
  explicit SmallWord(std::string_view word) {
    if (word.size() > letters_.size()) return;
    for (const char c : word) letters_[size_++] = lowered(c);
  }
  std::string_view view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 12> letters_{};
  std::size_t size_ = 0;
};

bool all_of(std::string_view word, std::string_view letters) {
  return !word.empty() && word.find_first_not_of(letters) == std::string_view::npos;
}

bool has_inner_stop(std::string_view word) {
  const auto stop = word.find('.');
  return stop != std::string_view::npos && stop + 1 < word.size() && stop > 0 &&
         is_plain_letter(word[stop - 1]) && is_plain_letter(word[stop + 1]);
}

class Splitter {
 public:
  Splitter(std::string_view text, Span within, std::vector<Span>& out)
      : text_(text), begin_(within.begin), at_(within.begin), end_(within.end), out_(out) {}

  void run() {
    while (at_ < end_) {
      switch (text_[at_]) {
        case '.':
        case '!':
        case '?':
          take_stop();
          break;
        case '"':
          skip_straight_quote();
          break;
        case '(':
          skip_bracket();
          break;
        case '\xE2':
          take_glyph();
          break;
        default:
          ++at_;
      }
    }
    close(end_, end_);
  }

 private:
  void close(std::uint32_t end, std::uint32_t next) {
    const Span sentence = trimmed(text_, {begin_, end});
    if (sentence.begin < sentence.end) out_.push_back(sentence);
    begin_ = next;
  }

  // One or more of . ! ? … and the quotation marks and brackets after them.
  void take_stop() {
    std::uint32_t last = at_;
    while (at_ < end_ && (text_[at_] == '.' || text_[at_] == '!' || text_[at_] == '?')) last = at_++;
    finish(last);
  }

  void take_glyph() {
    if (glyph_at(text_, at_, end_, 0x80, 0xA6)) {  // …
      at_ += 3;
      finish(at_ - 3);
    } else if (glyph_at(text_, at_, end_, 0x80, 0x9C)) {  // “
      skip_to("\xE2\x80\x9D", 3, kLongestQuote, curly_);
    } else {
      ++at_;
    }
  }

  void skip_straight_quote() {
    const bool opens = at_ == begin_ || is_space(text_[at_ - 1]) || text_[at_ - 1] == '(' ||
                       text_[at_ - 1] == '-' || byte_at(text_, at_ - 1) >= 0x80;
    if (opens)
      skip_to("\"", 1, kLongestQuote, straight_);
    else
      ++at_;
  }

  void skip_bracket() { skip_to(")", 1, kLongestBracket, bracket_); }

  // Steps behind the closing mark; where there is none near enough, the opening mark is no more than a mark.
  // `searched` is how far the search for it has come in vain: the same bytes are not searched again.
  void skip_to(std::string_view closing, std::uint32_t size, std::uint32_t longest, std::uint32_t& searched) {
    const std::uint32_t inside = at_ + size;
    const std::uint32_t limit = std::min(end_, inside + longest);
    const std::uint32_t from = std::max(inside, searched);
    const auto found = from < limit ? text_.substr(0, limit).find(closing, from) : std::string_view::npos;
    if (found == std::string_view::npos) {
      searched = std::max(searched, limit < size ? 0 : limit - size + 1);
      at_ = inside;
      return;
    }
    const auto close = static_cast<std::uint32_t>(found);
    at_ = close + size;
    if (close == inside) return;
    const char last = text_[close - 1];
    const bool ellipsis = close >= inside + 3 && glyph_at(text_, close - 3, end_, 0x80, 0xA6);
    if (last == '.' || last == '!' || last == '?' || ellipsis) finish(close - 1, true);
  }

  // The stop at `stop` was read; at_ is behind it. Ends the sentence there if it does end.
  void finish(std::uint32_t stop, bool closers = false) {
    while (const auto size = closer_size(text_, at_, end_)) {
      at_ += size;
      closers = true;
    }
    const std::uint32_t next = skip_spaces(text_, at_, end_);
    if (next >= end_) return;
    if (next == at_ ? runs_on(stop, closers) : ends_before(stop, next, closers)) {
      close(at_, next);
      at_ = next;
    }
  }

  // "… in treatment.Provides …": a space was lost.
  bool runs_on(std::uint32_t stop, bool closers) const {
    if (closers || stop < begin_ + 4 || text_[stop] == '\xE2') return false;
    for (std::uint32_t i = stop - 3; i < stop; ++i)
      if (!lower_at(text_, i, end_)) return false;
    if (!upper_at(text_, stop + 1, end_) || !lower_at(text_, stop + 2, end_)) return false;
    const auto before = word_before(stop);
    return before.find_first_of("@/.") == std::string_view::npos;
  }

  bool ends_before(std::uint32_t stop, std::uint32_t next, bool closers) const {
    const bool plain = text_[stop] == '.' && (stop == begin_ || text_[stop - 1] != '.');
    const auto word = plain ? word_before(stop) : std::string_view{};
    if (lower_at(text_, next, end_)) return plain && !closers && terse_end(word);
    const bool trails_off = text_[stop] == '\xE2' || (text_[stop] == '.' && !plain);
    if (trails_off && text_[next] == 'I' && word_at(next).size() <= 4 && !closers)
      return false;  // "Well… I never."
    if (!plain) return text_[next] != ',' && text_[next] != ';';
    return plain_stop_ends(word, next);
  }

  // "Pt stable. denies SI.": small letters follow, and yet the word before is no abbreviation.
  bool terse_end(std::string_view word) const {
    if (word.size() < 2) return false;
    bool letters = true;
    bool capitals = true;
    for (const char c : word) {
      letters = letters && is_plain_letter(c);
      capitals = capitals && c >= 'A' && c <= 'Z';
    }
    if (!letters) return false;
    if (capitals) return true;
    const SmallWord small(word);
    return word.size() >= 4 && !among(kNeverEnd, small.view()) && !among(kEndBeforeStarter, small.view()) &&
           !among(kShortened, small.view());
  }

  bool plain_stop_ends(std::string_view word, std::uint32_t next) const {
    const bool first = word.data() == text_.data() + begin_;
    const bool number_next = is_digit(text_[next]);
    if (first && numbers_an_item(word)) return false;
    if (word.size() == 1 && is_plain_letter(word[0]))
      return (word[0] == 'I' && !number_next) || starts_sentence(next);
    if (has_inner_stop(word)) return inner_stop_ends(word, next);
    const SmallWord small(word);
    if (small.view() == "no") return !number_next;
    if (small.view() == "st" || small.view() == "dr") return starts_sentence(next);
    if (among(kNeverEnd, small.view())) return false;
    if (among(kEndBeforeStarter, small.view())) return starts_sentence(next);
    if (among(kShortened, small.view())) return !number_next;
    return true;
  }

  // "1." "A." "IV." at the head of a sentence.
  static bool numbers_an_item(std::string_view word) {
    return (word.size() <= 3 && all_of(word, "0123456789")) || all_of(word, "IVX") || all_of(word, "ivx") ||
           (word.size() == 1 && is_plain_letter(word[0]));
  }

  // "at 8 p.m. She …" ends, "8 p.m. Friday" and "U.S. Army" do not.
  bool inner_stop_ends(std::string_view word, std::uint32_t next) const {
    const SmallWord small(word);
    if (small.view() == "e.g" || small.view() == "i.e") return false;
    if (small.view() != "a.m" && small.view() != "p.m") return starts_sentence(next);
    static constexpr std::array<std::string_view, 16> kDays{
        "mon",     "tue",       "wed",      "thu",    "fri",      "sat",    "sun", "monday",
        "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "est", "pst"};
    return upper_at(text_, next, end_) && !among(kDays, SmallWord(word_at(next)).view());
  }

  bool starts_sentence(std::uint32_t next) const {
    if (text_[next] == '"' || glyph_at(text_, next, end_, 0x80, 0x9C)) return true;
    return upper_at(text_, next, end_) && among(kStarters, SmallWord(word_at(next)).view());
  }

  std::string_view word_at(std::uint32_t at) const {
    std::uint32_t end = at;
    while (end < end_ && (is_plain_letter(text_[end]) || text_[end] == '\'')) ++end;
    return text_.substr(at, end - at);
  }

  // The word that the stop follows; at most 24 bytes of it.
  std::string_view word_before(std::uint32_t stop) const {
    std::uint32_t begin = stop;
    while (begin > begin_ && stop - begin < 24) {
      const char c = text_[begin - 1];
      if (is_space(c) || c == '(' || c == '"' || c == '[' || c == '/' || c == ',' || c == ';' ||
          byte_at(text_, begin - 1) >= 0x80)
        break;
      --begin;
    }
    return text_.substr(begin, stop - begin);
  }

  std::string_view text_;
  std::uint32_t begin_;  // of the sentence at hand
  std::uint32_t at_;
  std::uint32_t end_;
  std::vector<Span>& out_;
  std::uint32_t curly_ = 0;  // searched in vain for the closing mark up to here
  std::uint32_t straight_ = 0;
  std::uint32_t bracket_ = 0;
};

}  // namespace

void split_sentences(std::string_view text, Span within, std::vector<Span>& out) {
  Splitter(text, within, out).run();
}

bool abbreviation_ends_at(std::string_view text, std::uint32_t begin, std::uint32_t dot) {
  std::uint32_t first = dot;
  while (first > begin && dot - first < 24 && !is_space(text[first - 1]) && text[first - 1] != '(') --first;
  const auto word = text.substr(first, dot - first);
  const SmallWord small(word);
  return (word.size() == 1 && upper_at(text, first, dot)) || has_inner_stop(word) ||
         among(kNeverEnd, small.view()) || among(kEndBeforeStarter, small.view());
}

}  // namespace peerscope
