// Reads all files of a rule set in the order in which they need one another, and tells every mistake at once.
#include "rules/load.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "rules/compile.h"
#include "rules/literals.h"
#include "rules/load_catalogue.h"
#include "rules/load_context.h"
#include "rules/load_pack.h"
#include "rules/load_rule.h"
#include "rules/yaml.h"
#include "rules/yaml_text.h"

namespace peerscope {
namespace {

enum class FileKind : std::uint8_t {
  pack,
  vocabulary,
  inflection,
  cues,
  sections,
  scales,
  sources,
  catalogue,
  rules,
  unknown
};

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view name_in_folder(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

FileKind kind_of(std::string_view path) {
  const std::string_view name = name_in_folder(path);
  const std::string_view folder = name_in_folder(folder_of(path));
  if (name == "pack.yaml") return FileKind::pack;
  if (folder == "vocabulary") return name == "inflection.yaml" ? FileKind::inflection : FileKind::vocabulary;
  if (folder == "context") {
    return name == "cues.yaml"       ? FileKind::cues
           : name == "sections.yaml" ? FileKind::sections
                                     : FileKind::unknown;
  }
  if (name == "scales.yaml") return FileKind::scales;
  if (name == "sources.yaml") return FileKind::sources;
  if (name == "catalogue.yaml") return FileKind::catalogue;
  return FileKind::rules;
}

class Loader {
 public:
  explicit Loader(const std::vector<RuleFile>& files) : files_(files) {}

  Result<LoadedRules> load() {
    parse_files();
    each_of(FileKind::vocabulary,
            [&](auto& reader, auto& root) { load_classes(reader, root, rules_, classes_); });
    each_of(FileKind::inflection,
            [&](auto& reader, auto& root) { load_inflections(reader, root, inflections_); });
    each_of(FileKind::cues, [&](auto& reader, auto& root) { load_cues(reader, root, rules_); });
    each_of(FileKind::sections, [&](auto& reader, auto& root) { load_headings(reader, root, rules_); });
    each_of(FileKind::scales, [&](auto& reader, auto& root) { load_scales(reader, root, rules_); });
    each_of(FileKind::sources, [&](auto& reader, auto& root) { load_sources(reader, root, rules_); });
    each_of(FileKind::catalogue, [&](auto& reader, auto& root) { load_catalogue(reader, root, rules_); });
    load_packs();
    compile_phrases();
    if (!errors_.empty()) return tl::unexpected<Errors>(finished(std::move(errors_)));
    LoadedRules loaded;
    loaded.warnings = finished(warnings());
    loaded.rules = std::move(rules_);
    return loaded;
  }

 private:
  struct ParsedFile {
    FileKind kind = FileKind::unknown;
    YamlNode root;
    bool usable = false;
  };

  void parse_files() {
    parsed_.resize(files_.size());
    std::set<std::string> seen;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const std::string& path = files_[i].path;
      rules_.files.push_back(path);
      parsed_[i].kind = kind_of(path);
      if (!seen.insert(path).second) {
        file_mistake(path, "This file is given twice.", "Name every folder of rules once.");
      } else if (parsed_[i].kind == FileKind::unknown) {
        file_mistake(path, "Nothing is known about a file of this name.",
                     "The folder \"context\" holds cues.yaml and sections.yaml.");
      } else {
        parse_file(i);
      }
    }
  }

  void parse_file(std::size_t i) {
    const RuleFile& file = files_[i];
    ParsedYaml parsed = parse_yaml(file.path, file.text);
    errors_.insert(errors_.end(), parsed.errors.begin(), parsed.errors.end());
    if (parsed.complete && parsed.root.type == YamlType::empty) {
      file_mistake(file.path, "The file is empty.", "Write rules into it, or delete it.");
    } else {
      parsed_[i].usable = parsed.complete;
    }
    parsed_[i].root = std::move(parsed.root);
  }

  void file_mistake(const std::string& path, std::string message, std::string remedy) {
    Error error;
    error.message = std::move(message);
    error.path = path;
    error.remedy = std::move(remedy);
    errors_.push_back(std::move(error));
  }

  NodeReader reader_of(std::size_t i) { return {static_cast<std::uint32_t>(i), files_[i].path, errors_}; }

  template <class Load>
  void each_of(FileKind kind, const Load& load) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (parsed_[i].kind != kind || !parsed_[i].usable) continue;
      NodeReader reader = reader_of(i);
      load(reader, parsed_[i].root);
    }
  }

  // Whether all files of a kind could be read. If not, a name that they might define is not called unknown.
  bool all_usable(FileKind kind) const {
    return std::all_of(parsed_.begin(), parsed_.end(),
                       [&](const ParsedFile& file) { return file.kind != kind || file.usable; });
  }

  void load_packs() {
    std::map<std::string, std::size_t, std::less<>> drafts_of_folders;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (parsed_[i].kind != FileKind::pack) continue;
      drafts_of_folders.emplace(folder_of(files_[i].path), drafts_.size());
      PackDraft& draft = drafts_.emplace_back();
      draft.file = static_cast<std::uint32_t>(i);
      draft.root = &parsed_[i].root;
      NodeReader reader = reader_of(i);
      if (parsed_[i].usable) load_pack(reader, parsed_[i].root, draft);
    }
    const KnownNames known{&rules_, all_usable(FileKind::scales), all_usable(FileKind::sources)};
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (parsed_[i].kind != FileKind::rules) continue;
      const std::size_t draft = draft_of(files_[i].path, drafts_of_folders);
      if (draft == drafts_.size()) {
        file_mistake(files_[i].path, "This file belongs to no pack.",
                     "A pack's folder holds a pack.yaml that says whose it is.");
      } else if (parsed_[i].usable) {
        NodeReader reader = reader_of(i);
        load_rule_file(reader, parsed_[i].root, known, rules_, drafts_[draft]);
      }
    }
    const bool all_read = all_usable(FileKind::pack) && all_usable(FileKind::rules);
    assemble_packs(drafts_, all_read, rules_, errors_);
  }

  // The pack in whose folder, or in a folder below it, the file stands; drafts_.size() where there is none.
  std::size_t draft_of(std::string_view path,
                       const std::map<std::string, std::size_t, std::less<>>& drafts) const {
    for (std::string_view folder = folder_of(path);; folder = folder_of(folder)) {
      if (const auto found = drafts.find(folder); found != drafts.end()) return found->second;
      if (folder.empty()) return drafts_.size();
    }
  }

  void compile_phrases() {
    // A file that could not be read may define any class; then every class that is missing would be called
    // unknown.
    if (!all_usable(FileKind::vocabulary) || !all_usable(FileKind::inflection)) return;
    Errors mistakes = compile(rules_, classes_, inflections_);
    errors_.insert(errors_.end(), mistakes.begin(), mistakes.end());
  }

  Error warning_at(const Source& source, std::string message, std::string remedy) const {
    Error warning;
    warning.message = std::move(message);
    warning.path = rules_.files[source.file];
    warning.line = static_cast<int>(source.line);
    warning.column = static_cast<int>(source.column);
    warning.remedy = std::move(remedy);
    return warning;
  }

  Errors warnings() const {
    Errors out;
    warn_of_slow_phrases(out);
    warn_of_equal_phrases(out);
    warn_of_empty_packs(out);
    return out;
  }

  void warn_of_slow_phrases(Errors& out) const {
    for (const std::uint32_t index : rules_.program.unanchored) {
      const CompiledPhrase& phrase = rules_.program.phrases[index];
      const bool regex = phrase.type == static_cast<std::uint16_t>(PhraseType::regex);
      if (phrase.use != PhraseUse::find || (regex && demands_literals(rules_.program.literals, phrase.regex)))
        continue;
      out.push_back(warning_at(
          rules_.rules[phrase.owner].find[phrase.index].source,
          regex ? "This regex is slow: no plain letters must stand in what it matches, so that it is tried "
                  "everywhere."
                : "This phrase is slow: it names no word that must be there, so that it is tried everywhere.",
          "Where you can, write it with a plain word or a word class."));
    }
  }

  // Two rules of a pack that find the same words in the same places would both speak there. Not so a risk
  // beside a strength, or "without coercion" beside "coercion".
  void warn_of_equal_phrases(Errors& out) const {
    const auto meaning = [](const Rule& rule) {
      return std::tuple(rule.pack, rule.kind, rule.effect, rule.only_negated, rule.applies_to, rule.sections,
                        rule.sections_with_duty_verb);
    };
    std::map<std::pair<decltype(meaning(Rule{})), std::vector<std::string>>, const Rule*> seen;
    for (const Rule& rule : rules_.rules) {
      for (const Phrase& phrase : rule.find) {
        const auto [place, is_new] = seen.emplace(std::pair{meaning(rule), phrase.parts}, &rule);
        if (is_new) continue;
        const std::string where =
            place->second == &rule ? "in this rule" : "in the rule \"" + place->second->id + "\"";
        out.push_back(warning_at(phrase.source, "The same phrase stands " + where + " already.",
                                 "Keep one of the two."));
      }
    }
  }

  void warn_of_empty_packs(Errors& out) const {
    for (std::uint32_t i = 0; i < rules_.packs.size(); ++i) {
      const bool any = std::any_of(rules_.rules.begin(), rules_.rules.end(),
                                   [&](const Rule& rule) { return rule.pack == i; });
      if (any) continue;
      for (const PackDraft& draft : drafts_) {
        if (draft.pack.id == rules_.packs[i].id) {
          out.push_back(warning_at({draft.file, 0, 0}, "The pack \"" + draft.pack.id + "\" has no rules.",
                                   "Add a file with \"rules:\" beside it."));
          break;
        }
      }
    }
  }

  // By file and place, each once, with the line in question.
  Errors finished(Errors errors) const {
    std::map<std::string, std::size_t> order;
    for (std::size_t i = 0; i < files_.size(); ++i) order.emplace(files_[i].path, i);
    const auto key = [&](const Error& e) { return std::tuple(order[e.path], e.line, e.column); };
    std::stable_sort(errors.begin(), errors.end(),
                     [&](const Error& a, const Error& b) { return key(a) < key(b); });
    const auto same = [&](const Error& a, const Error& b) {
      return key(a) == key(b) && a.message == b.message;
    };
    errors.erase(std::unique(errors.begin(), errors.end(), same), errors.end());
    for (Error& error : errors) {
      const auto file = order.find(error.path);
      if (error.line > 0 && error.excerpt.empty() && file != order.end()) {
        error.excerpt = line_of(files_[file->second].text, error.line);
      }
    }
    return errors;
  }

  const std::vector<RuleFile>& files_;
  std::vector<ParsedFile> parsed_;  // one per file
  std::vector<PackDraft> drafts_;
  std::vector<WordClass> classes_;
  Inflections inflections_;
  RuleSet rules_;
  Errors errors_;
};

}  // namespace

Result<LoadedRules> load_rules(const std::vector<RuleFile>& files) { return Loader(files).load(); }

}  // namespace peerscope
