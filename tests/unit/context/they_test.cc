// "They" at the head of a sentence speaks of whom the sentence before named.
#include "context/they.h"

#include <algorithm>

#include "document/segment.h"
#include "support/rules.h"

using namespace peerscope;
using namespace peerscope::test;

namespace {

// The status of the last hit of a duty in a text of several sentences; a paragraph a block.
std::string last_status(const std::string& text) {
  static const RuleSet rules = rules_with(rule("pills", "{count} ..2 pills", "    negated: strength\n"));
  Document document;
  document.text = text;
  document.kind = DocumentKind::job_description;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    Block block;
    block.type = BlockType::paragraph;
    block.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    document.blocks.push_back(block);
    begin = std::min(end + 2, text.size());
  }
  segment(document, rules.headings);
  const auto findings = interpret(document, find(document, rules), rules);
  return findings.empty() ? "no hit" : std::string(name_of(findings.back().status));
}

}  // namespace

TEST_CASE("They are the staff whom the sentence before named") {
  CHECK(last_status("Night nurses staff the ward until seven. They count the pills at six.") == "other-role");
  CHECK(last_status("Nurses staff the ward. They sleep by day. They count the pills at six.") ==
        "other-role");
}

TEST_CASE("They are the peers where the sentence before speaks of them") {
  CHECK(last_status("Peer specialists work on the ward with nurses. They count the pills at six.") ==
        "affirmed");
  CHECK(last_status("Works beside nurses on the ward. They count the pills at six.") == "affirmed");
}

TEST_CASE("Another paragraph is another matter") {
  CHECK(last_status(
            "Night nurses staff the ward until seven in the morning.\n\nThey count the pills at six.") ==
        "affirmed");
}
