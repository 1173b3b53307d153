// rules list --format markdown: a table for each pack.
#include "cli/rules_index.h"

#include <algorithm>

#include "write/wording.h"

namespace peerscope {

namespace {

// A text that stays in its cell, and is read as written: "a | b" would be two cells, "<name>" a tag.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '<' || c == '>' || c == '*' || c == '_' || c == '`' || c == '[' || c == ']' ||
        c == '\\')
      out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string_view effect_of(const Rule& rule) {
  return rule.effect == Effect::none ? "remark" : name_of(rule.effect);
}

std::string source_of(const Rule& rule) {
  std::string out;
  for (const Citation& citation : rule.citations) {
    out += (out.empty() ? "" : "; ") + citation.source;
    if (!citation.place.empty()) out += ": " + citation.place;
  }
  return cell(out);
}

void write_pack(std::ostream& out, const RuleSet& rules, std::uint32_t pack, long number) {
  const Pack& about = rules.packs[pack];
  out << "\n## " << cell(about.title) << "\n\n`" << about.id << "` " << about.version << ", "
      << counted(number, "rule", "rules") << ". From: " << cell(about.source)
      << "\n\n| rule | what it is about | effect | severity | source |\n|---|---|---|---|---|\n";
  for (const Rule& rule : rules.rules) {
    if (rule.pack != pack) continue;
    out << "| `" << rule.id << "` | " << cell(rule.title) << (rule.contested ? " (contested)" : "") << " | "
        << effect_of(rule) << " | " << name_of(rule.severity) << " | " << source_of(rule) << " |\n";
  }
}

}  // namespace

void write_index(std::ostream& out, const RuleSet& rules) {
  out << "# All rules\n\nWritten by `scripts/index` from the packs beside it; changes belong there. "
      << counted(static_cast<long>(rules.rules.size()), "rule", "rules")
      << "; the sources' full names stand in `sources.yaml`, and `peerscope explain PACK/RULE` tells all of "
         "a rule. "
         "A remark is told and never scored.\n";
  for (std::uint32_t pack = 0; pack < rules.packs.size(); ++pack) {
    const auto number =
        std::count_if(rules.rules.begin(), rules.rules.end(), [&](const Rule& r) { return r.pack == pack; });
    if (number > 0) write_pack(out, rules, pack, number);
  }
}

}  // namespace peerscope
