// What short pieces at the head of a line tell: the key of "Salary: $20/hr", the date of "3 March -
// Delphine".
#pragma once
#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace peerscope {

// "Key: value" at the head of a line. key is empty where the line has no such shape.
struct Label {
  Span key;    // without the colon
  Span value;  // may be empty: "Duties:"
  std::uint32_t key_words = 0;
  bool capitals = false;  // JOB SUMMARY
};
Label label_of(std::string_view text, Span line);

// Whether the line opens with a date, or with a name and a date, as the entries of a log do: "Contact 2 05/04
// D.K."
bool opens_with_date(std::string_view text, Span line);

}  // namespace peerscope
