// Writes a report that is full of the strings it is given, in every format: for check.py to read back.
//
// formats-sample STRINGS FOLDER: STRINGS is a file of strings that end in NUL.
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "check/agency.h"
#include "support/made.h"
#include "write/formats.h"
#include "write/write.h"

using namespace peerscope;
using made::Made;

namespace {

constexpr const char* kMarker = "Zxqmarker";  // a name: it may not leave a note

std::vector<std::string> strings_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string all{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::vector<std::string> strings;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = all.find('\0', at);
    strings.push_back(all.substr(at, end - at));
    if (end == std::string::npos) break;
    at = end + 1;
  }
  return strings;
}

std::string joined(const std::vector<std::string>& strings) {
  std::string all;
  for (const std::string& one : strings) all += " " + one;
  return all;
}

// A job description of which each string is a duty that counts against peer support.
Checked job(const std::vector<std::string>& strings) {
  Made made;
  made.document().path = "jobs/a, \"b\"  ]]>%:é <i>.md";
  made.document().id = made.document().path;
  int number = 0;
  for (const std::string& one : strings) {
    made.unit(one).finding(Effect::risk, static_cast<Severity>(number++ % 4));
  }
  made.unit("Peers are paid.").finding(Effect::strength, Severity::warning);
  made.unit("Set aside words.").finding(Effect::none, Severity::error).last().status = Status::attributed;
  made.unit("Ignored words.").finding(Effect::risk, Severity::error).last().suppressed = true;
  IgnoreNote note;
  note.rule = "bad";
  note.reason = "agreed" + joined(strings);
  made.document().ignores.push_back(note);
  ReadingNote part;
  part.message = "Page 3 is a picture." + joined(strings);
  part.incomplete = true;
  made.document().notes.push_back(part);
  Checked checked = made.scored();
  checked.document.sections[0].title = "Duties" + joined(strings);
  return checked;
}

// As Word gives it: paragraphs, no lines.
Checked word_file() {
  Made made;
  made.document().path = "jobs/word.docx";
  made.document().id = made.document().path;
  made.unit("Manages cases in Word.").finding(Effect::risk, Severity::error).last().known = true;
  Checked checked = made.scored();
  for (Origin& origin : checked.document.origins) {
    origin.place = {};
    origin.place.paragraph = 4;
  }
  return checked;
}

Checked note() {
  Made made;
  made.document().path = "notes/notes.ndjson";
  made.document().id = "note-1";
  made.document().kind = DocumentKind::progress_note;
  made.unit(std::string(kMarker) + " refused.").finding(Effect::risk, Severity::warning);
  made.unit(std::string(kMarker) + " ignored.").finding(Effect::risk, Severity::warning).last().suppressed =
      true;
  made.unit(std::string(kMarker) + " was heard.").finding(Effect::strength, Severity::warning);
  IgnoreNote ignore;
  ignore.rule = "bad";
  ignore.reason = kMarker;
  made.document().ignores.push_back(ignore);
  Checked checked = made.scored();
  checked.document.sections[0].title = kMarker;
  return checked;
}

Checked clean() {
  Made made;
  made.document().path = made.document().id = "jobs/clean.txt";
  made.unit("Listens.");
  return made.scored();
}

// A baseline that knows three things which are gone; one is of a rule that is gone too.
Baseline gone() {
  Baseline baseline;
  baseline.add("0123456789abcdef", "made/bad");
  baseline.add("0123456789abcdef", "made/bad");
  baseline.add("fedcba9876543210", "other/rule");
  return baseline;
}

// Agencies that are called by the strings, and how they stood over time.
Report agencies_named(const std::vector<std::string>& strings, const RuleSet& rules) {
  Report report;
  report.rules = &rules;
  AgencyTally tally(rules);
  for (const std::string& one : strings) {
    Made made;
    made.document().agency = one;
    made.document().path = made.document().id = "agencies/" + one + "/jobs/a.md";
    for (int i = 0; i < 6; ++i) made.unit("Duty " + std::to_string(i)).finding(Effect::risk, Severity::error);
    report.documents.push_back(made.scored());
    tally.add(report.documents.back());
    report.trend.push_back({one,
                            DocumentKind::job_description,
                            {{"2026-03-31", 1, 50, 30, 70, "second"}, {one, 1, 60, 40, 80, one}}});
  }
  report.trend.push_back(
      {"gone" + joined(strings), DocumentKind::progress_note, {{"2026-03-31", 5, 50, 30, 70, "second"}}});
  report.agencies = tally.agencies();
  return report;
}

Error unread(const std::vector<std::string>& strings) {
  Error error;
  error.path = "jobs/broken" + strings.front() + ".pdf";
  error.message = "It is encrypted." + joined(strings);
  error.remedy = "Save it without a password.";
  return error;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "formats-sample STRINGS FOLDER\n";
    return 2;
  }
  const std::vector<std::string> strings = strings_of(words[1]);
  RuleSet rules = made::rules();
  for (Rule& rule : rules.rules) {
    for (std::string* text : {&rule.title, &rule.message, &rule.why, &rule.instead}) *text += joined(strings);
  }
  Report report;
  report.rules = &rules;
  report.documents = {job(strings), word_file(), note(), note(), clean()};
  report.errors = {unread(strings)};
  report.stale = gone();
  report.baseline = "known \"1\".json";
  std::istringstream names(format_names());
  for (std::string name; std::getline(names, name, ',');) {
    name.erase(0, name.find_first_not_of(' '));
    std::ofstream out(std::string(words[2]) + "/" + name, std::ios::binary);
    format_named(name)->write(report, WriteOptions{}, out);
    WriteOptions none;
    none.excerpts = Excerpts::none;
    none.excerpts_given = true;
    std::ofstream hidden(std::string(words[2]) + "/" + name + ".none", std::ios::binary);
    format_named(name)->write(report, none, hidden);
    if (!out || !hidden) return 1;
  }
  std::ofstream page(std::string(words[2]) + "/agencies.html", std::ios::binary);
  write_html(agencies_named(strings, rules), WriteOptions{}, page);
  return page ? 0 : 1;
}
