// Tells mistakes to people, on standard error.
#include "cli/errors.h"

#include <fmt/format.h>

#include "write/escape.h"

namespace peerscope {

namespace {

std::string sentence(std::string_view text) {
  std::string shown = printable(text);
  if (!shown.empty() && std::string_view(".!?").find(shown.back()) == std::string_view::npos) shown += '.';
  return shown;
}

// The offending line of a rule file, and a caret under the place. Tabs are single columns here.
void print_excerpt(std::ostream& out, const Error& error) {
  if (error.excerpt.empty()) return;
  const std::size_t lead = error.excerpt.find_first_not_of(" \t");
  if (lead == std::string::npos) return;
  out << "    " << printable(error.excerpt) << '\n';
  const int caret = error.column - 1 - static_cast<int>(lead);
  if (error.column > 0 && caret >= 0)
    out << "    " << std::string(static_cast<std::size_t>(caret), ' ') << "^\n";
}

void print(std::ostream& out, std::string_view prefix, const Error& error) {
  out << prefix;
  if (!error.path.empty()) {
    out << (error.path == "-" ? "standard input" : printable(error.path));
    if (error.line > 0) out << ':' << error.line;
    if (error.line > 0 && error.column > 0) out << ':' << error.column;
    out << ": ";
  }
  out << sentence(error.message);
  if (!error.remedy.empty()) out << ' ' << sentence(error.remedy);
  out << '\n';
  print_excerpt(out, error);
}

}  // namespace

void print_error(std::ostream& out, const Error& error) { print(out, "peerscope: ", error); }

void print_errors(std::ostream& out, const Errors& errors) {
  for (const Error& error : errors) print_error(out, error);
}

void print_warning(std::ostream& out, const Error& warning) { print(out, "peerscope: note: ", warning); }

}  // namespace peerscope
