// What every stage that can fail returns: a value, or all the mistakes that were found.
#pragma once
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace peerscope {

// One mistake, told so that its reader can mend it.
struct Error {
  std::string message;  // what is wrong, one sentence, without the path
  std::string path;     // the file, as the user named it; empty where there is none
  int line = 0;         // 1-based; 0 where the place is the whole file
  int column = 0;       // 1-based, in code points; 0 where the place is the whole line
  std::string remedy;   // what to do about it, one sentence
  std::string excerpt;  // the offending line of a rule file; never the text of a document (privacy)
};

using Errors = std::vector<Error>;

template <class T>
using Result = tl::expected<T, Errors>;

inline tl::unexpected<Errors> fail(Error error) { return tl::unexpected<Errors>(Errors{std::move(error)}); }

// The mistake as a terminal shows it: "path:line:column: message", the line with a caret under the place, and
// what to do. Ends in a newline. Control characters are shown as U+FFFD, so that a file cannot steer the
// terminal.
std::string describe(const Error& error);
std::string describe(const Errors& errors);

}  // namespace peerscope
