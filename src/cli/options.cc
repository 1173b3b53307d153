// Cuts the command line. CLI11 is used behind this door alone.
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <list>

#include "peerscope_version.h"
#include "rules/suggest.h"

namespace peerscope {

namespace {

Error usage_error(std::string message, std::string remedy) {
  Error error;
  error.message = std::move(message);
  error.remedy = std::move(remedy);
  return error;
}

std::string help_hint(const CommandRow& command) {
  return "See peerscope " + std::string(command.name) + " --help.";
}

// A flag as it was met on the line.
struct Met {
  const Flag* flag = nullptr;
  std::vector<std::string> values;
  CLI::Option* option = nullptr;
};

std::string written_names(const Flag& flag) {
  std::string names = "--" + std::string(flag.name);
  if (flag.letter != 0) names = std::string("-") + flag.letter + "," + names;
  return names;
}

void declare_flags(CLI::App& app, const CommandRow& command, std::list<Met>& met) {
  for (const Flag& flag : all_flags()) {
    if ((flag.commands & command.bit) == 0) continue;
    Met& each = met.emplace_back();
    each.flag = &flag;
    if (flag.value.empty()) {
      each.option = app.add_flag(written_names(flag));
    } else {
      each.option = app.add_option(written_names(flag), each.values)->allow_extra_args(false)->take_all();
    }
  }
}

// The first word of the line that looks like a flag and is none.
Errors unknown_flags(const std::vector<std::string>& words, const CommandRow& command) {
  std::vector<std::string> known;
  for (const Flag& flag : all_flags()) {
    if ((flag.commands & command.bit) != 0) known.push_back("--" + std::string(flag.name));
  }
  Errors errors;
  for (const std::string& word : words) {
    std::string remedy = did_you_mean(word.substr(0, word.find('=')), known);
    errors.push_back(usage_error(std::string(command.name) + " knows no flag " + word + ".",
                                 remedy.empty() ? help_hint(command) : remedy));
  }
  return errors;
}

Result<CommandLine> read_flags(const CommandRow& command, std::vector<std::string> words) {
  CLI::App app;
  app.set_help_flag();
  std::list<Met> met;
  declare_flags(app, command, met);
  CommandLine line;
  line.command = &command;
  app.add_option("arguments", line.arguments);
  app.allow_extras();
  // What follows "--" is an argument, whatever it looks like.
  const auto divide = std::find(words.begin(), words.end(), "--");
  const std::vector<std::string> plain(divide == words.end() ? divide : divide + 1, words.end());
  words.erase(divide, words.end());
  std::reverse(words.begin(), words.end());  // as CLI11 wants them
  try {
    app.parse(words);
  } catch (const CLI::ParseError& mistake) {
    return fail(usage_error(std::string(mistake.what()) + ".", help_hint(command)));
  }
  if (const auto left = app.remaining(); !left.empty())
    return tl::unexpected<Errors>(unknown_flags(left, command));
  line.arguments.insert(line.arguments.end(), plain.begin(), plain.end());
  for (Met& each : met) {
    if (each.option->count() == 0) continue;
    if (each.flag->name == "help") {
      line.answer = help_text(command);
      return line;
    }
    Setting setting;
    setting.values = std::move(each.values);
    setting.origin = "--" + std::string(each.flag->name);
    line.settings.emplace(each.flag->name, std::move(setting));
  }
  return line;
}

Error unknown_command(const std::string& word) {
  std::vector<std::string> known;
  std::string names;
  for (const CommandRow& command : all_commands()) {
    known.emplace_back(command.name);
    names += (names.empty() ? "" : ", ") + std::string(command.name);
  }
  const bool flag = word.starts_with('-');
  std::string remedy = flag ? "" : did_you_mean(word, known);
  if (remedy.empty()) remedy = "The commands are " + names + "; see peerscope --help.";
  return usage_error(
      flag ? "A command comes first, before " + word + "." : "No command is called \"" + word + "\".",
      remedy);
}

}  // namespace

Result<CommandLine> read_command_line(const std::vector<std::string>& words) {
  CommandLine line;
  if (words.empty()) {
    return fail(usage_error("What should be done?", "Try: peerscope audit FILE, or see peerscope --help."));
  }
  const std::string& first = words.front();
  if (first == "--version") {
    line.answer = "peerscope " PEERSCOPE_VERSION "\n";
    return line;
  }
  if (first == "--help" || first == "-h" || first == "help") {
    const CommandRow* about = words.size() > 1 ? command_named(words[1]) : nullptr;
    line.answer = about == nullptr ? help_text() : help_text(*about);
    return line;
  }
  const CommandRow* command = command_named(first);
  if (command == nullptr) return fail(unknown_command(first));
  return read_flags(*command, {words.begin() + 1, words.end()});
}

}  // namespace peerscope
