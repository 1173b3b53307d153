// Starts programs with clean hands, and never waits for one longer than it may take.
#include "base/child.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <utility>

namespace peerscope {
namespace {

void close_both(const std::array<int, 2>& ends) {
  ::close(ends[0]);
  ::close(ends[1]);
}

// Writing to a child that has died must be an error, not the end of this program; and how others of its
// threads, or `peerscope | head`, take that signal is not to change.
class NoPipeSignal {
 public:
  NoPipeSignal() {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~NoPipeSignal() {
    const timespec now{};
    while (!was_pending_ && sigtimedwait(&pipe_, nullptr, &now) < 0 && errno == EINTR) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  NoPipeSignal(const NoPipeSignal&) = delete;
  NoPipeSignal& operator=(const NoPipeSignal&) = delete;

 private:
  sigset_t pipe_{}, before_{};
  bool was_pending_ = false;
};

// Milliseconds that are left, rounded up; 0: none.
int left_until(Deadline until) {
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
  return static_cast<int>(std::clamp<long long>(left, 0, 1'000'000));
}

}  // namespace

std::optional<Child> Child::start(const std::string& program, const std::vector<std::string>& arguments) {
  std::array<int, 2> to{}, from{};
  if (::pipe2(to.data(), O_CLOEXEC) != 0) return std::nullopt;
  if (::pipe2(from.data(), O_CLOEXEC) != 0) {
    close_both(to);
    return std::nullopt;
  }
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, to[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, from[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::string locale = "LC_ALL=C", path = "PATH=/usr/local/bin:/usr/bin:/bin";
  const std::array<char*, 3> environment{locale.data(), path.data(), nullptr};
  Child child;
  const int failure =
      ::posix_spawn(&child.process_, program.c_str(), &files, &attributes, argv.data(), environment.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  ::close(to[0]);
  ::close(from[1]);
  child.in_ = to[1];
  child.out_ = from[0];
  if (failure != 0) {
    child.process_ = -1;
    return std::nullopt;
  }
  for (const int pipe : {child.in_, child.out_}) ::fcntl(pipe, F_SETFL, O_NONBLOCK);
  return child;
}

Child::Child(Child&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      in_(std::exchange(other.in_, -1)),
      out_(std::exchange(other.out_, -1)) {}

Child& Child::operator=(Child&& other) noexcept {
  if (this == &other) return *this;
  end();
  process_ = std::exchange(other.process_, -1);
  in_ = std::exchange(other.in_, -1);
  out_ = std::exchange(other.out_, -1);
  return *this;
}

Child::~Child() { end(); }

void Child::end() noexcept {
  close_input();
  if (out_ >= 0) ::close(std::exchange(out_, -1));
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
}

void Child::close_input() {
  if (in_ >= 0) ::close(std::exchange(in_, -1));
}

Child::Talk Child::talk(const std::vector<std::string_view>& pieces, Deadline until,
                        const std::function<bool(std::string_view)>& take, Input after) {
  const NoPipeSignal quiet;
  std::string buffer(1U << 16U, '\0');
  std::size_t piece = 0;
  std::string_view rest = pieces.empty() ? std::string_view() : pieces[0];
  for (;;) {
    while (rest.empty() && piece < pieces.size())
      rest = ++piece < pieces.size() ? pieces[piece] : std::string_view();
    if (rest.empty() && after == Input::close) close_input();
    std::array<pollfd, 2> pipes{{{out_, POLLIN, 0}, {rest.empty() ? -1 : in_, POLLOUT, 0}}};
    const int left = left_until(until);
    if (left == 0) return Talk::late;
    if (::poll(pipes.data(), pipes.size(), left) < 0 && errno != EINTR) return Talk::ended;
    if (pipes[1].revents != 0) {
      const ssize_t put = ::write(in_, rest.data(), rest.size());
      if (put < 0 && errno != EINTR && errno != EAGAIN)
        rest = {}, piece = pieces.size();  // its last words tell why
      if (put > 0) rest.remove_prefix(static_cast<std::size_t>(put));
    }
    if (pipes[0].revents == 0) continue;
    const ssize_t got = ::read(out_, buffer.data(), buffer.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) return Talk::ended;
    if (take(std::string_view(buffer).substr(0, static_cast<std::size_t>(got)))) return Talk::done;
  }
}

int Child::exit_code() {
  if (process_ <= 0) return -1;
  close_input();
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace peerscope
