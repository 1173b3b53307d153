// Shows what was read of a document, unit by unit, under its headings.
#include "write/outline.h"

#include <fmt/format.h>

#include <algorithm>

#include "write/paper.h"
#include "write/results.h"
#include "write/wording.h"

namespace peerscope {

namespace {

class Outline {
 public:
  Outline(const Checked& checked, const WriteOptions& options, std::ostream& out)
      : checked_(checked),
        document_(checked.document),
        full_(options.excerpts == Excerpts::full),
        paper_(out, options.width, options.color) {}

  void put() {
    put_title();
    put_notes();
    std::int64_t section = -1;
    for (std::size_t i = 0; i < document_.units.size(); ++i) {
      const Unit& unit = document_.units[i];
      if (unit.section != section) put_section(unit);
      section = unit.section;
      // The heading's own unit stands in the line of its section.
      if (unit.type != UnitType::heading || !(heading_of(unit) == unit.span)) put_unit(i);
    }
  }

 private:
  const Section& section_of(const Unit& unit) const { return document_.sections[unit.section]; }
  Span heading_of(const Unit& unit) const { return section_of(unit).heading; }

  static std::string plural(std::size_t number, const char* one, const char* many) {
    return counted(static_cast<long>(number), one, many);
  }

  void put_title() {
    const std::string record = record_name(document_);
    const std::string path = document_.path == "-" ? "standard input" : document_.path;
    paper_.paragraph({{path + (record.empty() ? "" : ": " + record), Ink::strong}});
    const auto headings =
        std::count_if(document_.sections.begin(), document_.sections.end(),
                      [](const Section& s) { return s.heading.end > s.heading.begin && !s.stem; });
    paper_.paragraph(fmt::format(
        "Read in the format {}, as {}{}: {}, {}, {}.", document_.format, kind_in_words(document_.kind),
        document_.kind_recognised ? " (recognised from its text)" : "",
        plural(document_.words.size(), "word", "words"), plural(document_.units.size(), "unit", "units"),
        plural(static_cast<std::size_t>(headings), "heading", "headings")));
  }

  void put_notes() {
    for (const ReadingNote& note : document_.notes) {
      paper_.paragraph(
          {{note.incomplete ? "Not all of it was read: " : "Note: ", Ink::warn}, {note.message}});
    }
    if (document_.notes.empty()) paper_.paragraph("Nothing was left out.");
    for (const IgnoreNote& note : document_.ignores) {
      paper_.paragraph({{"Ignore note: ", Ink::warn}, {note.rule + ", " + place_in_words(note.place)}});
    }
  }

  std::string words_in(Span span) const {
    if (full_) return std::string(slice(document_.text, span));
    const auto words = std::count_if(document_.words.begin(), document_.words.end(), [&](const Word& word) {
      return word.span.begin >= span.begin && word.span.end <= span.end;
    });
    return "(" + plural(static_cast<std::size_t>(words), "word", "words") + ")";
  }

  // "## Duties" with what the text under it is for. A sentence that opens a list is told as one.
  void put_section(const Unit& first) {
    const Section& section = section_of(first);
    paper_.blank();
    const bool written = section.heading.end > section.heading.begin;
    std::string title = "(before any heading)";
    if (written)
      title = words_in(section.heading);
    else if (!section.title.empty())
      title = full_ ? section.title : "(a heading given from outside)";
    const std::string marks =
        section.stem ? "" : std::string(std::clamp<std::size_t>(section.level, 1, 6), '#') + " ";
    const std::string role =
        section.role == Role::unknown ? "no known kind of section" : std::string(name_of(section.role));
    std::string about = fmt::format("{}{}", section.stem ? "opens a list · " : "", role);
    const std::string place = written ? place_in_words(place_of(document_, section.heading.begin)) : "";
    if (!place.empty()) about += " · " + place;
    paper_.paragraph({{marks + title, Ink::strong}, {"  [" + about + "]", Ink::faint}}, 0, 4);
  }

  void put_unit(std::size_t index) {
    const Unit& unit = document_.units[index];
    const int indent = 2 + 2 * (unit.depth > 1 ? unit.depth - 1 : 0);
    const char* mark = unit.item != 0 ? "• " : unit.type == UnitType::cell ? "| " : "";
    paper_.paragraph(mark + words_in(unit.span), indent, indent + 2);
    const UnitResult& result = checked_.units[index];
    std::string about =
        unit.item != 0 ? fmt::format("item {}", unit.item) : std::string(name_of_type(unit.type));
    if (const std::string place = place_in_words(place_of(document_, unit.span.begin)); !place.empty())
      about += " · " + place;
    if (result.duty) about += fmt::format(" · a duty: {}", work_in_words(result.work));
    if (result.repeats) about += " · says the same again";
    paper_.paragraph({{"[" + about + "]", Ink::faint}}, indent + 2, indent + 4);
  }

  const Checked& checked_;
  const Document& document_;
  bool full_;
  Paper paper_;
};

}  // namespace

void write_outline(const Checked& checked, const WriteOptions& options, std::ostream& out) {
  Outline(checked, options, out).put();
}

}  // namespace peerscope
