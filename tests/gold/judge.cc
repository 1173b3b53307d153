// Judges labelled text: precision, recall and F1 with Wilson intervals, what was mistaken for what, wrong
// accusations per document, and two baselines on the same text. With --floors FILE it fails where a figure
// falls below its floor.
//   judge [--floors FILE] [--wrong] DIR...      DIR holds *.jsonl (sentences) and docs/*.gold.json
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "check/checker.h"
#include "check/score.h"
#include "match/match.h"
#include "read/read.h"
#include "rules/catalog.h"

namespace fs = std::filesystem;
using namespace peerscope;
using nlohmann::json;

namespace {

const std::vector<std::string> kVerdicts{"flag", "positive", "ok"};

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// One labelled unit and what came of it.
struct Judged {
  std::string kind, expected, status, text;
  std::string verdict = "ok", words_only = "ok", window = "ok";
  bool any_risk_hit = false;  // some rule knew the words
  bool found = true;          // the unit exists in the document
};

std::string verdict_of(bool risk, bool strength) { return risk ? "flag" : strength ? "positive" : "ok"; }

// What two simple ways would say. Words only: every hit counts as its rule's effect. Window: as NegEx does
// it, a negation among the six words before a hit turns it round.
void judge_baselines(const Checked& checked, const RuleSet& rules, std::uint32_t unit, Judged& out) {
  const Document& document = checked.document;
  bool risk = false, strength = false, window_risk = false, window_strength = false;
  for (const Finding& finding : checked.findings) {
    if (finding.unit != unit) continue;
    const Rule& rule = rules.rules[finding.rule];
    const bool is_risk = rule.effect == Effect::risk && !rule.only_negated;
    const bool is_strength = rule.effect == Effect::strength && !rule.only_negated;
    risk = risk || is_risk;
    strength = strength || is_strength;
    bool negated = false;
    int before = 0;
    for (std::uint32_t at = document.units[unit].end_word; at-- > document.units[unit].first_word;) {
      if (document.words[at].span.end > finding.span.begin || before++ >= 6) continue;
      const std::string word = fold_word(slice(document.text, document.words[at].span));
      negated = negated || word == "not" || word == "no" || word == "never" || word == "without" ||
                word == "nor" || word == "neither";
    }
    window_risk = window_risk || (is_risk && !negated);
    window_strength = window_strength || (is_strength && !negated) || (is_risk && negated);
  }
  out.any_risk_hit = out.any_risk_hit || risk;
  out.words_only = verdict_of(risk || out.words_only == "flag", strength || out.words_only == "positive");
  out.window = verdict_of(window_risk || out.window == "flag", window_strength || out.window == "positive");
}

std::string name(Verdict verdict) {
  return verdict == Verdict::flag ? "flag" : verdict == Verdict::positive ? "positive" : "ok";
}

class Judge {
 public:
  Judge() : rules_(built_in_rules()), checker_(rules_) {}

  void sentences(const fs::path& path) {
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
      if (line.empty()) continue;
      const json each = json::parse(line);
      Judged judged;
      judged.kind = each.value(
          "kind", path.filename().string().rfind("notes", 0) == 0 ? "progress-note" : "job-description");
      judged.expected = each["expected"];
      judged.status = each.value("status", "");
      judged.text = each["text"];
      const json input{
          {"id", "x"}, {"text", judged.text}, {"kind", judged.kind}, {"section", each.value("section", "")}};
      ReadOptions options;
      options.input_format = "ndjson";
      read_bytes(input.dump() + "\n", "x", options, [&](Result<Document> document) {
        if (!document) throw std::runtime_error("a labelled sentence could not be read");
        const Checked checked = checker_.check(std::move(*document));
        for (std::uint32_t unit = 0; unit < checked.units.size(); ++unit) {
          const std::string now = name(checked.units[unit].verdict);
          if (now == "flag" || judged.verdict == "ok") judged.verdict = now;
          judge_baselines(checked, rules_, unit, judged);
        }
      });
      all_.push_back(judged);
    }
  }

  void document(const fs::path& gold) {
    std::string base = gold.string();
    base.resize(base.size() - std::string(".gold.json").size());
    const json labels = json::parse(std::ifstream(gold));
    ReadOptions options;
    kind_named(std::string(labels["kind"]), options.kind);
    for (const char* ending : {".md", ".txt"})
      if (fs::exists(base + ending))
        read_file(base + ending, options,
                  [&](Result<Document> document) { judge_document(std::move(document), labels); });
    ++documents_;
  }

  void print(bool wrong) const {
    table("all", all_, [](const Judged& each) { return each.verdict; });
    for (const char* kind : {"job-description", "progress-note"}) {
      std::vector<Judged> some;
      std::copy_if(all_.begin(), all_.end(), std::back_inserter(some),
                   [&](const Judged& each) { return each.kind == kind; });
      table(kind, some, [](const Judged& each) { return each.verdict; });
    }
    table("baseline: every hit counts", all_, [](const Judged& each) { return each.words_only; });
    table("baseline: NegEx window of 6 words", all_, [](const Judged& each) { return each.window; });
    print_confusion();
    print_statuses();
    int unknown = 0, context = 0, missing = 0;
    for (const Judged& each : all_) {
      missing += !each.found;
      if (each.expected == "flag" && each.verdict != "flag") ++(each.any_risk_hit ? context : unknown);
    }
    std::printf(
        "\nmissed flags: %d for want of vocabulary, %d by context\nlabelled units not found as units: %d\n",
        unknown, context, missing);
    if (documents_ != 0)
      std::printf("wrong accusations: %d in %d documents (%.2f a document)\n", accusations_, documents_,
                  accusations_ * 1.0 / documents_);
    if (!wrong) return;
    for (const Judged& each : all_)
      if (each.expected != each.verdict)
        std::printf("%s, not %s: %s\n", each.expected.c_str(), each.verdict.c_str(), each.text.c_str());
  }

  // "flag precision 0.90": false where a figure lies below.
  bool holds(const fs::path& floors, const std::string& set) const {
    std::ifstream in(floors);
    bool good = true;
    std::string where, verdict, measure;
    for (double floor = 0; in >> where >> verdict >> measure >> floor;) {
      if (where != set) continue;
      const double now =
          verdict == "accusations" ? -accusations_ * 1.0 / std::max(1, documents_) : figure(verdict, measure);
      const double bound = verdict == "accusations" ? -floor : floor;
      if (now + 1e-9 >= bound) continue;
      std::printf("%s: %s %s is %.3f, its floor is %.3f\n", set.c_str(), verdict.c_str(), measure.c_str(),
                  std::abs(now), floor);
      good = false;
    }
    return good;
  }

  bool empty() const { return all_.empty(); }

 private:
  void judge_document(Result<Document> document, const json& labels) {
    if (!document) throw std::runtime_error("a labelled document could not be read");
    const Checked checked = checker_.check(std::move(*document));
    std::multimap<std::string, std::uint32_t> units;
    for (std::uint32_t unit = 0; unit < checked.units.size(); ++unit)
      units.emplace(collapsed(slice(checked.document.text, checked.document.units[unit].span)), unit);
    for (const json& label : labels["units"]) {
      Judged judged;
      judged.kind = labels["kind"];
      judged.expected = label["expected"];
      judged.status = label.value("status", "");
      judged.text = label["text"];
      const auto unit = units.find(collapsed(judged.text));
      judged.found = unit != units.end();
      if (judged.found) {
        judged.verdict = name(checked.units[unit->second].verdict);
        judge_baselines(checked, rules_, unit->second, judged);
        units.erase(unit);
      }
      accusations_ += judged.verdict == "flag" && judged.expected != "flag";
      all_.push_back(judged);
    }
  }

  template <class Which>
  static void table(const char* title, const std::vector<Judged>& some, const Which& which) {
    std::printf("\n%-36s %5s   precision (95 %%)         recall (95 %%)            F1\n", title, "units");
    for (const std::string& verdict : kVerdicts) {
      int hit = 0, said = 0, meant = 0;
      for (const Judged& each : some) {
        said += which(each) == verdict;
        meant += each.expected == verdict;
        hit += which(each) == verdict && each.expected == verdict;
      }
      const double precision = said ? 1.0 * hit / said : 0;
      const double recall = meant ? 1.0 * hit / meant : 0;
      std::printf("  %-34s %5d   %s   %s   %.3f\n", verdict.c_str(), meant, interval(hit, said).c_str(),
                  interval(hit, meant).c_str(),
                  precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
    }
  }

  // A share with its Wilson score interval (Wilson 1927), z = 1.96.
  static std::string interval(int hits, int of) {
    if (of == 0) return "–                     ";
    const double z = 1.96, n = of, p = hits / n;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    char text[64];
    std::snprintf(text, sizeof text, "%.3f (%.2f to %.2f)", p, middle - half, middle + half);
    return text;
  }

  double figure(const std::string& verdict, const std::string& measure) const {
    int hit = 0, said = 0, meant = 0;
    for (const Judged& each : all_) {
      said += each.verdict == verdict;
      meant += each.expected == verdict;
      hit += each.verdict == verdict && each.expected == verdict;
    }
    return measure == "precision" ? 1.0 * hit / std::max(1, said) : 1.0 * hit / std::max(1, meant);
  }

  void print_confusion() const {
    std::printf("\nexpected \\ came        flag  positive        ok\n");
    for (const std::string& expected : kVerdicts) {
      std::printf("  %-16s", expected.c_str());
      for (const std::string& came : kVerdicts)
        std::printf("%10ld", std::count_if(all_.begin(), all_.end(), [&](const Judged& each) {
                      return each.expected == expected && each.verdict == came;
                    }));
      std::printf("\n");
    }
  }

  void print_statuses() const {
    std::map<std::string, std::pair<int, int>> by;
    for (const Judged& each : all_) {
      if (each.status.empty()) continue;
      ++by[each.status].second;
      by[each.status].first += each.expected == each.verdict;
    }
    if (by.empty()) return;
    std::printf("\nverdict right, by labelled status\n");
    for (const auto& [status, count] : by)
      std::printf("  %-20s %s  of %d\n", status.c_str(), interval(count.first, count.second).c_str(),
                  count.second);
  }

  RuleSet rules_;
  Checker checker_;
  std::vector<Judged> all_;
  int documents_ = 0, accusations_ = 0;
};

std::vector<fs::path> sorted(const fs::path& folder, const std::string& ending) {
  std::vector<fs::path> paths;
  if (fs::is_directory(folder))
    for (const auto& each : fs::directory_iterator(folder))
      if (each.path().string().ends_with(ending)) paths.push_back(each.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

int main(int argc, char** argv) {
  fs::path floors;
  bool wrong = false, good = true;
  std::vector<fs::path> folders;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--floors" && i + 1 < argc)
      floors = argv[++i];
    else if (word == "--wrong")
      wrong = true;
    else
      folders.emplace_back(word);
  }
  try {
    for (const fs::path& folder : folders) {
      Judge judge;
      for (const fs::path& path : sorted(folder, ".jsonl")) judge.sentences(path);
      for (const fs::path& path : sorted(folder / "docs", ".gold.json")) judge.document(path);
      if (judge.empty()) throw std::runtime_error("no labelled text in " + folder.string());
      std::printf("\n== %s\n", folder.filename().c_str());
      judge.print(wrong);
      if (!floors.empty()) good = judge.holds(floors, folder.filename().string()) && good;
    }
  } catch (const std::exception& problem) {
    std::cerr << "judge: " << problem.what() << '\n';
    return 2;
  }
  return good ? 0 : 1;
}
