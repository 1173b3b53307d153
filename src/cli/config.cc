// The configuration file: .peerscope.yaml, nearest upward from the working folder.
#include "cli/config.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/flags.h"
#include "cli/gate_rows.h"
#include "rules/suggest.h"
#include "rules/yaml.h"
#include "rules/yaml_text.h"

namespace peerscope {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kName = ".peerscope.yaml";

// Reads one file; every mistake is told with its place.
class ConfigurationReader {
 public:
  ConfigurationReader(const std::string& path, const std::string& text)
      : path_(path), bytes_(text), text_(path, text) {
    configuration_.path = path;
    configuration_.kinds.folder = fs::absolute(path).parent_path().lexically_normal().string();
  }

  Result<Configuration> read() {
    const ParsedYaml parsed = parse_yaml(path_, bytes_);
    errors_ = parsed.errors;
    if (errors_.empty()) read_root(parsed.root);
    if (!errors_.empty()) return tl::unexpected<Errors>(std::move(errors_));
    return std::move(configuration_);
  }

 private:
  void mistake(const YamlNode& at, std::string message, std::string remedy) {
    errors_.push_back(text_.error_at(at.line, at.column, std::move(message), std::move(remedy)));
  }

  void read_root(const YamlNode& root) {
    if (root.type == YamlType::empty) return;
    if (root.type != YamlType::map) {
      mistake(root, "The configuration is " + std::string(name_of(root.type)) + ", not a mapping.",
              "Write settings as `name: value`, one a line.");
      return;
    }
    for (std::size_t i = 0; i < root.keys.size(); ++i) read_setting(root.keys[i], root.items[i]);
  }

  void read_setting(const YamlNode& key, const YamlNode& value) {
    if (key.text == "kinds") {
      read_kinds(value);
      return;
    }
    if (key.text == "gates" || key.text == "ignore") {
      const TellMistake tell = [this](const YamlNode& at, std::string message, std::string remedy) {
        mistake(at, std::move(message), std::move(remedy));
      };
      if (key.text == "gates") configuration_.gates = read_gate_rows(value, path_, tell);
      if (key.text == "ignore") configuration_.ignores = read_ignore_list(value, path_, tell);
      return;
    }
    const Flag* flag = flag_named(key.text);
    if (flag == nullptr || !flag->in_config) {
      refuse_key(key);
      return;
    }
    Setting setting;
    setting.origin = key.text;
    setting.path = path_;
    setting.line = static_cast<int>(value.line);
    setting.column = static_cast<int>(value.column);
    if (value.type == YamlType::text) {
      setting.values.push_back(value.text);
    } else if (value.type == YamlType::list && flag->repeatable) {
      for (const YamlNode& item : value.items) {
        if (item.type != YamlType::text) return mistake(item, "This is no text.", "Write one value here.");
        setting.values.push_back(item.text);
      }
    } else {
      return mistake(value, "`" + key.text + "` is " + std::string(name_of(value.type)) + ".",
                     "Write one value.");
    }
    if (flag->name == "rules") {
      for (std::string& folder : setting.values) folder = (fs::path(path_).parent_path() / folder).string();
    }
    configuration_.settings.emplace(key.text, std::move(setting));
  }

  void refuse_key(const YamlNode& key) {
    std::vector<std::string> known{"kinds", "gates", "ignore"};
    for (const Flag& flag : all_flags()) {
      if (flag.in_config) known.emplace_back(flag.name);
    }
    mistake(key, "No setting is called \"" + key.text + "\".", did_you_mean(key.text, known));
  }

  // kinds: {"notes/**": progress-note}
  void read_kinds(const YamlNode& value) {
    if (value.type != YamlType::map) {
      return mistake(value, "`kinds` is " + std::string(name_of(value.type)) + ".",
                     "Write a pattern and a kind on each line: `\"notes/**\": progress-note`.");
    }
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
      DocumentKind kind = DocumentKind::unknown;
      if (!kind_named(value.items[i].text, kind)) {
        mistake(value.items[i], "No kind is called \"" + value.items[i].text + "\".",
                did_you_mean(value.items[i].text, {"job-description", "progress-note", "policy"}));
        continue;
      }
      configuration_.kinds.globs.emplace_back(value.keys[i].text, kind);
    }
  }

  const std::string& path_;
  const std::string& bytes_;
  const YamlText text_;
  Configuration configuration_;
  Errors errors_;
};

}  // namespace

std::string nearest_configuration(const std::string& folder) {
  std::error_code failure;
  for (fs::path place = fs::absolute(folder, failure); !place.empty(); place = place.parent_path()) {
    const fs::path candidate = place / kName;
    if (fs::is_regular_file(candidate, failure)) {
      const fs::path relative = fs::proximate(candidate, failure);
      return failure ? candidate.string() : relative.string();
    }
    if (place == place.root_path()) break;
  }
  return "";
}

Result<Configuration> read_configuration(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad()) {
    Error error;
    error.message = "The configuration cannot be read.";
    error.path = path;
    error.remedy = "Check that the file exists and may be read, or use --config none.";
    return fail(std::move(error));
  }
  return ConfigurationReader(path, text).read();
}

bool glob_fits(std::string_view glob, std::string_view path) {
  if (glob.empty()) return path.empty();
  if (glob.starts_with("**")) {
    std::string_view rest = glob.substr(2);
    if (rest.starts_with('/') && glob_fits(rest.substr(1), path)) return true;  // "**/a" fits "a" too
    for (std::size_t i = 0; i <= path.size(); ++i) {
      if (glob_fits(rest, path.substr(i))) return true;
    }
    return false;
  }
  if (glob.front() == '*') {
    for (std::size_t i = 0; i <= path.size(); ++i) {
      if (glob_fits(glob.substr(1), path.substr(i))) return true;
      if (i < path.size() && path[i] == '/') return false;
    }
    return false;
  }
  if (path.empty()) return false;
  if (glob.front() != path.front() && !(glob.front() == '?' && path.front() != '/')) return false;
  return glob_fits(glob.substr(1), path.substr(1));
}

DocumentKind kind_by_globs(const KindGlobs& kinds, const std::string& path) {
  const std::string absolute = fs::absolute(path).lexically_normal().string();
  const std::string relative = fs::path(absolute).lexically_relative(kinds.folder).string();
  for (const auto& [glob, kind] : kinds.globs) {
    if (glob_fits(glob, relative)) return kind;
  }
  return DocumentKind::unknown;
}

}  // namespace peerscope
