// Ctrl-C: the work ends soon, and what is finished is still reported.
#pragma once

namespace peerscope {

// From now on the first SIGINT or SIGTERM only sets a mark; a second one ends the program at once.
void catch_interrupts();
bool interrupted();

// Whether something can be read from the descriptor, or comes within so many milliseconds (-1: however long
// it takes). A pipe may stay silent for hours, and a read() that waits in another thread would not notice a
// signal: an interruption ends the waiting.
enum class Bytes : bool { none, ready };
Bytes wait_for_bytes(int descriptor, int milliseconds);

}  // namespace peerscope
