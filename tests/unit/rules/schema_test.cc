// The JSON Schema that editors use says the same as the loader.
#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <string>

#include "rules/keys.h"
#include "rules/names.h"

using namespace peerscope;

namespace {

const nlohmann::json& schema() {
  static const nlohmann::json parsed = [] {
    std::ifstream file(PEERSCOPE_SOURCE_DIR "/rules/schema/pack.schema.json");
    return nlohmann::json::parse(file);
  }();
  return parsed;
}

const nlohmann::json& definition(const std::string& name) { return schema().at("definitions").at(name); }

std::set<std::string> strings(std::span<const std::string_view> views) {
  return {views.begin(), views.end()};
}

void check_keys(const std::string& name, std::span<const std::string_view> keys) {
  CAPTURE(name);
  std::set<std::string> in_schema;
  for (const auto& [key, value] : definition(name).at("properties").items()) in_schema.insert(key);
  CHECK(in_schema == strings(keys));
  CHECK(definition(name).at("additionalProperties") == false);
}

void check_values(const nlohmann::json& property, const std::vector<std::string_view>& names) {
  std::set<std::string> in_schema;
  for (const auto& value : property.at("enum")) in_schema.insert(value.get<std::string>());
  CAPTURE(property.dump());
  CHECK(in_schema == strings(names));
}

// Every "$ref" must lead somewhere, or the editor checks nothing.
void check_references(const nlohmann::json& node) {
  if (node.is_object() && node.contains("$ref")) {
    const auto target = node.at("$ref").get<std::string>();
    REQUIRE(target.starts_with("#/definitions/"));
    CHECK(schema().at("definitions").contains(target.substr(14)));
  }
  for (const auto& child : node) {
    if (child.is_structured()) check_references(child);
  }
}

}  // namespace

TEST_CASE("the schema names every key that the loader takes, and no other") {
  CHECK(schema().at("$schema") == "http://json-schema.org/draft-07/schema#");
  check_keys("rule", kRuleKeys);
  check_keys("examples", kExamplesKeys);
  check_keys("exampleMap", kExampleKeys);
  check_keys("phraseMap", kPhraseKeys);
  check_keys("packFile", kPackKeys);
  check_keys("notAssessed", kNotAssessedKeys);
  check_keys("wordClass", kClassKeys);
  check_keys("inflectionFile", kInflectionKeys);
  check_keys("cue", kCueKeys);
  check_keys("section", kSectionKeys);
  check_keys("scalesFile", kScalesKeys);
  check_keys("tier", kTierKeys);
  check_keys("sign", kSignKeys);
  check_keys("safeguard", kSafeguardKeys);
  check_keys("source", kSourceKeys);
  check_keys("catalogueList", kCatalogueListKeys);
  check_keys("catalogueItem", kCatalogueItemKeys);
}

TEST_CASE("the schema names every value that the loader takes, and no other") {
  const nlohmann::json& rule = definition("rule").at("properties");
  check_values(rule.at("kind"), all_names(kKindNames));
  check_values(rule.at("effect"), all_names(kEffectNames));
  check_values(rule.at("severity"), all_names(kSeverityNames));
  check_values(rule.at("about"), all_names(kAboutNames));
  check_values(rule.at("negated"), all_names(kNegatedNames));
  check_values(rule.at("work"), all_names(kWorkNames));
  check_values(rule.at("of"), all_names(kWorkNames));
  check_values(rule.at("applies-to").at("items"), all_names(kDocumentKindNames));
  check_values(definition("exampleMap").at("properties").at("kind"), all_names(kDocumentKindNames));
  check_values(definition("cue").at("properties").at("axis"), all_names(kAxisNames));
  check_values(definition("cue").at("properties").at("direction"), all_names(kDirectionNames));
  check_values(definition("wordClass").at("properties").at("part"), all_names(kPartNames));
  check_values(definition("section").at("properties").at("role"), all_role_names());
  check_values(definition("packFile").at("properties").at("severity").at("additionalProperties"),
               all_names(kSeverityNames));
  std::set<std::string> sections;
  for (const std::string_view name : all_role_names()) {
    sections.insert(std::string(name));
    sections.insert(std::string(name) + "?");
  }
  CHECK(rule.at("sections").at("items").at("enum").get<std::set<std::string>>() == sections);
}

TEST_CASE("every reference of the schema leads somewhere") { check_references(schema()); }
