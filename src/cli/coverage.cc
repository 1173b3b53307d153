// rules coverage: every item of every list, and what stands for it.
#include "cli/coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "write/json_writer.h"
#include "write/paper.h"
#include "write/wording.h"

namespace peerscope {

namespace {

constexpr std::array kStandings{Standing::covered, Standing::not_assessable, Standing::contested,
                                Standing::open};

class Collector {
 public:
  explicit Collector(const RuleSet& rules) : rules_(rules) {
    for (const CatalogueItem& item : rules.catalogue) {
      index_.emplace(item.id, coverage_.items.size());
      ItemCoverage& row = coverage_.items.emplace_back();
      row.item = &item;
      row.views = item.views;
      if (!item.not_assessable.empty()) row.reasons.push_back(item.not_assessable);
    }
  }

  Coverage collect() {
    std::map<std::string, const Rule*> by_name;
    for (const Rule& rule : rules_.rules) {
      by_name.emplace(full_id(rules_, rule), &rule);
      for (const std::string& key : rule.catalogue) {
        if (ItemCoverage* row = row_of(key, full_id(rules_, rule))) add(*row, rule);
      }
    }
    for (ItemCoverage& row : coverage_.items) {
      for (const std::string& name : row.item->rules) {
        const auto rule = by_name.find(name);
        if (rule != by_name.end()) {
          add(row, *rule->second);
        } else {
          coverage_.unknown.push_back("catalogue.yaml, " + row.item->id + ": the rule " + name);
        }
      }
    }
    collect_reasons();
    for (ItemCoverage& row : coverage_.items) settle(row);
    return std::move(coverage_);
  }

 private:
  // The item that a key speaks of: itself, or the nearest above it. None where the key is that of a row whose
  // columns are items ("E3" of "E3.yes" and "E3.no"): the columns name their rules themselves.
  ItemCoverage* row_of(const std::string& key, const std::string& who) {
    for (std::string part = key;; part.resize(part.rfind('.'))) {
      if (const auto found = index_.find(part); found != index_.end()) return &coverage_.items[found->second];
      if (part.find('.') == std::string::npos) break;
    }
    const auto below = index_.lower_bound(key + ".");
    if (below == index_.end() || !below->first.starts_with(key + "."))
      coverage_.unknown.push_back(who + ": the item " + key);
    return nullptr;
  }

  static void add(ItemCoverage& row, const Rule& rule) {
    if (std::find(row.rules.begin(), row.rules.end(), &rule) == row.rules.end()) row.rules.push_back(&rule);
  }

  void collect_reasons() {
    for (const Pack& pack : rules_.packs) {
      for (const NotAssessed& limit : pack.not_assessed) {
        ItemCoverage* row = row_of(limit.item, pack.id + "/pack.yaml");
        if (row == nullptr) continue;
        if (std::find(row->reasons.begin(), row->reasons.end(), limit.why) == row->reasons.end())
          row->reasons.push_back(limit.why);
      }
    }
  }

  static void settle(ItemCoverage& row) {
    for (const Rule* rule : row.rules) {
      if (rule->contested) row.views.push_back(rule->contested_text);
    }
    const bool all_contested =
        !row.rules.empty() &&
        std::all_of(row.rules.begin(), row.rules.end(), [](const Rule* rule) { return rule->contested; });
    if (all_contested || !row.item->views.empty()) {
      row.standing = Standing::contested;
    } else if (!row.rules.empty()) {
      row.standing = Standing::covered;
    } else if (!row.reasons.empty()) {
      row.standing = Standing::not_assessable;
    }
  }

  const RuleSet& rules_;
  Coverage coverage_;
  std::map<std::string, std::size_t> index_;
};

std::string title_of_source(const RuleSet& rules, const std::string& key) {
  const auto found = rules.sources.find(key);
  return found == rules.sources.end() ? key : found->second.substr(0, found->second.find(", http"));
}

std::string_view in_words(Standing standing) {
  switch (standing) {
    case Standing::covered:
      return "covered";
    case Standing::not_assessable:
      return "no text shows";
    case Standing::contested:
      return "contested";
    case Standing::open:
      break;
  }
  return "open";
}

Ink ink_of(Standing standing) {
  if (standing == Standing::covered) return Ink::good;
  if (standing == Standing::contested) return Ink::warn;
  return standing == Standing::open ? Ink::bad : Ink::faint;
}

int count_of(const Coverage& coverage, Standing standing) {
  return static_cast<int>(std::count_if(coverage.items.begin(), coverage.items.end(),
                                        [&](const ItemCoverage& row) { return row.standing == standing; }));
}

void write_item(Paper& paper, const RuleSet& rules, const ItemCoverage& row) {
  paper.row(
      {{2, {row.item->id, Ink::strong}}, {18, {std::string(in_words(row.standing)), ink_of(row.standing)}}},
      34, {{row.item->title}});
  std::string names;
  for (const Rule* rule : row.rules) names += (names.empty() ? "" : ", ") + full_id(rules, *rule);
  if (!names.empty()) paper.row({{18, {"rules", Ink::faint}}}, 34, {{names, Ink::faint}});
  for (const std::string& view : row.views) paper.row({{18, {"view", Ink::faint}}}, 34, {{view}});
  for (const std::string& reason : row.reasons)
    paper.row({{18, {"not in a text", Ink::faint}}}, 34, {{reason}});
}

void write_text(const Desk& desk, const RuleSet& rules, const Coverage& coverage) {
  Paper paper(desk.out, desk.terminal.width, desk.terminal.color);
  std::string list;
  for (const ItemCoverage& row : coverage.items) {
    if (row.item->list != list) {
      list = row.item->list;
      std::string sources;
      for (const std::string& key : row.item->sources)
        sources += (sources.empty() ? "" : "; ") + title_of_source(rules, key);
      paper.heading(list);
      paper.paragraph({{sources, Ink::faint}}, 2, 2);
    }
    write_item(paper, rules, row);
  }
  paper.blank();
  paper.paragraph(fmt::format("{}: {} covered, {} that no text can show, {} contested, {} open.",
                              counted(static_cast<long>(coverage.items.size()), "item", "items"),
                              count_of(coverage, Standing::covered),
                              count_of(coverage, Standing::not_assessable),
                              count_of(coverage, Standing::contested), count_of(coverage, Standing::open)));
}

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key);
  json.begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
}

void write_json(const Desk& desk, const RuleSet& rules, const Coverage& coverage) {
  JsonWriter json(desk.out, JsonWriter::Layout::pretty);
  json.begin_object();
  json.key("summary");
  json.begin_object();
  json.member("items", static_cast<std::int64_t>(coverage.items.size()));
  for (const Standing standing : kStandings)
    json.member(name_of(standing), static_cast<std::int64_t>(count_of(coverage, standing)));
  json.end_object();
  json.key("items");
  json.begin_array();
  for (const ItemCoverage& row : coverage.items) {
    json.begin_object();
    json.member("item", row.item->id);
    json.member("list", row.item->list);
    json.member("title", row.item->title);
    json.member("standing", name_of(row.standing));
    std::vector<std::string> names;
    for (const Rule* rule : row.rules) names.push_back(full_id(rules, *rule));
    write_texts(json, "rules", names);
    write_texts(json, "not_in_a_text", row.reasons);
    write_texts(json, "views", row.views);
    std::vector<std::string> sources;
    for (const std::string& key : row.item->sources) sources.push_back(title_of_source(rules, key));
    write_texts(json, "source", sources);
    json.end_object();
  }
  json.end_array();
  write_texts(json, "unknown", coverage.unknown);
  json.end_object();
  desk.out << '\n';
}

}  // namespace

std::string_view name_of(Standing standing) {
  switch (standing) {
    case Standing::covered:
      return "covered";
    case Standing::not_assessable:
      return "not-assessable";
    case Standing::contested:
      return "contested";
    case Standing::open:
      break;
  }
  return "open";
}

Coverage coverage_of(const RuleSet& rules) { return Collector(rules).collect(); }

int run_coverage(const Desk& desk, const RuleSet& rules) {
  const Coverage coverage = coverage_of(rules);
  desk.options.targets.front().format == "json" ? write_json(desk, rules, coverage)
                                                : write_text(desk, rules, coverage);
  for (const std::string& unknown : coverage.unknown)
    desk.err << "peerscope: warning: the catalogue has no such thing: " << unknown << '\n';
  return count_of(coverage, Standing::open) == 0 ? kFine : kFindings;
}

}  // namespace peerscope
