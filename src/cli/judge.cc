// Judges settings: what was written becomes what is meant, or a mistake that names its origin.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <thread>

#include "cli/history.h"
#include "cli/options.h"
#include "read/read.h"
#include "rules/suggest.h"

namespace peerscope {

namespace {

// One setting after another; all mistakes are collected.
class Judge {
 public:
  explicit Judge(const Settings& settings) : settings_(settings) {}

  Errors& errors() { return errors_; }
  bool has(const std::string& name) const { return settings_.count(name) != 0; }

  // It stands in the configuration file alone.
  bool is_configured(const std::string& name) const {
    const auto at = settings_.find(name);
    return at != settings_.end() && !at->second.path.empty();
  }

  // The one value of a setting, or nothing.
  const std::string* one(const std::string& name) {
    const auto at = settings_.find(name);
    if (at == settings_.end()) return nullptr;
    if (at->second.values.size() > 1) {
      refuse(at->second, "is given " + std::to_string(at->second.values.size()) + " times.", "Give it once.");
      return nullptr;
    }
    return at->second.values.empty() ? nullptr : &at->second.values.front();
  }

  const std::vector<std::string>* all(const std::string& name) {
    const auto at = settings_.find(name);
    return at == settings_.end() ? nullptr : &at->second.values;
  }

  void refuse_value(const std::string& name, const std::string& value,
                    const std::vector<std::string>& known) {
    std::string names;
    for (const std::string& each : known) names += (names.empty() ? "" : ", ") + each;
    const std::string near = nearest(value, known);
    std::string remedy = near.empty() ? "" : "Did you mean " + near + "? ";
    refuse(settings_.at(name), "does not know \"" + value + "\".", remedy + "It takes " + names + ".");
  }

  void refuse(const Setting& setting, const std::string& problem, std::string remedy) {
    Error error;
    error.message = setting.origin + " " + problem;
    error.path = setting.path;
    error.line = setting.line;
    error.column = setting.column;
    error.remedy = std::move(remedy);
    errors_.push_back(std::move(error));
  }
  void refuse(const std::string& name, const std::string& problem, std::string remedy) {
    refuse(settings_.at(name), problem, std::move(remedy));
  }

 private:
  const Settings& settings_;
  Errors errors_;
};

// Sets `chosen` to what the value stands for in the table.
template <class T>
void choose(Judge& judge, const std::string& name, const std::vector<std::pair<std::string, T>>& table,
            T& chosen) {
  const std::string* value = judge.one(name);
  if (value == nullptr) return;
  std::vector<std::string> known;
  for (const auto& [word, meaning] : table) {
    if (word == *value) {
      chosen = meaning;
      return;
    }
    known.push_back(word);
  }
  judge.refuse_value(name, *value, known);
}

// "text, json" as names of their own.
std::vector<std::string> names_in(const std::string& list) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t comma = std::min(list.find(", ", at), list.size());
    names.push_back(list.substr(at, comma - at));
    at = comma + 2;
  }
  return names;
}

void choose_kind(Judge& judge, Options& options) {
  const std::string* value = judge.one("kind");
  if (value == nullptr || kind_named(*value, options.kind)) return;
  judge.refuse_value("kind", *value, {"job-description", "progress-note", "policy"});
}

// A number from 0 to `most`; nothing where none is given or what is given is refused.
std::optional<double> number(Judge& judge, const std::string& name, double most, bool whole = false) {
  const std::string* text = judge.one(name);
  if (text == nullptr) return std::nullopt;
  double value = 0;
  const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), value);
  const bool read = failure == std::errc{} && end == text->data() + text->size();
  if (read && value >= 0 && value <= most && (!whole || value == std::floor(value))) return value;
  judge.refuse(name, "is given \"" + *text + "\".",
               "Give a " + std::string(whole ? "whole " : "") + "number from 0 to " +
                   std::to_string(static_cast<int>(most)) + ".");
  return std::nullopt;
}

// "2-1001", or "1002-" for the rest
void choose_records(Judge& judge, Options& options) {
  const std::string* text = judge.one("records");
  if (text == nullptr) return;
  ReadOptions& reading = options.reading;
  const char* const end = text->data() + text->size();
  const auto from = std::from_chars(text->data(), end, reading.from_record);
  const bool dash = from.ec == std::errc{} && from.ptr != end && *from.ptr == '-';
  const bool open = dash && from.ptr + 1 == end;
  bool good = open;
  if (dash && !open) {
    const auto to = std::from_chars(from.ptr + 1, end, reading.to_record);
    good = to.ec == std::errc{} && to.ptr == end;
  }
  if (!good || reading.from_record < 1 || reading.to_record < reading.from_record)
    judge.refuse("records", "is given \"" + *text + "\".",
                 "Give the first and the last, as 2-1001, or 1002- for all that follow.");
  if (options.arguments.size() > 1)
    judge.refuse("records", "is given with several inputs.", "Give one stream or table.");
  if (judge.has("first-record"))
    judge.refuse("records", "is given with --first-record.",
                 "Give a piece with --first-record, or the whole with --records.");
}

// A flag or a variable says of everything what a row of the configuration says of some.
template <class T>
void overrule(Judge& judge, const std::string& name, Gates& gates, std::optional<T> GateRow::*member) {
  if (!judge.has(name) || judge.is_configured(name)) return;
  for (GateRow& row : gates.rows) (row.*member).reset();
}

void choose_gates(Judge& judge, Options& options) {
  Gates& gates = options.gates;
  // Of agencies everything is shown and nothing fails unless the line or a row asks for it: a configuration
  // that is meant for audit and lint does not stop the table of a quarter.
  const bool scoring = options.command->bit == kScore;
  gates.fail_on = scoring ? std::nullopt : std::optional(Severity::error);
  if (!scoring || !judge.is_configured("fail-on"))
    choose<std::optional<Severity>>(judge, "fail-on",
                                    {{"note", Severity::note},
                                     {"warning", Severity::warning},
                                     {"error", Severity::error},
                                     {"critical", Severity::critical},
                                     {"never", std::nullopt}},
                                    gates.fail_on);
  gates.min_score = number(judge, "min-score", 100);
  if (const auto least = number(judge, "min-safeguards", 1000, true))
    gates.min_safeguards = static_cast<int>(*least);
  gates.fail_on_given = judge.has("fail-on");
  overrule(judge, "fail-on", gates, &GateRow::fail_on);
  overrule(judge, "max-new", gates, &GateRow::max_new);
  overrule(judge, "min-score", gates, &GateRow::min_score);
  overrule(judge, "min-safeguards", gates, &GateRow::min_safeguards);
}

void choose_jobs(Judge& judge, Options& options) {
  constexpr double kMostJobs = 256;
  const auto given = number(judge, "jobs", kMostJobs, true);
  if (given && *given == 0)
    return judge.refuse("jobs", "is given 0.", "Give a number from 1 on, or leave it out.");
  options.jobs =
      given ? static_cast<int>(*given) : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

// With a baseline, --max-new says how many new findings are borne; a --fail-on that is given holds beside it.
void choose_baseline(Judge& judge, Options& options) {
  Gates& gates = options.gates;
  if (const std::string* file = judge.one("baseline")) gates.baseline = *file;
  if (const std::string* revision = judge.one("since")) gates.since = *revision;
  gates.update_baseline = judge.has("update-baseline");
  if (const auto most = number(judge, "max-new", 1000000, true)) gates.max_new = static_cast<int>(*most);
  if (gates.max_new && !judge.has("fail-on")) gates.fail_on = std::nullopt;
  if (!gates.since.empty() && judge.has("baseline"))
    judge.refuse("since", "is given beside a baseline.",
                 "Either of them tells what is known; leave one out.");
  if (judge.has("update-baseline") && gates.baseline.empty())
    judge.refuse("update-baseline", "needs a baseline.", "Add --baseline FILE.");
  if (judge.has("max-new") && !gates.knows())
    judge.refuse("max-new", "needs a baseline.", "Add --baseline FILE, or --since REV.");
}

void choose_scoring(Judge& judge, Options& options) {
  if (const std::string* file = judge.one("manifest")) {
    options.manifest = *file;
    if (!options.arguments.empty())
      judge.refuse("manifest", "is given beside folders.",
                   "The manifest names all documents; leave one of both out.");
  }
  if (const std::string* file = judge.one("history")) options.history = *file;
  options.trend = judge.has("trend");
  if (options.trend && options.history.empty())
    judge.refuse("trend", "needs a history.", "Add --history FILE.sqlite.");
  if (const std::string* day = judge.one("date")) {
    options.date = *day;
    if (!is_day(*day)) judge.refuse("date", "is given \"" + *day + "\".", "Write a day as 2026-03-31.");
  }
}

void choose_targets(Judge& judge, Options& options) {
  const auto* written = judge.all("format");
  if (written == nullptr || written->empty()) {
    options.targets.push_back({options.command->bit == kMerge ? "json" : "text", ""});
    return;
  }
  int on_stdout = 0;
  for (const std::string& each : *written) {
    const std::size_t equals = each.find('=');
    Target target{each.substr(0, equals), equals == std::string::npos ? "" : each.substr(equals + 1)};
    if (format_named(target.format) == nullptr) {
      judge.refuse_value("format", target.format, names_in(format_names()));
      continue;
    }
    if (equals != std::string::npos && target.file.empty()) {
      judge.refuse("format", "names no file after \"" + each + "\".",
                   "Write --format " + target.format + "=FILE.");
    }
    on_stdout += target.file.empty() ? 1 : 0;
    const bool taken =
        !target.file.empty() && std::any_of(options.targets.begin(), options.targets.end(),
                                            [&](const Target& t) { return t.file == target.file; });
    if (taken) {
      judge.refuse("format", "sends two reports to " + target.file + ".", "Give each a file of its own.");
    }
    options.targets.push_back(std::move(target));
  }
  if (on_stdout > 1) {
    judge.refuse("format", "sends two reports to standard output.",
                 "Give all but one a file: --format json=FILE.");
  }
}

void choose_folders(Judge& judge, Options& options) {
  const auto* folders = judge.all("rules");
  if (folders == nullptr) return;
  for (const std::string& folder : *folders) {
    std::error_code failure;
    if (!std::filesystem::is_directory(folder, failure)) {
      judge.refuse("rules", "names \"" + folder + "\", which is no folder.",
                   "Name a folder that holds rule files (*.yaml).");
    }
    options.rules.push_back(folder);
  }
}

// The configuration that holds: the one that is named, else the nearest one; "none" is none.
Result<Configuration> configuration_for(const Settings& settings) {
  const auto named = settings.find("config");
  if (named != settings.end() && !named->second.values.empty()) {
    const std::string& path = named->second.values.back();
    if (path == "none") return Configuration{};
    return read_configuration(path);
  }
  const std::string nearest = nearest_configuration(".");
  if (nearest.empty()) return Configuration{};
  return read_configuration(nearest);
}

}  // namespace

Result<Options> options_of(CommandLine line, const Settings& environment) {
  Settings settings = std::move(line.settings);
  fill_from(settings, environment);
  Result<Configuration> configuration = configuration_for(settings);
  if (!configuration) return tl::unexpected<Errors>(std::move(configuration.error()));
  fill_from(settings, configuration->settings);

  Options options;
  options.command = line.command;
  options.arguments = std::move(line.arguments);
  options.config = configuration->path;
  options.kinds = std::move(configuration->kinds);
  Judge judge(settings);
  choose_kind(judge, options);
  choose_targets(judge, options);
  choose_folders(judge, options);
  choose<Excerpts>(judge, "excerpts",
                   {{"full", Excerpts::full}, {"match", Excerpts::match}, {"none", Excerpts::none}},
                   options.excerpts);
  options.excerpts_given = judge.has("excerpts");
  choose<Color>(judge, "color",
                {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}},
                options.color);
  options.gates.rows = std::move(configuration->gates);
  options.ignores = std::move(configuration->ignores);
  choose_gates(judge, options);
  if (const std::string* format = judge.one("input-format")) {
    options.reading.input_format = *format;
    if (!is_input_format(*format))
      judge.refuse_value("input-format", *format, names_in(input_format_names()));
  }
  if (const std::string* encoding = judge.one("encoding")) options.reading.encoding = *encoding;
  if (const auto* columns = judge.all("text-column")) options.reading.text_columns = *columns;
  if (const std::string* column = judge.one("agency-column")) options.reading.agency_column = *column;
  if (const std::string* column = judge.one("id-column")) options.reading.id_column = *column;
  options.reading.ocr = judge.has("ocr");
  if (const std::string* program = judge.one("read-pdf")) options.reading.pdf_helper = *program;
  choose_jobs(judge, options);
  choose_baseline(judge, options);
  if (const auto* against = judge.all("against")) options.against = *against;
  if (const auto first = number(judge, "first-record", 1e9, true)) {
    options.reading.first_record = static_cast<int>(*first);
    if (options.reading.first_record == 0)
      judge.refuse("first-record", "is given \"0\".", "Records are counted from 1.");
    if (options.arguments.size() > 1)
      judge.refuse("first-record", "is given with several inputs.",
                   "Give one stream, or - for standard input.");
  }
  choose_records(judge, options);
  choose_scoring(judge, options);
  options.explain_score = judge.has("explain-score");
  options.sensitivity = judge.has("sensitivity");
  options.fix = judge.has("fix");
  options.write = judge.has("write");
  if (options.write && !options.fix)
    judge.refuse("write", "is given without --fix.", "Add --fix, which tells what is written.");
  if (const auto* names = judge.all("ci")) options.ci = *names;
  if (const std::string* folder = judge.one("cache")) options.cache = *folder;
  options.prefilter = !judge.has("no-prefilter");
  options.verbose = judge.has("verbose");
  if (!judge.errors().empty()) return tl::unexpected<Errors>(std::move(judge.errors()));
  return options;
}

}  // namespace peerscope
