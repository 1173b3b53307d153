// Bullets and numbers, and words that only look like them.
#include "document/marks.h"

#include <doctest/doctest.h>

using namespace peerscope;

namespace {
Mark mark_of(std::string_view text) { return mark_at(text, 0, static_cast<std::uint32_t>(text.size())); }
}  // namespace

TEST_CASE("bullets") {
  for (const std::string_view line : {"- tea", "* tea", "• tea", "•tea", "– tea", "— tea", "▪ tea", "● tea",
                                      "· tea", "✓ tea", "\uF0B7 tea", "o Tea", "-Tea", "→ tea"}) {
    CAPTURE(line);
    const Mark mark = mark_of(line);
    CHECK(mark.kind == MarkKind::bullet);
    CHECK((line.substr(mark.size) == "tea" || line.substr(mark.size) == "Tea"));
  }
  for (const std::string_view line : {"-tea", "*tea*", "–5", "o tea", "tea", "-", "non-tea"})
    CHECK((mark_of(line).kind == MarkKind::none || line == "-"));
}

TEST_CASE("numbers, letters and Roman numerals") {
  CHECK(mark_of("12. tea").kind == MarkKind::number);
  CHECK(mark_of("12. tea").number == 12);
  CHECK(mark_of("(3) tea").number == 3);
  CHECK(mark_of("1.4 tea").kind == MarkKind::none);  // a number, not a mark
  CHECK(mark_of("1.4. tea").number == 4);
  CHECK(mark_of("b) tea").kind == MarkKind::small_letter);
  CHECK(mark_of("B) tea").kind == MarkKind::letter);
  CHECK(mark_of("B. tea").bare);
  CHECK_FALSE(mark_of("B) tea").bare);
  CHECK(mark_of("IV) Tea").kind == MarkKind::roman);
  CHECK(mark_of("IV) Tea").number == 4);
  CHECK(mark_of("iii. tea").kind == MarkKind::small_roman);
  for (const std::string_view line :
       {"2024 was wet", "3.5 hours", "8:15 tea", "Dr. Moss", "e.g. tea", "12) ", "401(k) plan"})
    CHECK((mark_of(line).kind == MarkKind::none || line == "12) "));
}
