// The doorkeeper of zlib: unpacks a gzip file piece by piece and reads what is in it.
#include <zlib.h>

#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include "read/format.h"

namespace peerscope {

namespace {

constexpr std::size_t kPiece = 1U << 16U;
constexpr std::size_t kHarmless = 64U << 20U;  // up to this size any ratio is borne
constexpr std::size_t kMostTimes = 100;        // text of people shrinks to a third, tables to a twentieth

class Inflater {
 public:
  Inflater(ByteStream& packed, const Input& input) : packed_(packed), input_(input) {
    std::memset(&zlib_, 0, sizeof zlib_);
    ready_ = inflateInit2(&zlib_, 15 + 16) == Z_OK;  // 16: gzip alone
  }
  ~Inflater() { inflateEnd(&zlib_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  Result<std::string> more() {
    std::string piece(kPiece, '\0');
    std::size_t size = 0;
    while (ready_ && size < piece.size()) {
      const std::string_view bytes = packed_.peek(kPiece);
      if (bytes.empty()) {
        if (auto finished = packed_.finish(); !finished) return tl::unexpected(finished.error());
        if (!between_members_) return fail(damaged());
        break;
      }
      if (between_members_ && taken_ > 0 && !begins_member(bytes)) break;  // padding
      if (!inflate_some(bytes, piece, size)) return fail(damaged());
      if (given_ + size > kHarmless && (given_ + size) / kMostTimes > taken_) return fail(bomb());
    }
    piece.resize(size);
    given_ += size;
    return piece;
  }

 private:
  static bool begins_member(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

  bool inflate_some(std::string_view bytes, std::string& piece, std::size_t& size) {
    if (std::exchange(between_members_, false) && taken_ > 0) inflateReset(&zlib_);
    zlib_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));  // zlib only reads it
    zlib_.avail_in = static_cast<uInt>(bytes.size());
    zlib_.next_out = reinterpret_cast<Bytef*>(piece.data() + size);
    zlib_.avail_out = static_cast<uInt>(piece.size() - size);
    const int code = inflate(&zlib_, Z_NO_FLUSH);
    const std::size_t used = bytes.size() - zlib_.avail_in;
    packed_.skip(used);
    taken_ += used;
    size = piece.size() - zlib_.avail_out;
    between_members_ = code == Z_STREAM_END;
    return code == Z_OK || code == Z_STREAM_END;
  }

  Error damaged() const {
    return refusal(input_, "is a gzip file that is damaged or cut off",
                   "Copy it again, or send for it again.");
  }

  Error bomb() const {
    return refusal(input_,
                   "unpacks to more than " + std::to_string(kMostTimes) + " times its size, as no text does",
                   "Unpack it yourself, look at it, and name what is in it.");
  }

  ByteStream& packed_;
  const Input& input_;
  z_stream zlib_;
  bool ready_ = false;
  bool between_members_ = true;
  std::size_t taken_ = 0, given_ = 0;  // bytes before and after unpacking
};

}  // namespace

void read_gzip(ByteStream& bytes, const Input& input, const EachDocument& each) {
  const auto inflater = std::make_shared<Inflater>(bytes, input);
  ByteStream unpacked = ByteStream::of_pieces([inflater] { return inflater->more(); }, input.path);
  read_unpacked(unpacked, input, each);
}

}  // namespace peerscope
