// What the terminal can do, and what the user wishes of it.
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace peerscope {

namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_forced(const char* name) { return !variable(name).empty() && variable(name) != "0"; }

bool allows_color(Color wish, bool is_terminal) {
  if (wish != Color::automatic) return wish == Color::always;
  if (!variable("NO_COLOR").empty()) return false;
  if (is_forced("CLICOLOR_FORCE") || is_forced("FORCE_COLOR")) return true;
  return is_terminal && variable("TERM") != "dumb" && variable("CLICOLOR") != "0";
}

}  // namespace

Terminal terminal_of_stdout(Color wish) {
  Terminal terminal;
  terminal.is_terminal = isatty(STDOUT_FILENO) == 1;
  terminal.errors_seen =
      isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb" && !variable("TERM").empty();
  terminal.color = allows_color(wish, terminal.is_terminal);
  winsize size{};
  if (terminal.is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    // Lines longer than this tire the eye, however wide the window.
    terminal.width = std::min(100, static_cast<int>(size.ws_col));
  }
  return terminal;
}

}  // namespace peerscope
