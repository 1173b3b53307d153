// The command line, variables and the configuration file: what wins, and what is refused with which words.
#include "cli/options.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace peerscope;

namespace {

Result<Options> options_from(std::vector<std::string> words, std::vector<const char*> variables = {}) {
  words.insert(words.begin() + 1, {"--config", "none"});
  auto line = read_command_line(words);
  if (!line) return tl::unexpected<Errors>(line.error());
  variables.push_back(nullptr);
  Errors warnings;
  return options_of(std::move(*line), settings_of_environment(variables.data(), warnings));
}

std::string first_error(const Result<Options>& result) {
  return result ? "" : result.error().front().message + " " + result.error().front().remedy;
}

// A configuration in a folder of its own, gone after the test.
struct Folder {
  std::filesystem::path path;
  explicit Folder(const std::string& text) {
    static int number = 0;
    path = std::filesystem::temp_directory_path() /
           ("peerscope-options-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
    std::filesystem::create_directories(path / "below" / "deeper");
    std::ofstream(path / ".peerscope.yaml") << text;
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string file() const { return (path / ".peerscope.yaml").string(); }
};

}  // namespace

TEST_CASE("without a flag: text, errors fail") {
  const auto options = options_from({"audit", "a.txt", "-"});
  REQUIRE(options.has_value());
  CHECK(options->arguments == std::vector<std::string>{"a.txt", "-"});
  CHECK(options->targets.size() == 1);
  CHECK(options->targets[0].format == "text");
  CHECK(options->gates.fail_on == Severity::error);
  CHECK_FALSE(options->excerpts_given);
}

TEST_CASE("flags in every form") {
  const auto options =
      options_from({"audit", "--format", "json=x.json", "--format=text", "--fail-on=never", "-v", "--kind",
                    "note", "--excerpts", "none", "--explain-score", "a", "b", "--", "--c"});
  REQUIRE_MESSAGE(options.has_value(), first_error(options));
  CHECK(options->targets.size() == 2);
  CHECK(options->targets[0].file == "x.json");
  CHECK_FALSE(options->gates.fail_on.has_value());
  CHECK(options->verbose);
  CHECK(options->kind == DocumentKind::progress_note);
  CHECK(options->excerpts == Excerpts::none);
  CHECK(options->arguments == std::vector<std::string>{"a", "b", "--c"});
}

TEST_CASE("mistakes name themselves and a way out") {
  CHECK(first_error(options_from({"audit", "--fail-on", "eror", "a"})) ==
        "--fail-on does not know \"eror\". Did you mean error? It takes note, warning, error, critical, "
        "never.");
  CHECK(first_error(options_from({"audit", "--formt", "json", "a"})).find("--format") != std::string::npos);
  CHECK(first_error(options_from({"audit", "--format", "jsn", "a"})).find("Did you mean json?") !=
        std::string::npos);
  CHECK(first_error(options_from({"audit", "--format", "json=o", "--format", "csv=o"}))
            .find("two reports to o") != std::string::npos);
  CHECK(first_error(options_from({"audit", "--format", "json", "--format", "text"})).find("two reports") !=
        std::string::npos);
  CHECK(first_error(options_from({"audit", "--format", "json="})).find("names no file") != std::string::npos);
  CHECK(first_error(options_from({"audit", "--kind", "jbo"})).find("job-description") != std::string::npos);
  CHECK(first_error(options_from({"audit", "--kind", "note", "--kind", "jd"})).find("2 times") !=
        std::string::npos);
  CHECK(first_error(options_from({"audit", "--rules", "/no/such/folder"})).find("no folder") !=
        std::string::npos);
  CHECK(first_error(options_from({"scope", "--kind", "note", "x"})).find("scope knows no flag --kind") !=
        std::string::npos);
  const auto command = read_command_line({"audt", "x"});
  REQUIRE_FALSE(command.has_value());
  CHECK(command.error()[0].remedy.find("audit") != std::string::npos);
  CHECK_FALSE(read_command_line({}).has_value());
}

TEST_CASE("help and version answer at once") {
  CHECK(read_command_line({"--version"})->answer->starts_with("peerscope "));
  CHECK(read_command_line({"--help"})->answer->find("audit") != std::string::npos);
  CHECK(read_command_line({"lint", "-h"})->answer->find("--excerpts") != std::string::npos);
  CHECK(read_command_line({"help", "scope"})->answer->find("SENTENCE") != std::string::npos);
  CHECK(read_command_line({"audit", "x", "--help"})->answer->find("--fail-on") != std::string::npos);
}

TEST_CASE("flags win over variables") {
  CHECK(options_from({"audit"}, {"PEERSCOPE_FAIL_ON=note"})->gates.fail_on == Severity::note);
  CHECK(options_from({"audit", "--fail-on", "critical"}, {"PEERSCOPE_FAIL_ON=note"})->gates.fail_on ==
        Severity::critical);
  CHECK(options_from({"audit"}, {"PEERSCOPE_FAIL_ON="})->gates.fail_on == Severity::error);
  CHECK(options_from({"audit"}, {"PEERSCOPE_FORMAT=json=a.json,text"})->targets.size() == 2);
  CHECK(
      first_error(options_from({"audit"}, {"PEERSCOPE_FAIL_ON=x"})).find("PEERSCOPE_FAIL_ON does not know") !=
      std::string::npos);
}

TEST_CASE("a variable that nothing reads is told") {
  const char* variables[] = {"HOME=/", "PEERSCOPE_FAILON=note", nullptr};
  Errors warnings;
  CHECK(settings_of_environment(variables, warnings).empty());
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].message.find("PEERSCOPE_FAILON") != std::string::npos);
  CHECK(warnings[0].remedy.find("PEERSCOPE_FAIL_ON") != std::string::npos);
}

TEST_CASE("a configuration: settings, kinds by file, nearest upward") {
  const Folder folder(
      "fail-on: warning\nexcerpts: match\nrules: below\nkinds:\n  \"notes/**\": progress-note\n  \"*.md\": "
      "policy\n");
  const auto configuration = read_configuration(folder.file());
  REQUIRE(configuration.has_value());
  CHECK(configuration->settings.at("fail-on").values.front() == "warning");
  CHECK(configuration->settings.at("rules").values.front() == (folder.path / "below").string());
  CHECK(kind_by_globs(configuration->kinds, (folder.path / "notes/a/b.txt").string()) ==
        DocumentKind::progress_note);
  CHECK(kind_by_globs(configuration->kinds, (folder.path / "a.md").string()) == DocumentKind::policy);
  CHECK(kind_by_globs(configuration->kinds, (folder.path / "x/a.md").string()) == DocumentKind::unknown);
  CHECK(std::filesystem::equivalent(nearest_configuration((folder.path / "below/deeper").string()),
                                    folder.file()));

  auto line = read_command_line({"audit", "a", "--config", folder.file(), "--excerpts", "none"});
  const auto options = options_of(std::move(*line), {});
  REQUIRE_MESSAGE(options.has_value(), first_error(options));
  CHECK(options->gates.fail_on == Severity::warning);
  CHECK(options->excerpts == Excerpts::none);
  CHECK(options->rules.size() == 1);
}

TEST_CASE("a configuration's mistakes have their place") {
  const Folder folder("fail-on: warning\nfailon: note\nkind: [a]\nkinds:\n  \"*\": nonsense\n");
  const auto configuration = read_configuration(folder.file());
  REQUIRE_FALSE(configuration.has_value());
  REQUIRE(configuration.error().size() == 3);
  CHECK(configuration.error()[0].line == 2);
  CHECK(configuration.error()[0].remedy.find("fail-on") != std::string::npos);
  CHECK(configuration.error()[1].line == 3);
  CHECK(configuration.error()[2].line == 5);

  const Folder wrong_value("excerpts: fully\n");
  auto line = read_command_line({"audit", "a", "--config", wrong_value.file()});
  const auto options = options_of(std::move(*line), {});
  REQUIRE_FALSE(options.has_value());
  CHECK(options.error()[0].line == 1);
  CHECK(options.error()[0].path == wrong_value.file());
}

TEST_CASE("patterns") {
  CHECK(glob_fits("notes/**", "notes/a.txt"));
  CHECK(glob_fits("notes/**", "notes/a/b.txt"));
  CHECK_FALSE(glob_fits("notes/*", "notes/a/b.txt"));
  CHECK(glob_fits("**/*.docx", "a.docx"));
  CHECK(glob_fits("**/*.docx", "a/b/c.docx"));
  CHECK_FALSE(glob_fits("**/*.docx", "a/b/c.doc"));
  CHECK(glob_fits("a?c", "abc"));
  CHECK_FALSE(glob_fits("a?c", "a/c"));
  CHECK_FALSE(glob_fits("notes", "notes2"));
}
