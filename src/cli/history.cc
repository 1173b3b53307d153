// Scores of agencies over time, in an SQLite file; the door to SQLite.
#include "cli/history.h"

#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <utility>

#include "peerscope_version.h"

namespace peerscope {

namespace {

constexpr int kApplication = 0x70736370;  // tells our files from other SQLite databases
constexpr int kVersion = 1;
constexpr int kPatience = 2000;  // milliseconds to wait for another program
constexpr const char* kTables =
    "CREATE TABLE run (day TEXT PRIMARY KEY, revision TEXT NOT NULL, version TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE score (agency TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL REFERENCES run, "
    "documents INTEGER NOT NULL, evidence INTEGER NOT NULL, value REAL NOT NULL, low REAL NOT NULL, high "
    "REAL NOT NULL, "
    "tier TEXT NOT NULL, PRIMARY KEY (agency, kind, day)) WITHOUT ROWID;";

Error refusal(const std::string& path, std::string message, std::string remedy) {
  Error error;
  error.path = path;
  error.message = std::move(message);
  error.remedy = std::move(remedy);
  return error;
}

Error failure_of(const std::string& path, int code, const char* words) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return refusal(path, "The history is locked: another program is writing it.",
                     "Wait until it is done, and run again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return refusal(path, "The history is read-only.", "Ask for leave to write it, or name another file.");
    case SQLITE_CANTOPEN:
      return refusal(path, "The history cannot be opened.",
                     "Check that its folder exists, and that you may read and write there.");
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return refusal(path, "The history is damaged, or no history.",
                     "Restore it from a copy, or name a new file.");
    case SQLITE_FULL:
      return refusal(path, "The history cannot be written: the disk is full.", "Make room, and run again.");
    default:
      return refusal(path, std::string("The history cannot be used: ") + words + ".",
                     "Check the file, or name another one.");
  }
}

// One open file. The first mistake stays; after it nothing is done.
class Database {
 public:
  Database(std::string path, int flags) : path_(std::move(path)) {
    sqlite3* opened = nullptr;
    code_ = sqlite3_open_v2(path_.c_str(), &opened, flags, nullptr);
    database_.reset(opened);
    if (code_ == SQLITE_OK) sqlite3_busy_timeout(opened, kPatience);
  }

  bool good() const { return code_ == SQLITE_OK && own_.message.empty(); }
  Errors errors() const {
    if (!own_.message.empty()) return {own_};
    if (code_ == SQLITE_OK) return {};
    return {failure_of(path_, code_, sqlite3_errstr(code_))};
  }
  void refuse(std::string message, std::string remedy) {
    own_ = refusal(path_, std::move(message), std::move(remedy));
  }

  void run(const char* words) {
    if (good()) code_ = sqlite3_exec(database_.get(), words, nullptr, nullptr, nullptr);
  }
  // Undoes what was begun, whatever went wrong before.
  void roll_back() { sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr); }

  int number(const char* words) {
    int value = 0;
    each_row(words, [&](sqlite3_stmt* row) { value = sqlite3_column_int(row, 0); });
    return value;
  }

  template <class Each>
  void each_row(const char* words, const Each& each) {
    if (!good()) return;
    sqlite3_stmt* made = nullptr;
    code_ = sqlite3_prepare_v2(database_.get(), words, -1, &made, nullptr);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(made, sqlite3_finalize);
    while (code_ == SQLITE_OK) {
      const int step = sqlite3_step(made);
      if (step == SQLITE_DONE) return;
      if (step != SQLITE_ROW) code_ = step;
      if (step == SQLITE_ROW) each(made);
    }
  }

  // A statement without an answer; `bind` gives its values.
  template <class Bind>
  void put(const char* words, const Bind& bind) {
    if (!good()) return;
    sqlite3_stmt* made = nullptr;
    code_ = sqlite3_prepare_v2(database_.get(), words, -1, &made, nullptr);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(made, sqlite3_finalize);
    if (code_ != SQLITE_OK) return;
    bind(made);
    if (const int step = sqlite3_step(made); step != SQLITE_DONE) code_ = step;
  }

  // An SQLite file of another program, or of a later version of this one, is left alone.
  void check_owner(bool may_be_new) {
    const int owner = number("PRAGMA application_id"), version = number("PRAGMA user_version");
    if (!good()) return;
    const bool empty = number("SELECT count(*) FROM sqlite_master") == 0;
    if (!good() || (may_be_new && empty && owner == 0)) return;
    if (owner != kApplication)
      return refuse("This is an SQLite file, and no history of peerscope.", "Name another file.");
    if (version != kVersion)
      refuse("The history was written by another version of peerscope.",
             "Use that version, or name a new file.");
  }

 private:
  std::string path_;
  std::unique_ptr<sqlite3, int (*)(sqlite3*)> database_{nullptr, sqlite3_close};
  int code_ = SQLITE_OK;
  Error own_;
};

void bind_text(sqlite3_stmt* statement, int place, const std::string& text) {
  sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

std::string text_at(sqlite3_stmt* row, int column) {
  const auto* bytes = sqlite3_column_text(row, column);
  return bytes == nullptr ? "" : reinterpret_cast<const char*>(bytes);
}

void put_group(Database& database, const std::string& agency, const AgencyGroup& group,
               const std::string& day) {
  database.put("INSERT OR REPLACE INTO score VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [&](sqlite3_stmt* row) {
    bind_text(row, 1, agency);
    bind_text(row, 2, std::string(name_of(group.kind)));
    bind_text(row, 3, day);
    sqlite3_bind_int(row, 4, group.documents);
    sqlite3_bind_int(row, 5, group.score.evidence_units);
    sqlite3_bind_double(row, 6, group.score.value);
    sqlite3_bind_double(row, 7, group.score.low);
    sqlite3_bind_double(row, 8, group.score.high);
    bind_text(row, 9, group.score.tier);
  });
}

}  // namespace

Errors append_history(const std::string& path, const std::string& day, const std::string& commit,
                      const std::vector<Agency>& agencies) {
  std::error_code failure;
  const bool made = !std::filesystem::exists(path, failure);
  Errors errors;
  {
    Database database(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    database.run("BEGIN IMMEDIATE");
    database.check_owner(true);
    if (database.good() && database.number("PRAGMA application_id") == 0) {
      database.run(kTables);
      database.run(("PRAGMA application_id = " + std::to_string(kApplication)).c_str());
      database.run(("PRAGMA user_version = " + std::to_string(kVersion)).c_str());
    }
    database.put("INSERT OR REPLACE INTO run VALUES (?, ?, ?)", [&](sqlite3_stmt* row) {
      bind_text(row, 1, day);
      bind_text(row, 2, commit);
      bind_text(row, 3, PEERSCOPE_VERSION);
    });
    for (const Agency& agency : agencies) {
      for (const AgencyGroup& group : agency.groups) {
        if (group.figure && group.score.tier != "not-enough") put_group(database, agency.name, group, day);
      }
    }
    database.run("COMMIT");
    errors = database.errors();
    if (!errors.empty()) database.roll_back();
  }
  if (!errors.empty() && made) std::filesystem::remove(path, failure);  // an empty file would be left behind
  return errors;
}

Result<std::vector<TrendLine>> read_history(const std::string& path) {
  std::error_code failure;
  if (!std::filesystem::exists(path, failure))
    return fail(refusal(path, "There is no history here yet.",
                        "Give --history with the folders of the agencies to begin one."));
  Database database(path, SQLITE_OPEN_READONLY);
  database.check_owner(false);
  std::vector<TrendLine> lines;
  database.each_row(
      "SELECT agency, kind, day, documents, value, low, high, tier FROM score ORDER BY agency, kind, day",
      [&](sqlite3_stmt* row) {
        const std::string agency = text_at(row, 0);
        DocumentKind kind = DocumentKind::unknown;
        kind_named(text_at(row, 1), kind);
        if (lines.empty() || lines.back().agency != agency || lines.back().kind != kind)
          lines.push_back({agency, kind, {}});
        lines.back().points.push_back({text_at(row, 2), sqlite3_column_int(row, 3),
                                       sqlite3_column_double(row, 4), sqlite3_column_double(row, 5),
                                       sqlite3_column_double(row, 6), text_at(row, 7)});
      });
  if (!database.good()) return tl::unexpected<Errors>(database.errors());
  return lines;
}

bool is_day(const std::string& text) {
  const auto digits = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (std::size_t i = at; i < at + size; ++i)
      value = text[i] >= '0' && text[i] <= '9' ? value * 10 + (text[i] - '0') : -100000;
    return value;
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = digits(0, 4), month = digits(5, 2), day = digits(8, 2);
  if (year < 1 || month < 1 || day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

}  // namespace peerscope
