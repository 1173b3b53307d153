// scope: is this a peer supporter's work?
#include <algorithm>
#include <vector>

#include "check/checker.h"
#include "check/score.h"
#include "check/snippet.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/question.h"
#include "cli/ruleset.h"
#include "write/paper.h"
#include "write/wording.h"

namespace peerscope {

namespace {

enum class Answer : std::uint8_t { no_scope, scope, depends, unknown };

struct Judged {
  Answer answer = Answer::unknown;
  std::vector<const Finding*> reasons;  // heaviest first
};

// Findings that `chosen` picks, the heaviest first, each rule once.
template <class Chosen>
std::vector<const Finding*> pick(const Checked& checked, Chosen chosen) {
  std::vector<const Finding*> picked;
  for (const Finding& finding : checked.findings) {
    const bool known =
        std::any_of(picked.begin(), picked.end(), [&](const Finding* f) { return f->rule == finding.rule; });
    if (!known && chosen(finding)) picked.push_back(&finding);
  }
  std::stable_sort(picked.begin(), picked.end(),
                   [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
  return picked;
}

Judged judge(const Checked& checked, const RuleSet& rules) {
  const auto contested = [&](const Finding& finding) { return rules.rules[finding.rule].contested; };
  // Asked about by name, a deed needs no second witness ("file charts").
  const auto asked_for = [&](const Finding& finding) {
    return rules.rules[finding.rule].supported && finding.status == Status::affirmed;
  };
  const auto settled = [&](const Finding& finding, Effect effect) {
    return finding.effect == effect && !contested(finding) &&
           (counts(checked, finding, rules) || asked_for(finding));
  };
  auto reasons = pick(checked, [&](const Finding& f) { return settled(f, Effect::risk); });
  if (!reasons.empty()) return {Answer::no_scope, std::move(reasons)};
  reasons = pick(checked, [&](const Finding& f) { return contested(f) && f.status == Status::affirmed; });
  if (!reasons.empty()) return {Answer::depends, std::move(reasons)};
  reasons = pick(checked, [&](const Finding& f) { return settled(f, Effect::strength); });
  if (!reasons.empty()) return {Answer::scope, std::move(reasons)};
  reasons = pick(checked, [&](const Finding& f) { return !is_silent(f, rules); });
  if (!reasons.empty()) return {Answer::depends, std::move(reasons)};
  return {};
}

// "It depends on …": what would have to be known.
std::string what_it_depends_on(const Rule& rule, Status status) {
  if (rule.contested && !rule.contested_text.empty()) return "It is disputed. " + rule.contested_text;
  switch (status) {
    case Status::person_led:
      return "On whose wish it is: at the person's own wish it can be a peer's work, on anyone else's it is "
             "not.";
    case Status::other_role:
      return "On who does it: as you put it, it is another role's work; given to a peer it would be outside "
             "the scope.";
    case Status::hypothetical:
      return "On whether it is really part of the work: as you put it, it is only supposed.";
    case Status::former:
      return "On whether it is still done: as you put it, it is how things used to be.";
    case Status::own_words:
    case Status::attributed:
    case Status::mention:
      return "On whose words these are: as you put it, they are quoted or talked about.";
    default:
      return "On more than the sentence says: " + rule.message;
  }
}

void put_reason(Paper& paper, const RuleSet& rules, const Finding& finding, Answer answer) {
  const Rule& rule = rules.rules[finding.rule];
  const auto row = [&](std::string_view label, const std::string& text) {
    if (!text.empty()) paper.row({{2, {std::string(label), Ink::faint}}}, 11, {{text}});
  };
  paper.blank();
  paper.paragraph({{rule.title, Ink::strong}, {" · " + full_id(rules, rule), Ink::faint}}, 2);
  if (answer == Answer::depends) row("on what", what_it_depends_on(rule, finding.status));
  if (answer == Answer::scope && rule.effect == Effect::risk) {
    row("because", "The sentence says it is not done: " + std::string(status_in_words(finding.status)) + ".");
  } else if (answer != Answer::depends) {
    row("because", rule.message);
  }
  row("why", rule.why);
  if (answer != Answer::scope) row("instead", rule.instead);
  row("source", sources_of(rule, rules));
}

// Not assessed is not approved: the sentence goes back with questions for people to ask.
void put_questions(Paper& paper) {
  paper.paragraph("It depends: no rule knows this one, so the program says neither yes nor no.", 0);
  paper.blank();
  paper.paragraph(
      "Three questions that people can ask of any task, after Sera Davidow's Handbook for Individuals "
      "Working "
      "in Peer Roles (named in the slides \"Peer Support Gone Wild\"):",
      2);
  paper.paragraph(
      "1. Is it there only to fill the time: because nobody knows what else a peer would do, or nobody else "
      "wants to do it?",
      4, 7);
  paper.paragraph("2. Whose agenda is it: the person's own, or somebody else's plan for them?", 4, 7);
  paper.paragraph("3. Does it give the peer power over the person, or leave the person less choice?", 4, 7);
  paper.blank();
  paper.paragraph(
      "A yes to the first, another's agenda or more power over somebody: then it is most likely no scope.",
      2);
}

void put_answer(Paper& paper, const RuleSet& rules, const std::string& sentence, const Judged& judged) {
  if (judged.answer == Answer::unknown) return put_questions(paper);
  const Piece word = judged.answer == Answer::no_scope ? Piece{"No scope.", Ink::bad}
                     : judged.answer == Answer::scope  ? Piece{"Scope.", Ink::good}
                                                       : Piece{"It depends.", Ink::warn};
  paper.paragraph({word, {" \"" + sentence + "\"", Ink::faint}});
  for (std::size_t i = 0; i < judged.reasons.size() && i < 3; ++i)
    put_reason(paper, rules, *judged.reasons[i], judged.answer);
}

}  // namespace

int run_scope(const Desk& desk) {
  std::string sentence;
  for (const std::string& word : desk.options.arguments) sentence += (sentence.empty() ? "" : " ") + word;
  if (sentence.find_first_not_of(" \t\n") == std::string::npos) {
    Error error;
    error.message = "No sentence is given.";
    error.remedy = "Try: peerscope scope \"remind people to take their meds\"";
    print_error(desk.err, error);
    return kFailed;
  }
  const Result<LoadedRules> loaded = rules_in_force(desk.options.rules, Detail::brief);
  if (!loaded) {
    print_errors(desk.err, loaded.error());
    return kFailed;
  }
  const RuleSet& rules = loaded->rules;
  const Checked checked =
      Checker(rules).check(document_of_text(duty_in_question(sentence), DocumentKind::job_description, ""));
  const Judged judged = judge(checked, rules);
  Paper paper(desk.out, desk.terminal.width, desk.terminal.color);
  put_answer(paper, rules, sentence, judged);
  return judged.answer == Answer::no_scope ? kFindings : kFine;
}

}  // namespace peerscope
