// gzip files: what is in them is read as if it lay there unpacked.
#include <doctest/doctest.h>
#include <zlib.h>

#include "reading.h"

using namespace peerscope;

namespace {

std::string gzip_of(const std::string& bytes) {
  z_stream zlib{};
  deflateInit2(&zlib, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&zlib, bytes.size()) + 64, '\0');
  std::string source = bytes;
  zlib.next_in = reinterpret_cast<Bytef*>(source.data());
  zlib.avail_in = static_cast<uInt>(source.size());
  zlib.next_out = reinterpret_cast<Bytef*>(packed.data());
  zlib.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&zlib, Z_FINISH) == Z_STREAM_END);
  packed.resize(zlib.total_out);
  deflateEnd(&zlib);
  return packed;
}

std::string message(const std::string& bytes, const std::string& name) {
  const auto reading = test::read(bytes, name);
  REQUIRE(reading.errors.size() == 1);
  CHECK_FALSE(reading.errors[0].remedy.empty());
  return reading.errors[0].message;
}

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("the text kinds are read through gzip, by content and by the name before .gz") {
  CHECK(test::read_one(gzip_of("# Duties\n\n- Listens\n"), "job.md.gz").blocks.size() == 2);
  CHECK(test::read_one(gzip_of("# Duties\n\n- Listens\n"), "job.md.gz").format == "markdown");
  CHECK(test::read_one(gzip_of("Listens."), "job.txt.gz").format == "text");
  CHECK(test::read(gzip_of("{\"text\": \"a\"}\n{\"text\": \"b\"}\n"), "-").documents.size() == 2);
  CHECK(test::read(gzip_of("id,note\n1,a\n2,b\n"), "notes.csv.gz").documents.at(1).id == "2");
  CHECK(test::read(gzip_of("id,note\n1,a\n") + gzip_of("2,b\n"), "notes.csv.gz").documents.size() ==
        2);  // two members
}

TEST_CASE("what gzip refuses") {
  const std::string whole = gzip_of("id,note\n1,some words that are there\n2,and more\n");
  CHECK(says(message(whole.substr(0, whole.size() - 6), "a.txt.gz"), "damaged or cut off"));
  std::string flipped = whole;
  flipped[20] = static_cast<char>(flipped[20] ^ 0x55);
  CHECK(says(message(flipped, "a.txt.gz"), "damaged"));
  CHECK(says(message(gzip_of(whole), "a.gz"), "packed more than once"));
  CHECK(says(message(gzip_of(std::string(257, 'a') + "ustar" + std::string(200, 'b')), "a.tar.gz"),
             "tar archive"));
  CHECK(says(message(gzip_of(""), "a.txt.gz"), "empty"));
}

TEST_CASE("a bomb is refused while it is unpacked, also where a stream has no size limit") {
  const std::string bomb = gzip_of("{\"text\": \"a\"}\n" + std::string(80U << 20U, ' '));
  CHECK(bomb.size() < (200U << 10U));
  const auto reading = test::read(bomb, "a.ndjson.gz");
  CHECK(reading.documents.size() == 1);
  REQUIRE_FALSE(reading.errors.empty());
  CHECK(says(reading.errors.back().message, "100 times its size"));
}
