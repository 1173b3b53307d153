// Cuts a document that was read into sections, units and words.
#pragma once
#include "base/roles.h"
#include "document/document.h"
#include "document/headings.h"

namespace peerscope {

// Fills sections, units and words from text and blocks; cannot fail. Blocks may be regrouped: lines of plain
// text become paragraphs, items and headings here.
void segment(Document& document, const HeadingTable& headings);
// The same, for many documents: the table is compiled once.
void segment(Document& document, const HeadingRoles& headings);

// Works out what kind of document this is from its headings and wording; unknown where neither fits.
DocumentKind recognise_kind(const Document& document);

}  // namespace peerscope
