// Where an agency's documents lie: agencies/NAME/{jobs,notes,policies}/…
#pragma once
#include <string>

#include "base/folder.h"
#include "document/document.h"

namespace peerscope {

struct AgencyPlace {
  std::string name;  // empty: the path names no agency
  std::string root;  // the agency's folder: two of one name are two agencies
  DocumentKind kind = DocumentKind::unknown;
};

// "data/agencies/north/jobs/a.md" is north's job description. Without a folder "agencies" on the way, the first
// folder below the argument is the agency: "north/notes/1.txt" under "data".
AgencyPlace agency_place(const FoundFile& file);

}  // namespace peerscope
