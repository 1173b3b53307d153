// Where reports go: standard output, or a file that appears whole or not at all.
#include "cli/output.h"

#include <array>
#include <streambuf>
#include <utility>

#include "base/whole_file.h"

namespace peerscope {

// Goes to the disk as it comes: the report on a stream of any length needs no more room than this.
class Output::FileBuffer : public std::streambuf {
 public:
  explicit FileBuffer(WholeFile file) : file_(std::move(file)) {
    setp(piece_.data(), piece_.data() + piece_.size());
  }

  Result<void> finish() {
    sync();
    return file_.finish();
  }

 private:
  int_type overflow(int_type c) override {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }

  int sync() override {
    const bool put = file_.put({pbase(), static_cast<std::size_t>(pptr() - pbase())});
    setp(piece_.data(), piece_.data() + piece_.size());
    return put ? 0 : -1;
  }

  WholeFile file_;
  std::array<char, 1U << 16U> piece_;
};

Output::Output(std::string path, std::ostream& standard) : standard_(&standard) {
  if (path.empty()) return;
  Result<WholeFile> file = WholeFile::create(path);
  if (file)
    buffer_ = std::make_unique<FileBuffer>(std::move(*file));
  else
    errors_ = std::move(file.error());
  to_file_ = std::make_unique<std::ostream>(buffer_.get());  // without a buffer it takes nothing
}

Output::Output(Output&&) noexcept = default;
Output::~Output() = default;

Errors Output::finish() {
  if (!errors_.empty()) return errors_;
  if (is_file()) {
    const Result<void> written = buffer_->finish();
    return written ? Errors{} : written.error();
  }
  standard_->flush();  // whether it took everything, main() asks and tells
  return {};
}

}  // namespace peerscope
