#include "core/base/text.h"

#include <doctest/doctest.h>

using namespace signroute;

TEST_CASE("Chinese numerals read back as what they were written from") {
    for (int n = 1; n <= 9999; ++n) REQUIRE(parse_chinese_number(chinese_number(n)) == n);
    CHECK(chinese_number(10) == "十");
    CHECK(chinese_number(53) == "五十三");
    CHECK(chinese_number(105) == "一百零五");
    CHECK(parse_chinese_number("廿一") == 21);
    CHECK(parse_chinese_number("两") == 2);
}

TEST_CASE("text that is not a Chinese numeral is not read as one") {
    for (const char* bad : {"", "条", "十条", "一二", "十百", "七个", "5"}) CHECK_FALSE(parse_chinese_number(bad));
}

TEST_CASE("UTF-8 survives decoding and encoding, and ill-formed bytes are seen") {
    const std::string text = "市政府𠮷A，";
    std::string back;
    for (const char32_t c : code_points(text)) append_utf8(back, c);
    CHECK(back == text);
    CHECK(length(text) == 6);
    CHECK(is_utf8(text));
    for (const char* bad : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE4\xB8"}) CHECK_FALSE(is_utf8(bad));
}

TEST_CASE("trim removes ideographic spaces too") { CHECK(trim("\xE3\x80\x80 第一章 \n") == "第一章"); }
