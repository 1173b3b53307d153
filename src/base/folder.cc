// Walks folders in an order that every machine repeats.
#include "base/folder.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace peerscope {

namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 64;  // folders in folders; deeper is told as an error

std::string reason_by_type(fs::file_type type) {
  if (type == fs::file_type::regular) return {};
  return type == fs::file_type::symlink ? "symbolic link" : "pipe, socket or device";
}

std::string join(const std::string& folder, const std::string& name) {
  if (folder.empty() || folder == "." || folder == "./") return name;
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

// "./a.txt" and "a.txt" are one file.
std::string plain_path(const std::string& path) { return fs::path(path).lexically_normal().string(); }

class Search {
 public:
  Search(FoundFiles& found, const SkipReason& skip_reason, bool may_meet_twice)
      : found_(found), skip_reason_(skip_reason), may_meet_twice_(may_meet_twice) {}

  void argument(const std::string& argument) {
    std::error_code code;
    if (argument != "-" && is_glob(argument) && !fs::exists(argument, code)) {
      any_ = false;
      glob(argument.starts_with('/') ? "/" : "", argument, 1);
      if (!any_) tell("matches no file", argument, "Check the pattern and the folder that you are in.");
    } else {
      file_or_folder(argument);
    }
  }

 private:
  // What is not there is left to the reader, which says what is the matter with it.
  void file_or_folder(const std::string& path) {
    std::error_code code;
    any_ = true;
    if (path != "-" && fs::is_directory(path, code)) {
      folder_ = path;
      walk(path, 1);
    } else if (is_new(path)) {
      found_.files.push_back({path, {}, false});
    }
  }

  // One walk meets no file twice, and a million names more than are needed take a hundred MB.
  bool is_new(const std::string& path) { return !may_meet_twice_ || seen_.insert(plain_path(path)).second; }

  void walk(const std::string& folder, int depth) {
    if (depth > kDeepest) {
      return tell("lies more than " + std::to_string(kDeepest) + " folders deep", folder,
                  "Name this folder itself.");
    }
    for (const std::string& name : names_in(folder)) {
      const std::string path = join(folder, name);
      std::error_code code;
      const fs::file_type type = fs::symlink_status(path, code).type();
      if (type == fs::file_type::not_found) continue;  // gone since the folder was listed
      std::string reason = name.starts_with('.') ? "hidden" : reason_by_type(type);
      if (code) {
        tell("cannot be looked at: " + code.message(), path,
             "Ask for leave to read this folder, or leave it out.");
      } else if (type == fs::file_type::directory && reason != "hidden") {
        walk(path, depth + 1);
      } else if (is_new(path)) {
        if (reason.empty()) reason = skip_reason_(path);
        if (reason.empty())
          found_.files.push_back({path, folder_, true});
        else
          found_.skipped.push_back({path, std::move(reason)});
      }
    }
  }

  // Follows a pattern one name at a time: of "notes/*/a?.txt", first "notes", then every folder in it.
  void glob(const std::string& folder, std::string_view pattern, int depth) {
    while (pattern.starts_with('/')) pattern.remove_prefix(1);
    if (pattern.empty()) return file_or_folder(folder);
    const std::size_t slash = std::min(pattern.find('/'), pattern.size());
    const std::string name(pattern.substr(0, slash));
    const std::string_view rest = pattern.substr(slash);
    std::error_code code;
    if (name == "**") {
      if (rest.empty()) return file_or_folder(folder.empty() ? "." : folder);
      glob(folder, rest, depth);
      if (depth > kDeepest) return;
      for (const std::string& each : names_in(folder)) {
        const std::string path = join(folder, each);
        const bool real_folder = fs::symlink_status(path, code).type() == fs::file_type::directory;
        if (real_folder && !each.starts_with('.')) glob(path, pattern, depth + 1);
      }
    } else if (is_glob(name)) {
      for (const std::string& each : names_in(folder)) {
        const std::string path = join(folder, each);
        if (::fnmatch(name.c_str(), each.c_str(), FNM_PERIOD) != 0) continue;
        if (rest.empty() || fs::is_directory(path, code)) glob(path, rest, depth + 1);
      }
    } else if (const std::string path = folder.empty() && name == "." ? "." : join(folder, name);
               fs::exists(path, code)) {
      glob(path, rest, depth + 1);
    }
  }

  std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code code;
    auto entry = fs::directory_iterator(folder.empty() ? "." : folder, code);
    while (!code && entry != fs::directory_iterator()) {
      names.push_back(entry->path().filename().string());
      entry.increment(code);
    }
    if (code) {
      tell("cannot be listed: " + code.message(), folder,
           "Ask for leave to read this folder, or leave it out.");
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  void tell(std::string message, const std::string& path, std::string remedy) {
    found_.errors.push_back({std::move(message), path, 0, 0, std::move(remedy), {}});
  }

  FoundFiles& found_;
  const SkipReason& skip_reason_;
  bool may_meet_twice_;
  std::set<std::string> seen_;
  std::string folder_;  // the folder argument that is being walked
  bool any_ = false;    // a glob met something
};

}  // namespace

bool walked_before(std::string_view path, std::string_view other) {
  return std::lexicographical_compare(path.begin(), path.end(), other.begin(), other.end(),
                                      [](char a, char b) {
                                        // A name that ends comes before one that goes on.
                                        return (a == '/' ? 0 : static_cast<unsigned char>(a) + 1) <
                                               (b == '/' ? 0 : static_cast<unsigned char>(b) + 1);
                                      });
}

bool is_glob(std::string_view argument) { return argument.find_first_of("*?[") != std::string_view::npos; }

FoundFiles find_files(const std::vector<std::string>& arguments, const SkipReason& skip_reason) {
  FoundFiles found;
  Search search(found, skip_reason, arguments.size() > 1 || (!arguments.empty() && is_glob(arguments[0])));
  for (const std::string& argument : arguments) search.argument(argument);
  return found;
}

}  // namespace peerscope
