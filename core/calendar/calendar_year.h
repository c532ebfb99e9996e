// One year's holiday arrangement as the State Council announced it. The file format is in assets/README.md, 日历.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/calendar/day.h"

namespace signroute {

struct HolidayNotice {
    std::string number;       // 国办发明电〔2024〕12号
    std::optional<Day> date;  // of the document; absent where no source is at hand
    std::string title;
    bool operator==(const HolidayNotice&) const = default;
};

// A day named by a notice: off (a weekday or a day of the weekend inside the holiday) or made a working day.
struct NoticeDay {
    Day date;
    std::string holiday;     // the holiday it belongs to
    std::size_t notice = 0;  // index into CalendarYear::notices
    bool operator==(const NoticeDay&) const = default;
};

// The effective result of all notices of the year. Days are ascending; they lie in `year` or, where the notice also
// changes it, in the December before.
struct CalendarYear {
    int year = 0;
    std::vector<HolidayNotice> notices;
    std::vector<NoticeDay> days_off;
    std::vector<NoticeDay> make_up;
    bool operator==(const CalendarYear&) const = default;
};

// A day that an office closes or opens by itself, imported by the user. It overrides the notices.
struct LocalDay {
    Day date;
    bool works = false;
    std::string reason;
    std::string source;  // who says so: shown with every answer that it touches
    bool operator==(const LocalDay&) const = default;
};

// Years a calendar file may be for: the law of 2007 on one side, the table of lunar dates on the other.
inline constexpr int kFirstCalendarYear = 2008;
inline constexpr int kLastCalendarYear = 2100;

// Errors are located by JSON pointer (and by line where the text is no JSON): not_json, wrong_type, missing_key,
// unknown_key, duplicate_key, wrong_format, bad_year, bad_date, impossible_date, date_out_of_range, day_outside_year,
// duplicate_day, off_and_make_up, make_up_on_weekday, unknown_notice, no_notice, empty_text.
Result<CalendarYear> calendar_from_json(std::string_view bytes);
// {"format":1,"source":"…","days":[{"date","works","reason"}]}; the same errors.
Result<std::vector<LocalDay>> local_days_from_json(std::string_view bytes);

}  // namespace signroute
