// Documents, their rate, and the time that the rest will take.
#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace peerscope {

namespace {

using namespace std::chrono_literals;

std::string time_in_words(double seconds) {
  if (seconds < 100) return fmt::format("{:.0f} s", std::max(1.0, seconds));
  if (seconds < 6000) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

}  // namespace

Progress::Progress(bool on, const std::vector<FoundFile>& files, std::ostream& err) : on_(on), err_(err) {
  if (!on_) return;
  for (const FoundFile& file : files) {
    std::error_code failure;
    const std::uintmax_t size = file.path == "-" ? 0 : std::filesystem::file_size(file.path, failure);
    if (failure || (file.path == "-")) {
      all_bytes_ = 0;  // a pipe does not say how much will come
      return;
    }
    all_bytes_ += size;
  }
}

void Progress::add(const Document& document) {
  ++documents_;
  bytes_ += document.text.size();
  if (on_) show();
}

void Progress::show() {
  const auto now = Clock::now();
  if (!on_ || now - start_ < 1s || now - last_ < 200ms) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::string line =
      fmt::format("{} documents, {:.0f} a second", documents_, static_cast<double>(documents_) / seconds);
  if (all_bytes_ > 0 && bytes_ > 0) {
    // What a file holds beside its text (the quotes of JSON, the zip of Word) makes this no more than a good
    // guess.
    const double part = std::min(0.99, static_cast<double>(bytes_) / static_cast<double>(all_bytes_));
    line += fmt::format(", {:.0f} %, about {} left", 100 * part, time_in_words(seconds / part - seconds));
  }
  err_ << "\r" << line << "\x1b[K" << std::flush;
  shown_ = true;
}

void Progress::end() {
  if (shown_) err_ << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace peerscope
