// Takes from a process whatever it does not need to read a PDF.
#pragma once
#include <cstdint>

namespace peerscope::pdf {

// Limits on memory, files and dumps; and, where the kernel has Landlock, no file but fonts and character
// tables, those to read alone. For the process that waits, and every child of it.
void shut_out_files();

// Where the kernel has seccomp: no call that reading does not need. No program, no process, no connection.
// For the child that reads one document; `cpu_seconds` is what it may use up.
void shut_in(std::uint32_t cpu_seconds);

// The same in looser measure, for a whole program that is started next: it reads what is installed, writes
// nothing but its output, and connects to nothing.
void shut_in_program(std::uint32_t cpu_seconds);

}  // namespace peerscope::pdf
