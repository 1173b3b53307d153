// A sentence that stands by itself, as a document: the example of a rule, the question of `scope`.
#pragma once
#include <string>
#include <string_view>

#include "document/document.h"

namespace peerscope {

// The text under the heading `section`. An empty heading is that of a duty for a job description ("Duties");
// notes and policies stand without one. The text of a job description is read as an item of its list, that of
// others as a paragraph; empty lines divide paragraphs.
Document document_of_text(std::string_view text, DocumentKind kind, std::string section);

}  // namespace peerscope
