// Restores the packs that travel inside the program.
#include "rules/catalog.h"

#include "rules/catalog_image.h"
#include "rules/image.h"

namespace peerscope {

RuleSet built_in_rules(Detail detail) { return read_image(embedded_rules(), detail); }

std::vector<RuleFile> built_in_rule_files() { return read_files_image(embedded_files()); }

}  // namespace peerscope
