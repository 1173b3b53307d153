// Pairs quotation marks and asks who speaks.
#include "context/quotes.h"

#include <algorithm>
#include <cctype>

namespace peerscope {
namespace {

constexpr std::uint32_t kScareWords = 3;
constexpr std::uint32_t kSpeechReach = 10;  // words around a quotation in which its verb of speech may stand

struct Mark {
  std::uint32_t at;
  std::uint32_t size;
  char shape;
};  // " straight, ( opening, ) closing, ' single

bool letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

// A single straight quotation mark, not an apostrophe: it opens after a space and closes before one.
bool single_mark(std::string_view text, std::uint32_t at, bool open) {
  const char left = at > 0 ? text[at - 1] : ' ';
  const char right = at + 1 < text.size() ? text[at + 1] : ' ';
  if (open) return !letter(left) && letter(right);
  return !letter(right) && left != ' ';
}

std::vector<Mark> marks_in(std::string_view text, Span span) {
  std::vector<Mark> marks;
  bool single_open = false;
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    const char c = text[at];
    if (c == '"') marks.push_back({at, 1, '"'});
    if (c == '\'' && single_mark(text, at, !single_open)) {
      marks.push_back({at, 1, '\''});
      single_open = !single_open;
    }
    if (c != '\xE2') continue;
    if (text.substr(at, 3) == "\xE2\x80\x9C") marks.push_back({at, 3, '('});
    if (text.substr(at, 3) == "\xE2\x80\x9D") marks.push_back({at, 3, ')'});
  }
  return marks;
}

void pair_marks(const std::vector<Mark>& marks, std::uint32_t open_end, std::vector<Quotation>& out) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Mark& open = marks[i];
    if (open.shape == ')') continue;
    const char wanted = open.shape == '(' ? ')' : open.shape;
    std::size_t close = i + 1;
    while (close < marks.size() && marks[close].shape != wanted &&
           !(open.shape == '(' && marks[close].shape == '"'))
      ++close;
    if (close < marks.size()) {
      out.push_back({{open.at, marks[close].at + marks[close].size}, true});
      i = close;
    } else if (open.shape != '\'') {
      out.push_back({{open.at, open_end}, false});
      return;
    }
  }
}

bool first_person(const UnitView& view, std::uint32_t at) {
  return view.word_is(at, {"i", "my", "me", "mine", "'m", "we"});
}

}  // namespace

std::vector<Quotation> quotations_of(const Document& document) {
  std::vector<Quotation> out;
  for (std::size_t i = 0; i < document.units.size();) {
    std::size_t end = i;
    while (end < document.units.size() && document.units[end].block == document.units[i].block) ++end;
    const Span block{document.units[i].span.begin, document.units[end - 1].span.end};
    const auto marks = marks_in(document.text, block);
    if (!marks.empty()) {
      std::uint32_t unit_end = block.end;
      for (std::size_t u = i; u < end; ++u)
        if (document.units[u].span.begin <= marks.back().at && marks.back().at < document.units[u].span.end)
          unit_end = document.units[u].span.end;
      pair_marks(marks, unit_end, out);
    }
    i = end;
  }
  return out;
}

Quoted quoted(const UnitView& view, const std::vector<Quotation>& quotations, Span target, Span& mark) {
  const auto around = std::find_if(quotations.begin(), quotations.end(), [&](const Quotation& each) {
    return each.span.begin <= target.begin && target.end <= each.span.end;
  });
  if (around == quotations.end()) return Quoted::no;
  mark = around->span;
  std::uint32_t first = view.unit().end_word;
  std::uint32_t end = view.unit().first_word;
  bool own_voice = false;
  for (std::uint32_t at = view.unit().first_word; at < view.unit().end_word; ++at) {
    const Span word = view.span_of(at, at + 1);
    if (word.begin < mark.begin || word.end > mark.end) continue;
    first = std::min(first, at);
    end = std::max(end, at + 1);
    own_voice = own_voice || first_person(view, at);
  }
  bool speech = false;
  bool writer = false;
  for (const CueHit& hit : view.hits()) {
    const bool near = (hit.end <= first && first - hit.end < kSpeechReach) ||
                      (hit.begin >= end && hit.begin - end < kSpeechReach);
    if (!near) continue;
    const Axis axis = view.axis(hit);
    speech = speech || axis == Axis::own_speech || axis == Axis::attribution || axis == Axis::doubt_speech ||
             axis == Axis::mention;
    writer = writer || static_cast<int>(hit.group) == view.groups().said_by_writer;
  }
  if (writer && !own_voice) return Quoted::writer;
  if (end - first <= kScareWords && !speech && !own_voice) return Quoted::writer;
  return around->closed ? Quoted::own_words : Quoted::uncertain;
}

}  // namespace peerscope
