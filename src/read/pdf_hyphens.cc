// Joins a parted word only where the whole is known to be one.
#include "read/pdf_hyphens.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "base/words.h"

namespace peerscope {
namespace {

constexpr std::array<std::string_view, 2> kHyphens{"-", "\xE2\x80\x90"};

std::string_view hyphen_at_end(std::string_view text) {
  for (const std::string_view hyphen : kHyphens)
    if (text.ends_with(hyphen)) return hyphen;
  return {};
}

bool ends_word(char c) { return c == ' ' || c == '(' || c == '"' || c == '/'; }

std::string last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && !ends_word(text[begin - 1])) --begin;
  return fold_word(text.substr(begin));
}

// Letters alone: "cation." is "cation".
std::string first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const CodePoint point = code_point_at(text, end);
    if (!is_letter_or_digit(point.value) && text[end] != '-') break;
    end += point.size;
  }
  return fold_word(text.substr(0, end));
}

}  // namespace

PdfHyphens::PdfHyphens(const std::vector<PdfLine>& lines,
                       const std::function<bool(std::string_view)>& is_word)
    : is_word_(is_word) {
  for (const PdfLine& line : lines) {
    const std::string text = line.text();
    for (std::size_t at = 0; at < text.size();) {
      const std::string word = first_word(std::string_view(text).substr(at));
      std::size_t end = at;
      while (end < text.size() && (is_letter_or_digit(code_point_at(text, end).value) || text[end] == '-'))
        end += code_point_at(text, end).size;
      if (end < text.size() && !word.empty()) words_.insert(word);  // not the last: it may be half a word
      at = end > at ? end : at + code_point_at(text, at).size;
    }
  }
}

bool PdfHyphens::known(const std::string& word) const {
  return words_.find(word) != words_.end() || (is_word_ && is_word_(word));
}

bool PdfHyphens::ends_in_hyphen(const PdfLine& line) const {
  if (line.runs.empty()) return false;
  const std::string_view text = line.runs.back().text;
  const std::string_view hyphen = hyphen_at_end(text);
  if (hyphen.empty() || hyphen.size() == text.size()) return false;
  const char before = text[text.size() - hyphen.size() - 1];
  return before != ' ' && before != '-';
}

std::string_view PdfHyphens::end_of(std::string_view text, const PdfLine& next) {
  const std::string_view hyphen = hyphen_at_end(text);
  const std::string_view stem = text.substr(0, text.size() - hyphen.size());
  const std::string left = last_word(stem), right = first_word(next.text());
  if (known(left + "-" + right)) return text;
  if (known(left + right)) return stem;
  made_ = std::string(stem) + "-\n";
  return made_;
}

}  // namespace peerscope
