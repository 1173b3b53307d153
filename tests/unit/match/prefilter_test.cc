// With the prefilter and without, every match is the same: on the examples of all rules, on made-up text, and
// with made-up phrases on made-up text.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>

#include "document/segment.h"
#include "rules/catalog.h"
#include "support/rules.h"

using namespace peerscope;
using namespace peerscope::test;

namespace {

using Place = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;

std::vector<Place> places(const std::vector<Match>& matches) {
  std::vector<Place> places;
  for (const Match& match : matches)
    places.emplace_back(match.unit, match.phrase, match.first_word, match.end_word);
  std::sort(places.begin(), places.end());
  return places;
}

// Cues are looked for only beside matches: with the prefilter there may be fewer, never others.
void check_equal(const Document& document, const RuleSet& rules) {
  const Matches filtered = find(document, rules), all = find(document, rules, Prefilter::off);
  CHECK_MESSAGE(places(filtered.rules) == places(all.rules), document.text);
  CHECK_MESSAGE(places(filtered.with) == places(all.with), document.text);
  std::set<std::uint32_t> asked;
  for (const Match& match : filtered.rules) asked.insert(match.unit);
  std::vector<Match> of_asked;
  for (const Match& cue : all.cues)
    if (asked.contains(cue.unit)) of_asked.push_back(cue);
  std::vector<Match> beside;
  for (const Match& cue : filtered.cues)
    if (asked.contains(cue.unit)) beside.push_back(cue);
  CHECK_MESSAGE(places(beside) == places(of_asked), document.text);
}

std::string text_of(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word;
  return text;
}

// Few words, so that they meet often; and what stands between words.
rc::Gen<std::string> any_word() {
  return rc::gen::element<std::string>("pills ", "pill ", "counts ", "count ", "the ", "does ", "not ",
                                       "but ", "van, ", "van ", "Rosa ", "SI ", "si ", "24 ", "self-",
                                       "report ", "meds; ", "meds. ", "blood pressure ", "blood ", "Keeps ",
                                       "keep: ", "\u201Cmeds\u201D ", "(dose) ", "zest ");
}

// A phrase out of the signs of the phrase language; at least one plain word, so that it is allowed.
rc::Gen<std::string> any_phrase() {
  const auto piece = rc::gen::element<std::string>(
      "pills", "{count}", "the", "the?", "..3", "..1", "(van|blood pressure)", "(meds|blood)?", "{pill:n}",
      "!SI", "<name>", "<number>", "<any>", "self-report", "@medication", "@observe", "@medication?",
      "(not the|{keep} ..2 van)", "blood pressure", "not", "does not");
  return rc::gen::map(
      rc::gen::tuple(rc::gen::container<std::vector<std::string>>(piece),
                     rc::gen::element<std::string>("", "^ ", "pills ", "<any> "),
                     rc::gen::element<std::string>("{count}", "van", "(meds|blood pressure)", "@medication"),
                     rc::gen::element<std::string>("", " $", " ..4 meds")),
      [](const auto& parts) {
        std::string phrase = std::get<1>(parts);
        const auto& pieces = std::get<0>(parts);
        for (std::size_t i = 0; i < pieces.size() && i < 4; ++i) phrase += pieces[i] + ' ';
        return phrase + std::get<2>(parts) + std::get<3>(parts);
      });
}

}  // namespace

TEST_CASE("the examples of all rules, with the prefilter and without") {
  const RuleSet rules = built_in_rules();
  std::string text;
  for (const Rule& rule : rules.rules)
    for (const auto* examples : {&rule.flag, &rule.pass, &rule.strength})
      for (const Example& example : *examples) text += example.text + "\n\n";
  // Every 31st is enough for each run of the tests; scripts/bench --differential takes 20 MB.
  std::string some;
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\n\n", at) + 2;
    if (line++ % 31 == 0) some += text.substr(at, end - at);
    at = end;
  }
  for (const DocumentKind kind : {DocumentKind::job_description, DocumentKind::progress_note}) {
    Document document;
    document.text = some;
    document.kind = kind;
    document.blocks.push_back(
        {{0, static_cast<std::uint32_t>(some.size())}, BlockType::paragraph, 0, 0, false, false, false});
    segment(document, rules.headings);
    check_equal(document, rules);
  }
}

TEST_CASE("made-up phrases on made-up text, with the prefilter and without") {
  ::setenv("RC_PARAMS", "max_success=4", 0);  // loading rules takes a while; each run holds many of them
  CHECK(rc::check("find() is the same", [] {
    std::string yaml;
    for (int i = 0; i < 40; ++i)
      yaml += rule("r" + std::to_string(i), *any_phrase(), "    not: [\"" + *any_phrase() + "\"]\n");
    const RuleSet rules = rules_with(yaml);
    for (int texts = 0; texts < 40; ++texts) {
      const Document document = one_unit(text_of(*rc::gen::container<std::vector<std::string>>(any_word())));
      RC_ASSERT(places(find(document, rules).rules) == places(find(document, rules, Prefilter::off).rules));
    }
  }));
}
