// rules new PACK/RULE: the YAML of a rule with blanks and what belongs in each.
#include "cli/rules_new.h"

#include <algorithm>

#include "cli/errors.h"

namespace peerscope {

namespace {

// %RULE% is put in; what stands between ‹ and › is for the writer.
constexpr std::string_view kRule = R"(rules:
  - id: %RULE%
    title: "‹a few words: what the rule is about›"
    effect: risk                # risk, strength (a peer value), or note (told, never scored)
    severity: warning           # critical, error, warning, note; start low
    about: duty                 # duty: work given to the peer; wording: how people are spoken of; value; fact
    applies-to: [job-description]   # also: progress-note, policy; leave it out for all three
    # sign: clinical-lens       # which of the five signs it speaks to (scales.yaml)
    # work: compliance          # relational, advocacy, connecting, clinical, compliance, clerical
    find:                       # any of these; {count} is every form of it, @medication a word class, ..4 a gap
      - "‹words to find, such as: {count} ..4 keys›"
    # not:                      # in the same clause, what makes it another sense
    #   - "piano keys"
    negated: strength           # ruled out ("does not …") it counts as: strength, none, keep, risk
    message: "‹one sentence to a colleague: what it is›"
    why: >-
      ‹Why it matters, in plain words: what happens between the two people.›
    instead: "‹what could stand there instead›"
    source:                     # who says so: a key of sources.yaml, and where
      - caraco-deck: "‹the place in the source›"
    # covers: [C8]              # items of the catalogue; see peerscope rules coverage
    # contested: "…"            # only where the sources disagree: both views; the severity is then note
    examples:                   # run by peerscope rules test
      flag:                     # found; word them as differently as people do
        - "‹text that it must find, 1›"
        - "‹text that it must find, 2›"
        - "‹text that it must find, 3›"
        - "‹text that it must find, 4›"
      pass:                     # near misses: another role, another sense, the person's own words
        - "‹text that it must leave alone, 1›"
        - "‹text that it must leave alone, 2›"
        - "‹text that it must leave alone, 3›"
        - "‹text that it must leave alone, 4›"
      strength:                 # because of "negated: strength"
        - "‹text that rules it out, such as: Peers never …›"
)";

constexpr std::string_view kPack = R"(id: %PACK%
title: "‹what the pack is called›"
version: "1.0"
licence: "‹under which others may use it, such as Apache-2.0›"
language: en
source: "‹whose list it is›"
)";

std::string filled(std::string_view form, std::string_view blank, const std::string& with) {
  std::string out(form);
  for (std::size_t at = 0; (at = out.find(blank, at)) != std::string::npos; at += with.size())
    out.replace(at, blank.size(), with);
  return out;
}

// As the loader wants names.
bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= 80 && name.front() != '-' && name.back() != '-' &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string as_comment(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    out += "#   " + text.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return out;
}

}  // namespace

std::string rule_skeleton(const std::string& pack, const std::string& rule) {
  return "# A rule to fill in: replace what stands between ‹ and ›. Save it as " + pack + "/" + rule +
         ".yaml; every phrase is\n# explained in peerscope-rules(5). Then: peerscope rules check " + pack +
         ", and peerscope rules test " + pack + ".\n#\n# The folder needs one " + pack +
         "/pack.yaml beside it:\n#\n" + as_comment(pack_skeleton(pack)) + filled(kRule, "%RULE%", rule);
}

std::string pack_skeleton(const std::string& pack) { return filled(kPack, "%PACK%", pack); }

int run_rules_new(const Desk& desk, const std::string& name) {
  const std::size_t slash = name.find('/');
  if (slash == std::string::npos || !is_name(name.substr(0, slash)) || !is_name(name.substr(slash + 1))) {
    Error error;
    error.message = "\"" + name + "\" is no name for a rule.";
    error.remedy = "It is PACK/RULE in small letters, digits and hyphens: our-pack/key-counts.";
    print_error(desk.err, error);
    return kFailed;
  }
  desk.out << rule_skeleton(name.substr(0, slash), name.substr(slash + 1));
  return kFine;
}

}  // namespace peerscope
