// The door to libseccomp, to Landlock and to the limits of the system.
#include "pdf/jail.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <initializer_list>

namespace peerscope::pdf {
namespace {

constexpr rlim_t kMemory = rlim_t{1} << 30U;

void limit(decltype(RLIMIT_CPU) what, rlim_t soft, rlim_t hard) {
  const rlimit both{soft, hard};
  ::setrlimit(what, &both);
}

bool files_shut_out = false;  // by Landlock: then seccomp need not forbid opening altogether

// What poppler may look up while it reads: tables for Asian scripts, fonts that a document names and does not
// carry.
constexpr std::array kReadable{
    "/usr/share/poppler",    "/usr/share/fonts",      "/usr/local/share/fonts", "/etc/fonts",
    "/usr/share/fontconfig", "/var/cache/fontconfig", "/usr/share/ghostscript"};

constexpr std::uint64_t kReading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

void allow(int rules, const char* folder, std::uint64_t access) {
  landlock_path_beneath_attr beneath{};
  beneath.allowed_access = access;
  beneath.parent_fd = ::open(folder, O_PATH | O_CLOEXEC);
  if (beneath.parent_fd < 0) return;
  ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0U);
  ::close(beneath.parent_fd);
}

template <class Folders>
bool landlock(const Folders& folders, std::uint64_t access) {
  if (::syscall(SYS_landlock_create_ruleset, nullptr, 0UL, LANDLOCK_CREATE_RULESET_VERSION) < 1) return false;
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;  // all that its first version knows
  const auto rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0U));
  if (rules < 0) return false;
  for (const char* folder : folders) allow(rules, folder, access);
  const bool shut = ::syscall(SYS_landlock_restrict_self, rules, 0U) == 0;
  ::close(rules);
  return shut;
}

void add(scmp_filter_ctx filter, std::uint32_t action, std::initializer_list<int> calls) {
  for (const int call : calls) ::seccomp_rule_add_array(filter, action, call, 0, nullptr);
}

void add_if(scmp_filter_ctx filter, std::uint32_t action, int call, scmp_arg_cmp condition) {
  ::seccomp_rule_add_array(filter, action, call, 1, &condition);
}

}  // namespace

void shut_in_program(std::uint32_t cpu_seconds) {
  // What a program and its libraries and data are made of. Nothing of anybody's home, nothing to write.
  constexpr std::array kInstalled{"/usr", "/lib", "/lib64", "/etc", "/proc", "/sys", "/opt"};
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, 0, 0);
#ifndef __SANITIZE_ADDRESS__  // whose shadow alone is larger
  limit(RLIMIT_AS, 2 * kMemory, 2 * kMemory);
#endif
  limit(RLIMIT_CPU, cpu_seconds, cpu_seconds + 1);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  landlock(kInstalled, kReading | LANDLOCK_ACCESS_FS_EXECUTE);
  scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return;
  add(filter, SCMP_ACT_ERRNO(EPERM),
      {SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
       SCMP_SYS(process_vm_writev), SCMP_SYS(kill), SCMP_SYS(mount), SCMP_SYS(bpf), SCMP_SYS(io_uring_setup),
       SCMP_SYS(keyctl), SCMP_SYS(unshare)});
  ::seccomp_load(filter);
  ::seccomp_release(filter);
}

void shut_out_files() {
  limit(RLIMIT_CORE, 0, 0);  // a dump would be a copy of a private text
  limit(RLIMIT_FSIZE, 0, 0);
  limit(RLIMIT_NOFILE, 64, 64);
#ifndef __SANITIZE_ADDRESS__  // whose shadow alone is larger
  limit(RLIMIT_AS, kMemory, kMemory);
#endif
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  files_shut_out = landlock(kReadable, kReading);
}

void shut_in(std::uint32_t cpu_seconds) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  limit(RLIMIT_CPU, cpu_seconds, cpu_seconds + 1);
  // What is not named fails as if it were not permitted, and poppler makes do without.
  scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) return;
  add(filter, SCMP_ACT_ALLOW,
      {SCMP_SYS(read),
       SCMP_SYS(write),
       SCMP_SYS(readv),
       SCMP_SYS(writev),
       SCMP_SYS(pread64),
       SCMP_SYS(lseek),
       SCMP_SYS(close),
       SCMP_SYS(fstat),
       SCMP_SYS(newfstatat),
       SCMP_SYS(statx),
       SCMP_SYS(stat),
       SCMP_SYS(access),
       SCMP_SYS(faccessat),
       SCMP_SYS(getdents64),
       SCMP_SYS(poll),
       SCMP_SYS(ppoll),
       SCMP_SYS(mmap),
       SCMP_SYS(munmap),
       SCMP_SYS(mremap),
       SCMP_SYS(mprotect),
       SCMP_SYS(madvise),
       SCMP_SYS(brk),
       SCMP_SYS(futex),
       SCMP_SYS(exit),
       SCMP_SYS(exit_group),
       SCMP_SYS(rt_sigreturn),
       SCMP_SYS(rt_sigaction),
       SCMP_SYS(rt_sigprocmask),
       SCMP_SYS(sigaltstack),
       SCMP_SYS(clock_gettime),
       SCMP_SYS(gettimeofday),
       SCMP_SYS(time),
       SCMP_SYS(getrandom),
       SCMP_SYS(getpid),
       SCMP_SYS(gettid),
       SCMP_SYS(tgkill),
       SCMP_SYS(sched_yield),
       SCMP_SYS(sysinfo),
       SCMP_SYS(fcntl),
       SCMP_SYS(getrusage),
       SCMP_SYS(set_robust_list),
       SCMP_SYS(rseq)});
  if (files_shut_out) {
    constexpr auto kWriting = static_cast<scmp_datum_t>(O_ACCMODE | O_CREAT | O_TRUNC);
    add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), scmp_arg_cmp{2, SCMP_CMP_MASKED_EQ, kWriting, 0});
    add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), scmp_arg_cmp{1, SCMP_CMP_MASKED_EQ, kWriting, 0});
  }
  // Nothing honest asks for these.
  add(filter, SCMP_ACT_KILL_PROCESS,
      {SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(socket), SCMP_SYS(ptrace),
       SCMP_SYS(process_vm_writev)});
  ::seccomp_load(filter);
  ::seccomp_release(filter);
}

}  // namespace peerscope::pdf
