// Tells job descriptions, progress notes and policies apart by the words that each cannot do without.
#include "document/kind.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "document/characters.h"
#include "document/labels.h"
#include "document/segment.h"

namespace peerscope {
namespace {

constexpr std::size_t kMostWords = 4000;  // a kind shows itself early
constexpr int kEnough = 30;

struct Cue {
  std::string_view word;
  std::int8_t job = 0, note = 0, policy = 0;
};
constexpr std::array<Cue, 62> kCues{{
    {"applicant", 8, 0, 0},
    {"applicants", 8, 0, 0},
    {"apply", 3, 0, 0},
    {"asked", 0, 4, 0},
    {"benefits", 3, 0, 0},
    {"candidate", 8, 0, 0},
    {"candidates", 6, 0, 0},
    {"client", 0, 2, 0},
    {"compensation", 5, 0, 0},
    {"definitions", 0, 0, 6},
    {"demands", 4, 0, 0},
    {"denied", 0, 6, 0},
    {"denies", 0, 6, 0},
    {"diploma", 8, 0, 0},
    {"discussed", 0, 3, 0},
    {"duties", 10, 0, 0},
    {"eeo", 8, 0, 0},
    {"employee", 3, 0, 2},
    {"employer", 8, 0, 0},
    {"employment", 4, 0, 0},
    {"exempt", 5, 0, 0},
    {"ged", 8, 0, 0},
    {"he", 0, 3, 0},
    {"her", 0, 2, 0},
    {"hired", 3, 0, 0},
    {"his", 0, 2, 0},
    {"i", 0, 4, 0},
    {"incumbent", 10, 0, 0},
    {"job", 6, 0, 0},
    {"laughed", 0, 4, 0},
    {"me", 0, 4, 0},
    {"met", 0, 3, 0},
    {"policies", 0, 0, 3},
    {"policy", 0, 0, 8},
    {"position", 5, 0, 0},
    {"postholder", 10, 0, 0},
    {"preferred", 4, 0, 0},
    {"procedure", 0, 0, 8},
    {"procedures", 0, 0, 5},
    {"pt", 0, 6, 0},
    {"purpose", 0, 0, 3},
    {"qualifications", 10, 0, 0},
    {"qualified", 3, 0, 0},
    {"reported", 0, 4, 0},
    {"reports", 3, 2, 0},
    {"responsibilities", 8, 0, 0},
    {"resume", 8, 0, 0},
    {"revised", 0, 0, 4},
    {"role", 3, 0, 0},
    {"said", 0, 5, 0},
    {"salary", 10, 0, 0},
    {"shall", 0, 0, 4},
    {"she", 0, 3, 0},
    {"stated", 0, 5, 0},
    {"supervisor", 3, 0, 0},
    {"talked", 0, 4, 0},
    {"today", 0, 3, 0},
    {"told", 0, 5, 0},
    {"vacancy", 8, 0, 0},
    {"walked", 0, 4, 0},
    {"writer", 0, 5, 0},
    {"yesterday", 0, 4, 0},
}};

struct Weights {
  int job = 0, note = 0, policy = 0;
};

// Where the words of each first letter begin in kCues.
constexpr std::array<std::uint8_t, 27> first_cues() {
  std::array<std::uint8_t, 27> first{};
  for (std::size_t letter = 0; letter <= 26; ++letter)
    for (std::size_t i = 0; i < kCues.size(); ++i)
      if (kCues[i].word[0] < static_cast<char>('a' + static_cast<char>(letter)))
        first[letter] = static_cast<std::uint8_t>(i + 1);
  return first;
}
constexpr auto kFirstCues = first_cues();

bool same_word(std::string_view small, std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i)
    if (lowered(word[i]) != small[i]) return false;
  return true;
}

void weigh_word(std::string_view word, Weights& weights) {
  if (!is_plain_letter(word[0])) return;
  const auto letter = static_cast<std::size_t>(lowered(word[0]) - 'a');
  for (std::size_t i = kFirstCues[letter]; i < kFirstCues[letter + 1]; ++i) {
    const Cue& cue = kCues[i];
    if (cue.word.size() != word.size() || !same_word(cue.word, word)) continue;
    weights.job += cue.job;
    weights.note += cue.note;
    weights.policy += cue.policy;
    return;
  }
}

bool at_slash(std::string_view text, Span word) {
  return (word.begin > 0 && text[word.begin - 1] == '/') || (word.end < text.size() && text[word.end] == '/');
}

// "Medication Policy" in a heading counts for more than "policy" in a sentence.
void weigh_headings(const Document& document, Weights& weights) {
  for (const Unit& unit : document.units) {
    if (unit.type != UnitType::heading) continue;
    for (auto i = unit.first_word; i < unit.end_word; ++i) {
      Weights heading;
      weigh_word(slice(document.text, document.words[i].span), heading);
      weights.job += 2 * heading.job;
      weights.policy += 2 * heading.policy;
    }
  }
}

}  // namespace

void count_role(Role role, HeadingEvidence& headings) {
  switch (role) {
    case Role::summary:
    case Role::duties:
    case Role::qualifications:
    case Role::pay:
    case Role::boilerplate:
    case Role::exclusion:
    case Role::about:
    case Role::supervision:
      ++headings.of_jobs;
      break;
    case Role::narrative:
    case Role::plan:
      ++headings.of_notes;
      break;
    default:
      break;
  }
}

DocumentKind weigh_kind(const Document& document, const HeadingEvidence& headings) {
  Weights weights;
  const std::size_t count = std::min(document.words.size(), kMostWords);
  for (std::size_t i = 0; i < count; ++i) {
    const Span word = document.words[i].span;
    // "his/her", "he/she": nobody in particular, and so no note.
    if (at_slash(document.text, word))
      ++weights.job;
    else
      weigh_word(slice(document.text, word), weights);
  }
  weigh_headings(document, weights);
  weights.job += 15 * static_cast<int>(std::min(headings.of_jobs, 8U));
  // A lone date is an entry of a note only beside a note's words: "Posted October 17, 2017" is none.
  const bool told = headings.entries > 1 || (weights.note > 2 && weights.note * 2 >= weights.job);
  weights.note += 20 * static_cast<int>(std::min(headings.of_notes, 6U)) +
                  (told ? 30 * static_cast<int>(std::min(headings.entries, 6U)) : 0);
  const int best = std::max({weights.job, weights.note, weights.policy});
  const int all = weights.job + weights.note + weights.policy;
  if (best < kEnough || best * 10 < all * 6) return DocumentKind::unknown;
  if (best == weights.job) return DocumentKind::job_description;
  return best == weights.note ? DocumentKind::progress_note : DocumentKind::policy;
}

DocumentKind recognise_kind(const Document& document) {
  HeadingEvidence headings;
  for (const Section& section : document.sections)
    if (section.heading.begin < section.heading.end && !section.stem) {
      if (opens_with_date(document.text, section.heading))
        ++headings.entries;
      else
        count_role(section.role, headings);
    }
  return weigh_kind(document, headings);
}

DocumentKind kind_of_folder(std::string_view name) {
  if (name == "jobs") return DocumentKind::job_description;
  if (name == "notes") return DocumentKind::progress_note;
  return name == "policies" ? DocumentKind::policy : DocumentKind::unknown;
}

DocumentKind kind_by_folder(std::string_view path) {
  DocumentKind kind = DocumentKind::unknown;
  std::size_t begin = 0;
  for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/', begin)) {
    const DocumentKind named = kind_of_folder(path.substr(begin, end - begin));
    if (named != DocumentKind::unknown) kind = named;
    begin = end + 1;
  }
  return kind;
}

}  // namespace peerscope
