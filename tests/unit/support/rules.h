// Small rule sets for tests.
#pragma once
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/result.h"
#include "context/interpret.h"
#include "match/match.h"
#include "rules/load.h"

namespace peerscope::test {

// The vocabulary and cues that ship, and one pack with the rules given as YAML.
inline RuleSet rules_with(const std::string& yaml) {
  auto files = read_rule_folder(std::string(PEERSCOPE_SOURCE_DIR) + "/rules");
  REQUIRE(files.has_value());
  std::vector<RuleFile> kept;
  for (RuleFile& file : *files)
    for (const char* part : {"/vocabulary/", "/context/", "/scales.yaml", "/sources.yaml"})
      if (file.path.find(part) != std::string::npos) {
        kept.push_back(file);
        break;
      }
  kept.push_back({"mine/pack.yaml",
                  "id: mine\ntitle: Mine\nversion: \"1\"\nlicence: none\nlanguage: en\nsource: test\n"});
  kept.push_back({"mine/rules.yaml", "rules:\n" + yaml});
  auto loaded = load_rules(kept);
  if (!loaded)
    for (const Error& error : loaded.error()) MESSAGE(describe(error));
  REQUIRE(loaded.has_value());
  return std::move(loaded->rules);
}

// A rule of its own from a phrase; four examples each are asked for, so that any will do here.
inline std::string rule(const std::string& id, const std::string& phrase, const std::string& more = "") {
  return "  - id: " + id +
         "\n    title: t\n    effect: risk\n    severity: warning\n    message: m\n    why: w\n    instead: "
         "i\n"
         "    source: [{caraco-deck: x}]\n    find: [\"" +
         phrase + "\"]\n" + more +
         "    examples: {flag: [a1, a2, a3, a4], pass: [b1, b2, b3, b4], strength: [c1]}\n";
}

// One unit under one section.
inline Document one_unit(const std::string& text, Role role = Role::duties,
                         DocumentKind kind = DocumentKind::job_description) {
  Document document;
  document.text = text;
  document.kind = kind;
  document.sections.push_back({});
  document.sections[0].role = role;
  document.words = cut_words(text, {0, static_cast<std::uint32_t>(text.size())});
  fold_words(document);
  Unit unit;
  unit.span = {0, static_cast<std::uint32_t>(text.size())};
  unit.end_word = static_cast<std::uint32_t>(document.words.size());
  document.units.push_back(unit);
  return document;
}

}  // namespace peerscope::test
