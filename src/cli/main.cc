// The program's door: words and variables in, an exit code out.
#include <unistd.h>

#include <exception>
#include <iostream>

#include "base/interrupt.h"
#include "cli/commands.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  peerscope::catch_interrupts();
  try {
    const int code = peerscope::run({argv + (argc > 0 ? 1 : 0), argv + argc}, environ, std::cout, std::cerr);
    std::cout.flush();
    if (std::cout) return code;
    std::cerr << "peerscope: The results cannot be written to standard output. Check that it is open and has "
                 "room.\n";
  } catch (const std::exception& exception) {
    std::cerr << "peerscope: The work stopped: " << exception.what()
              << ". This is a fault of peerscope; please report it.\n";
  }
  return peerscope::kFailed;
}
