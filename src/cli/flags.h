// The one table of commands and flags: what may be written, what help says, which variable and key stand for
// it.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace peerscope {

// Commands as bits, so that a flag can name those that it belongs to.
enum CommandBit : std::uint16_t {
  kAudit = 1,
  kLint = 2,
  kScope = 4,
  kExplain = 8,
  kRules = 16,
  kScore = 32,
  kCompare = 64,
  kText = 128,
  kMerge = 256,
  kInit = 512,
  kEveryCommand = 0xFFFF,
};

struct CommandRow {
  CommandBit bit;
  std::string_view name;
  std::string_view arguments;  // "[FILE|FOLDER]…"
  std::string_view about;      // one line
  std::string_view more;       // a paragraph, for its own help
};

struct Flag {
  std::string_view name;   // "fail-on"
  char letter = 0;         // 'v' of -v; 0: none
  std::string_view value;  // "SEVERITY"; empty: a switch
  std::uint16_t commands = kEveryCommand;
  bool repeatable = false;
  bool in_config = false;  // may stand in .peerscope.yaml
  bool in_environment = false;
  std::string_view about;
};

std::span<const CommandRow> all_commands();
std::span<const Flag> all_flags();
const CommandRow* command_named(std::string_view name);
const Flag* flag_named(std::string_view name);

std::string environment_name(const Flag& flag);  // "PEERSCOPE_FAIL_ON"

std::string help_text();                           // of the program
std::string help_text(const CommandRow& command);  // of one command

}  // namespace peerscope
