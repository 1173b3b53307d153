// From phrase trees to steps, and from steps to anchors: a word set of which one word must stand in any text that the
// phrase can match. Anchors follow from the tree alone, so that no match can be missed.
#include "rules/compile.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/words.h"
#include "rules/lexicon.h"
#include "rules/phrase.h"
#include "rules/suggest.h"

namespace peerscope {
namespace {

class Compiler {
 public:
  Compiler(RuleSet& rules, const std::vector<WordClass>& classes, const Inflections& inflections)
      : rules_(rules), program_(rules.program), lexicon_(inflections) {
    for (const WordClass& each : classes) classes_.emplace(each.name, &each);
  }

  Errors compile_all() {
    program_ = {};
    for (const auto& [name, each] : classes_) class_named(name, each->source);
    for (std::uint32_t i = 0; i < rules_.rules.size(); ++i) compile_rule(i);
    program_.rule_begin.push_back(static_cast<std::uint32_t>(program_.phrases.size()));
    for (std::uint32_t i = 0; i < rules_.cues.size(); ++i)
      compile_list(rules_.cues[i].phrases, PhraseUse::cue, i, 7);
    program_.gap_stop = set_of_class("gap-stop");
    program_.clause_stop = set_of_class("clause-stop");
    lexicon_.lay_out(program_);
    lay_out_anchors();
    return std::move(errors_);
  }

 private:
  void wrong(std::string message, const Source& source, std::uint32_t offset = 0) {
    Error error;
    error.message = std::move(message);
    error.path = source.file < rules_.files.size() ? rules_.files[source.file] : "";
    error.line = static_cast<int>(source.line);
    error.column = static_cast<int>(source.column + offset);
    errors_.push_back(std::move(error));
  }

  void compile_rule(std::uint32_t index) {
    const Rule& rule = rules_.rules[index];
    program_.rule_begin.push_back(static_cast<std::uint32_t>(program_.phrases.size()));
    compile_list(rule.find, PhraseUse::find, index, rule.applies_to);
    compile_list(rule.without, PhraseUse::without, index, rule.applies_to);
    compile_list(rule.with, PhraseUse::with, index, rule.applies_to);
  }

  void compile_list(const std::vector<Phrase>& phrases, PhraseUse use, std::uint32_t owner, std::uint8_t kinds) {
    for (std::uint32_t i = 0; i < phrases.size(); ++i) {
      CompiledPhrase compiled;
      compiled.use = use;
      compiled.kinds = kinds;
      compiled.owner = owner;
      compiled.index = i;
      compiled.type = static_cast<std::uint8_t>(phrases[i].type);
      compiled.anchor = kNoAnchor;
      compile_phrase(phrases[i], compiled);
      program_.phrases.push_back(compiled);
    }
  }

  void compile_phrase(const Phrase& phrase, CompiledPhrase& compiled) {
    if (phrase.type == PhraseType::regex) {
      compiled.regex = static_cast<std::uint32_t>(program_.regexes.size());
      program_.regexes.push_back(phrase.parts.front());
      return;
    }
    compiled.begin = static_cast<std::uint32_t>(program_.steps.size());
    std::vector<std::uint32_t> required;
    for (const std::string& part : phrase.parts) {
      PhraseNode node;
      if (!parse(part, phrase.source, node)) continue;
      if (least_words(node) == 0) wrong("every part of this phrase may be missing, so that it would match anything", phrase.source);
      emit(node, phrase.source);
      program_.steps.push_back({Op::accept, 0});
      collect_required(node, phrase.source, required);
    }
    compiled.end = static_cast<std::uint32_t>(program_.steps.size());
    choose_anchor(required, compiled);
  }

  bool parse(const std::string& text, const Source& source, PhraseNode& node) {
    PhraseMistake mistake;
    if (parse_phrase(text, node, mistake)) return true;
    wrong(mistake.message, source, mistake.offset);
    return false;
  }

  void choose_anchor(std::vector<std::uint32_t>& required, CompiledPhrase& compiled) {
    std::sort(required.begin(), required.end());
    required.erase(std::unique(required.begin(), required.end()), required.end());
    if (required.empty()) return;
    const auto best = std::min_element(required.begin(), required.end(), [&](std::uint32_t a, std::uint32_t b) {
      return lexicon_.weight_of(a) < lexicon_.weight_of(b);
    });
    compiled.anchor = *best;
    compiled.need_begin = static_cast<std::uint32_t>(program_.needs.size());
    for (const std::uint32_t set : required)
      if (set != compiled.anchor) program_.needs.push_back(set);
    compiled.need_end = static_cast<std::uint32_t>(program_.needs.size());
  }

  // The fewest words that must be there; gaps and <any> count for nothing.
  static int least_words(const PhraseNode& node) {
    if (node.optional) return 0;
    switch (node.type) {
      case NodeType::words:
      case NodeType::exact:
      case NodeType::name:
      case NodeType::number:
      case NodeType::word_class: return 1;
      case NodeType::sequence: {
        int sum = 0;
        for (const PhraseNode& child : node.children) sum += least_words(child);
        return sum;
      }
      case NodeType::choice: {
        int least = 1000;
        for (const PhraseNode& child : node.children) least = std::min(least, least_words(child));
        return least;
      }
      default: return 0;
    }
  }

  // The words of a node that is nothing but one word out of a set.
  std::optional<WordIds> single_words(const PhraseNode& node) {
    if (node.type == NodeType::words) return lexicon_.ids_of(node.words[0], node.form);
    if (node.type == NodeType::sequence && node.children.size() == 1 && !node.children[0].optional)
      return single_words(node.children[0]);
    if (node.type != NodeType::choice) return std::nullopt;
    WordIds all;
    for (const PhraseNode& child : node.children) {
      const auto words = child.optional ? std::nullopt : single_words(child);
      if (!words) return std::nullopt;
      all = united(all, *words);
    }
    return all;
  }

  void push(Op op, std::uint32_t a = 0) { program_.steps.push_back({op, a}); }
  std::uint32_t next() const { return static_cast<std::uint32_t>(program_.steps.size()); }

  void emit(const PhraseNode& node, const Source& source) {
    if (node.optional) {
      const std::uint32_t fork = next();
      push(Op::fork, fork + 2);
      push(Op::jump);
      emit_body(node, source);
      program_.steps[fork + 1].a = next();
    } else {
      emit_body(node, source);
    }
  }

  void emit_body(const PhraseNode& node, const Source& source) {
    if (const auto words = single_words(node)) return push(Op::set, lexicon_.set_of(*words));
    switch (node.type) {
      case NodeType::sequence:
        for (const PhraseNode& child : node.children) emit(child, source);
        break;
      case NodeType::choice: emit_choice(node, source); break;
      case NodeType::exact:
        push(Op::exact, static_cast<std::uint32_t>(program_.exact.size()));
        program_.exact.push_back(node.words[0]);
        break;
      case NodeType::word_class: push(Op::word_class, class_named(node.words[0], source, node.offset)); break;
      case NodeType::gap: push(Op::gap, node.limit); break;
      case NodeType::start: push(Op::start); break;
      case NodeType::end: push(Op::end); break;
      case NodeType::name: push(Op::name); break;
      case NodeType::number: push(Op::number); break;
      case NodeType::any: push(Op::any); break;
      case NodeType::words: break;  // a single word: above
    }
  }

  void emit_choice(const PhraseNode& node, const Source& source) {
    std::vector<std::uint32_t> forks, jumps;
    for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
      forks.push_back(next());
      push(Op::fork);
    }
    emit(node.children.back(), source);
    for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
      jumps.push_back(next());
      push(Op::jump);
      program_.steps[forks[i]].a = next();
      emit(node.children[i], source);
    }
    for (const std::uint32_t jump : jumps) program_.steps[jump].a = next();
  }

  // Sets of which a word must be there, whatever way the node matches.
  void collect_required(const PhraseNode& node, const Source& source, std::vector<std::uint32_t>& out) {
    if (node.optional) return;
    if (node.type == NodeType::sequence) {
      for (const PhraseNode& child : node.children) collect_required(child, source, out);
    } else if (const auto heads = heads_of(node, source)) {
      out.push_back(lexicon_.set_of(*heads));
    }
  }

  // Words of which one must be there if the node is; nothing where it may match without any known word.
  std::optional<WordIds> heads_of(const PhraseNode& node, const Source& source) {
    if (node.optional) return std::nullopt;
    switch (node.type) {
      case NodeType::words: return lexicon_.ids_of(node.words[0], node.form);
      case NodeType::exact: {
        const auto words = cut_words(node.words[0], {0, static_cast<std::uint32_t>(node.words[0].size())});
        return lexicon_.ids_of(fold_word(slice(node.words[0], words[0].span)), Form::as_written);
      }
      case NodeType::word_class: {
        const std::uint32_t heads = program_.classes[class_named(node.words[0], source, node.offset)].heads;
        if (heads == kNoAnchor) return std::nullopt;
        return lexicon_.words_in(heads);
      }
      case NodeType::sequence: {
        std::optional<WordIds> best;
        for (const PhraseNode& child : node.children) {
          const auto heads = heads_of(child, source);
          if (heads && (!best || heads->size() < best->size())) best = heads;
        }
        return best;
      }
      case NodeType::choice: {
        WordIds all;
        for (const PhraseNode& child : node.children) {
          const auto heads = heads_of(child, source);
          if (!heads) return std::nullopt;
          all = united(all, *heads);
        }
        return all;
      }
      default: return std::nullopt;
    }
  }

  // What a class entry inflects when it says nothing itself.
  static void inflect(PhraseNode& node, Part part) {
    if (node.type == NodeType::words) {
      node.form = part == Part::noun ? Form::noun : part == Part::verb ? Form::verb : Form::present;
    } else if (node.type == NodeType::choice) {
      // A hyphened word, apart and joined: double-check, double-checks.
      for (PhraseNode& child : node.children) inflect(child.children.back(), part);
    } else if (node.type == NodeType::sequence && !node.children.empty()) {
      inflect(part == Part::noun ? node.children.back() : node.children.front(), part);
    }
  }

  std::uint32_t class_named(const std::string& name, const Source& source, std::uint32_t offset = 0) {
    const auto done = class_ids_.find(name);
    if (done != class_ids_.end()) return done->second;
    const auto found = classes_.find(name);
    if (found == classes_.end()) {
      std::vector<std::string> names;
      for (const auto& [known, each] : classes_) names.push_back(known);
      wrong("there is no word class @" + name + suggestion(name, names), source, offset);
      class_ids_[name] = empty_class();
      return class_ids_[name];
    }
    if (!open_.insert(name).second) {
      wrong("the word class @" + name + " refers to itself", found->second->source);
      return empty_class();
    }
    const std::uint32_t id = compile_class(*found->second);
    open_.erase(name);
    class_ids_[name] = id;
    return id;
  }

  std::uint32_t empty_class() {
    CompiledClass compiled;
    compiled.singles = compiled.heads = lexicon_.set_of({});
    program_.classes.push_back(compiled);
    return static_cast<std::uint32_t>(program_.classes.size() - 1);
  }

  std::uint32_t compile_class(const WordClass& word_class) {
    WordIds singles, heads;
    bool anchored = true;
    std::vector<std::uint32_t> entries;
    for (const Phrase& entry : word_class.entries) {
      PhraseNode node;
      if (!parse(entry.parts.front(), entry.source, node)) continue;
      if (least_words(node) == 0) wrong("every part of this entry may be missing", entry.source);
      if (word_class.part != Part::fixed && entry.parts.front().find('{') == std::string::npos) inflect(node, word_class.part);
      if (const auto words = single_words(node)) {
        singles = united(singles, *words);
        heads = united(heads, *words);
        continue;
      }
      // A class inside this one may be compiled on the way, so steps are taken only after it.
      touch_classes(node, entry.source);
      entries.push_back(next());
      emit(node, entry.source);
      push(Op::accept);
      const auto first = first_words(node, entry.source);
      if (first) heads = united(heads, *first);
      else anchored = false;
    }
    CompiledClass compiled;
    compiled.singles = lexicon_.set_of(singles);
    compiled.heads = anchored ? lexicon_.set_of(heads) : kNoAnchor;
    compiled.entries_begin = static_cast<std::uint32_t>(program_.entries.size());
    program_.entries.insert(program_.entries.end(), entries.begin(), entries.end());
    compiled.entries_end = static_cast<std::uint32_t>(program_.entries.size());
    program_.classes.push_back(compiled);
    return static_cast<std::uint32_t>(program_.classes.size() - 1);
  }

  void touch_classes(const PhraseNode& node, const Source& source) {
    if (node.type == NodeType::word_class) class_named(node.words[0], source, node.offset);
    for (const PhraseNode& child : node.children) touch_classes(child, source);
  }

  // Every word with which the node can begin; nothing where it may begin with an unknown one.
  std::optional<WordIds> first_words(const PhraseNode& node, const Source& source) {
    if (node.type == NodeType::choice) {
      WordIds all;
      for (const PhraseNode& child : node.children) {
        const auto first = first_words(child, source);
        if (!first) return std::nullopt;
        all = united(all, *first);
      }
      return all;
    }
    if (node.type != NodeType::sequence) {
      PhraseNode solid = node;
      solid.optional = false;
      return heads_of(solid, source);
    }
    WordIds all;
    for (const PhraseNode& child : node.children) {
      if (child.type == NodeType::start) continue;
      const auto first = first_words(child, source);
      if (!first) return std::nullopt;
      all = united(all, *first);
      if (!child.optional) return all;
    }
    return all;
  }

  std::uint32_t set_of_class(const std::string& name) {
    const auto found = class_ids_.find(name);
    return found == class_ids_.end() ? kNoAnchor : program_.classes[found->second].singles;
  }

  void lay_out_anchors() {
    std::vector<std::vector<std::uint32_t>> of_set(program_.set_count);
    for (std::uint32_t i = 0; i < program_.phrases.size(); ++i) {
      if (program_.phrases[i].use == PhraseUse::without) continue;  // looked for only where its rule matched
      const std::uint32_t anchor = program_.phrases[i].anchor;
      if (anchor == kNoAnchor) program_.unanchored.push_back(i);
      else of_set[anchor].push_back(i);
    }
    for (const auto& phrases : of_set) {
      program_.anchored_begin.push_back(static_cast<std::uint32_t>(program_.anchored.size()));
      program_.anchored.insert(program_.anchored.end(), phrases.begin(), phrases.end());
    }
    program_.anchored_begin.push_back(static_cast<std::uint32_t>(program_.anchored.size()));
  }

  RuleSet& rules_;
  Program& program_;
  Lexicon lexicon_;
  std::map<std::string, const WordClass*> classes_;
  std::map<std::string, std::uint32_t> class_ids_;
  std::set<std::string> open_;  // classes that are being compiled
  Errors errors_;
};

}  // namespace

Errors compile(RuleSet& rules, const std::vector<WordClass>& classes, const Inflections& inflections) {
  return Compiler(rules, classes, inflections).compile_all();
}

}  // namespace peerscope
