// UTF-8 text, as little as the core needs: code points, full-width forms, Chinese numerals.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signroute {

// True if `bytes` is well-formed UTF-8 (RFC 3629).
bool is_utf8(std::string_view bytes);

// Decodes the code point at `at` and moves `at` past it; an ill-formed byte gives U+FFFD and moves by one.
char32_t next_code_point(std::string_view text, std::size_t& at);
std::vector<char32_t> code_points(std::string_view text);
void append_utf8(std::string& out, char32_t code_point);

// Number of code points.
std::size_t length(std::string_view text);

std::string trim(std::string_view text);  // ASCII and ideographic white space at both ends
bool contains(std::string_view text, std::string_view part);
bool starts_at(std::string_view text, std::size_t at, std::string_view word);  // false beyond the end

// 1 … 9999 as Chinese numerals without the leading 一 of 一十 (10 → 十, 21 → 二十一, 105 → 一百零五).
std::string chinese_number(int n);
// Reads such a numeral (also 廿, 〇 and 两); nullopt if `text` is not wholly one.
std::optional<int> parse_chinese_number(std::string_view text);

}  // namespace signroute
