// Reads just enough of Perl's syntax: plain characters, classes of a few, groups, alternatives and counts.
// Whatever else stands there is taken for something that may be anything, and what could mean anything at all
// gives no pieces.
#include "rules/literals.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/utf8.h"

namespace peerscope {
namespace {

constexpr std::size_t kMostPieces = 24;
constexpr int kDeepest = 20;

using Pieces = std::vector<std::string>;

// Roughly how often the piece stands at a place of English text.
double likelihood(const std::string& piece) {
  double all = 1;
  for (const char c : piece)
    all *= c == ' ' ? 0.16 : std::isalpha(static_cast<unsigned char>(c)) != 0 ? 0.06 : 0.003;
  return all;
}

double likelihood(const Pieces& pieces) {
  double sum = 0;
  for (const std::string& piece : pieces) sum += likelihood(piece);
  return sum;
}

class Reader {
 public:
  explicit Reader(std::string_view pattern) : pattern_(pattern) {}

  Pieces read() {
    const auto best = alternatives(0);
    return best && !lost_ && at_ == pattern_.size() ? *best : Pieces{};
  }

 private:
  using Best = std::optional<Pieces>;

  bool more() const { return at_ < pattern_.size() && !lost_; }
  char here() const { return pattern_[at_]; }
  bool take(std::string_view expected) {
    if (!pattern_.substr(at_).starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }

  static void better(Best& best, Pieces pieces) {
    if (pieces.empty() || pieces.size() > kMostPieces) return;
    if (!best || likelihood(pieces) < likelihood(*best)) best = std::move(pieces);
  }

  // Up to a closing bracket or the end: of each alternative its best pieces, all together; nothing if one has
  // none.
  Best alternatives(int depth) {
    if (depth > kDeepest) lost_ = true;
    Best all = Pieces{};
    do {
      const Best one = sequence(depth);
      if (!one) all.reset();
      if (all && one) all->insert(all->end(), one->begin(), one->end());
    } while (more() && take("|"));
    return all;
  }

  Best sequence(int depth) {
    Best best;
    std::string run;  // plain characters so far
    const auto end_run = [&] {
      if (!run.empty()) better(best, {run});
      run.clear();
    };
    while (more() && here() != '|' && here() != ')') {
      Best atom;          // pieces that stand for the atom itself
      std::string plain;  // the atom, if it is one plain character
      if (take("(")) {
        atom = group(depth);
      } else if (take("[")) {
        atom = bracket();
      } else if (take("\\")) {
        plain = escaped();
      } else {
        plain = character();
      }
      const auto [may_lack, repeats] = count();
      if (plain.empty()) end_run();
      if (may_lack) {
        end_run();
        continue;
      }
      if (atom) better(best, *atom);
      run += plain;
      if (repeats) end_run();
    }
    end_run();
    return best;
  }

  struct Count {
    bool may_lack = false, repeats = false;
  };
  Count count() {
    Count found;
    if (!more()) return found;
    if (here() == '*' || here() == '?') {
      found = {true, true};
      ++at_;
    } else if (here() == '+') {
      found = {false, true};
      ++at_;
    } else if (here() == '{') {
      const std::size_t close = pattern_.find('}', at_);
      if (close == std::string_view::npos) {
        lost_ = true;
        return found;
      }
      found = {pattern_[at_ + 1] < '1' || pattern_[at_ + 1] > '9', true};
      at_ = close + 1;
    } else {
      return found;
    }
    if (more() && (here() == '?' || here() == '+')) ++at_;
    return found;
  }

  // Behind "(". What only looks around is passed over: its pieces need not stand in the match.
  Best group(int depth) {
    bool looks_around = false;
    if (take("?")) {
      looks_around = take("=") || take("!") || take("<=") || take("<!");
      if (take("i)")) return std::nullopt;
      if (!looks_around && !take(":") && !take(">")) lost_ = true;
    }
    Best inside = alternatives(depth + 1);
    if (!take(")")) lost_ = true;
    if (looks_around) return std::nullopt;
    return inside;
  }

  // Behind "[": the characters of a class, where it lists a few.
  Best bracket() {
    Best characters = Pieces{};
    if (take("^")) characters.reset();
    for (bool first = true; more() && (here() != ']' || first); first = false) {
      if (take("[:")) {  // [:alpha:]
        characters.reset();
        const std::size_t close = pattern_.find(":]", at_);
        at_ = close == std::string_view::npos ? pattern_.size() : close + 2;
        continue;
      }
      if (pattern_.substr(at_).starts_with("[.") || pattern_.substr(at_).starts_with("[=")) lost_ = true;
      const std::string one = take("\\") ? escaped() : character();
      if (one.empty()) characters.reset();
      if (more() && here() == '-' && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']')
        characters.reset();  // a range
      if (characters) characters->push_back(one);
    }
    if (!take("]")) lost_ = true;
    return characters;
  }

  // One character that stands for itself, in small letters; empty: it may match more than itself.
  std::string character() {
    const CodePoint point = code_point_at(pattern_, at_);
    const std::string bytes(pattern_.substr(at_, point.size));
    at_ += point.size;
    if (!point.valid) lost_ = true;
    if (bytes.size() > 1) return is_letter_or_digit(point.value) ? "" : bytes;
    const char c = bytes[0];
    if (c == '.' || c == '^' || c == '$') return "";
    return std::string(1, static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
  }

  // Behind a backslash.
  std::string escaped() {
    if (!more()) {
      lost_ = true;
      return "";
    }
    const char c = here();
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) {
      ++at_;
      return std::string(1, c);
    }
    if (std::string_view("bBdDwWsSAzZ").find(c) == std::string_view::npos) lost_ = true;
    ++at_;
    return "";
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  bool lost_ = false;
};

bool stands_in(const std::string& piece, std::string_view text) {
  const auto same = [](char wanted, char found) {
    return wanted == (found >= 'A' && found <= 'Z' ? static_cast<char>(found | 32) : found);
  };
  if (std::none_of(piece.begin(), piece.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    return text.find(piece) != std::string_view::npos;
  return std::search(text.begin(), text.end(), piece.begin(), piece.end(),
                     [&](char found, char wanted) { return same(wanted, found); }) != text.end();
}

}  // namespace

std::vector<std::string> required_literals(std::string_view pattern) { return Reader(pattern).read(); }

bool holds_literal(const std::vector<std::string>& literals, std::string_view text, Span within) {
  const std::string_view part = slice(text, within);
  for (const std::string& literal : literals)
    if (stands_in(literal, part)) return true;
  for (const std::string_view folds : {"\xC5\xBF", "\xE2\x84\xAA", "\xC4\xB0"})
    if (part.find(folds) != std::string_view::npos) return true;
  return false;
}

}  // namespace peerscope
