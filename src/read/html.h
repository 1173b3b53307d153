// Reads a web page, or the HTML that a mail or a record holds, into blocks.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"
#include "read/builder.h"

namespace peerscope {

inline constexpr std::size_t kDeepestHtml = 1000;

// What makes a page unsafe to parse: "is nested deeper than 1000 levels"; empty: nothing. Counts elements
// that are open at once, never too few: a browser's repairs of broken pages are only followed where they are
// sure.
std::string html_danger(std::string_view source);

// The encoding that a page names of itself, where its bytes need one; empty: they tell better by themselves.
std::string html_encoding(std::string_view bytes);

// Adds what a reader of the page would see, without menus, scripts and hidden parts; told in the notes.
// `source` is UTF-8 with '\n' line ends. `where` is part of every place: the pointer of a record's field.
Result<void> add_html(Builder& builder, std::string_view source, const Place& where = {});

}  // namespace peerscope
