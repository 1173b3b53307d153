// The one table of commands and flags.
#include "cli/flags.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "write/write.h"

namespace peerscope {

namespace {

constexpr std::array kCommands{
    CommandRow{
        kAudit, "audit", "[FILE|FOLDER]...", "is this job description still peer support?",
        "Reads job descriptions and policies (and notes, where it meets them), and reports what is outside a "
        "peer "
        "supporter's scope, why, who says so, and what could stand there instead. '-' is standard input."},
    CommandRow{kLint, "lint", "[FILE|FOLDER]...", "did the clinic's language creep into these notes?",
               "Reads progress notes, and reports wording first. Notes get no score. '-' is standard input."},
    CommandRow{kCompare, "compare", "OLD NEW", "what did a rewrite resolve, keep and bring in?",
               "Holds a new text against an old one, or a folder against a folder: findings resolved, kept "
               "and brought "
               "in, safeguards gained and lost, and both scores with their intervals."},
    CommandRow{
        kScore, "score", "[FOLDER|FILE]...", "how do agencies stand?",
        "Reads agencies/NAME/jobs, notes and policies, or NDJSON records that name their agency, and gives "
        "each "
        "agency and kind of document a score with its interval. No person and no group of fewer than 5 notes "
        "gets a figure."},
    CommandRow{
        kText, "text", "FILE...", "what did the program read in this file?",
        "Shows what was read, unit by unit under its headings: what each section is for, where each sentence "
        "stands, what kind of work a duty is, and what was left out. '-' is standard input."},
    CommandRow{
        kMerge, "merge", "PART...", "make one report of a run in parts",
        "Reads what audit, lint or score wrote with --format json or ndjson of parts of the documents, and "
        "writes "
        "the report that one run over all of them would have written, in whatever order the parts come."},
    CommandRow{kInit, "init", "", "write a first .peerscope.yaml",
               "Writes .peerscope.yaml into the working folder, with a comment on every setting, and with "
               "--ci a job for a "
               "build server or a pre-commit hook. What is there already is never changed."},
    CommandRow{
        kScope, "scope", "SENTENCE", "is this a peer supporter's work?",
        "Answers \"scope\", \"no scope\" or \"it depends\", with the reason and who says so: peerscope scope "
        "\"remind people to take their meds\". Exit code 1 is \"no scope\"."},
    CommandRow{kExplain, "explain", "RULE", "why is this a finding, and who says so?",
               "Tells a rule's reasons, sources, examples and what could stand instead. The pack may be left "
               "out where "
               "only one rule has that name."},
    CommandRow{
        kRules, "rules", "list|check|test|coverage|new|diff ...", "list the rules, or work on your own",
        "list: every rule. check DIR: all mistakes in a folder of rules. test [DIR]: every example of "
        "every rule through the whole program. coverage: every item of the lists that the rules come from, "
        "and what stands for it. new PACK/RULE: a rule to fill in. diff OLD NEW FILE|FOLDER...: what two "
        "versions of the rules say differently of documents."},
};

constexpr std::uint16_t kReporting =
    kAudit | kLint | kScore | kCompare;                      // what reads documents and writes reports
constexpr std::uint16_t kJudging = kAudit | kLint | kScore;  // what can fail by a gate
constexpr std::uint16_t kReading = kReporting | kText;       // what reads documents

constexpr std::array kFlags{
    Flag{"kind", 0, "KIND", kReading, false, true, true,
         "what is being read: job-description, progress-note or policy; without it the text tells"},
    Flag{"format", 0, "NAME[=FILE]", kReporting | kRules | kMerge, true, true, true,
         "; may be given several times, each with its file"},
    Flag{"fail-on", 0, "SEVERITY", kJudging, false, true, true,
         "exit with 1 from this severity on: note, warning, error (as it is without this flag; of score it "
         "is never), "
         "critical or never"},
    Flag{"min-score", 0, "N", kJudging, false, true, true,
         "exit with 1 where the score of a document, or with score of an agency, is below N (0 to 100); "
         "single notes "
         "and texts with too little to say are not held to it"},
    Flag{"min-safeguards", 0, "N", kJudging, false, true, true,
         "exit with 1 where a job description or policy, or with score those of an agency together, state "
         "fewer than N "
         "safeguards"},
    Flag{"baseline", 0, "FILE", kJudging, false, false, true,
         "findings that are known already: only others make the run fail; matched by rule, heading and "
         "words, not by "
         "line or file. Of score it holds each agency's score too, which may not fall beyond its interval"},
    Flag{"update-baseline", 0, "", kJudging, false, false, false,
         "write the findings of this run to the baseline; exits with 0 whatever was found"},
    Flag{"since", 0, "REV", kJudging, false, false, false,
         "what stood in this git revision is known already, as if it were a baseline"},
    Flag{"max-new", 0, "N", kJudging, false, false, true,
         "exit with 1 where more than N findings are new to the baseline or revision; holds instead of "
         "--fail-on, unless that is "
         "given too"},
    Flag{"against", 0, "FILE|FOLDER", kAudit | kLint, true, false, true,
         "other texts to hold it against: a technician's or case manager's job description, other notes; "
         "tells what "
         "stands there too, almost word for word. May be given several times"},
    Flag{"excerpts", 0, "HOW-MUCH", kReading, false, true, true,
         "text that a report shows: full, match (the flagged words alone) or none; without it full, and "
         "match for notes "
         "that go anywhere but to a terminal"},
    Flag{"explain-score", 0, "", kAudit | kLint, false, false, false, "show every term of the score"},
    Flag{"sensitivity", 0, "", kAudit | kScore, false, false, false,
         "show how far the score moves when a weight is half or one and a half times as large, or a rule is "
         "left out"},
    Flag{"fix", 0, "", kLint, false, false, false,
         "show, line by line, the wordings that have a plain one which is safe in every sentence; changes "
         "nothing"},
    Flag{"write", 0, "", kLint, false, false, false, "with --fix: change the files as shown"},
    Flag{"ci", 0, "NAME", kInit, true, false, false,
         "add a job as well: github, gitlab, jenkins or pre-commit"},
    Flag{"input-format", 0, "NAME", kReading, false, true, true,
         "how files are read: text, markdown, docx, csv and others; without it the content tells"},
    Flag{"encoding", 0, "NAME", kReading, false, true, true,
         "of text files, for instance windows-1252; without it the content tells"},
    Flag{"text-column", 0, "NAME", kReading, true, true, true,
         "of a CSV table: the column that holds the text, by name or number; may be given several times; "
         "without it "
         "the table's header tells"},
    Flag{"agency-column", 0, "NAME", kReading, false, true, true, "the column that names the agency"},
    Flag{"id-column", 0, "NAME", kReading, false, true, true, "the column that names the record"},
    Flag{"ocr", 0, "", kReading, false, false, false,
         "have Tesseract read the pages of a PDF that are pictures; findings there are less certain"},
    Flag{"read-pdf", 0, "PROGRAM", kReading, false, false, true,
         "the program that reads PDF, peerscope-read-pdf, where it is not beside peerscope"},
    Flag{"manifest", 0, "FILE", kScore, false, false, false,
         "a YAML file that tells which documents belong to which agency, instead of folders"},
    Flag{"history", 0, "FILE", kScore, false, false, true,
         "an SQLite file to which the scores of this run are added, under the day of the commit or --date"},
    Flag{"date", 0, "DAY", kScore, false, false, true, "the day of this run in the history, as 2026-03-31"},
    Flag{"trend", 0, "", kScore, false, false, false,
         "show how each agency's score went over the days of the history; without folders, only that"},
    Flag{"first-record", 0, "N", kAudit | kLint | kScore, false, false, false,
         "the input is a piece of a stream: its first record is number N of the whole"},
    Flag{"records", 0, "FROM-TO", kAudit | kLint | kScore, false, false, false,
         "of a stream or table check only these records or rows, as 2-1001; numbers stay those of the whole"},
    Flag{"jobs", 'j', "N", kReading, false, true, true,
         "documents that are checked at a time; without it as many as there are processors. The report does "
         "not depend "
         "on it"},
    Flag{"cache", 0, "DIR", kAudit | kLint, false, true, true,
         "keep what was found in a folder: a document that is the same, under the same rules, is not checked "
         "again. It "
         "holds no text, and may be deleted at any time"},
    Flag{"no-prefilter", 0, "", kAudit | kLint, false, false, false,
         "try every phrase at every word: slow, and with the same result; for those who doubt it"},
    Flag{"rules", 0, "DIR", kEveryCommand, true, true, true,
         "a folder of rules of your own, added to those inside the program; one with a scales.yaml replaces "
         "them"},
    Flag{"color", 0, "WHEN", kEveryCommand, false, true, true, "auto, always or never"},
    Flag{"config", 0, "FILE", kEveryCommand, false, false, true,
         "settings to use instead of the nearest .peerscope.yaml; none: use no such file"},
    Flag{"verbose", 'v', "", kEveryCommand, false, false, false,
         "tell on standard error what was skipped and which settings hold"},
    Flag{"help", 'h', "", kEveryCommand, false, false, false, "show this help"},
};

constexpr std::size_t kTextColumn = 28;
constexpr std::size_t kWidth = 96;

// `text` wrapped, its first line going on from `lines` and the others beginning at `indent`.
std::string wrapped(std::string lines, std::size_t indent, std::string_view text) {
  std::size_t column = lines.size();
  bool first = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, space - at);
    if (!first && column + 1 + word.size() > kWidth) {
      lines += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      lines += ' ';
      ++column;
    }
    lines += word;
    column += word.size();
    first = false;
    at = space + 1;
  }
  return lines + '\n';
}

// A label, and its text in a column beside it.
std::string beside(const std::string& label, std::string_view text) {
  const std::string start = "  " + label;
  if (start.size() + 2 > kTextColumn) {
    return start + '\n' + wrapped(std::string(kTextColumn, ' '), kTextColumn, text);
  }
  return wrapped(start + std::string(kTextColumn - start.size(), ' '), kTextColumn, text);
}

std::string label_of(const Flag& flag) {
  std::string label = flag.letter != 0 ? fmt::format("-{}, ", flag.letter) : "";
  label += fmt::format("--{}", flag.name);
  if (!flag.value.empty()) label += fmt::format(" {}", flag.value);
  return label;
}

// The formats stand in a table of their own; here they are only named.
std::string about(const Flag& flag, const CommandRow& command) {
  if (flag.name != "format") return std::string(flag.about);
  if (command.bit == kRules) return "of rules list: text, json or markdown";
  if (command.bit == kMerge)
    return "json (as it is without this flag), ndjson or, of agencies, text" + std::string(flag.about);
  if (command.bit == kCompare) return "text, json or html" + std::string(flag.about);
  return format_names() + std::string(flag.about);
}

}  // namespace

std::span<const CommandRow> all_commands() { return kCommands; }
std::span<const Flag> all_flags() { return kFlags; }

const CommandRow* command_named(std::string_view name) {
  for (const CommandRow& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

const Flag* flag_named(std::string_view name) {
  for (const Flag& flag : kFlags) {
    if (flag.name == name) return &flag;
  }
  return nullptr;
}

std::string environment_name(const Flag& flag) {
  std::string name = "PEERSCOPE_";
  for (const char c : flag.name) name += c == '-' ? '_' : static_cast<char>(c - 'a' + 'A');
  return name;
}

std::string help_text() {
  std::string text =
      "peerscope tells whether a text about a peer supporter's job is still peer support.\n\n"
      "Usage: peerscope COMMAND [FLAG]... [ARGUMENT]...\n\nCommands:\n";
  for (const CommandRow& command : kCommands) {
    text += beside(fmt::format("{} {}", command.name, command.arguments), command.about);
  }
  text += beside("--version", "show the version");
  text +=
      "\nTry: peerscope audit job-description.docx\n     peerscope audit --help\n\n"
      "It reads files and writes its report; it opens no network connection. Exit code: 0 nothing at or "
      "above\n"
      "--fail-on, 1 findings, 2 the work could not be done. Every rule can be questioned: peerscope explain "
      "RULE.\n";
  return text;
}

std::string help_text(const CommandRow& command) {
  std::string text = fmt::format("Usage: peerscope {} [FLAG]... {}\n\n", command.name, command.arguments);
  text += wrapped("", 0, command.more);
  text += "\nFlags:\n";
  for (const Flag& flag : kFlags) {
    if ((flag.commands & command.bit) != 0) text += beside(label_of(flag), about(flag, command));
  }
  text += "\nSettings also come from PEERSCOPE_... variables and from .peerscope.yaml: peerscope(1).\n";
  return text;
}

}  // namespace peerscope
