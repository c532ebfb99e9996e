#include <doctest/doctest.h>

#include <cstdio>

#include "core/calendar/day.h"
#include "tests/core/sample.h"

using namespace signroute;

namespace {

Error error(std::string_view text) {
    const Result<Day> read = day_from_text(text, "/start");
    REQUIRE_FALSE(read);
    return read.error();
}

}  // namespace

TEST_CASE("every day of the range is written and read back, one after the other") {
    // Counted by hand, independently of the library's calendar; under the sanitizers one year in twenty is looked at.
    int y = 1949, m = 10, d = 1, weekday = 6;  // 1949-10-01 was a Saturday
    static constexpr const char* names[] = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
    for (Day day = kFirstDay; day <= kLastDay; day += days{1}) {
        const bool looked_at = !kSampled || y % 20 == 0;
        char text[40];
        std::snprintf(text, sizeof text, "%04d-%02d-%02d", y, m, d);
        if (looked_at) {
            const Result<Day> read = day_from_text(text);
            if (!read || *read != day || to_text(day) != text || is_weekend(day) != (weekday >= 6) ||
                weekday_name(day) != names[weekday - 1] || year_of(day) != y) {
                FAIL(text);
            }
        }
        const bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
        const int length = m == 2 ? 28 + leap : m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31;
        weekday = weekday % 7 + 1;
        if (++d > length) d = 1, ++m;
        if (m > 12) m = 1, ++y;
    }
    CHECK(y == 10000);
}

TEST_CASE("dates in Chinese") {
    CHECK(to_chinese(day_of(2025, 2, 8)) == "2025年2月8日（周六）");
    CHECK(to_chinese_date(day_of(2025, 12, 31)) == "2025年12月31日");
}

TEST_CASE("text that is not a date is refused with its place and its words") {
    for (const char* bad : {"", "2025-2-8", "2025/02/08", "20250208", "2025-02-08 ", " 2025-02-08", "2025-02-0a",
                            "２０２５-02-08", "-025-02-08", "2025-02-08T00:00:00", "2025-+2-08", "2025.02.08"}) {
        CHECK(error(bad) ==
              Error{"bad_date", "/start", std::string("“") + bad + "”不是日期，应写作年-月-日，如2025-02-08"});
    }
}

TEST_CASE("days that no calendar has are refused as impossible") {
    for (const char* bad :
         {"2025-02-30", "2025-02-29", "2024-13-01", "2024-00-01", "2024-01-00", "2024-04-31", "2100-02-29"}) {
        CHECK(error(bad) == Error{"impossible_date", "/start", std::string("“") + bad + "”这一天不存在"});
    }
    CHECK(day_from_text("2024-02-29"));
    CHECK(day_from_text("2000-02-29"));
}

TEST_CASE("days before the Republic or beyond four digits are out of range") {
    CHECK(error("1949-09-30") ==
          Error{"date_out_of_range", "/start", "“1949-09-30”超出可用的日期范围（1949-10-01至9999-12-31）"});
    CHECK(error("0000-01-01").code == "date_out_of_range");
    CHECK(day_from_text("1949-10-01"));
    CHECK(day_from_text("9999-12-31"));
}

TEST_CASE("months are read as their first day") {
    CHECK(*month_from_text("2025-03") == day_of(2025, 3, 1));
    const auto bad = [](const char* text) { return month_from_text(text, "/month").error(); };
    CHECK(bad("2025-3") == Error{"bad_month", "/month", "“2025-3”不是月份，应写作年-月，如2025-02"});
    CHECK(bad("2025-13") == Error{"impossible_month", "/month", "“2025-13”这一月不存在"});
    CHECK(bad("1949-09") ==
          Error{"date_out_of_range", "/month", "“1949-09”超出可用的日期范围（1949-10-01至9999-12-31）"});
}
