// The reports of a run on their way out: which leave as documents come, and which wait for the whole run.
#include "cli/pens.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "cli/checking.h"

namespace peerscope {

Pens::Pens(const Desk& desk, const RuleSet& rules, std::vector<Output>& outputs)
    : on_terminal_(desk.terminal.is_terminal), rules_(rules) {
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    Pen pen{&desk.options.targets[i], &outputs[i], write_options(desk, outputs[i]), nullptr};
    if (pen.target->format == "text")
      pen.text = std::make_unique<TextReport>(rules, pen.options, outputs[i].stream());
    pens_.push_back(std::move(pen));
  }
}

bool Pens::keep_all() const {
  return !std::all_of(pens_.begin(), pens_.end(), [](const Pen& pen) { return pen.streams(); });
}

bool Pens::show_documents() const {
  const auto shows = [](const Pen& pen) { return pen.streams() && !pen.output->is_file(); };
  return on_terminal_ && std::any_of(pens_.begin(), pens_.end(), shows);
}

std::vector<std::string> Pens::lines_of(const Checked& checked) const {
  std::vector<std::string> lines;
  for (const Pen& pen : pens_) {
    if (!pen.lines()) continue;
    std::ostringstream line;
    write_ndjson_document(checked, rules_, pen.options, line);
    lines.push_back(std::move(line).str());
  }
  return lines;
}

void Pens::write(const Checked& checked, const std::vector<std::string>& lines) {
  auto line = lines.begin();
  for (const Pen& pen : pens_) {
    if (pen.lines()) pen.output->stream() << *line++;
    if (pen.text) pen.text->add(checked);
  }
}

void Pens::write(const Errors& errors) {
  for (const Pen& pen : pens_) {
    if (!pen.text) continue;
    for (const Error& error : errors) pen.text->add(error);
  }
}

void Pens::finish(const Report& report) {
  for (const Pen& pen : pens_) {
    if (pen.text) pen.text->finish();
    if (!pen.streams()) format_named(pen.target->format)->write(report, pen.options, pen.output->stream());
  }
}

}  // namespace peerscope
