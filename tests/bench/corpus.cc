// corpus KIND COUNT SEED [--files FOLDER] SOURCE...: makes up documents, always the same for a seed.
//
// KIND is `notes` (about 1 kB each) or `jobs` (about 6 kB). Sentences come from a chain of words that was
// learned from the sources (the labelled texts and examples of this project), so that hits are about as dense
// as there: the chain looks back two words, and now and then only one, so that it soon says what no source
// does. The sources know six thousand words, real texts far more; so one word in twelve is replaced by a
// made-up one out of fifty thousand, few of them often and most of them seldom, as it is with words.
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

// A generator of its own: the distributions of the standard library differ from one library to the next.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2 + 1) {}
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t x = state_;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31U);
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  bool one_in(std::size_t count) { return below(count) == 0; }

 private:
  std::uint64_t state_;
};

using Words = std::vector<std::uint32_t>;
constexpr std::uint32_t kEdge = 0;  // stands before and behind a sentence

class Chain {
 public:
  void learn(const std::string& sentence) {
    std::istringstream words(sentence);
    std::uint32_t before = kEdge, last = kEdge;
    for (std::string word; words >> word;) add(before, last, number_of(word));
    if (last != kEdge) add(before, last, kEdge);
  }

  // Appends one sentence.
  void speak(Dice& dice, std::string& out) const {
    std::uint32_t before = kEdge, last = kEdge;
    for (int length = 0; length < 45; ++length) {
      const Words& after =
          dice.one_in(12) && last != kEdge ? singles_.at(last) : pairs_.at(key(before, last));
      const std::uint32_t word = after[dice.below(after.size())];
      if (word == kEdge) break;
      if (length > 0) out += ' ';
      if (dice.one_in(12) && plain(words_[word]))
        out += rare_word(dice);
      else
        out += words_[word];
      before = last;
      last = word;
    }
    if (out.empty() || out.back() != '.') out += '.';
  }

 private:
  static std::uint64_t key(std::uint32_t a, std::uint32_t b) { return (std::uint64_t{a} << 32U) | b; }
  static bool plain(const std::string& word) {
    return word.size() > 4 && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  }

  // Rank r comes about once where rank 1 comes r times.
  static std::string rare_word(Dice& dice) {
    static constexpr std::array<const char*, 32> kParts{
        "ba",  "cor", "del", "fen",  "gra", "hol", "ist", "jun", "kel", "lim", "mar",
        "nor", "ol",  "pre", "quin", "ros", "sta", "ter", "un",  "ver", "wil", "yor",
        "zan", "al",  "bri", "cha",  "dro", "ele", "fro", "glo", "hin", "ing"};
    std::size_t rank = 1;
    while (rank < 50000 && dice.below(8) != 0) rank = rank * 2 + dice.below(2);
    std::string word;
    for (std::uint64_t left = rank * 2654435761U % 1048573; word.size() < 4 || left > 0; left /= 32)
      word += kParts[left % kParts.size()];
    return word;
  }

  std::uint32_t number_of(const std::string& word) {
    const auto [at, fresh] = numbers_.try_emplace(word, static_cast<std::uint32_t>(words_.size()));
    if (fresh) words_.push_back(word);
    return at->second;
  }
  void add(std::uint32_t& before, std::uint32_t& last, std::uint32_t word) {
    pairs_[key(before, last)].push_back(word);
    singles_[last].push_back(word);
    before = last;
    last = word;
  }

  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> words_{""};
  std::unordered_map<std::uint64_t, Words> pairs_;
  std::unordered_map<std::uint32_t, Words> singles_;
};

void learn_text(Chain& chain, const std::string& text) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && text[end] != '\n' &&
           !((text[end] == '.' || text[end] == '?') && end + 2 < text.size() && text[end + 1] == ' ' &&
             text[end + 2] >= 'A' && text[end + 2] <= 'Z'))
      ++end;
    const std::size_t stop = std::min(end + 1, text.size());
    std::string sentence = text.substr(begin, stop - begin);
    sentence.erase(0, sentence.find_first_not_of(" \t#-*|>\r\n"));
    if (sentence.find(' ') != std::string::npos && sentence.find('|') == std::string::npos)
      chain.learn(sentence);
    begin = stop;
  }
}

void learn_file(Chain& chain, const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string extension = path.extension().string();
  if (extension == ".jsonl" || extension == ".ndjson") {
    for (std::string line; std::getline(in, line);) learn_text(chain, nlohmann::json::parse(line).at("text"));
  } else if (extension == ".txt" || extension == ".md") {
    learn_text(chain, {std::istreambuf_iterator<char>(in), {}});
  }
}

void learn_all(Chain& chain, const std::filesystem::path& source) {
  if (!std::filesystem::is_directory(source)) return learn_file(chain, source);
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source))
    if (entry.is_regular_file() && entry.path().filename() != "README.md") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) learn_file(chain, path);
}

std::string note(const Chain& chain, Dice& dice) {
  static constexpr std::array<std::array<const char*, 4>, 3> kLabels{
      {{"S: ", "O: ", "A: ", "P: "}, {"Data: ", "Assessment: ", "Plan: ", ""}, {"", "", "", ""}}};
  const auto& labels = kLabels[dice.below(kLabels.size())];
  std::string text =
      "Date: 2024-0" + std::to_string(1 + dice.below(9)) + "-1" + std::to_string(dice.below(10)) + "\n\n";
  const std::size_t wanted = 700 + dice.below(600);
  for (std::size_t part = 0; text.size() < wanted; ++part) {
    if (part < labels.size()) text += labels[part];
    for (std::size_t left = 2 + dice.below(4); left > 0; --left) {
      chain.speak(dice, text);
      text += left > 1 ? ' ' : '\n';
    }
  }
  return text;
}

std::string job(const Chain& chain, Dice& dice) {
  static constexpr std::array<const char*, 6> kHeadings{"Position summary",     "Duties and responsibilities",
                                                        "What the role is not", "Working with the team",
                                                        "Qualifications",       "Supervision and pay"};
  std::string text = "# Peer Support Specialist\n\n";
  for (const char* heading : kHeadings) {
    text += std::string("\n## ") + heading + "\n\n";
    const std::size_t wanted = text.size() + 700 + dice.below(600);
    while (text.size() < wanted) {
      if (*heading != 'P') text += "- ";
      chain.speak(dice, text);
      text += '\n';
    }
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() < 4 || (words[0] != "notes" && words[0] != "jobs")) {
    std::cerr << "usage: corpus notes|jobs COUNT SEED [--files FOLDER] SOURCE...\n";
    return 2;
  }
  std::string folder;
  Chain chain;
  for (std::size_t i = 3; i < words.size(); ++i) {
    if (words[i] == "--files")
      folder = words.at(++i);
    else
      learn_all(chain, words[i]);
  }
  const bool notes = words[0] == "notes";
  Dice dice(std::stoull(words[2]));
  const std::size_t count = std::stoull(words[1]);
  std::ios::sync_with_stdio(false);
  if (!folder.empty()) std::filesystem::create_directories(folder);
  for (std::size_t i = 1; i <= count; ++i) {
    const std::string text = notes ? note(chain, dice) : job(chain, dice);
    const std::string name = std::to_string(i);
    if (folder.empty()) {
      std::cout << nlohmann::json{{"id", name},
                                  {"text", text},
                                  {"kind", notes ? "progress-note" : "job-description"}}
                       .dump()
                << '\n';
    } else {
      std::ofstream(folder + "/" + std::string(8 - std::min<std::size_t>(8, name.size()), '0') + name +
                    (notes ? ".txt" : ".md"))
          << text;
    }
  }
  return std::cout.flush() ? 0 : 1;
}
