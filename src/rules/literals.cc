// Reads just enough of Perl's syntax: plain characters, classes of a few, groups, alternatives and counts.
// Whatever else stands there is taken for something that may be anything, and what could mean anything at all
// gives no pieces.
#include "rules/literals.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cctype>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace peerscope {
namespace {

constexpr std::size_t kMostPieces = 24;
constexpr std::size_t kMostSets = 3;
constexpr int kDeepest = 20;

// Roughly how often the piece stands at a place of English text.
double likelihood(const std::string& piece) {
  double all = 1;
  for (const char c : piece)
    all *= c == ' ' ? 0.16 : std::isalpha(static_cast<unsigned char>(c)) != 0 ? 0.06 : 0.003;
  return all;
}

double likelihood(const Literals& pieces) {
  double sum = 0;
  for (const std::string& piece : pieces) sum += likelihood(piece);
  return sum;
}

class Reader {
 public:
  explicit Reader(std::string_view pattern) : pattern_(pattern) {}

  std::vector<Literals> read() {
    const auto best = alternatives(0);
    if (!best || lost_ || at_ != pattern_.size()) return {};
    // Of one of several alternatives alone nothing is demanded.
    std::vector<Literals> sets = branches_ == 1 ? demanded_ : std::vector<Literals>{*best};
    std::stable_sort(sets.begin(), sets.end(),
                     [](const Literals& a, const Literals& b) { return likelihood(a) < likelihood(b); });
    if (sets.size() > kMostSets) sets.resize(kMostSets);
    return sets;
  }

 private:
  using Best = std::optional<Literals>;

  bool more() const { return at_ < pattern_.size() && !lost_; }
  char here() const { return pattern_[at_]; }
  bool take(std::string_view expected) {
    if (!pattern_.substr(at_).starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }

  void better(Best& best, Literals pieces, int depth) {
    if (pieces.empty() || pieces.size() > kMostPieces) return;
    if (depth == 0) demanded_.push_back(pieces);
    if (!best || likelihood(pieces) < likelihood(*best)) best = std::move(pieces);
  }

  // Up to a closing bracket or the end: of each alternative its best pieces, all together; nothing if one has
  // none.
  Best alternatives(int depth) {
    if (depth > kDeepest) lost_ = true;
    Best all = Literals{};
    do {
      branches_ += depth == 0;
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
      if (!run.empty()) better(best, {run}, depth);
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
      if (atom) better(best, *atom, depth);
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
    Best characters = Literals{};
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
  int branches_ = 0;                // alternatives of the whole pattern
  std::vector<Literals> demanded_;  // by parts of them
};

constexpr std::size_t kSlots = 64;
constexpr std::size_t kMaskBytes = 3;
// Letters that a regex takes for one of ASCII, capitals or not: the long s, the Kelvin sign, the dotted
// capital I.
constexpr std::array<std::string_view, 3> kFolding{"\xC5\xBF", "\xE2\x84\xAA", "\xC4\xB0"};

constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; }

}  // namespace

std::vector<Literals> required_literals(std::string_view pattern) { return Reader(pattern).read(); }

LiteralIndex index_of(const std::vector<std::vector<Literals>>& demands) {
  LiteralIndex index;
  std::vector<std::pair<std::string, std::uint32_t>> all;
  std::uint32_t groups = 0;
  for (const std::vector<Literals>& sets : demands) {
    index.group_begin.edit().push_back(groups);
    for (const Literals& pieces : sets) {
      for (const std::string& piece : pieces) all.emplace_back(piece, groups);
      ++groups;
    }
  }
  index.group_begin.edit().push_back(groups);
  for (const std::string_view letter : kFolding) all.emplace_back(letter, kEveryGroup);
  std::sort(all.begin(), all.end());  // those that begin alike share a slot
  auto& masks = index.masks.edit();
  masks.assign(kMaskBytes * 256, 0);
  for (std::size_t slot = 0; slot <= kSlots; ++slot)
    index.slot_begin.edit().push_back(static_cast<std::uint32_t>((all.size() * slot + kSlots - 1) / kSlots));
  for (std::size_t slot = 0; slot < kSlots; ++slot) {
    for (std::size_t i = index.slot_begin[slot]; i < index.slot_begin[slot + 1]; ++i) {
      const auto& [piece, group] = all[i];
      auto& text = index.text.edit();
      index.pieces.edit().push_back(
          {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(piece.size()), group});
      text.insert(text.end(), piece.begin(), piece.end());
      for (std::size_t byte = 0; byte < kMaskBytes; ++byte)
        for (std::size_t value = 0; value < 256; ++value)
          if (byte >= piece.size() || lowered(static_cast<char>(value)) == piece[byte])
            masks[byte * 256 + value] |= std::uint64_t{1} << slot;
    }
  }
  return index;
}

bool demands_literals(const LiteralIndex& index, std::uint32_t regex) {
  return index.group_begin[regex] != index.group_begin[regex + 1];
}

void FoundLiterals::look_in(std::string_view text) {
  groups_.assign(groups_.size(), false);
  const std::uint64_t* const masks = index_.masks.data();
  const auto byte_at = [&](std::size_t at) -> std::size_t {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::uint64_t slots = masks[byte_at(at)] & masks[256 + byte_at(at + 1)];
    if (slots == 0) continue;
    slots &= masks[512 + byte_at(at + 2)];
    for (; slots != 0; slots &= slots - 1) {
      const auto slot = static_cast<std::size_t>(std::countr_zero(slots));
      for (std::uint32_t i = index_.slot_begin[slot]; i < index_.slot_begin[slot + 1]; ++i)
        take(index_.pieces[i], text.substr(at));
    }
  }
}

void FoundLiterals::take(const Literal& piece, std::string_view rest) {
  if (rest.size() < piece.size) return;
  const char* const wanted = index_.text.data() + piece.begin;
  for (std::size_t i = 0; i < piece.size; ++i)
    if (wanted[i] != lowered(rest[i])) return;
  groups_[piece.group == kEveryGroup ? groups_.size() - 1 : piece.group] = true;
}

bool FoundLiterals::enough_for(std::uint32_t regex) const {
  if (groups_.back()) return true;
  for (std::uint32_t group = index_.group_begin[regex]; group < index_.group_begin[regex + 1]; ++group)
    if (!groups_[group]) return false;
  return true;
}

}  // namespace peerscope
