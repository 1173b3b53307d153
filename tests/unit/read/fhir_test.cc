// FHIR resources: documents inside them, where they stand, and what is refused.
#include <doctest/doctest.h>

#include "reading.h"

using namespace peerscope;
using test::where;

namespace {

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::string message(const std::string& bytes) {
  const auto reading = test::read(bytes, "a.json");
  REQUIRE(reading.errors.size() == 1);
  CHECK(reading.documents.empty());
  CHECK_FALSE(reading.errors[0].remedy.empty());
  return reading.errors[0].message;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i)
      bits = bits << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i)
      text += at + i <= bytes.size() ? kDigits[bits >> (18U - 6U * i) & 63U] : '=';
  }
  return text;
}

std::string reference(const std::string& id, const std::string& attachment, const std::string& more = {}) {
  return R"({"resourceType":"DocumentReference","id":")" + id + "\"," + more +
         R"("content":[{"attachment":)" + attachment + "}]}";
}

std::string plain(const std::string& text, const std::string& type = "text/plain") {
  return R"({"contentType":")" + type + R"(","data":")" + base64(text) + "\"}";
}

}  // namespace

TEST_CASE("a document inside a DocumentReference") {
  const Document document = test::read_one(
      reference(
          "d1", plain("We walked.\nI listened."),
          R"("date":"2026-03-01","custodian":{"display":"North"},"type":{"coding":[{"code":"11506-3"}]},)"),
      "a.json");
  CHECK(document.id == "DocumentReference/d1");
  CHECK(document.agency == "North");
  CHECK(document.date == "2026-03-01");
  CHECK(document.kind == DocumentKind::progress_note);
  CHECK(document.format == "fhir");
  CHECK(where(document, "listened").field == "/content/0/attachment/data");
  CHECK(where(document, "listened").line == 2);
  CHECK(where(document, "listened").inside);
}

TEST_CASE("attachments are read in their own format") {
  const Document page = test::read_one(
      reference("d", plain("<p>A</p><ul><li>b</li></ul>", "text/html;charset=utf-8")), "a.json");
  CHECK(test::shown(page) == "paragraph: A\nitem 1*: b\n");
  CHECK(test::read_one(reference("d", plain("{\\rtf1 caf\\'e9}", "application/rtf")), "a.json").text ==
        "caf\u00E9\n");
  CHECK(test::read_one(reference("d", plain(test::docx_of(test::paragraph("In Word")), "application/msword")),
                       "a.json")
            .text == "In Word\n");
  CHECK(test::read_one(reference("d", plain("caf\xE9", "text/plain; charset=iso-8859-1")), "a.json").text ==
        "caf\u00E9");
}

TEST_CASE("a Bundle, its Binaries and its Composition") {
  const std::string bundle =
      R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"p"}},)"
      R"({"fullUrl":"urn:uuid:7","resource":{"resourceType":"Binary","id":"b","contentType":"text/plain","data":")" +
      base64("By address.") + R"("}},{"resource":)" + reference("d2", R"({"url":"urn:uuid:7"})") +
      R"(},{"resource":{"resourceType":"Composition","id":"c","section":[{"title":"Plan","text":{"div":"<div><p>Walk on.</p></div>"},)"
      R"("section":[{"title":"More","text":{"div":"<div>Talk.</div>"}}]}]}}]})";
  const auto reading = test::read(bundle, "a.json");
  CHECK(reading.errors.empty());
  REQUIRE(reading.documents.size() == 2);
  CHECK(reading.documents[0].id == "DocumentReference/d2");
  CHECK(reading.documents[0].text == "By address.");
  CHECK(where(reading.documents[0], "address").field == "/entry/1/resource/data");
  CHECK(says(reading.documents[0].notes.at(0).message, "1 Patient"));
  CHECK(test::shown(reading.documents[1]) ==
        "heading 1: Plan\nparagraph: Walk on.\nheading 2: More\nparagraph: Talk.\n");
  CHECK(where(reading.documents[1], "Talk").field == "/entry/3/resource/section/0/section/0/text/div");
}

TEST_CASE("a bulk export holds a resource a line") {
  const auto reading = test::read(
      reference("a", plain("One.")) + "\n" + reference("b", plain("Two.")) + "\n{broken\n", "a.ndjson");
  REQUIRE(reading.documents.size() == 2);
  CHECK(where(reading.documents[1], "Two").row == 2);
  REQUIRE(reading.errors.size() == 1);
  CHECK(reading.errors[0].line == 3);
  CHECK(says(reading.errors[0].message, "not valid JSON"));
}

TEST_CASE("what FHIR refuses") {
  CHECK(says(message(R"({"resourceType":"Patient"})"), "holds no FHIR document"));
  CHECK(says(message(reference("d", R"({"url":"https://x/y"})")),
             "/content/0/attachment points to a text that lies elsewhere"));
  CHECK(says(message(reference("d", "{}")), "holds no text"));
  CHECK(says(message(R"({"resourceType":"DocumentReference"})"), "without content"));
  CHECK(says(message(R"({"resourceType":"Composition"})"), "without narrative"));
  CHECK(says(message(R"({"resourceType":"Bundle","entry":[)"), "not valid JSON, or cut off"));
  CHECK(says(
      message("{\"resourceType\":\"Bundle\",\"a\":" + std::string(100, '[') + std::string(100, ']') + "}"),
      "nested deeper than 64"));
  CHECK(says(message("[1, 2]"), "no FHIR resource"));
}
