// Writes files whole or not at all.
#include "base/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace peerscope {

namespace {

Error writing_error(const std::string& path, int number) {
  return {std::string("cannot be written: ") + std::strerror(number),
          path,
          0,
          0,
          "Check that the folder exists, that you may write to it, and that the disk is not full.",
          {}};
}

// The permissions that a plain open() would have given.
mode_t default_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

// After a crash the new name must lead to the new bytes; the folder is told to keep it.
void sync_folder(const std::string& folder) {
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

Result<WholeFile> WholeFile::create(const std::string& path) {
  WholeFile file;
  file.path_ = path;
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return fail(writing_error(path, EISDIR));
  if (exists && !S_ISREG(status.st_mode)) {
    file.descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    file.target_ = path;
    if (char* real = exists ? ::realpath(path.c_str(), nullptr) : nullptr; real != nullptr) {
      file.target_ = real;
      std::free(real);
    }
    file.mode_ = exists ? status.st_mode & 07777U : default_mode();
    const std::string folder = folder_of(file.target_);
    file.temporary_ = folder + "." + file.target_.substr(folder.size()) + ".XXXXXX";
    file.descriptor_ = ::mkostemp(file.temporary_.data(), O_CLOEXEC);
    if (file.descriptor_ < 0) file.temporary_.clear();
  }
  if (file.descriptor_ < 0) return fail(writing_error(path, errno));
  return file;
}

WholeFile::WholeFile(WholeFile&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)),
      mode_(other.mode_),
      failure_(other.failure_) {}

WholeFile::~WholeFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

bool WholeFile::put(std::string_view bytes) {
  while (failure_ == 0 && !bytes.empty()) {
    const ssize_t put = ::write(descriptor_, bytes.data(), bytes.size());
    if (put >= 0) bytes.remove_prefix(static_cast<std::size_t>(put));
    if (put < 0 && errno != EINTR) failure_ = errno;
  }
  return failure_ == 0;
}

Result<void> WholeFile::finish() {
  const auto tried = [this](int result) {
    if (result != 0 && failure_ == 0) failure_ = errno;
  };
  if (!temporary_.empty() && failure_ == 0) {
    tried(::fchmod(descriptor_, mode_));
    tried(::fsync(descriptor_));
  }
  tried(::close(std::exchange(descriptor_, -1)));
  if (!temporary_.empty() && failure_ == 0) tried(::rename(temporary_.c_str(), target_.c_str()));
  if (failure_ != 0) return fail(writing_error(path_, failure_));
  if (!std::exchange(temporary_, {}).empty()) sync_folder(folder_of(target_));
  return {};
}

Result<void> write_atomically(const std::string& path, std::string_view bytes) {
  Result<WholeFile> file = WholeFile::create(path);
  if (!file) return tl::unexpected(std::move(file.error()));
  file->put(bytes);
  return file->finish();
}

}  // namespace peerscope
