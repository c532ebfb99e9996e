// Numbers in running words: 15, 5,000, 1.5万, 十五, 两, 二〇二二, 1-2, 三至五.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace signroute {

struct Number {
    long long n = 0;  // n / over; -1 for a run of numerals that is no number
    long long over = 1;
    long long upto = 0;  // the end of a range, 0: none
    bool arabic = false;
    std::size_t end = 0;  // byte after it
};

bool is_number_char(char32_t c);

// The number or range that begins at byte `at` of a folded text; nullopt if none does.
std::optional<Number> number_at(std::string_view folded, std::size_t at);

}  // namespace signroute
