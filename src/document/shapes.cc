// Guesses headings by their looks, as a reader of a badly copied page does.
#include "document/shapes.h"

#include <algorithm>
#include <array>

#include "document/characters.h"
#include "document/labels.h"
#include "document/sentences.h"

namespace peerscope {
namespace {

constexpr std::uint8_t kMostWords = 12;
constexpr std::uint8_t kFewWords = 8;
constexpr std::uint8_t kSentenceWords = 9;  // from here on a line is text, not one more short line

// The next word from `at`, in small letters, without what is no letter.
std::string_view word_from(std::string_view text, std::size_t& at, std::array<char, 16>& buffer) {
  while (at < text.size() && !is_plain_letter(text[at])) ++at;
  std::size_t size = 0;
  while (at < text.size() && (is_plain_letter(text[at]) || text[at] == '\'') && size < buffer.size())
    buffer[size++] = lowered(text[at++]);
  while (at < text.size() && is_plain_letter(text[at])) ++at;
  return {buffer.data(), size};
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool asks(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kAsking{"what", "who",  "how",    "why",  "where",
                                                           "when", "whom", "what's", "which"};
  return among(kAsking, word);
}

std::string_view first_word(std::string_view text, std::array<char, 16>& buffer) {
  std::size_t at = 0;
  return word_from(text, at, buffer);
}

// "Peers will not": the first words of sentences that the next lines end.
bool ends_in_not(std::string_view words) {
  return words.ends_with(" not") || words.ends_with(" never") || words.ends_with("n't") ||
         words.ends_with("n\u2019t");
}

class Guesser {
 public:
  explicit Guesser(const Shape& shape)
      : shape_(shape), line_(shape.page.all.lines[shape.at]), words_(slice(shape.page.text, line_.span)) {}

  HeadingGuess guess() {
    if (line_.words == 0 || line_.words > 14 || line_.span.end - line_.span.begin > 120) return {};
    if (line_.mark == MarkKind::bullet || words_[0] == '(' || ends_as_text()) return {};
    find_next();
    if (is_entry()) return {kEntryLevel, named(), true};
    if (next_ == nullptr) return {};  // owns nothing: it is text
    if (line_.mark != MarkKind::none) return {outline_level(), named(), false};
    const auto level = level_of();
    return level == 0 ? HeadingGuess{} : HeadingGuess{level, named(), false};
  }

 private:
  void find_next() {
    const auto& lines = shape_.page.all.lines;
    std::size_t at = shape_.at + 1;
    if (at < lines.size() && lines[at].rule) {
      ++at;
      parted_ = true;
    }
    if (at < lines.size()) next_ = &lines[at];
  }

  // A full stop that belongs to no abbreviation, a comma, a semicolon. "Who are we?" may be a heading.
  bool ends_as_text() const {
    const char last = words_.back();
    if (last == ',' || last == ';') return true;
    if (!line_.terminal) return false;
    if (last == '?') {
      std::array<char, 16> buffer;
      return !(asks(first_word(words_, buffer)) && line_.words <= kFewWords && line_.blank_before);
    }
    return last != '.' || line_.words > kFewWords + 2 ||
           !abbreviation_ends_at(shape_.page.text, line_.span.begin, line_.span.end - 1);
  }

  bool is_entry() const {
    if (next_ == nullptr || (next_->lower_start && !next_->blank_before)) return false;
    // Date under date is a log of one line each: every line is text.
    return next_->mark != MarkKind::bullet && opens_with_date(shape_.page.text, line_.span) &&
           !opens_with_date(shape_.page.text, next_->span);
  }

  std::uint8_t outline_level() {
    if (line_.words > kSentenceWords || line_.terminal || line_.colon_end || !line_.upper_start) return 0;
    const bool other_list = next_->mark != MarkKind::none && next_->mark != line_.mark;
    const bool text_below = next_->mark == MarkKind::none && (next_->blank_before || parted_) &&
                            next_->words >= kSentenceWords && next_->indent <= line_.indent;
    const bool named_or_title = named().has_value() || line_.title;
    switch (line_.mark) {
      case MarkKind::roman:
        return other_list || next_->mark == MarkKind::none ? kRomanLevel : std::uint8_t{0};
      case MarkKind::letter:
        return other_list || text_below ? kSubtitleLevel : std::uint8_t{0};
      case MarkKind::number:
        return (text_below || (other_list && next_->indent <= line_.indent)) && named_or_title
                   ? kSubtitleLevel
                   : std::uint8_t{0};
      default:
        return 0;
    }
  }

  std::uint8_t level_of() {
    if (line_.colon_end) return colon_level();
    const bool runs_on = next_->lower_start && !next_->blank_before && !next_->own_block;
    const bool capitals = line_.capitals && !shape_.page.all.shouted;
    if (capitals && line_.words <= kMostWords) {
      const bool alone = line_.words == 1 && shape_.above == Above::text && !line_.blank_before;
      return alone && !named() ? std::uint8_t{0} : kCapitalsLevel;
    }
    if (runs_on) return 0;
    if (line_.bold && line_.words <= kMostWords) return kTitleLevel;
    if (line_.words > kFewWords + (shape_.title_block ? 4 : 0) || !(line_.upper_start || starts_with_quote()))
      return 0;
    const std::uint8_t level = line_.title && !shape_.page.all.shouted ? kTitleLevel : kSubtitleLevel;
    if (shape_.title_block && in_title()) return level;
    const bool apart = line_.blank_before || shape_.above != Above::text;
    return (apart ? heads_apart() : heads_under_text()) ? level : std::uint8_t{0};
  }

  // A short line that names no role has nothing but its looks to tell it from one more duty without a bullet.
  bool heads_apart() {
    if (named()) return listed_below() || prose_below() || names_role_too(*next_) || heads_short_lines();
    if (one_of_short_lines()) return false;
    std::array<char, 16> buffer;
    return listed_below() || (prose_below() && (line_.title || asks(first_word(words_, buffer))));
  }
  bool heads_under_text() {
    if (listed_below()) return line_.title || named() || (line_.words <= 5 && !one_of_short_lines());
    return named() && (line_.title || !one_of_short_lines()) &&
           (prose_below() || next_->blank_before || names_role_too(*next_));
  }

  // "Duties:" and "Each cadet will:" look alike; the second is a sentence that opens a list.
  std::uint8_t colon_level() {
    const auto heading = words_.substr(0, words_.size() - 1);
    if (line_.words > kSentenceWords || reads_as_stem(heading) || (!line_.upper_start && !named())) return 0;
    if (starts_like_sentence(heading) && !named()) return 0;
    const bool apart = line_.blank_before || shape_.above != Above::text;
    if (!apart && !line_.title && !named() && next_->mark == MarkKind::none) return 0;
    return line_.capitals && !shape_.page.all.shouted ? kCapitalsLevel : kTitleLevel;
  }

  bool listed_below() const {
    return next_->mark != MarkKind::none || next_->type == BlockType::item || next_->type == BlockType::cell;
  }
  bool prose_below() const {
    return next_->words >= kSentenceWords || (next_->terminal && next_->words >= 3);
  }
  bool one_of_short_lines() const {
    if (shape_.above != Above::text || shape_.at == 0) return false;
    const Line& before = shape_.page.all.lines[shape_.at - 1];
    return before.mark == MarkKind::none && before.type == BlockType::line && !before.terminal &&
           before.words <= 20 && label_of(shape_.page.text, before.span).key_words == 0;
  }

  bool names_role_too(const Line& line) const {
    return line.words <= kFewWords && !line.terminal && shape_.page.named(line.span).has_value();
  }

  // "What you will do" on top of lines without bullets.
  bool heads_short_lines() const {
    const auto& lines = shape_.page.all.lines;
    return !next_->blank_before && !next_->own_block && line_.words <= 6 && shape_.at + 2 < lines.size() &&
           !lines[shape_.at + 2].blank_before && !ends_in_not(words_);
  }

  bool starts_with_quote() const { return words_[0] == '"' || words_.starts_with("\xE2\x80\x9C"); }

  // Name of the agency, title of the job: a few short lines on top, and then something else.
  bool in_title() const {
    if (!line_.title && !starts_with_quote() && !next_->blank_before) return false;
    const auto& lines = shape_.page.all.lines;
    for (std::size_t at = shape_.at + 1; at < lines.size() && at < shape_.at + 5; ++at) {
      const Line& line = lines[at];
      const Label label = label_of(shape_.page.text, line.span);
      if (line.blank_before || line.rule || line.mark != MarkKind::none || line.words >= kSentenceWords + 3 ||
          label.key_words > 0 || line.type != BlockType::line)
        return true;
      if (line.terminal) return false;
    }
    return false;
  }

  std::optional<Role> named() {
    if (!looked_up_) {
      role_ = shape_.page.named(line_.span);
      looked_up_ = true;
    }
    return role_;
  }

  const Shape& shape_;
  const Line& line_;
  std::string_view words_;
  const Line* next_ = nullptr;
  bool parted_ = false;
  bool looked_up_ = false;
  std::optional<Role> role_;
};

}  // namespace

HeadingGuess guess_heading(const Shape& shape) {
  const auto guess = Guesser(shape).guess();
  return guess.level == 0 ? HeadingGuess{} : guess;
}

bool markdown_heading(std::string_view text, Span& line, std::uint8_t& level) {
  const auto words = slice(text, line);
  const auto hashes = words.find_first_not_of('#');
  if (hashes != std::string_view::npos && hashes >= 1 && hashes <= 6 && is_space(words[hashes])) {
    line = trimmed(text, {line.begin + static_cast<std::uint32_t>(hashes), line.end});
    level = static_cast<std::uint8_t>(hashes);
    while (line.end > line.begin && text[line.end - 1] == '#') --line.end;
    line = trimmed(text, line);
    return line.begin < line.end;
  }
  const bool stars = words.starts_with("**") || words.starts_with("__");
  if (!stars || words.size() < 5) return false;
  const auto close = words.find(words.substr(0, 2), 2);
  if (close == std::string_view::npos || words.find_first_not_of(": ", close + 2) != std::string_view::npos)
    return false;
  const auto inside = words.substr(2, close - 2);
  if (inside.ends_with('.') || inside.size() > 100) return false;
  line = without_colon(text, trimmed(text, {line.begin + 2, line.begin + static_cast<std::uint32_t>(close)}));
  level = kTitleLevel;
  return line.begin < line.end;
}

Span without_colon(std::string_view text, Span heading) {
  if (heading.end > heading.begin && text[heading.end - 1] == ':') --heading.end;
  return trimmed(text, heading);
}

bool ends_in_preposition(std::string_view key) {
  return key.ends_with(" to") || key.ends_with(" by") || key.ends_with(" with") || key.ends_with(" of") ||
         key.ends_with(" for") || key.ends_with(" To") || key.ends_with(" By") || key.ends_with(" TO") ||
         key.ends_with(" BY");
}

bool starts_like_sentence(std::string_view key) {
  static constexpr std::array<std::string_view, 42> kStarts{
      "he",   "she",  "we",      "they",  "i",     "it",    "you",  "his",     "her", "our",   "their",
      "my",   "your", "this",    "that",  "there", "these", "then", "when",    "if",  "after", "and",
      "but",  "so",   "because", "while", "as",    "to",    "for",  "in",      "on",  "at",    "by",
      "with", "from", "he's",    "she's", "we've", "i've",  "i'm",  "they're", "some"};
  std::array<char, 16> buffer;
  return among(kStarts, first_word(key, buffer));
}

bool reads_as_stem(std::string_view line) {
  static constexpr std::array<std::string_view, 30> kVerbs{
      "will",     "would",       "must",      "may",       "shall", "should",  "can",   "cannot",
      "include",  "includes",    "including", "following", "do",    "does",    "don't", "doesn't",
      "won't",    "are",         "aren't",    "is",        "isn't", "not",     "never", "involve",
      "involves", "responsible", "have",      "has",       "able",  "expected"};
  static constexpr std::array<std::string_view, 8> kLast{"to", "of", "by", "for", "with", "that", "as", "be"};
  std::array<char, 16> buffer;
  std::size_t at = 0;
  auto word = word_from(line, at, buffer);
  if (asks(word)) return false;
  bool last = false;
  for (; !word.empty(); word = word_from(line, at, buffer)) {
    if (among(kVerbs, word)) return true;
    last = among(kLast, word);
  }
  return last;
}

}  // namespace peerscope
