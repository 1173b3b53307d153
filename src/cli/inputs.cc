// From arguments to the files that they mean.
#include "cli/inputs.h"

#include <glob.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace peerscope {

namespace fs = std::filesystem;

namespace {

Error input_error(const std::string& path, std::string message, std::string remedy) {
  Error error;
  error.message = std::move(message);
  error.path = path;
  error.remedy = std::move(remedy);
  return error;
}

bool begins_with_any(std::string_view head, const std::vector<std::string_view>& marks) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return head.starts_with(mark); });
}

// A picture, a program: it holds NUL bytes and is none of the document formats that do. What is a document in a format
// that cannot be read (a PDF, an old .doc) goes on to the reader, which says so: it must not be missing in silence.
bool is_binary(const fs::path& path) {
  std::array<char, 4096> buffer{};
  std::ifstream file(path, std::ios::binary);
  file.read(buffer.data(), buffer.size());
  const std::string_view head(buffer.data(), static_cast<std::size_t>(file.gcount()));
  using namespace std::string_view_literals;
  const bool document = begins_with_any(head, {"PK"sv, "%PDF"sv, "\xD0\xCF\x11\xE0"sv, "{\\rtf"sv, "\xFF\xFE"sv, "\xFE\xFF"sv});
  if (document || head.find('\0') == std::string_view::npos) return false;
  // UTF-16 without a mark has a NUL in every second place of ordinary text.
  const auto zeros = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
  return zeros * 5 < head.size() * 2;
}

class Search {
 public:
  void add(const std::string& argument) {
    std::error_code failure;
    const fs::file_status status = fs::status(argument, failure);
    if (argument == "-") {
      inputs_.files.push_back(argument);
    } else if (fs::is_directory(status)) {
      walk(argument);
    } else if (fs::exists(status)) {
      inputs_.files.push_back(argument);
    } else if (argument.find_first_of("*?[") != std::string::npos) {
      expand(argument);
    } else {
      inputs_.errors.push_back(input_error(argument, "There is no such file or folder.", "Check the name."));
    }
  }

  Inputs take() { return std::move(inputs_); }

 private:
  void walk(const std::string& folder) {
    const std::size_t before = inputs_.files.size();
    const std::size_t mistakes = inputs_.errors.size();
    walk_below(folder);
    if (inputs_.files.size() == before && inputs_.errors.size() == mistakes) {
      inputs_.errors.push_back(input_error(folder, "The folder holds no file that can be read.", "-v tells what was skipped."));
    }
  }

  void walk_below(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
      entries.push_back(entry->path());
    }
    if (failure) {
      inputs_.errors.push_back(input_error(folder.string(), "The folder cannot be read: " + failure.message() + ".",
                                           "Check who may read it."));
    }
    std::sort(entries.begin(), entries.end(),
              [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    for (const fs::path& entry : entries) visit(entry);
  }

  void visit(const fs::path& path) {
    std::error_code failure;
    const fs::file_status status = fs::symlink_status(path, failure);
    if (path.filename().native().starts_with('.')) {
      skip(path, "hidden");
    } else if (fs::is_directory(status)) {
      walk_below(path);
    } else if (fs::is_symlink(status)) {
      visit_link(path);
    } else if (!fs::is_regular_file(status)) {
      skip(path, "no regular file");
    } else if (path.filename().native().starts_with("~$")) {
      skip(path, "left by an office program");
    } else if (is_binary(path)) {
      skip(path, "no text: binary");
    } else {
      inputs_.files.push_back(path.string());
    }
  }

  // A link to a file is that file; a link to a folder is not followed, so that no circle can arise.
  void visit_link(const fs::path& path) {
    std::error_code failure;
    if (fs::is_regular_file(path, failure) && !is_binary(path)) {
      inputs_.files.push_back(path.string());
    } else {
      skip(path, "a link that is not followed");
    }
  }

  void expand(const std::string& pattern) {
    glob_t found{};
    if (::glob(pattern.c_str(), 0, nullptr, &found) == 0) {
      for (std::size_t i = 0; i < found.gl_pathc; ++i) add(found.gl_pathv[i]);
    } else {
      inputs_.errors.push_back(input_error(pattern, "No file fits this pattern.", "Check the name."));
    }
    globfree(&found);
  }

  void skip(const fs::path& path, std::string_view reason) {
    inputs_.skipped.push_back(path.string() + ": " + std::string(reason));
  }

  Inputs inputs_;
};

}  // namespace

Inputs find_inputs(const std::vector<std::string>& arguments) {
  Search search;
  for (const std::string& argument : arguments) search.add(argument);
  return search.take();
}

}  // namespace peerscope
