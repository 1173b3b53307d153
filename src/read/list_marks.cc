// Judges each line's first characters twice: what they could be, then whether the other lines agree.
#include "read/list_marks.h"

#include <array>
#include <cctype>
#include <compare>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace peerscope {

namespace {

enum class Shape : std::uint8_t { none, symbol, dash, long_dash, tight_dash, letter_o, ordinal, multilevel };

// How an ordinal is written: its marks and its letters. "(a)" and "a)" are two styles.
enum class Letters : std::uint8_t { digits, small, capital, small_roman, capital_roman };
enum class Around : std::uint8_t { full_stop, bracket, brackets };
struct Style {
  Around around = Around::full_stop;
  Letters letters = Letters::digits;
  auto operator<=>(const Style&) const = default;
};

// Kept small: a text may have millions of lines.
struct Candidate {
  Shape shape = Shape::none;
  bool capital_next = false;  // what follows begins with a capital letter, a digit or a quotation mark
  Style style;                // of an ordinal
  std::int16_t number = 0;    // "(b)": 2; 0: none
  std::int16_t roman = 0;     // "(ii)" and perhaps "(c)": their value as Roman numbers
  std::uint32_t size = 0;
};

Style as_roman(Style style) {
  style.letters = style.letters == Letters::capital ? Letters::capital_roman : Letters::small_roman;
  return style;
}

bool is_symbol(char32_t c) {
  if (c == 0x201C || c == 0x2018) return false;
  static constexpr std::array<char32_t, 11> kSingle{'*',    0xB7,   0x2022, 0x2023, 0x2043, 0x2192,
                                                    0x2219, 0x2605, 0x2606, 0x2981, 0x204E};
  for (const char32_t each : kSingle) {
    if (c == each) return true;
  }
  const bool quotes = c >= 0x275B && c <= 0x2760;
  return (c >= 0x25A0 && c <= 0x25FF) ||             // ■ □ ▪ ▫ ▶ ● ○ ◦ ◆
         (c >= 0x2610 && c <= 0x2612) ||             // ☐ ☑ ☒
         (c >= 0x2701 && c <= 0x27BF && !quotes) ||  // ✓ ✔ ❖ ➢ ➤
         (c >= 0x2B90 && c <= 0x2BBF) ||             // ⮚
         (c >= 0xF000 && c <= 0xF0FF);               // bullets of Symbol and Wingdings, as Word stores them
}

// Blanks from text[at] on, in bytes.
std::size_t blanks(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (!is_blank(point.value)) break;
    at += point.size;
  }
  return at - begin;
}

bool opens_sentence(std::string_view text) {
  if (text.empty()) return false;
  const CodePoint point = code_point_at(text, 0);
  return point.value == '"' || point.value == 0x201C || point.value == '(' || point.value == '[' ||
         (is_letter_or_digit(point.value) && !is_lower_letter(point.value));
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_letter_or_digit(point.value)) return true;
    at += point.size;
  }
  return false;
}

std::int16_t roman_value(std::string_view letters) {
  static const std::map<std::string_view, std::int16_t> kValues{
      {"i", 1},    {"ii", 2},   {"iii", 3},   {"iv", 4},     {"v", 5},    {"vi", 6},    {"vii", 7},
      {"viii", 8}, {"ix", 9},   {"x", 10},    {"xi", 11},    {"xii", 12}, {"xiii", 13}, {"xiv", 14},
      {"xv", 15},  {"xvi", 16}, {"xvii", 17}, {"xviii", 18}, {"xix", 19}, {"xx", 20}};
  std::string lower(letters);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const auto found = kValues.find(lower);
  return found == kValues.end() ? 0 : found->second;
}

bool all_of_one_case(std::string_view letters) {
  bool lower = true, upper = true;
  for (const char c : letters) {
    lower = lower && std::islower(static_cast<unsigned char>(c)) != 0;
    upper = upper && std::isupper(static_cast<unsigned char>(c)) != 0;
  }
  return lower || upper;
}

// "1.", "12)", "(3)", "a)", "IV." with a blank behind it.
bool parse_ordinal(std::string_view text, Candidate& candidate) {
  const bool open = text[0] == '(';
  std::size_t at = open ? 1 : 0;
  const std::size_t begin = at;
  while (at < text.size() && at < begin + 5 && std::isalnum(static_cast<unsigned char>(text[at])) != 0) ++at;
  const std::string_view label = text.substr(begin, at - begin);
  if (label.empty() || at >= text.size()) return false;
  const char close = text[at];
  if (open ? close != ')' : (close != '.' && close != ')')) return false;
  const std::size_t gap = blanks(text, at + 1);
  if (gap == 0 || at + 1 + gap >= text.size()) return false;
  candidate.style.around = open ? Around::brackets : close == ')' ? Around::bracket : Around::full_stop;
  if (label.find_first_not_of("0123456789") == std::string_view::npos) {
    if (label.size() > 3) return false;  // a year: "2019. The program …"
    candidate.number = static_cast<std::int16_t>(std::stoi(std::string(label)));
  } else {
    if (!all_of_one_case(label)) return false;
    const bool upper = std::isupper(static_cast<unsigned char>(label[0])) != 0;
    candidate.style.letters = upper ? Letters::capital : Letters::small;
    candidate.roman = roman_value(label);
    if (label.size() == 1) {
      candidate.number = static_cast<std::int16_t>(label[0] - (upper ? 'A' : 'a') + 1);
    } else if (candidate.roman == 0) {
      return false;
    }
  }
  candidate.shape = Shape::ordinal;
  candidate.size = static_cast<std::uint32_t>(at + 1 + gap);
  return true;
}

// "1.2 Text" or "1.2.3. Text"; "9.30 am" has a small letter behind it and is none.
bool parse_multilevel(std::string_view text, Candidate& candidate) {
  std::size_t at = 0, levels = 0;
  for (;;) {
    const std::size_t begin = at;
    while (at < text.size() && at < begin + 2 && std::isdigit(static_cast<unsigned char>(text[at])) != 0)
      ++at;
    if (at == begin || text[begin] == '0') return false;
    ++levels;
    if (at >= text.size() || text[at] != '.') break;
    if (++at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) == 0) break;
  }
  const std::size_t gap = blanks(text, at);
  if (levels < 2 || gap == 0 || !opens_sentence(text.substr(at + gap))) return false;
  candidate.shape = Shape::multilevel;
  candidate.size = static_cast<std::uint32_t>(at + gap);
  return true;
}

Candidate candidate_of(std::string_view text) {
  Candidate candidate;
  if (text.empty()) return candidate;
  const CodePoint first = code_point_at(text, 0);
  std::size_t size = first.size;
  const std::size_t gap = blanks(text, size);
  const std::string_view rest = text.substr(size + gap);
  const auto found = [&](Shape shape) {
    candidate.shape = shape;
    candidate.size = static_cast<std::uint32_t>(size + gap);
  };
  if (is_symbol(first.value)) {
    // "• • •" parts two sections and "**Note" is Markdown; "•Listens" needs no blank, "*Required" does.
    if (rest.empty() ? first.value != '*' : has_letter(rest) && (gap > 0 || first.value != '*'))
      found(Shape::symbol);
  } else if (first.value == '-' || first.value == 0x2013 || first.value == 0x2014 || first.value == 0x2212) {
    const Shape shape = first.value == '-' ? Shape::dash : Shape::long_dash;
    if (gap > 0 && has_letter(rest))
      found(shape);
    else if (gap == 0 && opens_sentence(rest) && std::isdigit(static_cast<unsigned char>(rest[0])) == 0)
      found(Shape::tight_dash);
  } else if ((first.value == 'o' || first.value == '+') && gap > 0 && has_letter(rest)) {
    found(Shape::letter_o);
  } else if (!parse_multilevel(text, candidate)) {
    parse_ordinal(text, candidate);
  }
  candidate.capital_next = candidate.size < text.size() && opens_sentence(text.substr(candidate.size));
  return candidate;
}

bool ends_with_one_of(std::string_view text, std::string_view marks) {
  text = trim(text);
  return !text.empty() && marks.find(text.back()) != std::string_view::npos;
}

class Jury {
 public:
  explicit Jury(const std::vector<MarkLine>& lines) : lines_(lines) {
    candidates_.reserve(lines.size());
    for (const MarkLine& line : lines) {
      candidates_.push_back(candidate_of(line.text));
      const Candidate& each = candidates_.back();
      ++shapes_[each.shape];
      if (each.number > 0) numbers_.emplace(each.style, each.number);
      if (each.roman > 0) numbers_.emplace(as_roman(each.style), each.roman);
    }
  }

  std::vector<std::uint32_t> verdicts() {
    std::vector<std::uint32_t> sizes(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool after_mark = i > 0 && sizes[i - 1] > 0;
      if (is_mark(i, after_mark)) sizes[i] = candidates_[i].size;
    }
    return sizes;
  }

 private:
  bool is_mark(std::size_t i, bool after_mark) const {
    const Candidate& each = candidates_[i];
    const bool fresh =
        i == 0 || lines_[i].after_break || after_mark || ends_with_one_of(lines_[i - 1].text, ".:;!?");
    switch (each.shape) {
      case Shape::none:
        return false;
      case Shape::symbol:
        return true;
      case Shape::letter_o:
      case Shape::tight_dash:
        return shapes_.at(each.shape) > 1;
      case Shape::dash:
        return each.capital_next || fresh || shapes_.at(each.shape) > 1;
      case Shape::long_dash:
        return each.capital_next || fresh || near_another(i);
      case Shape::multilevel:
        return fresh;
      case Shape::ordinal:
        return is_ordinal(each, fresh);
    }
    return false;
  }

  // "— which is rare —" at a wrapped line's start has no second dash near it; a list has.
  bool near_another(std::size_t i) const {
    for (std::size_t next = i + 1; next < lines_.size() && next <= i + 3; ++next) {
      if (candidates_[next].shape == Shape::long_dash) return true;
    }
    return false;
  }

  bool has_number(Style style, int number) const { return numbers_.contains({style, number}); }

  bool in_sequence(Style style, int number) const {
    return number > 0 && (number == 1 ? has_number(style, 2) : has_number(style, number - 1));
  }

  bool is_ordinal(const Candidate& each, bool fresh) const {
    if (in_sequence(each.style, each.number) || in_sequence(as_roman(each.style), each.roman)) return true;
    const bool digits = each.style.letters == Letters::digits;
    return digits && (each.number == 1 || fresh);
  }

  const std::vector<MarkLine>& lines_;
  std::vector<Candidate> candidates_;
  std::map<Shape, int> shapes_;
  std::set<std::pair<Style, int>> numbers_;
};

}  // namespace

std::vector<std::uint32_t> find_list_marks(const std::vector<MarkLine>& lines) {
  return Jury(lines).verdicts();
}

}  // namespace peerscope
