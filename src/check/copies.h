// Text that stands in other documents too, almost word for word: rules of kind `similar`.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "check/report.h"

namespace peerscope {

// The sentences and bullets of documents to compare with. Two are alike where their words, each taken once
// and without order, agree to a share (Dice's): 2·common / (words of one + words of the other), 0 to 1. Names
// and numbers are left out of it, so that "Ana took part in group" and "Joe took part in group" are alike.
// What has fewer than five words is never compared.
class Copies {
 public:
  // Segmented; held by the values of its words, so it need not outlive this.
  void add(const Document& document);
  bool empty() const { return names_.empty(); }
  const std::string& name(std::uint32_t document) const { return names_[document]; }

  // The documents added that hold a unit like this one, by index, none twice. A document of the same path and
  // id is itself, and passed over.
  std::vector<std::uint32_t> that_hold(const Document& document, const Unit& unit, double share) const;

  // The same for those who ask more than once: the hashes of a unit's words, sorted; none where they are too
  // few.
  using Words = std::vector<std::uint64_t>;
  static Words words_of(const Document& document, const Unit& unit);
  // The units whose words these are become one more document.
  void add(const Document& document, const std::string& name, std::vector<Words> units);
  std::vector<std::uint32_t> that_hold(const Document& document, const Words& words, double share) const;

 private:
  struct Held {
    std::uint32_t document = 0;
    Words words;
  };
  std::vector<std::string> names_, ids_;
  std::vector<std::uint32_t> candidates(const Words& words, double share) const;  // indices in held_

  std::vector<Held> held_;
  std::size_t indexed_ = 0;  // of them; a few are compared one by one
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>
      by_word_;  // a word's hash to the units with it
};

// kind: similar. In a job description or policy one finding, at the first such duty, where more than `over`
// of its duties stand in another document; fills Checked::likeness. In notes a finding at each sentence that
// is alike, to more than `over`, with one of another document or of an earlier entry of the same one. True
// where a finding was added, and the score must be made again. Needs Checked::units.
bool measure_similar(Checked& checked, const RuleSet& rules, const Copies& copies);

}  // namespace peerscope
