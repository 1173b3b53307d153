// `ignore:` of the configuration: findings set aside by file, rule and text, for files that can hold no note.
#pragma once
#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "check/checker.h"
#include "cli/gate_rows.h"
#include "rules/yaml.h"

namespace peerscope {

// ignore:
//   - file: "**/jobs/driver.docx"
//     rule: scope/driving
//     text: "drives members to court"
//     reason: "Agreed with members in the house meeting of March."
struct ListedIgnore {
  std::string file;  // a pattern, relative to the configuration; empty: any file
  std::string rule;
  std::string text;  // folded words that stand in the unit; empty: any of that file
  std::string reason;
  std::string path;  // the configuration
  int line = 0;
};
std::vector<ListedIgnore> read_ignore_list(const YamlNode& value, const std::string& path,
                                           const TellMistake& mistake);

// Holds the list during a run, and knows which of it was needed.
class IgnoreList {
 public:
  IgnoreList(const std::vector<ListedIgnore>& list, std::string folder, const RuleSet& rules)
      : list_(list), folder_(std::move(folder)), rules_(rules), uses_(list.size()), met_(list.size()) {}

  SetAside set_aside() {
    return [this](Document& document, std::vector<Finding>& findings) { apply(document, findings); };
  }
  // What set nothing aside though its files were read: it may hide a spelling mistake, or outlive what it was
  // for.
  Errors unused() const;

 private:
  void apply(Document& document, std::vector<Finding>& findings);

  const std::vector<ListedIgnore>& list_;
  std::string folder_;
  const RuleSet& rules_;
  std::vector<std::atomic<int>> uses_, met_;  // documents are checked by several workers
};

}  // namespace peerscope
