// The history: what is kept, and what happens where it cannot be written.
#include "cli/history.h"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace peerscope;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("peerscope-history-" + std::to_string(::getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  std::string file(const char* name) const { return (path / name).string(); }
};

std::vector<Agency> agencies(double value) {
  Agency agency;
  agency.name = "north";
  AgencyGroup jobs;
  jobs.kind = DocumentKind::job_description;
  jobs.documents = 3;
  jobs.figure = true;
  jobs.score.value = value;
  jobs.score.low = value - 10;
  jobs.score.high = value + 10;
  jobs.score.tier = "peer-support";
  AgencyGroup notes;  // too few: no figure
  notes.kind = DocumentKind::progress_note;
  notes.documents = 4;
  agency.groups = {jobs, notes};
  return {agency};
}

void run(const std::string& path, const char* words) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  CHECK(sqlite3_exec(database, words, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(database);
}

}  // namespace

TEST_CASE("a day that is written twice stands once, and what has no figure is not recorded") {
  const Folder folder;
  const std::string path = folder.file("h.sqlite");
  CHECK(append_history(path, "2026-06-30", "", agencies(60)).empty());
  CHECK(append_history(path, "2026-03-31", "", agencies(50)).empty());
  CHECK(append_history(path, "2026-06-30", "", agencies(70)).empty());
  const auto lines = read_history(path);
  REQUIRE(lines);
  REQUIRE(lines->size() == 1);
  REQUIRE(lines->front().points.size() == 2);
  CHECK(lines->front().points[0].date == "2026-03-31");
  CHECK(lines->front().points[1].value == 70);
}

TEST_CASE("a history that another program writes is told, and stays as it was") {
  const Folder folder;
  const std::string path = folder.file("h.sqlite");
  CHECK(append_history(path, "2026-03-31", "", agencies(50)).empty());
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
  const Errors errors = append_history(path, "2026-06-30", "", agencies(60));
  sqlite3_close(other);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].message.find("locked") != std::string::npos);
  CHECK(read_history(path)->front().points.size() == 1);
}

TEST_CASE("a read-only history is told") {
  const Folder folder;
  const std::string path = folder.file("h.sqlite");
  CHECK(append_history(path, "2026-03-31", "", agencies(50)).empty());
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  fs::permissions(folder.path, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                                   fs::perms::others_read | fs::perms::others_exec);
  const bool root = ::geteuid() == 0;
  if (root) REQUIRE(::seteuid(65534) == 0);  // root may write everything
  const Errors errors = append_history(path, "2026-06-30", "", agencies(60));
  const Errors made = append_history(folder.file("new.sqlite"), "2026-06-30", "", agencies(60));
  if (root) REQUIRE(::seteuid(0) == 0);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].message.find("read-only") != std::string::npos);
  if (root) CHECK(made.size() == 1);
  fs::permissions(path, fs::perms::owner_all);
}

TEST_CASE("an SQLite file of another program, or of a later version, is left alone") {
  const Folder folder;
  run(folder.file("other.sqlite"), "CREATE TABLE birds (name TEXT); INSERT INTO birds VALUES ('wren')");
  CHECK(append_history(folder.file("other.sqlite"), "2026-03-31", "", agencies(50)).size() == 1);
  CHECK_FALSE(read_history(folder.file("other.sqlite")));
  CHECK(append_history(folder.file("h.sqlite"), "2026-03-31", "", agencies(50)).empty());
  run(folder.file("h.sqlite"), "PRAGMA user_version = 2");
  CHECK(append_history(folder.file("h.sqlite"), "2026-03-31", "", agencies(50)).size() == 1);
  std::ofstream(folder.file("empty.sqlite")).close();  // an empty file is one that was just made
  CHECK(append_history(folder.file("empty.sqlite"), "2026-03-31", "", agencies(50)).empty());
}

TEST_CASE("days") {
  CHECK(is_day("2026-03-31"));
  CHECK(is_day("2024-02-29"));
  CHECK_FALSE(is_day("2026-02-29"));
  CHECK_FALSE(is_day("2026-3-31"));
  CHECK_FALSE(is_day("2026-03-31 "));
  CHECK_FALSE(is_day("31.03.2026"));
}
