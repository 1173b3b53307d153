// What the terminal can do, and what the user wishes of it.
#pragma once
#include "cli/options.h"

namespace peerscope {

struct Terminal {
  bool is_terminal = false;  // standard output is one
  bool errors_seen = false;  // standard error is one that can move its cursor
  bool color = false;
  int width = 100;  // columns; 100 where it is no terminal
};

// --color, then NO_COLOR, then CLICOLOR_FORCE and FORCE_COLOR, then whether it is a terminal that can.
Terminal terminal_of_stdout(Color wish);

}  // namespace peerscope
