// --cache: what results depend on, and what is said where the folder is of no use.
#include "cli/caching.h"

#include <cstring>
#include <string>

#include "base/sha256.h"
#include "cli/errors.h"
#include "peerscope_version.h"
#include "rules/catalog_image.h"
#include "rules/load.h"

namespace peerscope {

std::unique_ptr<Cache> open_cache(const Desk& desk, DocumentKind fallback) {
  const Options& options = desk.options;
  if (options.cache.empty()) return nullptr;
  // Beside the document: the program, its rules and those of the user, and what a document is taken for that
  // does not say what it is.
  Sha256 sha;
  sha.add(PEERSCOPE_VERSION);
  sha.add(embedded_rules());
  for (const std::string& folder : options.rules) {
    const auto files = read_rule_folder(folder);
    if (!files) return nullptr;  // told where the rules are read
    for (const RuleFile& file : *files) {
      sha.add(std::to_string(file.path.size()) + file.path);
      sha.add(std::to_string(file.text.size()) + file.text);
    }
  }
  sha.add(name_of(fallback));
  auto cache = std::make_unique<Cache>(options.cache, sha.hex());
  const Result<void> ready = cache->prepare();
  if (ready) return cache;
  for (const Error& error : ready.error()) print_warning(desk.err, error);
  return nullptr;
}

void tell_cache_failure(const Desk& desk, const Cache& cache) {
  if (cache.failure() == 0) return;
  Error error;
  error.path = desk.options.cache;
  error.message = std::string("The cache could not be filled: ") + std::strerror(cache.failure());
  error.remedy = "The report is not affected; the next run will take longer.";
  print_warning(desk.err, error);
}

}  // namespace peerscope
