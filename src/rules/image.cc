// Describes every struct of a rule set to the archive. Each is taken apart by a structured binding that names
// all of its members: a member that is added and forgotten here does not compile.
#include "rules/image.h"

#include "rules/archive.h"

namespace peerscope {

template <class A, Like<Source> T>
void transfer(A& archive, T& value) {
  auto& [file, line, column] = value;
  archive(file, line, column);
}

template <class A, Like<Phrase> T>
void transfer(A& archive, T& value) {
  auto& [type, parts, source] = value;
  archive(type, parts, source);
}

template <class A, Like<Citation> T>
void transfer(A& archive, T& value) {
  auto& [source, place] = value;
  archive(source, place);
}

template <class A, Like<Example> T>
void transfer(A& archive, T& value) {
  auto& [text, section, kind, source] = value;
  archive(text, section, kind, source);
}

template <class A, Like<Rule> T>
void transfer(A& archive, T& value) {
  auto& [id, pack, kind, effect, severity, about, negated, only_negated, case_exact, agent, contested,
         low_confidence, applies_to, sections, sections_with_duty_verb, work, sign, safeguard, title, message,
         why, instead, contested_text, citations, catalogue, find, without, swaps, flag, pass, strength,
         share_of, threshold, with, source] = value;
  archive(id, pack, kind, effect, severity, about, negated, only_negated, case_exact, agent, contested,
          low_confidence, applies_to, sections, sections_with_duty_verb, work, sign, safeguard, title,
          message, why, instead, contested_text, citations, swaps, share_of, threshold, source);
  archive.detail(catalogue, find, without, with, flag, pass, strength);
}

template <class A, Like<NotAssessed> T>
void transfer(A& archive, T& value) {
  auto& [item, why] = value;
  archive(item, why);
}

template <class A, Like<Pack> T>
void transfer(A& archive, T& value) {
  auto& [id, title, version, licence, source, language, not_assessed] = value;
  archive(id, title, version, licence, source, language, not_assessed);
}

template <class A, Like<CueGroup> T>
void transfer(A& archive, T& value) {
  auto& [id, axis, direction, limit, phrases] = value;
  archive(id, axis, direction, limit);
  archive.detail(phrases);
}

template <class A, Like<HeadingRow> T>
void transfer(A& archive, T& value) {
  auto& [role, contains, unless] = value;
  archive(role, contains, unless);
}

template <class A, Like<Sign> T>
void transfer(A& archive, T& value) {
  auto& [id, title] = value;
  archive(id, title);
}

template <class A, Like<Safeguard> T>
void transfer(A& archive, T& value) {
  auto& [id, title, sentence] = value;
  archive(id, title, sentence);
}

template <class A, Like<Scales::Tier> T>
void transfer(A& archive, T& value) {
  auto& [id, title, low_bound] = value;
  archive(id, title, low_bound);
}

template <class A, Like<Scales> T>
void transfer(A& archive, T& value) {
  auto& [weights, enough_units, tiers, signs, safeguards] = value;
  archive(weights, enough_units, tiers, signs, safeguards);
}

template <class A, Like<CatalogueItem> T>
void transfer(A& archive, T& value) {
  auto& [id, list, title, sources, rules, not_assessable, views, source] = value;
  archive(id, list, title, sources, rules, not_assessable, views, source);
}

template <class A, Like<LiteralIndex> T>
void transfer(A& archive, T& value) {
  auto& [text, pieces, slot_begin, masks, group_begin] = value;
  archive(text, pieces, slot_begin, masks, group_begin);
}

template <class A, Like<AnchorIndex> T>
void transfer(A& archive, T& value) {
  auto& [begin, list] = value;
  archive(begin, list);
}

template <class A, Like<Program> T>
void transfer(A& archive, T& value) {
  auto& [pool, table, word_count, set_count, members, word_sets, steps, classes, entries, class_words,
         class_entries, exact, regexes, literals, needs, phrases, phrase_text, rule_begin, finds, senses,
         cues, unanchored, gap_stop, clause_stop] = value;
  archive(pool, table, word_count, set_count, members, word_sets, steps, classes, entries, class_words,
          class_entries, exact, regexes, literals, needs, phrases, phrase_text, rule_begin, finds, senses,
          cues, unanchored, gap_stop, clause_stop);
}

template <class A, Like<RuleSet> T>
void transfer(A& archive, T& value) {
  auto& [files, packs, rules, cues, headings, scales, catalogue, sources, program] = value;
  archive(files, packs, rules, cues, headings, scales, sources, program);
  archive.detail(catalogue);
}

template <class A, Like<RuleFile> T>
void transfer(A& archive, T& value) {
  auto& [path, text] = value;
  archive(path, text);
}

namespace {

// Bytes of another build could be read as something else: this, and the size of what follows, stand before
// them.
constexpr std::string_view kMagic = "peerscope rules 1";

template <class T>
std::string written(const T& value) {
  std::string out(kMagic);
  ArchiveWriter archive(out);
  archive(static_cast<std::uint32_t>(sizeof(T)), value);
  return out;
}

template <class T>
T read(std::string_view image, Detail detail) {
  T value;
  std::uint32_t size = 0;
  if (!image.starts_with(kMagic)) throw std::runtime_error("these bytes are no rule image");
  ArchiveReader archive(image.substr(kMagic.size()), detail == Detail::all);
  archive(size);
  if (size != sizeof(T)) throw std::runtime_error("the rule image is of another build");
  archive(value);
  if (!archive.at_end()) throw std::runtime_error("the rule image goes on after its end");
  return value;
}

}  // namespace

std::string write_image(const RuleSet& rules) { return written(rules); }
RuleSet read_image(std::string_view image, Detail detail) { return read<RuleSet>(image, detail); }

std::string write_files_image(const std::vector<RuleFile>& files) { return written(files); }
std::vector<RuleFile> read_files_image(std::string_view image) {
  return read<std::vector<RuleFile>>(image, Detail::all);
}

}  // namespace peerscope
