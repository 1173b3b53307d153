// From phrase trees to steps, and from steps to anchors: a word set of which one word must stand in any text
// that the phrase can match. Anchors follow from the tree alone, so that no match can be missed.
#include "rules/compile.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <set>

#include "rules/anchors.h"
#include "rules/lexicon.h"
#include "rules/literals.h"
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
    learn_examples();
    for (const auto& [name, each] : classes_) class_named(name, each->source);
    for (std::uint32_t i = 0; i < rules_.rules.size(); ++i) compile_rule(i);
    program_.rule_begin.edit().push_back(static_cast<std::uint32_t>(program_.phrases.size()));
    for (std::uint32_t i = 0; i < rules_.cues.size(); ++i)
      compile_list(rules_.cues[i].phrases, PhraseUse::cue, i, 7);
    program_.gap_stop = set_of_class("gap-stop");
    program_.clause_stop = set_of_class("clause-stop");
    lexicon_.lay_out(program_);
    program_.literals = index_of(demands_);
    lay_out_classes();
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

  // The examples of the rules are what documents are like: they tell which words are common.
  void learn_examples() {
    for (const Rule& rule : rules_.rules)
      for (const auto* examples : {&rule.flag, &rule.pass, &rule.strength})
        for (const Example& example : *examples) lexicon_.learn(example.text);
  }

  void compile_rule(std::uint32_t index) {
    const Rule& rule = rules_.rules[index];
    program_.rule_begin.edit().push_back(static_cast<std::uint32_t>(program_.phrases.size()));
    compile_list(rule.find, PhraseUse::find, index, rule.applies_to);
    compile_list(rule.without, PhraseUse::without, index, rule.applies_to);
    compile_list(rule.with, PhraseUse::with, index, rule.applies_to);
  }

  void compile_list(const std::vector<Phrase>& phrases, PhraseUse use, std::uint32_t owner,
                    std::uint8_t kinds) {
    for (std::uint32_t i = 0; i < phrases.size(); ++i) {
      CompiledPhrase compiled;
      compiled.use = use;
      compiled.kinds = kinds;
      compiled.owner = owner;
      compiled.index = i;
      compiled.type = static_cast<std::uint16_t>(phrases[i].type);
      anchors_.push_back({kNoSet, 0, 0});
      compile_phrase(phrases[i], compiled);
      if (use == PhraseUse::find) keep_text(phrases[i], compiled);
      program_.phrases.edit().push_back(compiled);
    }
  }

  void keep_text(const Phrase& phrase, CompiledPhrase& compiled) {
    auto& text = program_.phrase_text.edit();
    compiled.text_begin = static_cast<std::uint32_t>(text.size());
    for (const std::string& part : phrase.parts) {
      text.insert(text.end(), part.begin(), part.end());
      text.push_back(' ');
    }
    compiled.text_size = static_cast<std::uint32_t>(text.size()) - compiled.text_begin;
  }

  void compile_phrase(const Phrase& phrase, CompiledPhrase& compiled) {
    if (phrase.type == PhraseType::regex) {
      compiled.regex = static_cast<std::uint32_t>(program_.regexes.size());
      program_.regexes.push_back(phrase.parts.front());
      demands_.push_back(required_literals(phrase.parts.front()));
      return;
    }
    compiled.begin = static_cast<std::uint32_t>(program_.steps.size());
    std::vector<PhraseShape> shapes;
    for (const std::string& part : phrase.parts) {
      PhraseNode node;
      if (!parse(part, phrase.source, node)) continue;
      if (least_words(node) == 0)
        wrong("every part of this phrase may be missing, so that it would match anything", phrase.source);
      emit(node, phrase.source);
      program_.steps.edit().push_back({Op::accept, 0});
      shapes.push_back(shape(node, phrase.source));
    }
    compiled.end = static_cast<std::uint32_t>(program_.steps.size());
    if (phrase.type == PhraseType::together)
      choose_part(shapes);
    else if (!shapes.empty())
      choose_anchor(shapes.front(), compiled);
  }

  bool parse(const std::string& text, const Source& source, PhraseNode& node) {
    PhraseMistake mistake;
    if (parse_phrase(text, node, mistake)) return true;
    wrong(mistake.message, source, mistake.offset);
    return false;
  }

  PhraseShape shape(const PhraseNode& node, const Source& source) {
    return shape_of(node, lexicon_, [&](const PhraseNode& named) -> const PhraseShape& {
      return class_shapes_[class_named(named.words[0], source, named.offset)];
    });
  }

  // The parts of `together` stand in any order: the rarest word of all leads to the unit.
  void choose_part(const std::vector<PhraseShape>& shapes) {
    double least = 0;
    for (const PhraseShape& each : shapes) {
      for (const Required& required : each.required) {
        const double weight = lexicon_.weight_of(required.set);
        if (anchors_.back().set != kNoSet && weight >= least) continue;
        anchors_.back() = {required.set, 0, kAnywhere};
        least = weight;
      }
    }
  }

  // The cheapest of the words that must be there becomes the anchor; all others, and the first word, are
  // needs.
  void choose_anchor(const PhraseShape& shape, CompiledPhrase& compiled) {
    std::vector<Required> required = shape.required;
    std::sort(required.begin(), required.end(), [&](const Required& a, const Required& b) {
      return std::pair(cost_of(a, lexicon_), a.set) < std::pair(cost_of(b, lexicon_), b.set);
    });
    if (required.empty() || required.front().high >= kAnywhere) return;
    anchors_.back() = {required.front().set, required.front().low, required.front().high};
    compiled.need_begin = static_cast<std::uint32_t>(program_.needs.size());
    if (shape.first && required.front().high > 0)
      program_.needs.edit().push_back({lexicon_.set_of(*shape.first), 0, 0});
    for (std::size_t i = 1; i < required.size(); ++i)
      if (required[i].high > 0)
        program_.needs.edit().push_back({required[i].set, required[i].low, required[i].high});
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
      case NodeType::word_class:
        return 1;
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
      default:
        return 0;
    }
  }

  void push(Op op, std::uint32_t a = 0) { program_.steps.edit().push_back({op, a}); }
  std::uint32_t next() const { return static_cast<std::uint32_t>(program_.steps.size()); }

  void emit(const PhraseNode& node, const Source& source) {
    if (node.optional) {
      const std::uint32_t fork = next();
      push(Op::fork, fork + 2);
      push(Op::jump);
      emit_body(node, source);
      program_.steps.edit()[fork + 1].a = next();
    } else {
      emit_body(node, source);
    }
  }

  void emit_body(const PhraseNode& node, const Source& source) {
    if (const auto words = single_words(node, lexicon_)) return push(Op::set, lexicon_.set_of(*words));
    switch (node.type) {
      case NodeType::sequence:
        for (const PhraseNode& child : node.children) emit(child, source);
        break;
      case NodeType::choice:
        emit_choice(node, source);
        break;
      case NodeType::exact:
        push(Op::exact, static_cast<std::uint32_t>(program_.exact.size()));
        program_.exact.push_back(node.words[0]);
        break;
      case NodeType::word_class:
        push(Op::word_class, class_named(node.words[0], source, node.offset));
        break;
      case NodeType::gap:
        push(Op::gap, node.limit);
        break;
      case NodeType::start:
        push(Op::start);
        break;
      case NodeType::end:
        push(Op::end);
        break;
      case NodeType::name:
        push(Op::name);
        break;
      case NodeType::number:
        push(Op::number);
        break;
      case NodeType::any:
        push(Op::any);
        break;
      case NodeType::words:
        break;  // a single word: above
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
      program_.steps.edit()[forks[i]].a = next();
      emit(node.children[i], source);
    }
    for (const std::uint32_t jump : jumps) program_.steps.edit()[jump].a = next();
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
    compiled.singles = lexicon_.set_of({});
    program_.classes.edit().push_back(compiled);
    class_shapes_.push_back({1, 1, WordIds{}, {{compiled.singles, 0, 0}}});
    entry_shapes_.emplace_back();
    return static_cast<std::uint32_t>(program_.classes.size() - 1);
  }

  std::uint32_t compile_class(const WordClass& word_class) {
    WordIds singles;
    std::vector<std::uint32_t> entries;
    std::vector<PhraseShape> shapes;
    for (const Phrase& entry : word_class.entries) {
      PhraseNode node;
      if (!parse(entry.parts.front(), entry.source, node)) continue;
      if (least_words(node) == 0) wrong("every part of this entry may be missing", entry.source);
      if (word_class.part != Part::fixed && entry.parts.front().find('{') == std::string::npos)
        inflect(node, word_class.part);
      if (const auto words = single_words(node, lexicon_)) {
        singles = united(singles, *words);
        continue;
      }
      // A class inside this one may be compiled on the way, so steps are taken only after it.
      touch_classes(node, entry.source);
      entries.push_back(next());
      emit(node, entry.source);
      push(Op::accept);
      shapes.push_back(shape(node, entry.source));
    }
    CompiledClass compiled;
    compiled.singles = lexicon_.set_of(singles);
    compiled.entries_begin = static_cast<std::uint32_t>(program_.entries.size());
    program_.entries.edit().insert(program_.entries.edit().end(), entries.begin(), entries.end());
    compiled.entries_end = static_cast<std::uint32_t>(program_.entries.size());
    entry_shapes_.push_back(shapes);
    if (!singles.empty()) shapes.push_back({1, 1, singles, {{compiled.singles, 0, 0}}});
    class_shapes_.push_back(either(shapes, lexicon_));
    compiled.anchored = class_shapes_.back().first ? 1 : 0;
    program_.classes.edit().push_back(compiled);
    return static_cast<std::uint32_t>(program_.classes.size() - 1);
  }

  void touch_classes(const PhraseNode& node, const Source& source) {
    if (node.type == NodeType::word_class) class_named(node.words[0], source, node.offset);
    for (const PhraseNode& child : node.children) touch_classes(child, source);
  }

  std::uint32_t set_of_class(const std::string& name) {
    const auto found = class_ids_.find(name);
    return found == class_ids_.end() ? kNoSet : program_.classes[found->second].singles;
  }

  // For each class and each word with which it can begin: the entries to try there, in their order.
  void lay_out_classes() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> entries;
    for (std::uint32_t i = 0; i < program_.classes.size(); ++i) {
      const CompiledClass& each = program_.classes[i];
      if (each.anchored == 0) continue;
      for (std::uint32_t entry = each.entries_begin; entry < each.entries_end; ++entry)
        for (const std::uint32_t word : *entry_shapes_[i][entry - each.entries_begin].first)
          entries[{i, word}].push_back(program_.entries[entry]);
    }
    auto& class_words = program_.class_words.edit();
    auto& class_entries = program_.class_entries.edit();
    class_words.assign(std::bit_ceil(2 * entries.size() + 2), {});
    for (const auto& [key, steps] : entries) {
      std::size_t slot = slot_of(member_key(key.first, key.second), class_words.size());
      while (class_words[slot].word != 0) slot = (slot + 1) & (class_words.size() - 1);
      class_words[slot] = {key.first, key.second, static_cast<std::uint32_t>(class_entries.size()),
                           static_cast<std::uint32_t>(steps.size())};
      class_entries.insert(class_entries.end(), steps.begin(), steps.end());
    }
  }

  void lay_out_anchors() {
    std::array<std::vector<std::vector<Anchor>>, 3> of_words;  // find and with, not, cue
    for (auto& each : of_words) each.resize(program_.word_count);
    for (std::uint32_t i = 0; i < program_.phrases.size(); ++i) {
      const Required& anchor = anchors_[i];
      if (anchor.set == kNoSet) {
        program_.unanchored.edit().push_back(i);
        continue;
      }
      const PhraseUse use = program_.phrases[i].use;
      auto& words = of_words[use == PhraseUse::cue ? 2 : use == PhraseUse::without ? 1 : 0];
      for (const std::uint32_t id : lexicon_.words_in(anchor.set))
        words[id].push_back({i, static_cast<std::uint16_t>(anchor.low),
                             static_cast<std::uint16_t>(anchor.high), program_.phrases[i].kinds});
    }
    for (std::size_t i = 0; i < of_words.size(); ++i) {
      AnchorIndex& index = i == 2 ? program_.cues : i == 1 ? program_.senses : program_.finds;
      for (const auto& anchors : of_words[i]) {
        index.begin.edit().push_back(static_cast<std::uint32_t>(index.list.size()));
        index.list.edit().insert(index.list.edit().end(), anchors.begin(), anchors.end());
      }
      index.begin.edit().push_back(static_cast<std::uint32_t>(index.list.size()));
    }
  }

  RuleSet& rules_;
  Program& program_;
  Lexicon lexicon_;
  std::map<std::string, const WordClass*> classes_;
  std::map<std::string, std::uint32_t> class_ids_;
  std::vector<std::vector<Literals>> demands_;          // one per regex
  std::vector<Required> anchors_;                       // one per phrase; kNoSet: none
  std::vector<PhraseShape> class_shapes_;               // one per class
  std::vector<std::vector<PhraseShape>> entry_shapes_;  // of the longer entries of each class
  std::set<std::string> open_;                          // classes that are being compiled
  Errors errors_;
};

}  // namespace

Errors compile(RuleSet& rules, const std::vector<WordClass>& classes, const Inflections& inflections) {
  return Compiler(rules, classes, inflections).compile_all();
}

}  // namespace peerscope
