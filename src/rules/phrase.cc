// A recursive-descent parser; one function for each thing that rules/README.md names.
#include "rules/phrase.h"

#include "base/words.h"

namespace peerscope {
namespace {

constexpr int kDeepest = 20;
constexpr std::uint32_t kLongestGap = 30;

class Parser {
 public:
  Parser(std::string_view text, PhraseMistake& mistake) : text_(text), mistake_(mistake) {}

  bool whole(PhraseNode& out) {
    if (!sequence(out, 0)) return false;
    if (at_ < text_.size()) return wrong("there is a closing bracket without an opening one");
    return true;
  }

 private:
  bool wrong(std::string message) {
    mistake_ = {std::move(message), static_cast<std::uint32_t>(at_)};
    return false;
  }

  bool more() const { return at_ < text_.size(); }
  char here() const { return text_[at_]; }
  void skip_spaces() {
    while (more() && (here() == ' ' || here() == '\t' || here() == '\n')) ++at_;
  }

  bool sequence(PhraseNode& out, int depth) {
    out.type = NodeType::sequence;
    out.offset = static_cast<std::uint32_t>(at_);
    for (skip_spaces(); more() && here() != ')' && here() != '|'; skip_spaces()) {
      PhraseNode node;
      node.offset = static_cast<std::uint32_t>(at_);
      if (!element(node, depth)) return false;
      if (more() && here() == '?') {
        if (looks_like_plural(node)) return false;
        node.optional = true;
        ++at_;
      }
      out.children.push_back(std::move(node));
    }
    return true;
  }

  // "pills?" would make the whole word optional, which is hardly ever meant.
  bool looks_like_plural(const PhraseNode& node) {
    const std::string_view written = text_.substr(node.offset, at_ - node.offset);
    if (written.size() < 4 || written.back() != 's' ||
        written.find_first_of(" (){}@<!") != std::string_view::npos)
      return false;
    const std::string one(written.substr(0, written.size() - 1));
    wrong("write {" + one + ":n} for one or more of it, (" + std::string(written) +
          ")? for a word that may be missing");
    return true;
  }

  bool element(PhraseNode& node, int depth) {
    switch (here()) {
      case '(':
        return choice(node, depth + 1);
      case '{':
        return inflected(node);
      case '@':
        return word_class(node);
      case '!':
        return exact(node);
      case '<':
        return built_in(node);
      case '^':
        ++at_;
        node.type = NodeType::start;
        return true;
      case '$':
        ++at_;
        node.type = NodeType::end;
        return true;
      case '}':
        return wrong("there is a closing brace without an opening one");
      case '?':
        return wrong("a ? must follow a word, a class or a group");
      default:
        break;
    }
    if (text_.substr(at_, 2) == "..") return gap(node);
    return literal(node);
  }

  bool choice(PhraseNode& node, int depth) {
    if (depth > kDeepest) return wrong("the groups are nested too deep");
    node.type = NodeType::choice;
    do {
      ++at_;  // ( or |
      PhraseNode branch;
      if (!sequence(branch, depth)) return false;
      if (branch.children.empty())
        return wrong("an alternative of this group is empty; write (a|b)? if it may be missing");
      node.children.push_back(std::move(branch));
    } while (more() && here() == '|');
    if (!more()) return wrong("a ( is never closed");
    ++at_;
    return true;
  }

  // The letter after the colon in {goal:n}.
  bool form_named(char letter, Form& form) {
    switch (letter) {
      case 'n':
        form = Form::noun;
        return true;
      case 'p':
        form = Form::present;
        return true;
      case 'g':
        form = Form::not_past;
        return true;
      case 'v':
        form = Form::verb;
        return true;
      default:
        return wrong("after the colon in { } stands n (noun), v (verb), p (present) or g (not past)");
    }
  }

  static bool has_form(std::string_view written) {
    return written.size() > 2 && written[written.size() - 2] == ':';
  }

  // {remind|prompt:g|goal:n}: the form at the end holds for all that name none of their own.
  bool inflected(PhraseNode& node) {
    const std::size_t close = text_.find('}', at_);
    if (close == std::string_view::npos) return wrong("a { is never closed");
    std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    Form common = Form::verb;
    if (has_form(inside) && !form_named(inside.back(), common)) return false;
    node.type = NodeType::choice;
    while (!inside.empty()) {
      const std::size_t bar = std::min(inside.find('|'), inside.size());
      std::string_view written = inside.substr(0, bar);
      Form form = common;
      if (has_form(written)) {
        if (!form_named(written.back(), form)) return false;
        written.remove_suffix(2);
      }
      PhraseNode branch;
      branch.type = NodeType::sequence;
      if (!words_of(written, form, branch)) return false;
      node.children.push_back(std::move(branch));
      inside.remove_prefix(std::min(inside.size(), bar + 1));
    }
    if (node.children.empty()) return wrong("there is no word between the braces");
    at_ = close + 1;
    return true;
  }

  // The words of a literal piece in sequence; the last of a noun, the first of a verb is inflected.
  bool words_of(std::string_view piece, Form form, PhraseNode& out) {
    if (piece.size() > 1 && piece.front() == '\'') return clitic(piece, out);
    const auto words = cut_words(piece, {0, static_cast<std::uint32_t>(piece.size())});
    if (words.empty()) return wrong("'" + std::string(piece) + "' holds no word");
    bool hyphened = words.size() > 1;
    for (std::size_t i = 1; i < words.size(); ++i) hyphened = hyphened && (words[i].before & kHyphen) != 0;
    const std::size_t head =
        form == Form::noun || hyphened ? words.size() - 1 : 0;  // {de-escalate}: de-escalates
    std::string joined;
    for (std::size_t i = 0; i < words.size(); ++i) {
      PhraseNode word;
      word.type = NodeType::words;
      word.form = i == head ? form : Form::as_written;
      word.words = {fold_word(slice(piece, words[i].span))};
      word.offset = static_cast<std::uint32_t>(at_);
      joined += word.words[0];
      out.children.push_back(std::move(word));
    }
    if (!hyphened) return true;
    // non-compliant: also noncompliant.
    PhraseNode apart;
    apart.type = NodeType::sequence;
    apart.children = std::move(out.children);
    PhraseNode one;
    one.type = NodeType::words;
    one.form = form;
    one.words = {joined};
    PhraseNode together;
    together.type = NodeType::sequence;
    together.children = {std::move(one)};
    PhraseNode either;
    either.type = NodeType::choice;
    either.children = {std::move(apart), std::move(together)};
    out.children = {std::move(either)};
    return true;
  }

  // "'s" alone: the word that cut_words() makes of "person's".
  static bool clitic(std::string_view piece, PhraseNode& out) {
    PhraseNode word;
    word.type = NodeType::words;
    word.words = {fold_word(piece)};
    out.children.push_back(std::move(word));
    return true;
  }

  static bool name_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }

  bool word_class(PhraseNode& node) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && name_letter(text_[end])) ++end;
    node.type = NodeType::word_class;
    node.words = {std::string(text_.substr(at_ + 1, end - at_ - 1))};
    if (node.words[0].empty()) return wrong("after @ stands the name of a word class");
    at_ = end;
    return true;
  }

  std::size_t literal_end(std::size_t from) const {
    std::size_t end = from;
    while (end < text_.size() &&
           std::string_view(" \t\n()|?{}@<>^$").find(text_[end]) == std::string_view::npos)
      ++end;
    return end;
  }

  // "!SI/HI": each of its words as it is spelled.
  bool exact(PhraseNode& node) {
    const std::size_t end = literal_end(at_ + 1);
    const std::string_view piece = text_.substr(at_ + 1, end - at_ - 1);
    node.type = NodeType::sequence;
    for (const Word& word : cut_words(piece, {0, static_cast<std::uint32_t>(piece.size())})) {
      PhraseNode spelled;
      spelled.type = NodeType::exact;
      spelled.words = {std::string(slice(piece, word.span))};
      node.children.push_back(std::move(spelled));
    }
    if (node.children.empty()) return wrong("after ! stands a word, spelled as it must be");
    at_ = end;
    return true;
  }

  bool built_in(PhraseNode& node) {
    const std::size_t close = text_.find('>', at_);
    const auto name = close == std::string_view::npos ? "" : text_.substr(at_ + 1, close - at_ - 1);
    if (name == "name")
      node.type = NodeType::name;
    else if (name == "number")
      node.type = NodeType::number;
    else if (name == "any")
      node.type = NodeType::any;
    else
      return wrong("between < and > stands name, number or any");
    at_ = close + 1;
    return true;
  }

  bool gap(PhraseNode& node) {
    std::size_t end = at_ + 2;
    std::uint32_t limit = 0;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9' && limit <= kLongestGap)
      limit = limit * 10 + static_cast<std::uint32_t>(text_[end++] - '0');
    if (limit == 0 || limit > kLongestGap) return wrong("after .. stands a number from 1 to 30");
    node.type = NodeType::gap;
    node.limit = limit;
    at_ = end;
    return true;
  }

  bool literal(PhraseNode& node) {
    const std::size_t end = literal_end(at_);
    if (end == at_) return wrong(std::string("'") + here() + "' means nothing here");
    node.type = NodeType::sequence;
    if (!words_of(text_.substr(at_, end - at_), Form::as_written, node)) return false;
    at_ = end;
    return true;
  }

  std::string_view text_;
  PhraseMistake& mistake_;
  std::size_t at_ = 0;
};

}  // namespace

bool parse_phrase(std::string_view text, PhraseNode& out, PhraseMistake& mistake) {
  out = {};
  Parser parser(text, mistake);
  if (!parser.whole(out)) return false;
  if (out.children.empty()) {
    mistake = {"the phrase is empty", 0};
    return false;
  }
  return true;
}

}  // namespace peerscope
