// Reads files piece by piece.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace peerscope {

// A file that a walk found may be swapped for a symbolic link before it is opened: then it is not followed. A
// link that the user named is.
enum class Links : std::uint8_t { follow, refuse };

// The bytes of a file, of standard input or of memory, in one pass. Only regular files are opened: a pipe or
// a device could keep the program waiting for ever.
class ByteStream {
 public:
  static Result<ByteStream> open(const std::string& path,
                                 Links links = Links::follow);                 // "-" is standard input
  static ByteStream of_memory(std::string_view bytes, std::string path = {});  // borrows the bytes
  // What another stream becomes on the way, unpacked for instance: `more` gives the next piece, empty at the
  // end.
  using Pieces = std::function<Result<std::string>()>;
  static ByteStream of_pieces(Pieces more, std::string path);

  ByteStream(ByteStream&& other) noexcept;
  ByteStream& operator=(ByteStream&&) = delete;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  ~ByteStream();

  // Called whenever nothing more has come yet and the stream begins to wait: time to pass on what has come.
  void before_waiting(std::function<void()> call) { before_waiting_ = std::move(call); }

  // Up to `size` bytes that come next; they stay in the stream. Fewer only where the stream ends or fails.
  std::string_view peek(std::size_t size);
  void skip(std::size_t size);  // bytes that peek() showed
  // Everything that is left; an error where it is more than `cap` or the file was changed meanwhile.
  Result<std::string> rest(std::size_t cap);

  enum class Line : std::uint8_t { read, too_long, end };
  // The next line without its line feed (a carriage return stays), valid until the next call. A line longer
  // than `cap` is passed over without being held in memory.
  Line next_line(std::string_view& line, std::size_t cap);
  // After the end: what went wrong while reading, or that the file was changed meanwhile.
  Result<void> finish() const;

 private:
  ByteStream() = default;
  bool fill();  // reads more; false at the end or after a failure

  struct Stamp {
    long long size = 0, seconds = 0, nanoseconds = 0;
    bool operator==(const Stamp&) const = default;
  };
  static bool stamp_of(int descriptor, Stamp& stamp);

  std::string path_;
  int descriptor_ = -1;   // -1: memory
  bool regular_ = false;  // stamp_ holds
  bool ended_ = false;
  int failure_ = 0;  // errno of the read that failed
  std::function<void()> before_waiting_;
  Pieces more_;
  Errors more_failed_;  // what `more` told
  Stamp stamp_;         // of the file when it was opened
  std::string buffer_;
  std::string_view memory_;  // what is left of borrowed bytes
  std::size_t begin_ = 0;    // of what is left in buffer_
};

// A whole regular file of at most `cap` bytes.
Result<std::string> read_whole_file(const std::string& path, std::size_t cap, Links links = Links::follow);

}  // namespace peerscope
