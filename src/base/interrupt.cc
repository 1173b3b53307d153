// A signal handler may do next to nothing: it sets a mark and wakes whoever waits on a pipe.
#include "base/interrupt.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace peerscope {

namespace {

std::atomic<bool> mark{false};
std::array<int, 2> wake{-1, -1};  // read end, write end; never emptied, so that everybody wakes

void on_signal(int) {
  const int kept = errno;
  mark = true;
  const char byte = 0;
  [[maybe_unused]] const ssize_t put = ::write(wake[1], &byte, 1);
  errno = kept;
}

}  // namespace

void catch_interrupts() {
  if (wake[0] >= 0 || ::pipe2(wake.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second one is not caught
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction before {};
    // Who starts a program with nohup or in the background has a reason to have it ignore the signal.
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
      ::sigaction(signal, &action, nullptr);
  }
}

bool interrupted() { return mark; }

Bytes wait_for_bytes(int descriptor, int milliseconds) {
  while (!interrupted()) {
    std::array<pollfd, 2> wanted{pollfd{descriptor, POLLIN, 0},
                                 pollfd{wake[0], POLLIN, 0}};  // -1 is passed over
    const int ready = ::poll(wanted.data(), wanted.size(), milliseconds);
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) return Bytes::none;
    if (ready < 0 || wanted[0].revents != 0)
      return Bytes::ready;  // also at its end, or closed: read() will tell
  }
  return Bytes::none;
}

}  // namespace peerscope
