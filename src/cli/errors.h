// Tells mistakes to people, on standard error.
#pragma once
#include <ostream>

#include "base/result.h"

namespace peerscope {

// peerscope: rules/own.yaml:12:5: No field is called "sevrity". Did you mean "severity"?
//     sevrity: error
//     ^
void print_error(std::ostream& out, const Error& error);
void print_errors(std::ostream& out, const Errors& errors);
void print_warning(std::ostream& out, const Error& warning);

}  // namespace peerscope
