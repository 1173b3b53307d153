// Holds JSON against a JSON Schema: the part of the language that report.schema.json uses, and a refusal of
// the rest.
#pragma once
#include <boost/regex.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace made {

class JsonSchema {
 public:
  explicit JsonSchema(nlohmann::json schema) : root_(std::move(schema)) {}

  // What is wrong, each with its place; nothing where all is well. `definition` names a part of the schema.
  std::vector<std::string> mistakes(const nlohmann::json& value, const std::string& definition = "") {
    mistakes_.clear();
    check(definition.empty() ? root_ : root_.at("definitions").at(definition), value, "$");
    return mistakes_;
  }

 private:
  using Json = nlohmann::json;

  void say(const std::string& place, const std::string& what) { mistakes_.push_back(place + ": " + what); }

  static bool is_of(const Json& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "boolean") return value.is_boolean();
    return type == "null" && value.is_null();
  }

  void check_type(const Json& schema, const Json& value, const std::string& place) {
    const Json types = schema.at("type").is_array() ? schema.at("type") : Json::array({schema.at("type")});
    for (const Json& type : types) {
      if (is_of(value, type.get<std::string>())) return;
    }
    say(place, "is " + value.dump() + ", not " + types.dump());
  }

  void check_object(const Json& schema, const Json& value, const std::string& place) {
    if (schema.contains("required")) {
      for (const Json& name : schema.at("required")) {
        if (!value.contains(name.get<std::string>())) say(place, "lacks " + name.dump());
      }
    }
    if (!schema.contains("properties")) return;
    for (const auto& [name, member] : value.items()) {
      if (schema.at("properties").contains(name)) {
        check(schema.at("properties").at(name), member, place + "." + name);
      } else if (!schema.value("additionalProperties", true)) {
        say(place, "has \"" + name + "\", which the schema does not know");
      }
    }
  }

  void check_value(const Json& schema, const Json& value, const std::string& place) {
    if (schema.contains("const") && schema.at("const") != value)
      say(place, "is not " + schema.at("const").dump());
    if (schema.contains("enum")) {
      const Json& known = schema.at("enum");
      if (std::find(known.begin(), known.end(), value) == known.end())
        say(place, value.dump() + " is none of " + known.dump());
    }
    if (value.is_number() && schema.contains("minimum") && value < schema.at("minimum"))
      say(place, "is too small");
    if (value.is_number() && schema.contains("maximum") && value > schema.at("maximum"))
      say(place, "is too large");
    if (value.is_string() && schema.contains("pattern") &&
        !boost::regex_search(value.get<std::string>(),
                             boost::regex(schema.at("pattern").get<std::string>()))) {
      say(place, "does not fit " + schema.at("pattern").dump());
    }
  }

  void check(const Json& schema, const Json& value, const std::string& place) {
    static const std::set<std::string> kKnown{
        "$schema",     "$id",  "$ref",     "title",      "description",
        "definitions", "type", "required", "properties", "additionalProperties",
        "items",       "enum", "const",    "minimum",    "maximum",
        "pattern"};
    for (const auto& [keyword, unused] : schema.items()) {
      if (kKnown.count(keyword) == 0)
        say(place, "the schema says \"" + keyword + "\", which this check does not know");
    }
    if (schema.contains("$ref")) {
      const std::string name =
          schema.at("$ref").get<std::string>().substr(std::string("#/definitions/").size());
      return check(root_.at("definitions").at(name), value, place);
    }
    if (schema.contains("type")) check_type(schema, value, place);
    check_value(schema, value, place);
    if (value.is_object()) check_object(schema, value, place);
    if (value.is_array() && schema.contains("items")) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        check(schema.at("items"), value[i], place + "[" + std::to_string(i) + "]");
      }
    }
  }

  Json root_;
  std::vector<std::string> mistakes_;
};

}  // namespace made
