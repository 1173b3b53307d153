// Prepares the text of plain text and Markdown files, and finds its ignore notes.
#include "read/source_text.h"

#include <algorithm>

namespace peerscope {

namespace {

std::string count_of(std::size_t number, const char* one, const char* many) {
  return std::to_string(number) + (number == 1 ? one : many);
}

}  // namespace

void note_decoding(const Decoded& decoded, Document& document) {
  std::vector<ReadingNote>& notes = document.notes;
  if (decoded.guessed && decoded.encoding == "windows-1252") {
    notes.push_back(
        {"Read as Windows-1252, since it is not valid UTF-8. If letters look wrong, name its encoding "
         "with --encoding.",
         false,
         {}});
  } else if (decoded.guessed && decoded.encoding != "utf-8") {
    notes.push_back(
        {"Read as UTF-16, judged by its bytes. If letters look wrong, name its encoding with --encoding.",
         false,
         {}});
  }
  if (decoded.replaced > 0) {
    notes.push_back({count_of(decoded.replaced, " damaged character was", " damaged characters were") +
                         " replaced by \xEF\xBF\xBD; words that held one may have been missed.",
                     true,
                     {}});
  }
}

std::string with_line_feeds(std::string text) {
  if (text.find('\r') == std::string::npos) return text;
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r') {
      if (from + 1 < text.size() && text[from + 1] == '\n') continue;
      text[to++] = '\n';
    } else {
      text[to++] = text[from];
    }
  }
  text.resize(to);
  return text;
}

Result<std::string> source_text(std::string_view bytes, const Input& input, Document& document) {
  if (bytes.empty()) {
    return fail(refusal(input, "is empty: nothing to assess", "Check that this is the file you meant."));
  }
  if (input.options.encoding.empty() && looks_binary(bytes.substr(0, kHeadSize))) {
    return fail(refusal(input, "is a binary file, not text",
                        "Save it as .docx or .txt, or name its encoding with --encoding if it is text."));
  }
  auto decoded = decode(bytes, input.options.encoding);
  if (!decoded) {
    for (Error& error : decoded.error()) error.path = input.path;
    return tl::unexpected(decoded.error());
  }
  note_decoding(*decoded, document);
  std::string text = with_line_feeds(std::move(decoded->text));
  if (trim(text).empty()) {
    return fail(refusal(input, "holds only white space: nothing to assess",
                        "Check that this is the file you meant."));
  }
  return text;
}

namespace {

constexpr std::string_view kOpenComment = "<!--", kCloseComment = "-->", kIgnore = "peerscope-ignore";

// The end of "<!-- … -->" that begins at `begin`, or npos.
std::size_t end_of_comment(std::string_view source, std::size_t begin) {
  const std::size_t close = source.find(kCloseComment, begin + 2);  // "<!-->" is a comment too
  return close == std::string_view::npos ? close : close + kCloseComment.size();
}

bool is_ignore_note(std::string_view comment) {
  return trim(comment.substr(kOpenComment.size())).starts_with(kIgnore);
}

// Takes in the rest of the line where it holds nothing but the comment.
Span with_whole_line(std::string_view source, std::size_t begin, std::size_t end) {
  std::size_t from = begin, to = end;
  while (from > 0 && (source[from - 1] == ' ' || source[from - 1] == '\t')) --from;
  while (to < source.size() && (source[to] == ' ' || source[to] == '\t')) ++to;
  const bool whole = (from == 0 || source[from - 1] == '\n') && (to == source.size() || source[to] == '\n');
  if (!whole) return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  if (to < source.size()) ++to;
  return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
}

std::string in_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == '\n' || c == ' ' || c == '\t';
    if (!space)
      line += c;
    else if (!line.ends_with(' '))
      line += ' ';
  }
  return line;
}

// "peerscope-ignore scope/transport: agreed with the peer team" to rule and reason; false where one is
// missing.
bool parse_ignore(std::string_view comment, IgnoreNote& note) {
  comment =
      trim(comment.substr(kOpenComment.size(), comment.size() - kOpenComment.size() - kCloseComment.size()));
  comment = trim(comment.substr(kIgnore.size()));
  const std::size_t colon = comment.find(':');
  if (colon == std::string_view::npos) return false;
  note.rule = trim(comment.substr(0, colon));
  note.reason = in_one_line(trim(comment.substr(colon + 1)));
  return !note.rule.empty() && !note.reason.empty() && note.rule.find_first_of(" \t\n") == std::string::npos;
}

std::string with_long_dashes(std::string_view line) {
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find_first_not_of('-', at), line.size());
    if (end > at) text.append(std::max<std::size_t>(end - at, 3), '-');
    if (end < line.size()) text += line[end];
    at = end + 1;
  }
  return text;
}

// "|-|:--|": the line under a table's head as GitHub takes it. md4c asks for three dashes in each cell.
bool is_thin_table_rule(std::string_view line) {
  line = trim(line);
  if (!line.starts_with('|') || line.find_first_not_of("|:- \t") != std::string_view::npos) return false;
  return with_long_dashes(line).size() != line.size();
}

class Stripper {
 public:
  Stripper(std::string_view source, Comments which)
      : source_(source), markdown_(which == Comments::all), places_(source, whole_) {}

  void keep(std::size_t begin, std::size_t end) {
    if (markdown_) begin = keep_table_rules(begin, end);
    keep_as(begin, source_.substr(begin, begin < end ? end - begin : 0));
  }

  void ignore_note(std::size_t begin, std::string_view comment) {
    IgnoreNote note;
    note.offset = size();
    // At the end of a line it belongs to the words before it, not to the blanks between.
    const std::size_t after = source_.find_first_not_of(" \t", begin + comment.size());
    const bool closes_line = after == std::string_view::npos || source_[after] == '\n';
    while (closes_line && note.offset > 0 && result_.text[note.offset - 1] == ' ') --note.offset;
    note.place = places_.at(static_cast<std::uint32_t>(begin));
    if (parse_ignore(comment, note)) {
      result_.ignores.push_back(std::move(note));
    } else {
      tell(begin,
           "An ignore note without a rule and a reason sets nothing aside. Write <!-- peerscope-ignore RULE: "
           "reason -->.");
    }
  }

  void tell(std::size_t begin, std::string message) {
    result_.notes.push_back({std::move(message), false, places_.at(static_cast<std::uint32_t>(begin))});
  }

  StrippedText take() {
    if (result_.kept.empty()) result_.kept.push_back({});
    return std::move(result_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(result_.text.size()); }

  void keep_as(std::size_t begin, std::string_view text) {
    if (text.empty()) return;
    result_.kept.push_back({size(), static_cast<std::uint32_t>(begin)});
    result_.text.append(text);
  }

  // Keeps the text up to the last thin rule of a table, and each such rule with longer dashes; what follows
  // is left.
  std::size_t keep_table_rules(std::size_t begin, std::size_t end) {
    for (std::size_t at = source_.find("\n|", begin); at < end; at = source_.find("\n|", at + 1)) {
      const std::size_t line_end = std::min(source_.find('\n', at + 1), end);
      const std::string_view line = source_.substr(at + 1, line_end - at - 1);
      if (!is_thin_table_rule(line)) continue;
      keep_as(begin, source_.substr(begin, at + 1 - begin));
      keep_as(at + 1, with_long_dashes(line));
      begin = line_end;
    }
    return begin;
  }

  std::string_view source_;
  bool markdown_;
  StrippedText result_;
  std::vector<Kept> whole_{{}};
  Places places_;
};

}  // namespace

StrippedText strip_comments(std::string_view source, Comments which, std::uint32_t skip) {
  Stripper stripper(source, which);
  std::size_t kept = skip;
  std::size_t open = source.find(kOpenComment, skip);
  while (open != std::string_view::npos) {
    const std::size_t end = end_of_comment(source, open);
    const bool closed = end != std::string_view::npos;
    const std::string_view comment = source.substr(open, closed ? end - open : std::string_view::npos);
    const bool ignore = is_ignore_note(comment);
    if (!closed) {
      if (which == Comments::all || ignore) {
        stripper.tell(open,
                      "A comment that begins here with <!-- is never closed; what follows was read as text.");
        stripper.keep(kept, open);
        kept = open + kOpenComment.size();
      }
      break;
    }
    if (which == Comments::all || ignore) {
      const Span cut = with_whole_line(source, open, end);
      stripper.keep(kept, std::max<std::size_t>(cut.begin, kept));
      if (comment.find(kOpenComment, 1) != std::string_view::npos) {
        stripper.tell(
            open,
            "The comment that begins here holds another <!--; if its --> was forgotten, text was left out.");
      }
      if (ignore) stripper.ignore_note(open, comment);
      kept = cut.end;
      open = source.find(kOpenComment, end);
    } else {
      open = source.find(kOpenComment, open + kOpenComment.size());
    }
  }
  stripper.keep(kept, source.size());
  return stripper.take();
}

std::uint32_t Places::source_of(std::uint32_t offset) {
  const auto& kept = *kept_;
  if (stretch_ >= kept.size() || kept[stretch_].begin > offset) stretch_ = 0;
  while (stretch_ + 1 < kept.size() && kept[stretch_ + 1].begin <= offset) ++stretch_;
  return kept[stretch_].source + (offset - kept[stretch_].begin);
}

Place Places::at(std::uint32_t offset) {
  const std::uint32_t wanted = std::min(source_of(offset), static_cast<std::uint32_t>(source_.size()));
  if (wanted < at_) {
    at_ = 0;
    line_ = column_ = 1;
  }
  for (; at_ < wanted; ++at_) {
    const char byte = source_[at_];
    if (byte == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
      ++column_;
    }
  }
  Place place;
  place.line = line_;
  place.column = column_;
  return place;
}

}  // namespace peerscope
