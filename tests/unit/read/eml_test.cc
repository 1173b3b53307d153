// Mails: their text, their attachments, and what is refused.
#include <doctest/doctest.h>

#include "read/mime.h"
#include "reading.h"

using namespace peerscope;
using test::shown;
using test::where;

namespace {

const std::string kHead =
    "From: a@b.org\nTo: c@d.org\nSubject: =?utf-8?q?Peer_worker?= =?utf-8?B?IGpvYg==?=\nDate: Mon, 2 Mar "
    "2026 10:00:00 +0000\nMIME-Version: 1.0\n";

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::string message(const std::string& bytes) {
  const auto reading = test::read(bytes, "a.eml");
  REQUIRE(reading.errors.size() == 1);
  CHECK_FALSE(reading.errors[0].remedy.empty());
  return reading.errors[0].message;
}

std::string part(const std::string& headers, const std::string& body) {
  return "--x\r\n" + headers + "\r\n\r\n" + body + "\r\n";
}

std::string multi(const std::string& kind, const std::string& parts, bool closed = true) {
  return kHead + "Content-Type: multipart/" + kind + "; boundary=\"x\"\n\nold programs see this\n" + parts +
         (closed ? "--x--\n" : "");
}

}  // namespace

TEST_CASE("a plain mail keeps the lines of its file") {
  const Document document = test::read_one(kHead + "\nWe walked.\n\n- Listens\n", "a");
  CHECK(document.format == "eml");
  CHECK(document.date == "Mon, 2 Mar 2026 10:00:00 +0000");
  CHECK(shown(document) == "heading 1: Peer worker job\nline: We walked.\nline*: Listens\n");
  CHECK(where(document, "Peer worker").field == "Subject");
  CHECK(where(document, "Listens").line == 9);
  CHECK(where(document, "Listens").field.empty());
}

TEST_CASE("encoded texts are decoded, and their lines are their own") {
  const Document quoted =
      test::read_one(kHead +
                         "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
                         "quoted-printable\n\nA caf=E9 =\nvisit.\nEnd\n",
                     "a.eml");
  CHECK(says(quoted.text, "A caf\u00E9 visit.\nEnd"));
  CHECK(where(quoted, "End").line == 2);
  CHECK(where(quoted, "End").inside);
  CHECK(
      says(test::read_one(kHead + "Content-Transfer-Encoding: base64\n\nV2Ugd2Fsa2Vk\nLg==\n", "a.eml").text,
           "We walked."));
}

TEST_CASE("an encoding that nobody knows is recognised from the text") {
  const Document document =
      test::read_one(kHead + "Content-Type: text/plain; charset=X-UNKNOWN\n\nCaf\u00E9.\n", "a.eml");
  CHECK(says(document.text, "Caf\u00E9."));
}

TEST_CASE("of two forms of one text the plain one is read, unless it says next to nothing") {
  const std::string html = part("Content-Type: text/html",
                                "<p>We walked to the river and sat there.</p><ul><li>Listens</li></ul>");
  const Document both = test::read_one(
      multi("alternative",
            part("Content-Type: text/plain", "We walked to the river and sat there.\n- Listens") + html),
      "a.eml");
  CHECK(says(shown(both), "line*: Listens"));
  const Document empty =
      test::read_one(multi("alternative", part("Content-Type: text/plain", "See HTML.") + html), "a.eml");
  CHECK(says(shown(empty), "item 1*: Listens"));
  CHECK_FALSE(says(empty.text, "See HTML"));
}

TEST_CASE("attached documents are documents of their own") {
  const std::string parts =
      part("Content-Type: text/plain", "The job is attached.") +
      part(
          "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; "
          "filename*=utf-8''job%20one.md",
          "# Duties\n\n- Listens") +
      part("Content-Type: message/rfc822", "Subject: Inner\nDate: x\n\nForwarded words.") +
      part("Content-Type: image/png; name=\"logo.png\"", "abc");
  const auto reading = test::read(multi("mixed", parts), "a.eml");
  CHECK(reading.errors.empty());
  REQUIRE(reading.documents.size() == 3);
  CHECK(says(reading.documents[0].notes.at(0).message, "logo.png"));
  CHECK(reading.documents[1].id == "a.eml: job one.md");
  CHECK(shown(reading.documents[1]) == "heading 1: Duties\nitem 1*: Listens\n");
  CHECK(says(reading.documents[2].text, "Forwarded words."));
  CHECK(says(
      message(multi("mixed", part("Content-Type: application/zip; name=\"x.zip\"", "PK\x03\x04rubbish"))),
      "its attachment \"x.zip\""));
}

TEST_CASE("a mail that breaks off is read in part") {
  const auto reading =
      test::read(multi("mixed", part("Content-Type: text/plain", "We walked."), false), "a.eml");
  REQUIRE(reading.documents.size() == 1);
  CHECK(reading.documents[0].notes.at(0).incomplete);
}

TEST_CASE("what mails refuse") {
  CHECK(says(message(kHead + "\n\n"), "holds no text"));
  CHECK(says(message(kHead + "Content-Type: application/pkcs7-mime\n\nabc"), "encrypted"));
  CHECK(says(message("just words\nand more"), "is none"));
  std::string many;
  for (int i = 0; i < 600; ++i) many += part("Content-Type: text/plain", "a");
  CHECK(says(message(multi("mixed", many)), "too many parts"));
  std::string deep = kHead;
  for (int i = 0; i < 40; ++i) {
    const std::string mark = "b" + std::to_string(i) + "b";
    deep += "Content-Type: multipart/mixed; boundary=" + mark + "\n\n--" + mark + "\n";
  }
  CHECK(says(message(deep + "\nwords"), "too many parts"));
}

TEST_CASE("a memo is no mail") {
  CHECK(looks_like_mail(kHead + "\nHello"));
  CHECK_FALSE(looks_like_mail("To: All peers\nFrom: Me\nDate: Monday\nSubject: Soup\n\nHello"));
  CHECK_FALSE(looks_like_mail("Position: Peer\nReports to: Manager\n"));
  CHECK(decode_words("a =?iso-8859-1?Q?=E9?= b") == "a \u00E9 b");
}
