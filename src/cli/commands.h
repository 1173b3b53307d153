// The commands: each does its work and answers with an exit code.
#pragma once
#include <ostream>

#include "cli/options.h"
#include "cli/terminal.h"

namespace peerscope {

enum ExitCode : int {
  kFine = 0,      // nothing at or above --fail-on
  kFindings = 1,  // findings, a failed example, "no scope"
  kFailed = 2,    // the work could not be done, or not all of it
};

// What a command works with: results go to `out`, all else to `err`.
struct Desk {
  const Options& options;
  Terminal terminal;
  std::ostream& out;
  std::ostream& err;
};

int run_check(const Desk& desk);  // audit and lint
int run_score(const Desk& desk);
int run_compare(const Desk& desk);
int run_text(const Desk& desk);
int run_merge(const Desk& desk);
int run_init(const Desk& desk);
int run_fix(const Desk& desk);  // lint --fix
int run_scope(const Desk& desk);
int run_explain(const Desk& desk);
int run_rules(const Desk& desk);

// The whole program: words without its own name, variables as NAME=VALUE.
int run(const std::vector<std::string>& words, const char* const* variables, std::ostream& out,
        std::ostream& err);

}  // namespace peerscope
