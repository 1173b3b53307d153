// Settings as they were written, by flag name.
#include "cli/settings.h"

#include <string_view>

#include "cli/flags.h"
#include "rules/suggest.h"

namespace peerscope {

namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (end > at) parts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

const Flag* flag_of_variable(std::string_view name) {
  for (const Flag& flag : all_flags()) {
    if (flag.in_environment && environment_name(flag) == name) return &flag;
  }
  return nullptr;
}

Error unknown_variable(const std::string& name) {
  std::vector<std::string> known;
  for (const Flag& flag : all_flags()) {
    if (flag.in_environment) known.push_back(environment_name(flag));
  }
  Error error;
  error.message = "The variable " + name + " is set, and nothing reads it.";
  error.remedy = did_you_mean(name, known);
  return error;
}

}  // namespace

Settings settings_of_environment(const char* const* variables, Errors& warnings) {
  Settings settings;
  for (; variables != nullptr && *variables != nullptr; ++variables) {
    const std::string_view pair = *variables;
    const std::size_t equals = pair.find('=');
    if (!pair.starts_with("PEERSCOPE_") || equals == std::string_view::npos) continue;
    const std::string name(pair.substr(0, equals));
    const std::string_view value = pair.substr(equals + 1);
    const Flag* flag = flag_of_variable(name);
    if (flag == nullptr) {
      warnings.push_back(unknown_variable(name));
      continue;
    }
    if (value.empty()) continue;  // NAME= is how a shell unsets for one command
    Setting setting;
    setting.origin = name;
    // A list of folders is written as PATH is, a list of formats with commas.
    if (flag->repeatable) {
      setting.values = split(value, flag->name == "rules" ? ':' : ',');
    } else {
      setting.values = {std::string(value)};
    }
    settings.emplace(flag->name, std::move(setting));
  }
  return settings;
}

void fill_from(Settings& settings, const Settings& weaker) { settings.insert(weaker.begin(), weaker.end()); }

}  // namespace peerscope
