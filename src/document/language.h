// Whether a document is English: the packs know no other language, and must not call another one clean.
#pragma once
#include "document/document.h"

namespace peerscope {

// False where the small words of the text are those of another language (Spanish, French, German, Portuguese,
// Italian, Dutch, Polish, Haitian Creole, Tagalog, Vietnamese), or where most letters are not Latin ones. A
// text of fewer than 12 words is taken for English.
bool looks_english(const Document& document);

}  // namespace peerscope
