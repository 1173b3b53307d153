// Which reader a file gets, and what is said of files that none can read.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "reading.h"

using namespace peerscope;
namespace fs = std::filesystem;

namespace {

std::string format_of(std::string_view bytes, const std::string& name) {
  const auto reading = test::read(bytes, name);
  return reading.documents.empty() ? "error: " + reading.errors.at(0).message : reading.documents[0].format;
}

bool unsupported(std::string_view bytes, const std::string& name, const std::string& words) {
  const std::string message = format_of(bytes, name);
  return message.starts_with("error") && message.find(words) != std::string::npos &&
         message.find("not supported") != std::string::npos;
}

}  // namespace

TEST_CASE("content decides first, then the name") {
  CHECK(format_of("Hello", "a.txt") == "text");
  CHECK(format_of("Hello", "a") == "text");
  CHECK(format_of("Hello", "a.md") == "markdown");
  CHECK(format_of("# Hello\n", "-") == "markdown");
  CHECK(format_of("# Hello\n", "a.txt") == "text");
  CHECK(format_of("Total #1 of 2\n", "-") == "text");
  CHECK(format_of("{\"text\": \"a\"}\n", "a.txt") == "ndjson");
  CHECK(format_of("{curly} text\n", "a.txt") == "text");
  CHECK(format_of(test::docx_of(test::paragraph("a")), "a.txt") == "docx");
  CHECK(format_of(" <!DOCTYPE HTML><p>a", "a.txt") == "html");
  CHECK(format_of("<?xml version=\"1.0\"?>\n<!-- x --><html><p>a</html>", "a") == "html");
  CHECK(format_of("<p>hi</p>", "a.html") == "html");
}

TEST_CASE("formats that are not read yet say what to do") {
  CHECK(unsupported("<?xml version=\"1.0\"?><a/>", "a", "XML"));
  CHECK(format_of("{\n}", "a.json").find("no FHIR resource") != std::string::npos);
}

TEST_CASE("a format that is given is used, and an unknown one refused") {
  ReadOptions options;
  options.input_format = "markdown";
  CHECK(test::read_one("# A", "a.txt", options).format == "markdown");
  options.input_format = "poem";
  const auto reading = test::read("a", "a.txt", options);
  CHECK(reading.errors.at(0).message.find("poem") != std::string::npos);
  CHECK(reading.errors.at(0).remedy.find("markdown") != std::string::npos);
  CHECK(is_input_format("docx"));
  CHECK_FALSE(is_input_format("poem"));
}

TEST_CASE("the kind that is given is the document's") {
  ReadOptions options;
  options.kind = DocumentKind::policy;
  CHECK(test::read_one("a", "a.txt", options).kind == DocumentKind::policy);
}

TEST_CASE("blocks never overlap and lie inside the text") {
  for (const char* name : {"a.txt", "a.md"}) {
    const Document document =
        test::read_one("# A\n\n- b\n  - c\n\n| d | e |\n|---|---|\n| f |  |\n\n> g\n* * *\n\nh", name);
    std::uint32_t end = 0;
    for (const Block& block : document.blocks) {
      CHECK(block.span.begin >= end);
      CHECK(block.span.begin < block.span.end);
      end = block.span.end;
    }
    CHECK(end <= document.text.size());
    REQUIRE_FALSE(document.origins.empty());
    CHECK(document.origins[0].begin == 0);
    for (std::size_t i = 1; i < document.origins.size(); ++i) {
      CHECK(document.origins[i - 1].begin < document.origins[i].begin);
    }
  }
}

TEST_CASE("a walk passes over what is no document") {
  const fs::path folder = fs::temp_directory_path() / ("peerscope-read-" + std::to_string(std::rand()));
  fs::create_directory(folder);
  const auto put = [&](const std::string& name, std::string_view bytes) {
    std::ofstream(folder / name, std::ios::binary) << bytes;
    return (folder / name).string();
  };
  CHECK(reason_to_skip(put("a.txt", "hello")).empty());
  CHECK(reason_to_skip(put("a.docx", "not one")).empty());  // reading it tells why
  CHECK(reason_to_skip(put("a.pdf", "%PDF-1.7")).empty());
  CHECK(reason_to_skip(put("a.old", "hello")).empty());
  CHECK_FALSE(reason_to_skip(put("a.png", std::string("\x89PNG\0\0\0\0\0\0", 10))).empty());
  CHECK_FALSE(reason_to_skip(put("a.yaml", "a: b")).empty());
  CHECK_FALSE(reason_to_skip(put("~$a.docx", "x")).empty());
  fs::remove_all(folder);
}
