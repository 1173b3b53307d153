// Finds and reads the files of a folder of rules.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "rules/load.h"

namespace peerscope {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = 8u << 20;
constexpr std::size_t kMostFiles = 5000;

Error mistake(const std::string& path, std::string message, std::string remedy) {
  Error error;
  error.message = std::move(message);
  error.path = path;
  error.remedy = std::move(remedy);
  return error;
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

// Paths of all rule files below the folder; links are not followed, so that no circle can arise.
std::vector<std::string> rule_paths(const std::string& folder, Errors& errors) {
  std::vector<std::string> paths;
  std::error_code failure;
  fs::recursive_directory_iterator entry(folder, failure), end;
  for (; !failure && entry != end; entry.increment(failure)) {
    const fs::path& path = entry->path();
    std::error_code ignored;
    if (is_hidden(path)) {
      if (entry->is_directory(ignored)) entry.disable_recursion_pending();
      continue;
    }
    const std::string extension = path.extension().string();
    if (extension == ".yml") {
      errors.push_back(mistake(path.string(), "This file would not be read.", "Rename it to end in .yaml."));
    } else if (extension == ".yaml" && !entry->is_directory(ignored)) {
      if (entry->is_symlink(ignored) || !entry->is_regular_file(ignored)) {
        errors.push_back(mistake(path.string(), "This is no regular file.", "Put a copy of the file here."));
      } else {
        paths.push_back(path.string());
      }
    }
    if (paths.size() > kMostFiles) break;
  }
  if (failure) {
    errors.push_back(mistake(folder, "The folder cannot be read: " + failure.message() + ".",
                             "Check the path and its permissions."));
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool read_text(const std::string& path, std::string& text, Errors& errors) {
  std::error_code failure;
  if (const auto size = fs::file_size(path, failure); !failure && size > kMostBytes) {
    errors.push_back(
        mistake(path, "The file is too large for a rule file.", "Split it: one file may hold 8 MB."));
    return false;
  }
  std::ifstream in(path, std::ios::binary);
  text.assign(std::istreambuf_iterator<char>(in), {});
  if (in.is_open() && !in.bad()) return true;
  errors.push_back(mistake(path, "The file cannot be read.", "Check its permissions."));
  return false;
}

}  // namespace

Result<std::vector<RuleFile>> read_rule_folder(const std::string& folder) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) {
    const bool is_file = fs::exists(folder, ignored);
    return fail(mistake(
        folder, is_file ? "This is a file, and a folder of rules is needed." : "There is no such folder.",
        is_file ? "Name the folder that holds its pack.yaml." : "Check the path."));
  }
  std::string base = folder;
  while (base.size() > 1 && base.ends_with('/')) base.pop_back();
  Errors errors;
  std::vector<RuleFile> files;
  for (const std::string& path : rule_paths(base, errors)) {
    RuleFile file;
    file.path = path;
    if (read_text(path, file.text, errors)) files.push_back(std::move(file));
  }
  if (files.size() > kMostFiles)
    errors.push_back(
        mistake(folder, "The folder holds too many rule files.", "Name the folder of the packs alone."));
  if (files.empty() && errors.empty()) {
    errors.push_back(mistake(folder, "The folder holds no rule files.",
                             "A pack is a folder with a pack.yaml and files of rules."));
  }
  if (!errors.empty()) return tl::unexpected<Errors>(std::move(errors));
  return files;
}

}  // namespace peerscope
