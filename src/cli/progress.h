// How far a long run has come, in one line on a terminal.
#pragma once
#include <chrono>
#include <cstdint>
#include <ostream>
#include <vector>

#include "base/folder.h"
#include "document/document.h"

namespace peerscope {

// Nothing is shown in the first second, nor where it is switched off.
class Progress {
 public:
  Progress(bool on, const std::vector<FoundFile>& files, std::ostream& err);

  void add(const Document& document);  // it is done
  void show();                         // now and then
  void end();                          // takes the line away: something else is written there

 private:
  using Clock = std::chrono::steady_clock;

  bool on_;
  std::ostream& err_;
  std::uintmax_t all_bytes_ = 0;  // of all files; 0: not known
  std::uintmax_t bytes_ = 0;      // of the documents that are done
  std::size_t documents_ = 0;
  bool shown_ = false;
  Clock::time_point start_ = Clock::now(), last_ = start_;
};

}  // namespace peerscope
