// CSV for spreadsheets and statistics: a row for each finding that counts, risk or strength, and one for each
// document that was not read or not in full.
#include <algorithm>
#include <vector>

#include "check/score.h"
#include "write/escape.h"
#include "write/excerpt.h"
#include "write/formats.h"
#include "write/places.h"
#include "write/results.h"
#include "write/wording.h"

namespace peerscope {

namespace {

constexpr const char* kHeader =
    "record,path,id,agency,kind,rule,pack,severity,effect,confidence,line,column,end_line,end_column,page,"
    "paragraph,"
    "table,row,cell,item,section,text,message,why,instead,source,fingerprint,baseline";

// A spreadsheet takes a cell that begins so for a formula, which could call a program or send data away. The
// wide forms count too where the keyboard is Chinese or Japanese.
bool begins_like_formula(std::string_view text) {
  for (const std::string_view mark : {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
    if (text.starts_with(mark)) return true;
  }
  return false;
}

class Rows {
 public:
  explicit Rows(std::ostream& out) : out_(&out) { *out_ << kHeader << '\n'; }

  void cell(std::string_view text) {
    if (!first_) row_ += ',';
    first_ = false;
    const bool formula = begins_like_formula(text);
    if (text.find_first_of(",\"\n\r") == std::string_view::npos) {
      if (formula) row_ += '\'';
      row_ += text;
      return;
    }
    row_ += formula ? "\"'" : "\"";
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t mark = std::min(text.find('"', at), text.size() - 1) + 1;  // with the mark
      row_ += text.substr(at, mark - at);
      if (text[mark - 1] == '"') row_ += '"';
      at = mark;
    }
    row_ += '"';
  }
  void number(std::uint32_t value) { cell(value == 0 ? std::string() : std::to_string(value)); }
  void empty(int cells) {
    for (int i = 0; i < cells; ++i) cell("");
  }
  void end() {
    row_ += '\n';
    *out_ << row_;
    row_.clear();
    first_ = true;
  }

 private:
  std::ostream* out_;
  std::string row_;  // the one at hand
  bool first_ = true;
};

void put_place(Rows& rows, const Told& told) {
  const Region region = region_of(told.document(), told.finding.span, Columns::code_points);
  const Place place = place_of(told.document(), told.finding.span.begin);
  for (const std::uint32_t value :
       {region.begin.line, region.begin.column, region.end.line, region.end.column, place.page,
        place.paragraph, place.table, place.row, place.cell, told.unit().item}) {
    rows.number(value);
  }
  std::string section;
  for (const std::string& title : shown_section(told.document(), told.unit(), told.excerpts)) {
    section += (section.empty() ? "" : " / ") + printable(title);
  }
  rows.cell(section);
}

void put_finding(Rows& rows, const Told& told, bool compared) {
  const Document& document = told.document();
  const Rule& rule = told.rule();
  rows.cell("finding");
  rows.cell(path_in_report(document.path));
  rows.cell(printable(document.id));
  rows.cell(printable(document.agency));
  rows.cell(name_of(document.kind));
  rows.cell(full_id(told.rules, rule));
  rows.cell(told.rules.packs[rule.pack].id);
  rows.cell(told.finding.effect == Effect::risk ? name_of(told.finding.severity) : "");  // strengths are none
  rows.cell(name_of(told.finding.effect));
  rows.cell(name_of_confidence(told.finding.confidence));
  put_place(rows, told);
  rows.cell(words_of(told));
  rows.cell(printable(rule.message));
  rows.cell(printable(rule.why));
  rows.cell(printable(rule.instead));
  rows.cell(printable(sources_of(rule, told.rules)));
  rows.cell(fingerprint(document, told.finding, told.rules));
  rows.cell(!compared || told.finding.effect != Effect::risk ? "" : told.finding.known ? "known" : "new");
  rows.end();
}

void put_unread(Rows& rows, const Unread& unread) {
  rows.cell(unread.in_part ? "read-in-part" : "unread");
  rows.cell(path_in_report(unread.path));
  rows.empty(8);
  rows.number(unread.line > 0 ? static_cast<std::uint32_t>(unread.line) : 0);
  rows.empty(11);
  rows.cell(unread.message);
  rows.empty(5);
  rows.end();
}

}  // namespace

void write_csv(const Report& report, const WriteOptions& options, std::ostream& out) {
  Rows rows(out);
  for (const Unread& unread : unread_of(report)) put_unread(rows, unread);
  for (const Checked& checked : report.documents) {
    const Excerpts excerpts = excerpts_for(checked, options);
    for (const Finding& finding : checked.findings) {
      if (counts(checked, finding, *report.rules))
        put_finding(rows, {*report.rules, checked, finding, excerpts}, report.stale.has_value());
    }
  }
}

}  // namespace peerscope
