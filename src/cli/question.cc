// What is asked in "can a peer remind people to take their meds?": the duty in it.
#include "cli/question.h"

#include <algorithm>
#include <vector>

#include "base/words.h"

namespace peerscope {

namespace {

using Names = std::vector<std::string_view>;

bool is_one_of(const std::string& word, const Names& names) {
  return std::find(names.begin(), names.end(), word) != names.end();
}

// Walks over the first words of a question.
class Opening {
 public:
  explicit Opening(std::string_view text)
      : text_(text), words_(cut_words(text, {0, static_cast<std::uint32_t>(text.size())})) {}

  bool skip(const Names& names) {
    if (next_ >= words_.size() || !is_one_of(fold_word(slice(text_, words_[next_].span)), names))
      return false;
    ++next_;
    return true;
  }
  void skip_all(const Names& names) {
    while (skip(names)) {
    }
  }
  std::size_t place() const { return next_ < words_.size() ? words_[next_].span.begin : text_.size(); }
  void go_back_to_start() { next_ = 0; }

 private:
  std::string_view text_;
  std::vector<Word> words_;
  std::size_t next_ = 0;
};

// "can a peer supporter", "should our peers", "is a peer allowed to": over its end, or at the start where it
// is none.
void skip_question(Opening& opening) {
  static const Names kAsking{"can",  "could", "should", "may", "must", "do",
                             "does", "will",  "would",  "is",  "are"};
  static const Names kWhose{"a", "an", "the", "our", "my", "your"};
  static const Names kPeer{"peer", "peers", "pss", "cps", "psw"};
  static const Names kRole{"support", "specialist", "specialists", "supporter", "supporters", "worker",
                           "workers", "staff",      "mentor",      "mentors",   "navigator",  "navigators"};
  if (!opening.skip(kAsking)) return;
  opening.skip(kWhose);
  if (!opening.skip(kPeer)) return opening.go_back_to_start();
  opening.skip_all(kRole);
  opening.skip_all({"allowed", "supposed", "expected", "be", "asked", "able", "ever"});
}

}  // namespace

std::string duty_in_question(std::string_view question) {
  Opening opening(question);
  skip_question(opening);
  opening.skip({"to"});
  std::string duty(question.substr(opening.place()));
  while (!duty.empty() && (duty.back() == '?' || duty.back() == ' ' || duty.back() == '\n')) duty.pop_back();
  return duty.empty() ? std::string(question) : duty;
}

}  // namespace peerscope
