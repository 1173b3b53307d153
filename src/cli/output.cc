// Where reports go: standard output, or a file that appears whole or not at all.
#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace peerscope {

namespace {

Error write_error(const std::string& path, int number) {
  Error error;
  error.message = std::string("The report cannot be written: ") + std::strerror(number) + ".";
  error.path = path.empty() ? "standard output" : path;
  error.remedy = "Check that the folder exists, may be written to and has room.";
  return error;
}

// A temporary file beside the target with the rights that a new file gets; its name, or empty.
std::string temporary_beside(const std::string& path) {
  std::string name = path + ".XXXXXX";
  const int handle = mkstemp(name.data());
  if (handle < 0) return "";
  const mode_t mask = umask(0);
  umask(mask);
  fchmod(handle, 0666 & ~mask);
  close(handle);
  return name;
}

bool is_special(const std::string& path) {
  struct stat about{};
  return stat(path.c_str(), &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode);
}

int force_to_disk(const std::string& path) {
  const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle < 0) return errno;
  const int result = fsync(handle) == 0 ? 0 : errno;
  close(handle);
  return result;
}

}  // namespace

Result<Output> Output::open(const std::string& path, std::ostream& standard) {
  Output output;
  output.standard_ = &standard;
  output.path_ = path;
  if (path.empty()) return output;
  std::string place = path;
  if (!is_special(path)) {
    output.temporary_ = temporary_beside(path);
    if (output.temporary_.empty()) return fail(write_error(path, errno));
    place = output.temporary_;
  }
  output.file_ = std::make_unique<std::ofstream>(place, std::ios::binary);
  if (!output.file_->is_open()) return fail(write_error(path, errno));
  return output;
}

Output::Output(Output&& other) noexcept
    : standard_(other.standard_),
      file_(std::move(other.file_)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})) {}

Output::~Output() {
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

Errors Output::finish() {
  errno = 0;
  stream().flush();
  if (!stream()) return {write_error(path_, errno == 0 ? EIO : errno)};
  if (!file_) return {};
  file_->close();
  if (temporary_.empty()) return {};
  if (const int number = force_to_disk(temporary_); number != 0) return {write_error(path_, number)};
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return {write_error(path_, errno)};
  temporary_.clear();
  return {};
}

}  // namespace peerscope
