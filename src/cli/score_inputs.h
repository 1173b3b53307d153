// Which documents belong to which agency: agencies/NAME/{jobs,notes,policies}/…, or a manifest.
#pragma once
#include <string>
#include <vector>

#include "base/folder.h"
#include "document/document.h"

namespace peerscope {

struct AgencyPlace {
  std::string name;  // empty: the path names no agency
  std::string root;  // the agency's folder: two of one name are two agencies
  DocumentKind kind = DocumentKind::unknown;
};

// "data/agencies/north/jobs/a.md" is north's job description. Without a folder "agencies" on the way, the
// first folder below the argument is the agency: "north/notes/1.txt" under "data".
AgencyPlace agency_place(const FoundFile& file);

struct ScoreInput {
  FoundFile file;
  AgencyPlace at;
};

struct ScoreInputs {
  std::vector<ScoreInput> inputs;
  std::vector<SkippedFile> skipped;
  Errors errors;  // two agencies of one name, an empty agency, a missing file; they stop no other
};

// Of two folders of one name the second is left out.
ScoreInputs inputs_of_folders(const std::vector<std::string>& arguments);

// agencies:
//   north:
//     jobs: [jobs/peer.docx, "north/*.md"]
//     notes: notes/north/
//     policies: handbook.pdf
//   south: [everything/of/south]
// Paths are relative to the manifest; kinds of a list without a name come from the texts.
ScoreInputs inputs_of_manifest(const std::string& path);

}  // namespace peerscope
