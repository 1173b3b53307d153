// Opens files with care.
#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/interrupt.h"

namespace peerscope {

namespace {

constexpr std::size_t kPiece = 1U << 16U;

Error file_error(std::string message, const std::string& path, std::string remedy) {
  return {std::move(message), path, 0, 0, std::move(remedy), {}};
}

Error opening_error(const std::string& path, int number) {
  switch (number) {
    case ENOENT:
    case ENOTDIR:
      return file_error("does not exist", path, "Check the spelling and the folder that you are in.");
    case EACCES:
    case EPERM:
      return file_error("cannot be opened: permission denied", path,
                        "Ask for leave to read it, or copy it to a folder of your own.");
    case ELOOP:
      return file_error("is a symbolic link that leads nowhere safe", path,
                        "Name the file that it points to.");
    default:
      return file_error(std::string("cannot be opened: ") + std::strerror(number), path,
                        "Check that the disk is there and that the file opens elsewhere.");
  }
}

Error changed_error(const std::string& path) {
  return file_error("was changed while it was being read", path, "Run again when nobody is saving it.");
}

Error too_large_error(const std::string& path, std::size_t cap) {
  return file_error(
      "is larger than " + std::to_string(cap >> 20U) + " MB, the most that is read as one document", path,
      "Split it, or give many documents as NDJSON, one a line.");
}

// Why something that was opened is not to be read; empty message: it is a regular file.
Error kind_error(const std::string& path, mode_t mode) {
  if (S_ISREG(mode)) return {};
  if (S_ISDIR(mode)) return file_error("is a folder, not a file", path, "Name a file in it.");
  return file_error("is a pipe, socket or device, not a file", path,
                    "Send its content to standard input and give - as the file name.");
}

}  // namespace

Result<ByteStream> ByteStream::open(const std::string& path, Links links) {
  ByteStream stream;
  stream.path_ = path;
  if (path == "-") {
    stream.descriptor_ = STDIN_FILENO;
    return stream;
  }
  // Without O_NONBLOCK, opening a named pipe would wait for somebody to write to it.
  const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (links == Links::refuse ? O_NOFOLLOW : 0);
  stream.descriptor_ = ::open(path.c_str(), flags);
  if (stream.descriptor_ < 0) return fail(opening_error(path, errno));
  struct stat status {};
  if (::fstat(stream.descriptor_, &status) != 0) return fail(opening_error(path, errno));
  if (Error error = kind_error(path, status.st_mode); !error.message.empty()) return fail(std::move(error));
  stream.regular_ = stamp_of(stream.descriptor_, stream.stamp_);
  return stream;
}

ByteStream ByteStream::of_memory(std::string_view bytes, std::string path) {
  ByteStream stream;
  stream.path_ = std::move(path);
  stream.memory_ = bytes;
  return stream;
}

ByteStream ByteStream::of_pieces(Pieces more, std::string path) {
  ByteStream stream;
  stream.more_ = std::move(more);
  stream.path_ = std::move(path);
  return stream;
}

ByteStream::ByteStream(ByteStream&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      regular_(other.regular_),
      ended_(other.ended_),
      failure_(other.failure_),
      before_waiting_(std::move(other.before_waiting_)),
      more_(std::move(other.more_)),
      more_failed_(std::move(other.more_failed_)),
      stamp_(other.stamp_),
      buffer_(std::move(other.buffer_)),
      memory_(other.memory_),
      begin_(other.begin_) {}

ByteStream::~ByteStream() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

bool ByteStream::stamp_of(int descriptor, Stamp& stamp) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return false;
  stamp = {status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
  return S_ISREG(status.st_mode);
}

bool ByteStream::fill() {
  if (ended_) return false;
  if (begin_ > 0) buffer_.erase(0, std::exchange(begin_, 0));
  if (more_) {
    auto piece = more_();
    if (!piece) more_failed_ = std::move(piece.error());
    ended_ = !piece || piece->empty();
    if (!ended_) buffer_ += *piece;
    return !ended_;
  }
  if (descriptor_ < 0) {
    const std::string_view piece = memory_.substr(0, kPiece);
    buffer_ += piece;
    memory_.remove_prefix(piece.size());
    ended_ = memory_.empty();
    return !piece.empty();
  }
  if (!regular_ && wait_for_bytes(descriptor_, 0) == Bytes::none) {
    if (before_waiting_) before_waiting_();
    wait_for_bytes(descriptor_, -1);
  }
  if (interrupted()) {
    failure_ = EINTR;
    ended_ = true;
    return false;
  }
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kPiece);
  ssize_t got = 0;
  do got = ::read(descriptor_, buffer_.data() + size, kPiece);
  while (got < 0 && errno == EINTR);
  buffer_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  if (got < 0) failure_ = errno;
  ended_ = got <= 0;
  return got > 0;
}

std::string_view ByteStream::peek(std::size_t size) {
  while (buffer_.size() - begin_ < size && fill()) {
  }
  return std::string_view(buffer_).substr(begin_, size);
}

void ByteStream::skip(std::size_t size) { begin_ += std::min(size, buffer_.size() - begin_); }

Result<std::string> ByteStream::rest(std::size_t cap) {
  std::string all = buffer_.substr(begin_);
  buffer_.clear();
  begin_ = 0;
  while (all.size() <= cap && fill()) {
    all += buffer_;
    buffer_.clear();
  }
  if (all.size() > cap) return fail(too_large_error(path_, cap));
  if (auto finished = finish(); !finished) return tl::unexpected(finished.error());
  return all;
}

ByteStream::Line ByteStream::next_line(std::string_view& line, std::size_t cap) {
  std::size_t searched = 0;
  bool too_long = false;
  for (;;) {
    const std::size_t end = buffer_.find('\n', begin_ + searched);
    if (end != std::string::npos) {
      line = std::string_view(buffer_).substr(begin_, end - begin_);
      begin_ = end + 1;
      return too_long || line.size() > cap ? Line::too_long : Line::read;
    }
    searched = buffer_.size() - begin_;
    if (searched > cap) {
      too_long = true;
      begin_ = buffer_.size();
      searched = 0;
    }
    if (fill()) continue;
    line = std::string_view(buffer_).substr(begin_);
    begin_ = buffer_.size();
    if (too_long) return Line::too_long;
    return line.empty() ? Line::end : Line::read;
  }
}

Result<void> ByteStream::finish() const {
  if (!more_failed_.empty()) return tl::unexpected(more_failed_);
  if (failure_ == EISDIR) return fail(kind_error(path_, S_IFDIR));
  if (failure_ == EINTR)
    return fail(file_error("was not read to its end: the run was interrupted", path_,
                           "Run again to check all of it."));
  if (failure_ != 0) {
    return fail(file_error(std::string("could not be read to its end: ") + std::strerror(failure_), path_,
                           "Check the disk or the program that sends the text, and run again."));
  }
  Stamp now;
  if (regular_ && (!stamp_of(descriptor_, now) || !(now == stamp_))) return fail(changed_error(path_));
  return {};
}

Result<std::string> read_whole_file(const std::string& path, std::size_t cap, Links links) {
  auto stream = ByteStream::open(path, links);
  if (!stream) return tl::unexpected(stream.error());
  return stream->rest(cap);
}

}  // namespace peerscope
