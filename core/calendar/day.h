// A civil day, as the standard library's days since 1970-01-01, and its written forms.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace signroute {

using Day = std::chrono::sys_days;
using std::chrono::days;

constexpr Day day_of(int year, unsigned month, unsigned day) {
    return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day);
}

// Every day that core accepts or answers lies in this range, both ends included.
inline constexpr Day kFirstDay = day_of(1949, 10, 1);
inline constexpr Day kLastDay = day_of(9999, 12, 31);

// Reads exactly YYYY-MM-DD. Errors at `pointer`: bad_date (not of that form), impossible_date (no such day),
// date_out_of_range (outside kFirstDay … kLastDay).
Result<Day> day_from_text(std::string_view text, std::string_view pointer = "");
// Reads exactly YYYY-MM as the first day of that month. Errors: bad_month, impossible_month, date_out_of_range.
Result<Day> month_from_text(std::string_view text, std::string_view pointer = "");

std::string to_text(Day day);            // 2025-02-08
std::string to_chinese_date(Day day);    // 2025年2月8日
std::string to_chinese_date(Day day, int year);  // 2月8日 in that year
std::string to_chinese(Day day);         // 2025年2月8日（周六）
std::string_view weekday_name(Day day);  // 周六

constexpr int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }
constexpr bool is_weekend(Day day) { return std::chrono::weekday{day}.iso_encoding() >= 6; }

}  // namespace signroute
