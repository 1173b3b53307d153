// The parts of the HTML report, in the order in which write/html.cc puts them on the page.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/report.h"
#include "write/html_writer.h"
#include "write/shown.h"

namespace peerscope {

// What the margin says of one rule in one unit.
struct Remark {
  Standing standing = Standing::silent;
  std::uint32_t rule = 0;
  Severity severity = Severity::note;
  std::vector<const Finding*> findings;
  int number = 0;  // risks and looks, counted through the document; else 0
  int first = 0;   // the number under which the rule is explained; of a rule's first remark its own
};

// One document on the page; `id` makes its anchors: "d2".
struct Leaf : Shown {
  Html& html;
  std::string id;
  std::map<std::uint32_t, std::vector<Remark>> remarks;  // by unit, gravest first
  std::string agency_id{};  // the anchor of its agency; empty: the page tells of none
  bool shows(std::uint32_t unit) const { return excerpts == Excerpts::full || remarks.count(unit) != 0; }
};

// html.cc
void put_page_head(Html& html, const std::string& title);
void put_limits(Html& html);  // what a text cannot show

// html_remarks.cc
std::map<std::uint32_t, std::vector<Remark>> remarks_of(const Shown& shown);
void put_remarks(const Leaf& leaf, const std::vector<Remark>& remarks);  // in the margin
void put_index(const Leaf& leaf);  // gravest first, each with its places
std::string anchor_of(const Leaf& leaf, std::string_view what, std::uint32_t number);  // "d2-n7"

// html_text.cc
void put_marked_text(const Leaf& leaf);

// html_score.cc
void put_verdict(const Leaf& leaf);
void put_score_terms(const Leaf& leaf);

// html_lists.cc
void put_safeguards(const Leaf& leaf);
void put_for_people(const Leaf& leaf);  // unjudged duties, and what only a person can tell
void put_set_aside(const Leaf& leaf);   // and what was ignored on request

// html_figures.cc: drawings, hidden from screen readers, which are told the same in words beside them
void put_interval(Html& html, const Score& score, const Scales& scales, bool with_axis);
void put_scale(Html& html, const Scales& scales);           // above a column of intervals
void put_bands_in_words(Html& html, const Scales& scales);  // "from 0: Co-opted · from 30: …"
void put_signs_figure(Html& html, const std::vector<SignCount>& signs, const Scales& scales,
                      std::string_view heading);
void put_work_figure(Html& html, const std::array<int, 7>& work, std::string_view heading);
void put_bar(Html& html, int number, int most, std::string_view look);

// html_trend.cc
void put_trend(Html& html, const TrendLine& line, const Scales& scales, std::string_view heading);

// html_agencies.cc; the leaves of the texts stand further down on the page
std::string anchor_of_agency(std::size_t agency);  // index in Report::agencies
void put_agencies(Html& html, const Report& report, const std::vector<Leaf>& leaves);

std::string_view html_style();  // html_style.cc

}  // namespace peerscope
