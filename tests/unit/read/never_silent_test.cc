// Whatever becomes of a file on its way, it ends as read, read in part, or not read with a reason: never
// silently empty.
#include <doctest/doctest.h>

#include "reading.h"
#include "support/written.h"

using namespace peerscope;

namespace {

struct Sample {
  std::string name, bytes;
};

std::vector<Sample> samples() {
  const auto pieces =
      test::pieces_of(test::read_one("# Peer worker\n\nWalks along with people.\n\n## Duties\n\n- Listens\n  "
                                     "- long\n- Talks\n\n| Pay | $20 |\n|---|---|\n| Hours | 30 |\n",
                                     "a.md"));
  const std::string head = "From: a@b.c\nTo: d@e.f\nSubject: Job\nMIME-Version: 1.0\n";
  const std::string part = "--x\nContent-Type: text/html\n\n" + test::as_html(pieces) + "\n";
  return {
      {"a.txt", "Peer worker\n\n- Listens\n- Talks\n"},
      {"a.md", "# Peer worker\n\n- Listens\n- Talks\n"},
      {"a.html", test::as_html(pieces)},
      {"a.docx", test::as_docx(pieces)},
      {"a.odt", test::as_odt(pieces)},
      {"a.rtf", test::as_rtf(pieces)},
      {"a.csv", "id,note\n1,\"Walked,\nand talked\"\n2,Listened\n"},
      {"a.ndjson", "{\"id\":\"1\",\"text\":\"Walked\"}\n{\"id\":\"2\",\"text\":\"Talked\"}\n"},
      {"a.json",
       R"({"resourceType":"DocumentReference","id":"d","content":[{"attachment":{"contentType":"text/plain","data":"V2Fsa2Vk"}}]})"},
      {"a.eml", head + "Content-Type: multipart/mixed; boundary=x\n\n" + part + "--x--\n"}};
}

// Empty: all is well.
std::string fault_in(const std::string& bytes, const std::string& name, const ReadOptions& options = {}) {
  const auto reading = test::read(bytes, name, options);
  if (reading.documents.empty() && reading.errors.empty()) return "neither a document nor an error";
  for (const Document& document : reading.documents) {
    if (document.blocks.empty()) return "a document without words";
    for (const Block& block : document.blocks) {
      if (block.span.end > document.text.size() || block.span.begin >= block.span.end)
        return "a block outside of the text";
    }
  }
  for (const Error& error : reading.errors) {
    if (error.message.empty() || error.remedy.empty()) return "an error without message or remedy";
    if (error.path != name) return "an error of another file";
  }
  return "";
}

}  // namespace

TEST_CASE("a file that is cut off anywhere") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.name);
    const std::size_t step = std::max<std::size_t>(1, sample.bytes.size() / 150);
    for (std::size_t size = 0; size < sample.bytes.size(); size += step) {
      CAPTURE(size);
      CHECK(fault_in(sample.bytes.substr(0, size), sample.name) == "");
    }
  }
}

TEST_CASE("a file with damaged bytes") {
  std::uint32_t random = 7;
  const auto next = [&random] { return random = random * 1664525U + 1013904223U, random >> 8U; };
  for (const Sample& sample : samples()) {
    CAPTURE(sample.name);
    for (int i = 0; i < 150; ++i) {
      CAPTURE(i);
      std::string bytes = sample.bytes;
      for (unsigned n = 0; n < 1 + next() % 4; ++n)
        bytes[next() % bytes.size()] = static_cast<char>(next() & 0xFFU);
      CHECK(fault_in(bytes, sample.name) == "");
    }
  }
}

TEST_CASE("a file under another's name, and read as another format") {
  const auto all = samples();
  for (const Sample& content : all) {
    for (const Sample& name : all) {
      CAPTURE(content.name);
      CAPTURE(name.name);
      CHECK(fault_in(content.bytes, name.name) == "");
      ReadOptions options;
      options.input_format = test::read(name.bytes, name.name).documents.at(0).format;
      CHECK(fault_in(content.bytes, "x", options) == "");
    }
  }
}

TEST_CASE("what is named as a document and holds nothing") {
  for (const Sample& sample : samples()) {
    for (const std::string& bytes :
         {std::string(), std::string("\n \t\n"), std::string("\xEF\xBB\xBF"), std::string(300, '\0'),
          std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\1\0\0\0\0", 30)}) {
      CAPTURE(sample.name);
      CAPTURE(bytes);
      const auto reading = test::read(bytes, sample.name);
      CHECK(reading.documents.empty());
      CHECK(fault_in(bytes, sample.name) == "");
    }
  }
}

TEST_CASE("mixed line ends and byte order marks change no words") {
  for (const Sample& sample : samples()) {
    if (sample.name == "a.docx" || sample.name == "a.odt") continue;
    CAPTURE(sample.name);
    const auto words_of = [&](const std::string& bytes) {
      std::string words;
      for (const Document& document : test::read(bytes, sample.name).documents) {
        for (const Block& block : document.blocks)
          words += std::string(slice(document.text, block.span)) + "|";
      }
      return words;
    };
    std::string mixed;
    int line = 0;
    for (const char c : sample.bytes) mixed += c == '\n' && ++line % 2 == 0 ? "\r\n" : std::string(1, c);
    CHECK(words_of(mixed) == words_of(sample.bytes));
    if (sample.name == "a.rtf" || sample.name == "a.eml") continue;
    CHECK(words_of("\xEF\xBB\xBF" + sample.bytes) == words_of(sample.bytes));
  }
}
