// Files and folders: what is opened, what is found, what is written.
#include "base/file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/folder.h"
#include "base/whole_file.h"

using namespace peerscope;
namespace fs = std::filesystem;

namespace {

// A folder that goes when the test ends.
struct TestFolder {
  fs::path path;
  TestFolder() {
    std::string name = (fs::temp_directory_path() / "peerscope-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path = name;
  }
  ~TestFolder() { fs::remove_all(path); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::string operator/(const std::string& name) const { return (path / name).string(); }
  std::string put(const std::string& name, std::string_view bytes) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << bytes;
    return *this / name;
  }
};

std::string content(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

// Found paths below the folder, and skipped ones with their reason.
std::string found(const TestFolder& folder, const std::vector<std::string>& arguments) {
  const FoundFiles files = find_files(arguments, [](const std::string& path) {
    return path.ends_with(".png") ? std::string("picture") : std::string();
  });
  const auto below = [&](const std::string& path) {
    return path.starts_with(folder.path.string()) ? path.substr(folder.path.string().size() + 1) : path;
  };
  std::string text;
  for (const FoundFile& file : files.files) text += below(file.path) + (file.walked ? " walked\n" : "\n");
  for (const SkippedFile& file : files.skipped) text += below(file.path) + " skipped: " + file.reason + "\n";
  for (const Error& error : files.errors) text += below(error.path) + " error: " + error.message + "\n";
  return text;
}

}  // namespace

TEST_CASE("a whole file, within its cap") {
  const TestFolder folder;
  const std::string path = folder.put("a.txt", std::string(200000, 'a'));
  CHECK(read_whole_file(path, 200000)->size() == 200000);
  const auto refused = read_whole_file(path, 199999);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error()[0].message.find("larger") != std::string::npos);
  CHECK(read_whole_file(folder.put("empty", ""), 10)->empty());
}

TEST_CASE("what cannot be opened is told with its remedy") {
  const TestFolder folder;
  const auto message = [](const std::string& path, Links links = Links::follow) {
    const auto result = read_whole_file(path, 100, links);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error()[0].path == path);
    CHECK_FALSE(result.error()[0].remedy.empty());
    return result.error()[0].message;
  };
  CHECK(message(folder / "missing").find("does not exist") != std::string::npos);
  CHECK(message(folder.path.string()).find("folder") != std::string::npos);
  ::mkfifo((folder / "pipe").c_str(), 0600);
  CHECK(message(folder / "pipe").find("pipe") != std::string::npos);  // and does not wait for a writer
  fs::create_symlink(folder.put("a", "text"), folder / "link");
  CHECK(*read_whole_file(folder / "link", 100) == "text");
  CHECK(message(folder / "link", Links::refuse).find("symbolic link") != std::string::npos);
}

TEST_CASE("peeking takes nothing, lines come one by one") {
  ByteStream stream = ByteStream::of_memory("one\r\ntwo\n\nlast");
  CHECK(stream.peek(5) == "one\r\n");
  CHECK(stream.peek(100).size() == 14);
  std::string_view line;
  CHECK(stream.next_line(line, 10) == ByteStream::Line::read);
  CHECK(line == "one\r");
  CHECK(stream.next_line(line, 10) == ByteStream::Line::read);
  CHECK(stream.next_line(line, 10) == ByteStream::Line::read);
  CHECK(line.empty());
  CHECK(stream.next_line(line, 10) == ByteStream::Line::read);
  CHECK(line == "last");
  CHECK(stream.next_line(line, 10) == ByteStream::Line::end);
}

TEST_CASE("a line over the cap is passed over") {
  const std::string text = std::string(300000, 'x') + "\nshort\n" + std::string(70000, 'y');
  ByteStream stream = ByteStream::of_memory(text);
  std::string_view line;
  CHECK(stream.next_line(line, 1000) == ByteStream::Line::too_long);
  CHECK(stream.next_line(line, 1000) == ByteStream::Line::read);
  CHECK(line == "short");
  CHECK(stream.next_line(line, 1000) == ByteStream::Line::too_long);
  CHECK(stream.next_line(line, 1000) == ByteStream::Line::end);
}

TEST_CASE("a file that changes while it is read is told") {
  const TestFolder folder;
  const std::string path = folder.put("a.txt", "first words");
  auto stream = ByteStream::open(path);
  REQUIRE(stream.has_value());
  CHECK(stream->peek(5) == "first");
  folder.put("a.txt", "first words and more");
  const auto rest = stream->rest(1000);
  REQUIRE_FALSE(rest.has_value());
  CHECK(rest.error()[0].message.find("changed") != std::string::npos);
}

TEST_CASE("writing replaces a file in one step and keeps its permissions") {
  const TestFolder folder;
  const std::string path = folder.put("report", "old");
  ::chmod(path.c_str(), 0640);
  fs::create_symlink(path, folder / "link");
  REQUIRE(write_atomically(folder / "link", "new").has_value());
  CHECK(content(path) == "new");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK((fs::status(path).permissions() & fs::perms::all) == static_cast<fs::perms>(0640));
  REQUIRE(write_atomically(folder / "fresh", "x").has_value());
  CHECK(content(folder / "fresh") == "x");
  CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) ==
        3);  // nothing is left lying
  CHECK_FALSE(write_atomically(folder / "no/such/folder", "x").has_value());
  CHECK_FALSE(write_atomically(folder.path.string(), "x").has_value());
  CHECK(write_atomically("/dev/null", "x").has_value());
}

TEST_CASE("a file that is written piece by piece appears when it is whole, and else leaves nothing") {
  const TestFolder folder;
  const auto names = [&] {
    return std::distance(fs::directory_iterator(folder.path), fs::directory_iterator());
  };
  {
    auto file = WholeFile::create(folder / "report");
    REQUIRE(file.has_value());
    CHECK(file->put("one "));
    CHECK(file->put("two"));
    CHECK_FALSE(fs::exists(folder / "report"));
    REQUIRE(file->finish().has_value());
    CHECK(content(folder / "report") == "one two");
    CHECK(names() == 1);
  }
  {
    auto given_up = WholeFile::create(folder / "report");
    REQUIRE(given_up.has_value());
    CHECK(given_up->put("half"));
  }
  CHECK(content(folder / "report") == "one two");
  CHECK(names() == 1);
  auto full = WholeFile::create("/dev/full");
  REQUIRE(full.has_value());
  CHECK_FALSE(full->put("x"));
  CHECK_FALSE(full->put("y"));
  CHECK(full->finish().error()[0].message.find("space") != std::string::npos);
}

TEST_CASE("a walk goes in bytewise order and tells what it left out") {
  const TestFolder folder;
  for (const char* name : {"n/b.txt", "n/B.txt", "n/a/z.txt", "n/.hidden/x.txt", "n/.secret", "n/p.png"}) {
    folder.put(name, "text");
  }
  fs::create_directory_symlink(folder.path, folder / "n/loop");
  ::mkfifo((folder / "n/pipe").c_str(), 0600);
  CHECK(
      found(folder, {folder / "n"}) ==
      "n/B.txt walked\nn/a/z.txt walked\nn/b.txt walked\n"
      "n/.hidden skipped: hidden\nn/.secret skipped: hidden\nn/loop skipped: symbolic link\nn/p.png skipped: "
      "picture\nn/pipe skipped: pipe, socket or device\n");
}

TEST_CASE("arguments keep their order, and no file is found twice") {
  const TestFolder folder;
  folder.put("b.txt", "");
  folder.put("a.txt", "");
  CHECK(found(folder, {folder / "b.txt", folder.path.string(), folder / "./a.txt", "-", folder / "p.png"}) ==
        "b.txt\na.txt walked\n-\np.png\n");
}

TEST_CASE("globs") {
  const TestFolder folder;
  for (const char* name : {"a/1.txt", "a/2.md", "b/c/3.txt", "b/.h.txt", "[x].txt"}) folder.put(name, "");
  CHECK(found(folder, {folder / "*/*.txt"}) == "a/1.txt\n");
  CHECK(found(folder, {folder / "**/*.txt"}) == "[x].txt\na/1.txt\nb/c/3.txt\n");
  CHECK(found(folder, {folder / "b/**"}) == "b/c/3.txt walked\nb/.h.txt skipped: hidden\n");
  CHECK(found(folder, {folder / "a/[12].*"}) == "a/1.txt\na/2.md\n");
  CHECK(found(folder, {folder / "[ab]"}) ==
        "a/1.txt walked\na/2.md walked\nb/c/3.txt walked\nb/.h.txt skipped: hidden\n");
  CHECK(found(folder, {folder / "[x].txt"}) == "[x].txt\n");
  CHECK(found(folder, {folder / "*.doc"}) == "*.doc error: matches no file\n");
}
