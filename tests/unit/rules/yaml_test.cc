// The door to YAML: every node knows its place, and what would be read in another way than it looks is
// refused.
#include "rules/yaml.h"

#include <doctest/doctest.h>

#include "rules/yaml_text.h"

using namespace peerscope;

namespace {

ParsedYaml parsed(const std::string& text) { return parse_yaml("test.yaml", text); }

std::string place(const Error& error) {
  return std::to_string(error.line) + ":" + std::to_string(error.column);
}

}  // namespace

TEST_CASE("values keep their order, their places and their letters") {
  const ParsedYaml yaml =
      parsed("b: yes\na: [1.0, 'two', \"th ree\"]\nc:\n  d: >-\n    folded\n    text\n  e:\n");
  REQUIRE(yaml.errors.empty());
  REQUIRE(yaml.complete);
  REQUIRE(yaml.root.type == YamlType::map);
  REQUIRE(yaml.root.keys.size() == 3);
  CHECK(yaml.root.keys[0].text == "b");
  CHECK(yaml.root.items[0].text == "yes");
  const YamlNode* list = value_of(yaml.root, "a");
  REQUIRE(list != nullptr);
  REQUIRE(list->type == YamlType::list);
  REQUIRE(list->items.size() == 3);
  CHECK(list->items[0].text == "1.0");
  CHECK_FALSE(list->items[0].quoted);
  CHECK(list->items[1].quoted);
  CHECK(list->items[2].text == "th ree");
  CHECK(list->items[2].line == 2);
  CHECK(list->items[2].column == 17);
  const YamlNode* inner = value_of(yaml.root, "c");
  REQUIRE(inner != nullptr);
  CHECK(value_of(*inner, "d")->text == "folded text");
  CHECK(value_of(*inner, "e")->type == YamlType::empty);
  CHECK(value_of(*inner, "f") == nullptr);
}

TEST_CASE("a question mark belongs to its word, in a list too") {
  const ParsedYaml yaml =
      parsed("a: [duties, pay?]\nb: [x? y, (a b)?, \"c?\", d? ]\nc: what?\nd? : 'e?'\n? f\n: g\n");
  REQUIRE(yaml.errors.empty());
  CHECK(yaml.root.items[0].items[1].text == "pay?");
  REQUIRE(yaml.root.items[1].items.size() == 4);
  CHECK(yaml.root.items[1].items[0].text == "x? y");
  CHECK(yaml.root.items[1].items[1].text == "(a b)?");
  CHECK(yaml.root.items[1].items[2].text == "c?");
  CHECK(yaml.root.items[1].items[3].text == "d?");
  CHECK(yaml.root.items[2].text == "what?");
  CHECK(yaml.root.keys[3].text == "d?");
  CHECK(yaml.root.items[3].text == "e?");
  CHECK(yaml.root.keys[4].text == "f");
}

TEST_CASE("columns count letters, not bytes") {
  const ParsedYaml yaml = parsed("título: [añadir, {x: y}]\n");
  REQUIRE(yaml.errors.empty());
  CHECK(yaml.root.items[0].column == 9);
  CHECK(yaml.root.items[0].items[1].column == 18);
}

TEST_CASE("a byte order mark and carriage returns leave no trace") {
  const ParsedYaml yaml = parsed(
      "\xEF\xBB\xBF"
      "a: one\r\nb: [x,\r\n  a: 1]\r\na: two\r\n");
  CHECK(yaml.root.items[0].text == "one");
  REQUIRE(yaml.errors.size() == 1);
  CHECK(place(yaml.errors[0]) == "4:1");
  CHECK(yaml.errors[0].excerpt == "a: two");
}

TEST_CASE("a key that stands twice is told at the second place, and the first value stays") {
  const ParsedYaml yaml = parsed("a: 1\nb:\n  c: 1\n  d: 2\n  c: [3, 4]\na: 2\n");
  REQUIRE(yaml.errors.size() == 2);
  CHECK(place(yaml.errors[0]) == "5:3");
  CHECK(yaml.errors[0].excerpt == "  c: [3, 4]");
  CHECK(yaml.errors[0].remedy.find("line 3") != std::string::npos);
  CHECK(place(yaml.errors[1]) == "6:1");
  CHECK(yaml.complete);
  CHECK(yaml.root.items[0].text == "1");
  CHECK(yaml.root.items[1].items.size() == 2);
}

TEST_CASE("anchors, aliases and tags are refused, all of them at once") {
  const ParsedYaml yaml = parsed("a: &x [1]\nb: *x\nc: !SI\nd: !!str e\ne: &y [*y]\n");
  REQUIRE(yaml.errors.size() == 6);
  CHECK(place(yaml.errors[0]) == "1:4");
  CHECK(place(yaml.errors[1]) == "2:4");
  CHECK(place(yaml.errors[2]) == "3:4");
  CHECK(yaml.errors[2].remedy.find("quotes") != std::string::npos);
  CHECK(place(yaml.errors[3]) == "4:4");
  CHECK(yaml.errors[4].line == 5);
  CHECK(yaml.errors[5].line == 5);
}

TEST_CASE("an alias bomb stays small") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'z'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) bomb += std::string(i == 0 ? "" : ", ") + "*" + static_cast<char>(c - 1);
    bomb += "]\n";
  }
  const ParsedYaml yaml = parsed(bomb);
  CHECK(yaml.errors.size() == 25 + 24 * 9);
  CHECK(yaml.root.items.size() == 25);
}

TEST_CASE("depth, number of values and size have limits") {
  for (const std::string opening : {"[", "{a: ", "- "}) {
    std::string deep;
    for (int i = 0; i < 20000; ++i) deep += opening;
    const ParsedYaml yaml = parsed(deep);
    CHECK_FALSE(yaml.complete);
    CHECK(yaml.errors.size() == 1);
  }
  std::string many = "a: [";
  for (int i = 0; i < 200001; ++i) many += "x,";
  const ParsedYaml yaml = parsed(many + "]\n");
  CHECK_FALSE(yaml.complete);
  REQUIRE(yaml.errors.size() == 1);
  CHECK(yaml.errors[0].message.find("too many") != std::string::npos);
  const ParsedYaml large = parsed(std::string(9u << 20, '#'));
  CHECK_FALSE(large.complete);
  REQUIRE(large.errors.size() == 1);
  CHECK(large.errors[0].message.find("too large") != std::string::npos);
}

TEST_CASE("mistakes of syntax have a place, a line and something to do") {
  struct Case {
    const char* text;
    const char* place;
    const char* remedy;
  };
  for (const Case& each : {
           Case{"find:\n  - @medication\n", "2:5", "quotes"},
           Case{"a: 1\nb: text: more\n", "2:8", "quotes"},
           Case{"a: [one, two\nb: 3\n", "2:2", ""},
           Case{"a: \"open\nb: 3\n", "1:4", "Close"},
           Case{"a: [x, 'it''s\nb: 3\n", "1:8", "Close"},
           Case{"a: \"open \\\"\n", "1:4", "Close"},
           Case{"a:\n  - one\n b: 2\n", "3:2", "indentation"},
           Case{"a: 'one' two\n", "1:10", "quotation mark"},
           Case{"a: 1\n---\nb: 2\n", "2:1", "one document"},
           Case{"- a\nb: 1\n", "2:1", ""},
       }) {
    CAPTURE(std::string(each.text));
    const ParsedYaml yaml = parsed(each.text);
    CHECK_FALSE(yaml.complete);
    REQUIRE(yaml.errors.size() == 1);
    const Error& error = yaml.errors[0];
    CHECK(error.path == "test.yaml");
    CHECK(error.line > 0);
    CHECK_FALSE(error.remedy.empty());
    CHECK(place(error) == each.place);
    CHECK(error.remedy.find(each.remedy) != std::string::npos);
  }
}

TEST_CASE("what nobody sees on the screen is refused") {
  const ParsedYaml tab = parsed("a:\n\tb: 1\n  c:\td\n");
  REQUIRE(tab.errors.size() == 1);
  CHECK(place(tab.errors[0]) == "2:1");
  const ParsedYaml latin = parsed("a: caf\xE9\nb: \xE9\n");
  REQUIRE(latin.errors.size() == 1);
  CHECK(place(latin.errors[0]) == "1:7");
  CHECK(latin.errors[0].message.find("UTF-8") != std::string::npos);
  const ParsedYaml control = parsed(std::string("a: x\x1B[31m\nb: \0y\n", 14));
  REQUIRE(control.errors.size() == 2);
  CHECK(place(control.errors[0]) == "1:5");
  CHECK(place(control.errors[1]) == "2:4");
}

TEST_CASE("bytes that are almost UTF-8 are refused") {
  for (const std::string bytes : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                  "\xF8\x88\x80\x80\x80", "\xE2\x82", "\x80", "\xFF"}) {
    CHECK(parsed("a: " + bytes).errors.size() == 1);
  }
  for (const std::string bytes :
       {"\xC2\xA9", "\xE2\x82\xAC", "\xED\x9F\xBF", "\xF0\x9F\x99\x82", "\xF4\x8F\xBF\xBF"}) {
    CHECK(parsed("a: " + bytes).errors.empty());
  }
}

TEST_CASE("a key that is no text is refused") {
  const ParsedYaml yaml = parsed("{watch}: x\n? [a, b]\n: y\nc: z\n");
  CHECK(yaml.errors.size() == 2);
  CHECK(yaml.root.keys.size() == 1);
}

TEST_CASE("an empty file is read, and holds nothing") {
  for (const std::string text : {"", "\n\n", "# only a comment\n"}) {
    const ParsedYaml yaml = parsed(text);
    CHECK(yaml.errors.empty());
    CHECK(yaml.complete);
    CHECK(yaml.root.type == YamlType::empty);
  }
}

TEST_CASE("where nothing stands is told at the key or hyphen before it") {
  const ParsedYaml yaml = parsed("a:\n\n# comment\nb:\n  - x\n  -\n\n  - y\n  -\nc: [x, , y]\nd:\n  -\n");
  REQUIRE(yaml.errors.empty());
  CHECK(yaml.root.items[0].line == 1);
  CHECK(yaml.root.items[0].column == 1);
  REQUIRE(yaml.root.items[1].items.size() == 4);
  CHECK(yaml.root.items[1].items[1].line == 6);
  CHECK(yaml.root.items[1].items[1].column == 3);
  CHECK(yaml.root.items[1].items[3].line == 9);
  CHECK(yaml.root.items[2].items[1].line == 10);
  CHECK(yaml.root.items[2].items[1].column == 8);
  CHECK(yaml.root.items[3].items[0].line == 12);
}

TEST_CASE("a line is found by its number") {
  CHECK(line_of("one\ntwo\r\nthree", 2) == "two");
  CHECK(line_of("one\ntwo", 2) == "two");
  CHECK(line_of("one\ntwo", 3).empty());
  CHECK(line_of("one", 0).empty());
}
