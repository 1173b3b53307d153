// Asks the git command.
#include "cli/git.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <utility>

#include "base/utf8.h"

namespace peerscope {

namespace fs = std::filesystem;

namespace {

Error git_error(std::string message, std::string remedy, std::string path = {}) {
  Error error;
  error.message = std::move(message);
  error.remedy = std::move(remedy);
  error.path = std::move(path);
  return error;
}

// A running git: its words, what it reads from us, what it writes. No shell comes in between.
class Git {
 public:
  Git(const std::string& folder, const std::vector<std::string>& words) {
    int in[2], out[2];
    if (::pipe2(in, O_CLOEXEC) != 0) return;
    if (::pipe2(out, O_CLOEXEC) != 0) {
      ::close(in[0]);
      ::close(in[1]);
      return;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // fsmonitor and the pager are programs that a repository may name; asking for text must start none of
    // them.
    std::vector<std::string> all{
        "git", "-C", folder, "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"};
    all.insert(all.end(), words.begin(), words.end());
    std::vector<char*> arguments;
    for (std::string& word : all) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    if (::posix_spawnp(&process_, "git", &actions, nullptr, arguments.data(), environ) != 0) process_ = -1;
    posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    to_ = in[1];
    from_ = out[0];
  }
  Git(const Git&) = delete;
  Git& operator=(const Git&) = delete;
  ~Git() { end(); }

  bool started() const { return process_ > 0; }

  bool put(std::string_view text) {
    auto* const before = std::signal(SIGPIPE, SIG_IGN);  // a git that died is told by its answer
    ssize_t written = 1;
    while (!text.empty() && written > 0) {
      do written = ::write(to_, text.data(), text.size());
      while (written < 0 && errno == EINTR);
      if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    std::signal(SIGPIPE, before);
    return text.empty();
  }

  // Reads until `size` bytes are there; fewer only at the end.
  std::string take(std::size_t size) {
    while (buffer_.size() < size && fill()) {
    }
    std::string taken = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return taken;
  }
  std::string take_line() {
    while (buffer_.find('\n') == std::string::npos && fill()) {
    }
    const std::size_t end = buffer_.find('\n');
    std::string line = buffer_.substr(0, end);
    buffer_.erase(0, end == std::string::npos ? end : end + 1);
    return line;
  }
  std::string take_all() {
    close_input();
    while (fill()) {
    }
    return std::exchange(buffer_, {});
  }

  void close_input() {
    if (to_ >= 0) ::close(std::exchange(to_, -1));
  }

  bool end() {
    close_input();
    if (from_ >= 0) ::close(std::exchange(from_, -1));
    if (process_ <= 0) return succeeded_;
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return succeeded_ = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  bool fill() {
    char piece[1U << 16U];
    ssize_t got = 0;
    do got = ::read(from_, piece, sizeof piece);
    while (got < 0 && errno == EINTR);
    if (got <= 0) return false;
    buffer_.append(piece, static_cast<std::size_t>(got));
    return true;
  }

  pid_t process_ = -1;
  int to_ = -1, from_ = -1;
  bool succeeded_ = false;
  std::string buffer_;
};

std::vector<std::string> cut_at_nul(const std::string& text) {
  std::vector<std::string> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\0', at), text.size());
    pieces.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return pieces;
}

// "100644 blob 83baae… <TAB> jobs/a.md"; of a link or a submodule the object is empty.
struct TreeEntry {
  std::string object, path;
};
TreeEntry read_entry(const std::string& line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string::npos || !line.starts_with("100")) return {};
  const std::size_t space = line.rfind(' ', tab);
  return {line.substr(space + 1, tab - space - 1), line.substr(tab + 1)};
}

bool hidden(const std::string& path) { return path.starts_with('.') || path.find("/.") != std::string::npos; }

// What a named file was called in `revision`, as git works it out; empty where it was not there.
std::string former_name(const std::string& revision, const fs::path& file) {
  const std::string folder = file.parent_path().empty() ? "." : file.parent_path().string();
  const Result<std::string> top = ask_git(folder, {"rev-parse", "--show-toplevel"});
  if (!top) return "";
  const fs::path root = std::string(trim(*top));
  const Result<std::string> moved =
      ask_git(root.string(), {"diff", "--no-ext-diff", "--name-status", "-z", "--find-renames=30%",
                              "--diff-filter=R", revision, "--"});
  if (!moved) return "";
  std::error_code failure;
  const fs::path wanted = fs::weakly_canonical(file, failure);
  const std::vector<std::string> words = cut_at_nul(*moved);  // "R087", old, new, …
  for (std::size_t i = 0; i + 2 < words.size(); i += 3) {
    if (root / words[i + 2] == wanted) return (root / words[i + 1]).string();
  }
  return "";
}

}  // namespace

Result<std::string> ask_git(const std::string& folder, const std::vector<std::string>& words) {
  Git git(folder, words);
  if (!git.started())
    return fail(
        git_error("The git command cannot be started.", "Install git, or leave out what asks for it."));
  std::string answer = git.take_all();
  if (!git.end())
    return fail(
        git_error("Git gives no answer here.", "Check that this folder is in a git repository.", folder));
  return answer;
}

Errors each_file_at(const std::string& revision, const std::string& argument, const EachOldFile& each) {
  std::error_code failure;
  const bool is_folder = fs::is_directory(argument, failure);
  const fs::path given(argument);
  std::string folder = is_folder ? argument : given.parent_path().string();
  if (folder.empty()) folder = ".";
  const Result<std::string> commit =
      ask_git(folder, {"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
  if (!commit) {
    Error error = commit.error().front();
    if (error.path == folder) error.message = "Git knows no revision \"" + revision + "\" here.";
    error.remedy =
        "Name a branch, a tag or a commit of the repository that this lies in; a shallow clone holds only "
        "the last ones.";
    return {error};
  }
  const std::string id(trim(*commit));
  std::string name = is_folder ? "." : "./" + given.filename().string();
  Result<std::string> tree = ask_git(folder, {"--literal-pathspecs", "ls-tree", "-r", "-z", id, "--", name});
  if (!tree) return tree.error();
  std::string shown_folder = is_folder ? argument : given.parent_path().string();
  if (tree->empty() && !is_folder) {
    const fs::path former = former_name(id, given);
    if (former.empty()) return {};
    folder = shown_folder = former.parent_path().string();
    // Its folder may be gone, so git is asked from the folder of today.
    const fs::path top =
        std::string(trim(ask_git(given.parent_path().empty() ? "." : given.parent_path().string(),
                                 {"rev-parse", "--show-toplevel"})
                             .value_or("")));
    folder = top.string();
    tree = ask_git(folder, {"--literal-pathspecs", "ls-tree", "-r", "-z", id, "--",
                            former.lexically_relative(top).string()});
    if (!tree) return tree.error();
    shown_folder = folder;
  }
  Git objects(folder, {"cat-file", "--batch"});
  for (const std::string& line : cut_at_nul(*tree)) {
    const TreeEntry entry = read_entry(line);
    if (entry.object.empty() || (is_folder && hidden(entry.path))) continue;
    if (!objects.put(entry.object + "\n")) break;
    const std::string head = objects.take_line();  // "83baae… blob 1234"
    const std::size_t space = head.rfind(' ');
    if (space == std::string::npos || head.find(" blob ") == std::string::npos)
      return {git_error("Git does not give the content of this revision.",
                        "A partial clone lacks it: fetch it first.", entry.path)};
    const std::string bytes = objects.take(std::stoul(head.substr(space + 1)));
    objects.take(1);  // the line feed behind it
    const std::string path = shown_folder.empty() || shown_folder == "."
                                 ? entry.path
                                 : (fs::path(shown_folder) / entry.path).string();
    each({path, is_folder ? argument : "", is_folder}, bytes);
  }
  return {};
}

Result<CommitDay> day_of_commit(const std::string& folder) {
  const Result<std::string> answer = ask_git(folder, {"log", "-1", "--format=%cs %H"});
  if (!answer) return tl::unexpected<Errors>(answer.error());
  const std::string_view line = trim(*answer);
  if (line.size() < 12) return fail(git_error("Git knows no commit here.", "Commit first, or give --date."));
  return CommitDay{std::string(line.substr(0, 10)), std::string(line.substr(11))};
}

}  // namespace peerscope
