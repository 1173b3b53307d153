// What the formats for other programs tell of a run.
#include "write/results.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/score.h"
#include "write/escape.h"
#include "write/excerpt.h"
#include "write/places.h"
#include "write/uri.h"
#include "write/wording.h"

namespace peerscope {

namespace {

void join(std::string& text, std::string_view more, std::string_view between) {
  if (more.empty()) return;
  if (!text.empty()) text += between;
  text += more;
}

}  // namespace

std::vector<Told> problems_of(const Checked& checked, const RuleSet& rules, const WriteOptions& options) {
  std::vector<Told> problems;
  const Excerpts excerpts = excerpts_for(checked, options);
  for (const Finding& finding : checked.findings) {
    if (finding.effect != Effect::risk || !counts(checked, finding, rules)) continue;
    problems.push_back({rules, checked, finding, excerpts});
  }
  return problems;
}

std::vector<Told> worst_first(const Report& report, const WriteOptions& options) {
  std::vector<Told> sorted;
  for (const Severity severity : {Severity::critical, Severity::error, Severity::warning, Severity::note}) {
    for (const Checked& checked : report.documents) {
      for (const Told& told : problems_of(checked, *report.rules, options)) {
        // Ten annotations is all that a build server shows: what was known already would crowd out what is
        // new.
        if (told.finding.severity == severity && !told.finding.known) sorted.push_back(told);
      }
    }
  }
  return sorted;
}

std::vector<Unread> unread_of(const Report& report) {
  std::vector<Unread> unread;
  for (const Error& error : report.errors) {
    std::string message = printable(error.message);
    if (!message.empty() && message.back() != '.') message += '.';
    join(message, printable(error.remedy), " ");
    unread.push_back({error.path, message, error.line, false});
  }
  for (const Checked& checked : report.documents) {
    for (Unread& part : unread_parts_of(checked.document)) unread.push_back(std::move(part));
  }
  return unread;
}

std::vector<Unread> unread_parts_of(const Document& document) {
  std::vector<Unread> parts;
  for (const ReadingNote& note : document.notes) {
    if (!note.incomplete) continue;
    parts.push_back({document.path, "Not all of it was read: " + printable(note.message),
                     static_cast<int>(note.place.line), true});
  }
  return parts;
}

std::string record_name(const Document& document) {
  return document.id == document.path ? "" : printable(document.id);
}

std::string path_in_report(const std::string& path, std::string_view standard_input) {
  if (path.empty()) return ".";  // a mistake that no file made
  return path == "-" ? std::string(standard_input) : spelled(relative_path(path));
}

std::string name_in_report(const Document& document) {
  const std::string record = record_name(document);
  return path_in_report(document.path) + (record.empty() ? "" : ": " + record);
}

std::string words_of(const Told& told) {
  return printable(shown_words(told.document(), told.finding.span, told.rules, told.excerpts));
}

std::string where_of(const Told& told) {
  std::string words = record_name(told.document());
  join(words, place_in_words(place_of(told.document(), told.finding.span.begin)), ", ");
  join(words, printable(nearest_title(told.document(), told.unit(), told.excerpts)), ", ");
  if (told.unit().item != 0) join(words, fmt::format("item {}", told.unit().item), ", ");
  return printable(words);
}

std::string sentence_of(const Told& told) {
  const std::string words = words_of(told);
  const std::string message = printable(told.rule().message);
  return words.empty() ? message : "\"" + words + "\": " + message;
}

std::string advice_of(const Told& told) {
  const Rule& rule = told.rule();
  std::string advice = printable(rule.why);
  if (!rule.instead.empty()) join(advice, "Instead: " + printable(rule.instead), " ");
  if (rule.contested) join(advice, "Disputed: " + printable(rule.contested_text), " ");
  if (!rule.citations.empty()) join(advice, "Source: " + printable(sources_of(rule, told.rules)) + ".", " ");
  return advice;
}

std::string evidence_of(const Told& told) {
  std::string text = where_of(told);
  join(text, sentence_of(told), ": ");
  join(text, advice_of(told), " ");
  return text;
}

}  // namespace peerscope
