// Weighs what kind of document lies before us.
#pragma once
#include <cstdint>

#include "document/document.h"

namespace peerscope {

// What headings tell: counts.
struct HeadingEvidence {
  std::uint32_t of_jobs = 0;   // duties, qualifications, pay, benefits …
  std::uint32_t of_notes = 0;  // narrative, plan
  std::uint32_t entries = 0;   // dates with names
};

// From headings, and from the words of the document's units.
DocumentKind weigh_kind(const Document& document, const HeadingEvidence& headings);

// jobs, notes, policies: folders that say what lies in them; unknown for any other name.
DocumentKind kind_of_folder(std::string_view name);
// The nearest such folder in which a file lies: "north/notes/2026/a.txt" is a note.
DocumentKind kind_by_folder(std::string_view path);

void count_role(Role role, HeadingEvidence& headings);

}  // namespace peerscope
