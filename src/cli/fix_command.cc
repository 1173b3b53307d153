// lint --fix: puts plain wording where it is safe in every sentence, and shows each change before any is
// made.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/file.h"
#include "base/folder.h"
#include "base/utf8.h"
#include "base/whole_file.h"
#include "check/batch.h"
#include "check/score.h"
#include "cli/checking.h"
#include "cli/errors.h"
#include "cli/ruleset.h"
#include "read/read.h"
#include "rules/lexicon.h"
#include "write/escape.h"
#include "write/wording.h"

namespace peerscope {

namespace {

constexpr std::size_t kLargest = 64U << 20U;

std::string folded(std::string_view text) {
  std::string line, word;
  for (const Word& each : cut_words(text, {0, static_cast<std::uint32_t>(text.size())})) {
    fold_word(slice(text, each.span), word);
    line += word + ' ';
  }
  return line;
}

// "Utilized" becomes "Used".
std::string in_the_same_case(std::string plain, std::string_view written) {
  const bool capital = written[0] >= 'A' && written[0] <= 'Z';
  if (capital && plain[0] >= 'a' && plain[0] <= 'z') plain[0] = static_cast<char>(plain[0] - 'a' + 'A');
  return plain;
}

// A place of the file's bytes, and what comes into it.
struct Edit {
  std::size_t begin = 0, end = 0;
  int line = 0;
  std::string plain;
};

// Where a place of the source is among the file's bytes; npos where there is no such place.
std::size_t byte_of(std::string_view bytes, const Place& place) {
  std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (std::uint32_t line = 1; line < place.line; ++line) {
    at = bytes.find('\n', at);
    if (at == std::string_view::npos) return at;
    ++at;
  }
  for (std::uint32_t column = 1; column < place.column; ++column) {
    if (at >= bytes.size()) return std::string_view::npos;
    at += code_point_at(bytes, at).size;
  }
  return at;
}

class FixRun {
 public:
  FixRun(const Desk& desk, const RuleSet& rules) : desk_(desk), rules_(rules) {}

  int run() {
    const FoundFiles inputs = find_files(desk_.options.arguments, reason_to_skip);
    print_all(inputs.errors);
    IgnoreList ignores(desk_.options.ignores, desk_.options.kinds.folder, rules_);
    const Checker checker(rules_, DocumentKind::progress_note, ignores.set_aside());
    for (const FoundFile& file : inputs.files) {
      check_each(checker, {file}, batch_options(desk_.options), [&](const Result<Checked>& checked) {
        if (!checked) return print_all(checked.error());
        fix(file, *checked);
      });
    }
    tell();
    if (failed_) return kFailed;
    return changes_ != 0 && !desk_.options.write ? kFindings : kFine;
  }

 private:
  void print_all(const Errors& errors) {
    failed_ = failed_ || !errors.empty();
    print_errors(desk_.err, errors);
  }

  // The plain wording of a finding; nothing where it is no swap, or the words are somebody else's.
  const std::string* plain_of(const Document& document, const Finding& finding) const {
    const Rule& rule = rules_.rules[finding.rule];
    if (rule.kind != RuleKind::swap || finding.suppressed) return nullptr;
    if (finding.status != Status::affirmed && finding.status != Status::negated) return nullptr;
    const std::string words = folded(slice(document.text, finding.span));
    for (std::size_t i = 0; i < rule.find.size(); ++i) {
      if (folded(rule.find[i].parts.front()) == words) return &rule.swaps[i];
    }
    return nullptr;
  }

  void fix(const FoundFile& file, const Checked& checked) {
    const Document& document = checked.document;
    std::vector<const Finding*> swaps;
    for (const Finding& finding : checked.findings) {
      if (plain_of(document, finding) != nullptr) swaps.push_back(&finding);
    }
    if (swaps.empty()) return;
    // Only in plain text and Markdown is a word of the document a piece of the file.
    const bool plain_file = file.path != "-" &&
                            (document.format == "text" || document.format == "markdown") &&
                            record_of(document) == 0;
    const Result<std::string> bytes =
        plain_file ? read_whole_file(file.path, kLargest) : Result<std::string>("");
    if (!bytes) return print_all(bytes.error());
    std::vector<Edit> edits;
    for (const Finding* finding : swaps) {
      const std::string_view written = slice(document.text, finding->span);
      const Place place = place_of(document, finding->span.begin);
      const std::size_t begin = byte_of(*bytes, place);
      const bool there = plain_file && begin != std::string::npos &&
                         std::string_view(*bytes).substr(begin, written.size()) == written;
      if (!there) {
        ++by_hand_;
        desk_.out << fmt::format("{}: {}: by hand: {}\n", printable(document.path), place_in_words(place),
                                 plain_by_hand(document, *finding));
        continue;
      }
      edits.push_back({begin, begin + written.size(), static_cast<int>(place.line),
                       in_the_same_case(*plain_of(document, *finding), written)});
    }
    apply(file.path, *bytes, edits);
  }

  std::string plain_by_hand(const Document& document, const Finding& finding) const {
    return fmt::format("\"{}\" is \"{}\" in plain words",
                       printable(std::string(slice(document.text, finding.span))),
                       *plain_of(document, finding));
  }

  void apply(const std::string& path, const std::string& bytes, std::vector<Edit> edits) {
    std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
    std::string changed;
    std::size_t done = 0;
    std::map<int, bool> lines;
    for (const Edit& edit : edits) {
      if (edit.begin < done) continue;  // two wordings share a word: the first one holds
      changed += bytes.substr(done, edit.begin - done) + edit.plain;
      done = edit.end;
      lines[edit.line] = true;
      ++changes_;
    }
    if (lines.empty()) return;
    changed += bytes.substr(done);
    show(path, bytes, changed, lines);
    if (!desk_.options.write) return;
    const Result<void> written = write_atomically(path, changed);
    if (!written) print_all(written.error());
  }

  // A change stays within its line: no wording holds a line break.
  void show(const std::string& path, const std::string& before, const std::string& after,
            const std::map<int, bool>& lines) {
    desk_.out << printable(path) << '\n';
    for (const auto& [line, _] : lines) {
      desk_.out << fmt::format("  {:>4} - {}\n", line, printable(line_at(before, line)));
      desk_.out << fmt::format("  {:>4} + {}\n", line, printable(line_at(after, line)));
    }
  }

  static std::string line_at(std::string_view bytes, int number) {
    std::size_t at = 0;
    for (int line = 1; line < number; ++line) at = bytes.find('\n', at) + 1;
    std::string_view line = bytes.substr(at, bytes.find('\n', at) - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return std::string(line);
  }

  void tell() {
    if (failed_ && changes_ == 0) return;
    if (changes_ == 0) {
      desk_.err << "peerscope: no wording was found that can be changed without a look at it.\n";
    } else if (desk_.options.write) {
      desk_.err << fmt::format("peerscope: {} changed.\n", counted(changes_, "wording", "wordings"));
    } else {
      desk_.err << fmt::format(
          "peerscope: {} could be changed as shown; nothing was. --fix --write does it.\n",
          counted(changes_, "wording", "wordings"));
    }
    if (by_hand_ != 0)
      desk_.err << fmt::format("peerscope: {} in files that only their own program can change.\n",
                               counted(by_hand_, "wording is", "wordings are"));
  }

  const Desk& desk_;
  const RuleSet& rules_;
  int changes_ = 0, by_hand_ = 0;
  bool failed_ = false;
};

}  // namespace

int run_fix(const Desk& desk) {
  const Result<LoadedRules> loaded = rules_in_force(desk.options.rules);
  if (!loaded) {
    print_errors(desk.err, loaded.error());
    return kFailed;
  }
  return FixRun(desk, loaded->rules).run();
}

}  // namespace peerscope
