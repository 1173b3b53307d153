// Cuts a text into words. Rules and documents are cut by the same knife, so that they can meet.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace peerscope {

// What stands between a word and the word before it (bits; none: only white space).
enum Before : std::uint16_t {
  kComma = 1,
  kSemicolon = 2,
  kColon = 4,
  kDash = 8,       // a dash between spaces, or an en or em dash
  kPeriod = 16,    // . ! ? or an ellipsis
  kQuestion = 32,  // a question mark (set beside kPeriod)
  kQuote = 64,     // a double quotation mark, straight or curly
  kOpen = 128,     // ( or [
  kClose = 256,    // ) or ]
  kSlash = 512,
  kHyphen = 1024,  // joined to the word before by a hyphen: non-compliant
  kJoined = 2048,  // no space at all: the n't of doesn't, the 's of person's
  kNewline = 4096,
  kOther = 8192,  // any other mark: bullet, %, $ …
};

struct Word {
  Span span;
  Span folded;                // in a text of folded words (Document::folded), where there is one
  std::uint16_t before = 0;   // Before bits
  bool capital = false;       // begins with a capital letter
  bool all_capitals = false;  // two or more letters, all capital: SI, WNL
  bool digit = false;         // holds a digit
};

// The words of text[within]. A word is a run of letters, digits and combining marks (judged by code point),
// with inner full stops of abbreviations kept ("e.g." is one word, "p.r.n." too). "n't", "'s", "'ll", "'re",
// "'ve", "'d",
// "'m" are words of their own, so that "doesn't" is "does" + "n't"; "cannot" is "can" + "not"; "w/" and one-
// or two-letter slash abbreviations ("s/p", "h/o", "c/o") are one word. A soft hyphen is part of the word
// that it stands in. A word parted at a line's end ("medi-\ncation") is one word, unless its first half takes
// a hyphen anyway ("peer-\nrun").
std::vector<Word> cut_words(std::string_view text, Span within);
void cut_words(std::string_view text, Span within, std::vector<Word>& out);  // appends

// How a word is compared: lower case, NFKC, curly apostrophe straight, soft hyphens gone, and the halves of
// "ca"+"n't" and "wo"+"n't" made whole ("can", "will", "not").
void fold_word(std::string_view word, std::string& out);
void append_folded(std::string_view word, std::string& out);
std::string fold_word(std::string_view word);

}  // namespace peerscope
