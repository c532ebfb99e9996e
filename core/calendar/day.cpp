#include "core/calendar/day.h"

namespace signroute {

namespace {

// The digits of text[from, from + n) as a number; -1 if any is no digit.
int digits(std::string_view text, std::size_t from, std::size_t n) {
    int value = 0;
    for (const char c : text.substr(from, n)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

Error error(const char* code, std::string_view pointer, std::string message) {
    return {code, std::string(pointer), std::move(message)};
}

std::string padded(int value, std::size_t width) {
    std::string text = std::to_string(value);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

Result<Day> in_range(std::chrono::year_month_day ymd, std::string_view text, std::string_view pointer) {
    const Day day{ymd};
    if (day >= kFirstDay && day <= kLastDay) return day;
    return error(
        "date_out_of_range", pointer,
        "“" + std::string(text) + "”超出可用的日期范围（" + to_text(kFirstDay) + "至" + to_text(kLastDay) + "）");
}

}  // namespace

Result<Day> day_from_text(std::string_view text, std::string_view pointer) {
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-';
    const int y = shaped ? digits(text, 0, 4) : -1, m = shaped ? digits(text, 5, 2) : -1;
    const int d = shaped ? digits(text, 8, 2) : -1;
    if (y < 0 || m < 0 || d < 0) {
        return error("bad_date", pointer, "“" + std::string(text) + "”不是日期，应写作年-月-日，如2025-02-08");
    }
    const std::chrono::year_month_day ymd = std::chrono::year{y} / m / d;
    if (!ymd.ok()) return error("impossible_date", pointer, "“" + std::string(text) + "”这一天不存在");
    return in_range(ymd, text, pointer);
}

Result<Day> month_from_text(std::string_view text, std::string_view pointer) {
    const bool shaped = text.size() == 7 && text[4] == '-';
    const int y = shaped ? digits(text, 0, 4) : -1, m = shaped ? digits(text, 5, 2) : -1;
    if (y < 0 || m < 0) {
        return error("bad_month", pointer, "“" + std::string(text) + "”不是月份，应写作年-月，如2025-02");
    }
    const std::chrono::year_month_day ymd = std::chrono::year{y} / m / 1;
    if (!ymd.ok()) return error("impossible_month", pointer, "“" + std::string(text) + "”这一月不存在");
    return in_range(ymd, text, pointer);
}

std::string to_text(Day day) {
    const std::chrono::year_month_day ymd{day};
    return padded(static_cast<int>(ymd.year()), 4) + "-" + padded(static_cast<int>(unsigned(ymd.month())), 2) + "-" +
           padded(static_cast<int>(unsigned(ymd.day())), 2);
}

std::string_view weekday_name(Day day) {
    static constexpr std::string_view names[] = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
    return names[std::chrono::weekday{day}.iso_encoding() - 1];
}

std::string to_chinese_date(Day day) {
    const std::chrono::year_month_day ymd{day};
    return std::to_string(static_cast<int>(ymd.year())) + "年" + std::to_string(unsigned(ymd.month())) + "月" +
           std::to_string(unsigned(ymd.day())) + "日";
}

std::string to_chinese_date(Day day, int year) {
    const std::string out = to_chinese_date(day);
    constexpr std::string_view end = "年";
    return year_of(day) == year ? out.substr(out.find(end) + end.size()) : out;
}

std::string to_chinese(Day day) { return to_chinese_date(day) + "（" + std::string(weekday_name(day)) + "）"; }

}  // namespace signroute
