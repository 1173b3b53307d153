// Annotations for a GitHub workflow, as commands on standard output. GitHub shows ten errors, ten warnings
// and ten notices of a step and drops the rest without a word: so the worst come first, what is beyond is
// told as plain lines of the log, and a notice says how many those are.
#include <fmt/format.h>

#include <array>

#include "write/escape.h"
#include "write/formats.h"
#include "write/places.h"
#include "write/results.h"
#include "write/wording.h"

namespace peerscope {

namespace {

constexpr int kShown = 10;  // of each kind, in one step

enum Command : std::uint8_t { error_command, warning_command, notice_command };
constexpr std::array<std::string_view, 3> kCommands{"error", "warning", "notice"};

Command command_for(Severity severity) {
  if (severity == Severity::note) return notice_command;
  return severity == Severity::warning ? warning_command : error_command;
}

std::string escaped(std::string_view text, bool property) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '%':
        safe += "%25";
        break;
      case '\r':
        safe += "%0D";
        break;
      case '\n':
        safe += "%0A";
        break;
      case ':':
        safe += property ? "%3A" : ":";
        break;
      case ',':
        safe += property ? "%2C" : ",";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

struct Annotation {
  Command command = error_command;
  std::string path;
  Region region;
  std::string title;
  std::string message;
};

Annotation annotation_of(const Unread& unread) {
  Annotation made;
  made.path = unread.path;
  if (unread.line > 0)
    made.region.begin.line = made.region.end.line = static_cast<std::uint32_t>(unread.line);
  made.title = unread.in_part ? "Not all of it was read" : "Not read";
  made.message = unread.message;
  return made;
}

Annotation annotation_of(const Told& told) {
  Annotation made;
  made.command = command_for(told.finding.severity);
  made.path = told.document().path;
  made.region = region_of(told.document(), told.finding.span, Columns::code_points);
  made.title = printable(told.rule().title) + " (" + full_id(told.rules, told.rule()) + ")";
  // The place has a line of its own: of a Word or PDF file it is all that tells where to look.
  made.message = where_of(told) + "\n" + sentence_of(told) + "\n" + advice_of(told);
  return made;
}

std::string shown_name(const Annotation& annotation) { return path_in_report(annotation.path); }

void put_command(std::ostream& out, const Annotation& annotation) {
  std::string line = fmt::format("::{} ", kCommands[annotation.command]);
  const auto property = [&](std::string_view name, const std::string& value) {
    if (line.back() != ' ') line += ',';
    line += fmt::format("{}={}", name, escaped(value, true));
  };
  const Region& region = annotation.region;
  if (!annotation.path.empty() && annotation.path != "-") property("file", shown_name(annotation));
  if (region.has_line()) {
    property("line", std::to_string(region.begin.line));
    property("endLine", std::to_string(region.end.line));
    // Columns of different lines are refused.
    if (region.has_columns() && region.begin.line == region.end.line) {
      property("col", std::to_string(region.begin.column));
      property("endColumn", std::to_string(region.end.column));
    }
  }
  property("title", annotation.title);
  out << line << "::" << escaped(annotation.message, false) << '\n';
}

// One line of the log, which cannot be read as a command: it begins with a word of ours.
void put_plain(std::ostream& out, const Annotation& annotation) {
  out << "peerscope " << kCommands[annotation.command] << ": " << shown_name(annotation);
  if (annotation.region.has_line()) out << ':' << annotation.region.begin.line;
  out << ": " << annotation.title << ": "
      << printable(annotation.message.substr(0, annotation.message.rfind('\n'))) << '\n';
}

}  // namespace

void write_github(const Report& report, const WriteOptions& options, std::ostream& out) {
  std::vector<Annotation> all;
  for (const Unread& unread : unread_of(report)) all.push_back(annotation_of(unread));
  for (const Told& told : worst_first(report, options)) all.push_back(annotation_of(told));
  std::array<int, 3> numbers{};
  for (const Annotation& annotation : all) ++numbers[annotation.command];
  const bool overflows = numbers[0] > kShown || numbers[1] > kShown || numbers[2] > kShown;
  std::array<int, 3> room{kShown, kShown, overflows ? kShown - 1 : kShown};  // one notice is for the count
  std::array<long, 3> left_out{};
  std::vector<const Annotation*> beyond;
  for (const Annotation& annotation : all) {
    if (room[annotation.command]-- > 0) {
      put_command(out, annotation);
    } else {
      ++left_out[annotation.command];
      beyond.push_back(&annotation);
    }
  }
  if (beyond.empty()) return;
  Annotation count;
  count.command = notice_command;
  count.title = "peerscope: more findings than GitHub shows";
  count.message =
      fmt::format("{}, {} and {} have no annotation of their own; the log of this step names each.",
                  counted(left_out[0], "error", "errors"), counted(left_out[1], "warning", "warnings"),
                  counted(left_out[2], "notice", "notices"));
  put_command(out, count);
  for (const Annotation* annotation : beyond) put_plain(out, *annotation);
}

}  // namespace peerscope
