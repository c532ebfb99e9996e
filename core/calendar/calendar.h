// The working-day calendar: which days work, for certain or possibly, and counting them in constant time.
//
// A year is covered when its own notice is installed. For the others the calendar knows the set of arrangements that
// could be announced, and answers with the least and the most that they allow:
//   - the days that the law itself names (全国年节及纪念日放假办法, as in force in that year) are off;
//   - a weekday at most 3 days from 元旦, 清明节, 端午节 or 中秋节, or at most 7 from 春节, 劳动节 or 国庆节, may be
//   off or work;
//   - a day of the weekend at most 7 days from the former, or at most 14 from the latter, may work or be off;
//   - every other day is as its weekday says.
// Each of these days moves independently of the others. 元旦 reaches into the December before: so the last days of a
// covered year stay open until the next year's notice is installed. After kLastCalendarYear the lunar festivals and
// 清明节 are known as ranges only and none of their days is certain; before kFirstCalendarYear every day may be either.
// Extraordinary decisions (3 September 2015, the Spring Festival of 2020) and changes of the law lie outside the set.
// assets/README.md, 日历, says the same to users; the tests hold it against every announcement since 2010.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/calendar_year.h"
#include "core/calendar/day.h"
#include "core/calendar/day_bits.h"

namespace signroute {

enum class DayKind { working, weekend, holiday, makeup };
std::string_view name(DayKind kind);

// What is known of one day. The pointers live as long as the calendar.
struct DayInfo {
    DayKind kind = DayKind::working;  // for a day that may move: as its weekday says
    bool covered = false;             // the notice of its year is installed
    bool movable = false;             // an announcement still to come may change it
    std::string_view holiday;         // for holiday and makeup; the reason of a local day
    const HolidayNotice* notice = nullptr;   // the notice that names it
    const LocalDay* local = nullptr;  // the user's own override, which then decides `kind`
    bool works() const { return kind == DayKind::working || kind == DayKind::makeup; }
};

// The least and the most over all arrangements that could be announced; equal where all is certain.
struct WorkingDays {
    std::int64_t least = 0, most = 0;
    bool operator==(const WorkingDays&) const = default;
};

// Both ends included. A missing end lies outside kFirstDay … kLastDay.
struct DayInterval {
    std::optional<Day> earliest, latest;
    bool operator==(const DayInterval&) const = default;
};

class Calendar {
  public:
    // Errors: duplicate_year, duplicate_day (two local entries for one day), date_out_of_range (a local day after
    // kLastCalendarYear or before kFirstCalendarYear). Where two years name the same day of December, the later
    // decides.
    static Result<Calendar> make(std::vector<CalendarYear> years, std::vector<LocalDay> local = {});
    static Calendar empty();

    // The years installed, ascending, each with its notices.
    const std::vector<CalendarYear>& years() const { return years_; }
    const std::vector<LocalDay>& local_days() const { return local_; }
    bool covers(int year) const;
    // The first and last day of the unbroken run of covered years that ends with the newest; nullopt if none.
    std::optional<DayInterval> covered() const;

    DayInfo info(Day day) const;
    // Working days in [from, to). Requires from <= to, both within kFirstDay … kLastDay + 1. Constant time.
    WorkingDays working_days(Day from, Day to) const;
    // The n-th working day after `day` (n > 0) or before it (n < 0), `day` itself excluded. Constant time.
    DayInterval nth_working_day(Day day, std::int64_t n) const;
    // The working day nearest to `day`, which itself qualifies, searching forwards or backwards.
    DayInterval working_day_from(Day day) const;
    DayInterval working_day_until(Day day) const;

    // The years whose missing notices bear on the days from … to, both included: those not covered, and the year after
    // a covered one where days of its December are among them that may still move.
    std::vector<int> not_covered(Day from, Day to) const;

  private:
    // A day that a notice names: its places in years_ and in that year's list.
    struct Named {
        Day date;
        DayKind kind = DayKind::holiday;
        std::uint32_t year = 0, day = 0;
    };
    Calendar(std::vector<CalendarYear> years, std::vector<LocalDay> local);
    void place(Day day, bool surely, bool possibly);
    void place_weeks();
    void place_festivals(int year);
    void place_year(std::size_t y);
    const Named* named(Day day) const;
    const LocalDay* local(Day day) const;

    std::vector<CalendarYear> years_;
    std::vector<LocalDay> local_;
    std::vector<Named> named_;   // ascending
    DayBits surely_, possibly_;  // bit i: kFirstDay + i works in every, or in some, arrangement
};

// 2025年2月8日（周六，调休上班）
std::string to_chinese(const Calendar& calendar, Day day);

}  // namespace signroute
