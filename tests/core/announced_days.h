// Which days of 2027 and 2028 an announcement may still move: the rule of the calendar once more, written from
// assets/README.md and sharing nothing with core; the law's days of each year by hand.
#pragma once

#include "tests/core/calendar_files.h"

namespace signroute::test {

struct Holiday {
    const char* first;
    const char* last;
    bool is_long;
};

// 元旦 清明 端午 中秋, 春节 劳动 国庆 under the law of 2024, with the almanac's dates.
inline const std::vector<Holiday> kHolidays = {
    {"2027-01-01", "2027-01-01", false}, {"2027-02-05", "2027-02-08", true},  {"2027-04-05", "2027-04-05", false},
    {"2027-05-01", "2027-05-02", true},  {"2027-06-09", "2027-06-09", false}, {"2027-09-15", "2027-09-15", false},
    {"2027-10-01", "2027-10-03", true},  {"2028-01-01", "2028-01-01", false}, {"2028-01-25", "2028-01-28", true},
    {"2028-04-04", "2028-04-04", false}, {"2028-05-01", "2028-05-02", true},  {"2028-05-28", "2028-05-28", false},
    {"2028-10-03", "2028-10-03", false}, {"2028-10-01", "2028-10-03", true},  {"2029-01-01", "2029-01-01", false}};

enum class May { work, rest, either };

inline May may(Day d) {
    const long monday_based = ((d.time_since_epoch().count() + 3) % 7 + 7) % 7;
    const bool weekend = monday_based >= 5;
    bool either = false;
    for (const Holiday& h : kHolidays) {
        const Day first = day(h.first), last = day(h.last);
        if (first <= d && d <= last) return May::rest;
        const int reach = weekend ? (h.is_long ? 14 : 7) : (h.is_long ? 7 : 3);
        if (first - days{reach} <= d && d <= last + days{reach}) either = true;
    }
    return either ? May::either : weekend ? May::rest : May::work;
}

}  // namespace signroute::test
