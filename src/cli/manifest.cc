// A manifest: which documents belong to which agency, wherever they lie.
#include <filesystem>
#include <set>

#include "base/file.h"
#include "cli/score_inputs.h"
#include "read/read.h"
#include "rules/suggest.h"
#include "rules/yaml.h"
#include "rules/yaml_text.h"
#include "write/escape.h"

namespace peerscope {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargest = 16U << 20U;
constexpr const char* kShape =
    "Write `agencies:`, and under it each name with its files: `north: {jobs: [a.docx], notes: "
    "notes/north/}`.";

class ManifestReader {
 public:
  ManifestReader(const std::string& path, const std::string& text)
      : path_(path), bytes_(text), text_(path, text) {}

  ScoreInputs read() {
    const ParsedYaml parsed = parse_yaml(path_, bytes_);
    all_.errors = parsed.errors;
    if (all_.errors.empty()) read_root(parsed.root);
    return std::move(all_);
  }

 private:
  void mistake(const YamlNode& at, std::string message, std::string remedy) {
    all_.errors.push_back(text_.error_at(at.line, at.column, std::move(message), std::move(remedy)));
  }

  void read_root(const YamlNode& root) {
    const YamlNode* agencies = value_of(root, "agencies");
    if (agencies == nullptr || agencies->type != YamlType::map || agencies->keys.empty())
      return mistake(root, "The manifest names no agencies.", kShape);
    for (const YamlNode& key : root.keys) {
      if (key.text != "agencies") mistake(key, "The manifest has no field \"" + key.text + "\".", kShape);
    }
    for (std::size_t i = 0; i < agencies->keys.size(); ++i)
      read_agency(agencies->keys[i], agencies->items[i]);
  }

  void read_agency(const YamlNode& key, const YamlNode& value) {
    const std::size_t before = all_.inputs.size(), errors = all_.errors.size();
    if (value.type != YamlType::map) {
      add_files(key.text, DocumentKind::unknown, value);
    } else {
      for (std::size_t i = 0; i < value.keys.size(); ++i) {
        const std::string& name = value.keys[i].text;
        if (name == "jobs") {
          add_files(key.text, DocumentKind::job_description, value.items[i]);
        } else if (name == "notes") {
          add_files(key.text, DocumentKind::progress_note, value.items[i]);
        } else if (name == "policies") {
          add_files(key.text, DocumentKind::policy, value.items[i]);
        } else {
          mistake(value.keys[i], "An agency has no field \"" + name + "\".",
                  did_you_mean(name, {"jobs", "notes", "policies"}));
        }
      }
    }
    if (all_.inputs.size() == before && all_.errors.size() == errors)
      mistake(key, "The agency \"" + key.text + "\" holds no document that can be read.",
              "Name its documents, or take it out.");
  }

  void add_files(const std::string& agency, DocumentKind kind, const YamlNode& value) {
    if (value.type == YamlType::list) {
      for (const YamlNode& item : value.items) add_files(agency, kind, item);
    } else if (value.type == YamlType::text) {
      add_path(agency, kind, value);
    } else if (value.type != YamlType::empty) {
      mistake(value, "This is " + std::string(name_of(value.type)) + ", not a file.", kShape);
    }
  }

  void add_path(const std::string& agency, DocumentKind kind, const YamlNode& node) {
    const fs::path folder = fs::path(path_).parent_path();
    const std::string path = (folder / node.text).lexically_normal().string();
    std::error_code failure;
    const bool there = fs::exists(path, failure);
    if (!there && !is_glob(node.text))
      return mistake(node, "\"" + node.text + "\" does not exist.",
                     "Check the spelling; paths are relative to the manifest.");
    FoundFiles found = find_files({path}, reason_to_skip);
    for (const Error& error : found.errors)
      mistake(node, "\"" + node.text + "\" " + error.message, error.remedy);
    std::move(found.skipped.begin(), found.skipped.end(), std::back_inserter(all_.skipped));
    for (FoundFile& file : found.files) {
      if (!seen_.insert(fs::path(file.path).lexically_normal().string()).second) {
        mistake(node, printable(file.path) + " stands in the manifest twice.",
                "Name each file once, for one agency.");
        continue;
      }
      all_.inputs.push_back({std::move(file), {agency, path_, kind}});
    }
  }

  const std::string& path_;
  const std::string& bytes_;
  const YamlText text_;
  ScoreInputs all_;
  std::set<std::string> seen_;
};

}  // namespace

ScoreInputs inputs_of_manifest(const std::string& path) {
  const Result<std::string> text = read_whole_file(path, kLargest);
  if (text) return ManifestReader(path, *text).read();
  ScoreInputs none;
  none.errors = text.error();
  return none;
}

}  // namespace peerscope
