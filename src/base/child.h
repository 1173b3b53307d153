// A program that is started, written to and read from, with a deadline.
#pragma once
#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peerscope {

using Deadline = std::chrono::steady_clock::time_point;

class Child {
 public:
  // Its standard input and output are pipes; what it says on standard error is lost. It inherits no variable
  // and no other file. Nothing where it cannot be started.
  static std::optional<Child> start(const std::string& program, const std::vector<std::string>& arguments);

  Child(Child&& other) noexcept;
  Child& operator=(Child&& other) noexcept;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child();  // ends it

  enum class Talk { done, ended, late };
  enum class Input { keep, close };  // whether more may be written to it later
  // Writes `pieces` one after another while handing what comes back to `take`, until `take` says that it is
  // enough (true), the child closes its output, or time is up.
  Talk talk(const std::vector<std::string_view>& pieces, Deadline until,
            const std::function<bool(std::string_view)>& take, Input after = Input::keep);
  void close_input();
  // How it ended by itself: its exit code, or -1 for a signal. Waits: only after talk() said `ended`.
  int exit_code();

 private:
  Child() = default;
  void end() noexcept;

  pid_t process_ = -1;
  int in_ = -1, out_ = -1;
};

}  // namespace peerscope
