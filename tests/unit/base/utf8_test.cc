// Decoding and measuring text.
#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace peerscope;
using namespace std::literals;

TEST_CASE("strict UTF-8 passes unchanged") {
  const auto decoded = decode("Caf\xC3\xA9 \xF0\x9F\x98\x80");
  CHECK(decoded->text == "Caf\xC3\xA9 \xF0\x9F\x98\x80");
  CHECK(decoded->encoding == "utf-8");
  CHECK_FALSE(decoded->guessed);
  CHECK(decoded->replaced == 0);
  CHECK(decode("\xEF\xBB\xBFhi")->text == "hi");
}

TEST_CASE("overlong forms, surrogates and cut sequences are no code points") {
  for (const auto bytes :
       {"\xC0\xAF"sv, "\xE0\x80\x80"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv, "\xE2\x82"sv, "\x80"sv}) {
    CHECK_FALSE(code_point_at(bytes, 0).valid);
    CHECK(code_point_at(bytes, 0).size == 1);
  }
  CHECK(code_point_at("\xE2\x82\xAC", 0).value == 0x20AC);
}

TEST_CASE("code points survive the way there and back") {
  for (const char32_t value : {0x41U, 0xE9U, 0x20ACU, 0x1F600U, 0x10FFFFU}) {
    std::string text;
    append_code_point(text, value);
    CHECK(code_point_at(text, 0).value == value);
    CHECK(code_point_at(text, 0).size == text.size());
  }
}

TEST_CASE("UTF-16 by its mark and by its NULs") {
  CHECK(decode("\xFF\xFEh\0i\0"sv)->text == "hi");
  CHECK(decode("\xFE\xFF\0h\0i"sv)->text == "hi");
  const auto little = decode("h\0i\0 \0y\0o\0u\0"sv);
  CHECK(little->text == "hi you");
  CHECK(little->guessed);
  CHECK(decode("\0h\0i\0 \0y\0o\0u"sv)->encoding == "utf-16be");
  CHECK(decode("\xFF\xFE\x3D\xD8\x00\xDE"sv)->text == "\xF0\x9F\x98\x80");
  const auto lone = decode("\xFF\xFE\x3D\xD8h\0"sv);
  CHECK(lone->text == "\xEF\xBF\xBDh");
  CHECK(lone->replaced == 1);
}

TEST_CASE("Windows-1252 where UTF-8 does not fit, damaged UTF-8 where it mostly does") {
  CHECK(decode("it\x92s")->text == "it\xE2\x80\x99s");
  CHECK(decode("it\x92s")->encoding == "windows-1252");
  const auto damaged = decode("\xC3\xA9\xC3\xA9\xFF");
  CHECK(damaged->encoding == "utf-8");
  CHECK(damaged->replaced == 1);
}

TEST_CASE("an encoding by name") {
  CHECK(decode("\xE9", "ISO-8859-1")->text == "\xC3\xA9");
  CHECK(decode("\xE9", "utf8")->replaced == 1);
  CHECK_FALSE(decode("a", "klingon").has_value());
}

TEST_CASE("binary data is told from text") {
  CHECK_FALSE(looks_binary("plain words\n\twith tabs"));
  CHECK_FALSE(looks_binary("h\0e\0l\0l\0o\0 \0y\0o\0u\0"sv));
  CHECK_FALSE(looks_binary(""));
  CHECK(looks_binary("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv));
  CHECK(looks_binary(std::string(100, '\0')));
  CHECK(
      looks_binary("\x7F"
                   "ELF\2\1\1\0\0\0\0\0"sv));
}

TEST_CASE("measures") {
  CHECK(count_code_points("Caf\xC3\xA9") == 4);
  CHECK(display_width("Cafe ~") == 6);
  CHECK(display_width("Caf\xC3\xA9") == 4);
  CHECK(display_width("Cafe\xCC\x81") == 4);
  CHECK(display_width("\xE6\x9D\xB1\xE4\xBA\xAC") == 4);
  CHECK(display_width("") == 0);
  CHECK(trim(" \xC2\xA0 a b\t\r\n") == "a b");
  CHECK(trim("\xC2\xA0").empty());
}
