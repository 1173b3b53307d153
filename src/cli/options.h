// What the user asked for.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/config.h"
#include "cli/flags.h"
#include "cli/gates.h"
#include "cli/settings.h"
#include "document/document.h"
#include "read/read.h"
#include "rules/rule.h"
#include "write/write.h"

namespace peerscope {

enum class Color : std::uint8_t { automatic, always, never };

// One report to write: a format, and a file; an empty file is standard output.
struct Target {
  std::string format;
  std::string file;
};

struct Options {
  const CommandRow* command = nullptr;
  std::vector<std::string> arguments;
  DocumentKind kind = DocumentKind::unknown;
  std::vector<Target> targets;
  ReadOptions reading;
  std::string manifest;       // of score: which files belong to which agency
  std::string history, date;  // of score: an SQLite file, and the day of this run in it
  bool trend = false;
  int jobs = 1;
  bool prefilter = true;
  std::string cache;  // a folder; empty: none
  std::vector<std::string> rules;
  std::vector<std::string> against;
  Excerpts excerpts = Excerpts::full;
  bool excerpts_given = false;
  Color color = Color::automatic;
  Gates gates;
  bool explain_score = false;
  bool sensitivity = false;
  bool fix = false, write = false;  // of lint
  std::vector<std::string> ci;      // of init
  bool verbose = false;
  KindGlobs kinds;  // of the configuration
  std::vector<ListedIgnore> ignores;
  std::string config;  // the configuration that was read; empty: none
};

// The command line, cut but not yet judged. `answer` is set where the line asks for help or the version: it
// is printed, and nothing else is done.
struct CommandLine {
  const CommandRow* command = nullptr;
  std::vector<std::string> arguments;
  Settings settings;
  std::optional<std::string> answer;
};
Result<CommandLine> read_command_line(const std::vector<std::string>& words);

// Judges all settings: flags first, then variables, then the configuration file.
Result<Options> options_of(CommandLine line, const Settings& environment);

}  // namespace peerscope
