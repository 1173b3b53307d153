// The configuration file: .peerscope.yaml, nearest upward from the working folder.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cli/demands.h"
#include "cli/ignore_list.h"
#include "cli/settings.h"
#include "document/document.h"

namespace peerscope {

// Which files are of which kind; the first pattern that fits wins. Patterns are relative to the
// configuration's folder.
struct KindGlobs {
  std::string folder;
  std::vector<std::pair<std::string, DocumentKind>> globs;
};

struct Configuration {
  std::string path;
  Settings settings;
  KindGlobs kinds;
  std::vector<GateRow> gates;
  std::vector<ListedIgnore> ignores;
};

// The nearest configuration at or above `folder`; empty where there is none.
std::string nearest_configuration(const std::string& folder);
Result<Configuration> read_configuration(const std::string& path);

// "notes/**" and "**/*.docx": `**` stands for any folders, `*` and `?` stay within a name.
bool glob_fits(std::string_view glob, std::string_view path);
// Unknown where no pattern fits.
DocumentKind kind_by_globs(const KindGlobs& kinds, const std::string& path);

}  // namespace peerscope
