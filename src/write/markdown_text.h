// Text that Markdown shows as it is.
#pragma once
#include <string>
#include <string_view>

namespace peerscope {

// The program's and the rules' own words: every mark that Markdown or HTML could take for its own
// within a line is escaped. It may not open a line: put a label before it.
std::string markdown_text(std::string_view text);

// Words of a document, as code: there no mark, link, mention (@name) or reference (#1) means anything. On one
// line, hidden characters spelled.
std::string markdown_code(std::string_view text);
std::string markdown_code_in_table(std::string_view text);  // there a "|" would begin the next cell

}  // namespace peerscope
