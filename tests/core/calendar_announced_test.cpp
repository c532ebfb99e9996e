// What could be announced: the set of calendars that core/calendar/calendar.h states, held against an independent
// statement of it, against every enumeration of short stretches, and against what really was announced.
#include <set>

#include "core/calendar/deadline.h"
#include "tests/core/announced_days.h"

using namespace signroute;
using namespace signroute::test;

namespace {

std::optional<Day> plain_nth(const std::map<Day, bool>& works, Day start, int n, int step) {
    for (Day at = start + days{step}; works.count(at); at += days{step}) {
        if (works.at(at) && --n == 0) return at;
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("which days may move in 2027 and 2028, and in December 2026, is as the format says") {
    for (Day d = day("2026-12-05"); d <= day("2028-12-31"); d += days{1}) {
        const WorkingDays one = installed().working_days(d, d + days{1});
        const May expected = may(d);
        const WorkingDays want{expected == May::work, expected != May::rest};
        CHECK_MESSAGE(one == want, to_text(d));
    }
}

namespace {

constexpr int kMost = 11;  // movable days enumerated at once

// The days from `start` that any of the calendars looks at until n of them work for certain; empty if too many may
// move.
struct Stretch {
    std::map<Day, bool> works;  // movable days: not yet decided
    std::vector<Day> open;
};

Stretch stretch(Day start, int n, int step) {
    Stretch s;
    for (Day at = start + days{step}; n > 0; at += days{step}) {
        if (may(at) == May::either) s.open.push_back(at);
        if (static_cast<int>(s.open.size()) > kMost || at < day("2026-12-05")) return {};
        s.works[at] = may(at) == May::work;
        n -= s.works[at];
    }
    return s;
}

DayInterval enumerated(Stretch s, Day start, int n, int step) {
    DayInterval bounds{kLastDay, kFirstDay};
    for (unsigned choice = 0; choice < 1u << s.open.size(); ++choice) {
        for (std::size_t i = 0; i < s.open.size(); ++i) s.works[s.open[i]] = choice >> i & 1;
        const Day found = *plain_nth(s.works, start, n, step);
        bounds = {std::min(*bounds.earliest, found), std::max(*bounds.latest, found)};
    }
    return bounds;
}

void check_bounds(const Stretch& s, Day start, int n, int step) {
    const DayInterval want = enumerated(s, start, n, step);
    DeadlineQuestion q;
    q.start = start;
    q.n = n;
    q.direction = step > 0 ? Direction::after : Direction::before;
    const Result<DeadlineAnswer> a = deadline(installed(), q);
    REQUIRE(a);
    REQUIRE_MESSAGE(a->earliest == want.earliest, to_text(start) << " " << n * step);
    REQUIRE_MESSAGE(a->latest == want.latest, to_text(start) << " " << n * step);
    // An exact answer only where no year without its notice was looked at.
    const bool exact = s.works.rbegin()->first <= day("2026-12-31") && want.earliest == want.latest;
    REQUIRE(a->due.has_value() == exact);
    if (!exact) REQUIRE_FALSE(a->not_covered.empty());
}

}  // namespace

TEST_CASE("the bounds of a due day are those of all calendars that could be announced, one by one") {
    int stretches = 0;
    for (Day start = day("2026-12-10"); start <= day("2028-11-30"); start += days{kStrideOfMany}) {
        for (int n = 1; n <= 8; ++n) {
            for (const int step : {1, -1}) {
                const Stretch s = stretch(start, n, step);
                if (s.works.empty()) continue;
                check_bounds(s, start, n, step);
                ++stretches;
            }
        }
    }
    CHECK(stretches > 6000 / kStrideOfMany);
}

TEST_CASE("rolling is bounded the same way") {
    for (Day start = day("2026-12-10"); start <= day("2028-11-30"); start += days{1}) {
        for (const int step : {1, -1}) {
            Day certain = start, possible = start;
            while (may(certain) != May::work) certain += days{step};
            while (may(possible) == May::rest) possible += days{step};
            DeadlineQuestion q;
            q.start = start;
            q.roll = step > 0 ? Roll::next_working_day : Roll::previous_working_day;
            const Result<DeadlineAnswer> a = deadline(installed(), q);
            REQUIRE(a);
            REQUIRE(a->earliest == std::min(certain, possible));
            REQUIRE(a->latest == std::max(certain, possible));
        }
    }
}

TEST_CASE("every arrangement since 2010 lies in the set, but for the one that was decided for a single day") {
    std::set<std::string> outside;
    for (int year = kFirstInstalled; year <= kLastInstalled; ++year) {
        // As seen before that year's notice: everything else is known.
        std::vector<CalendarYear> others;
        for (int y = kFirstInstalled; y < year; ++y) others.push_back(installed_year(y));
        const Calendar before = make(others);
        const PlainDays plain(installed_years());
        for (Day d = day_of(year - 1, 12, 1); d <= day_of(year, 11, 30); d += days{1}) {
            const WorkingDays seen = before.working_days(d, d + days{1});
            const bool works = plain.works(d);
            if (works < seen.least || works > seen.most) outside.insert(to_text(d));
        }
    }
    CHECK(outside == std::set<std::string>{"2015-09-03", "2015-09-04", "2015-09-06"});
}

TEST_CASE("with only what had been announced, the true due day lies within the bounds") {
    // 3 to 6 September 2015 were decided on their own in May 2015: outside the set, so replayed as ordinary days.
    PlainDays truth(installed_years());
    for (const char* d : {"2015-09-03", "2015-09-04", "2015-09-06"}) truth.forget(day(d));
    std::vector<Day> working;
    for (Day d = day("2010-01-01"); d <= day("2026-12-31"); d += days{1}) {
        if (truth.works(d)) working.push_back(d);
    }
    std::int64_t replayed = 0, exact = 0;
    for (int year = 2010; year <= 2025; ++year) {
        std::vector<CalendarYear> known = installed_years(2010, year);
        for (CalendarYear& y : known) {
            if (y.year != 2015) continue;
            for (std::vector<NoticeDay>* list : {&y.days_off, &y.make_up}) {
                const auto single = [](const NoticeDay& d) { return d.notice == 1; };
                list->erase(std::remove_if(list->begin(), list->end(), single), list->end());
            }
        }
        const Calendar calendar = make(known);
        for (Day start = day_of(year, 1, 1); start <= day_of(year + 1, 12, 31); start += days{kStride}) {
            for (const int n : {1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 250, 500}) {
                for (const int step : {1, -1}) {
                    const std::size_t at = std::lower_bound(working.begin(), working.end(), start) - working.begin();
                    const bool on = at < working.size() && working[at] == start;
                    const long index = step > 0 ? static_cast<long>(at) + n - (on ? 0 : 1) : static_cast<long>(at) - n;
                    if (index < 0 || index >= static_cast<long>(working.size())) continue;
                    const DayInterval bounds = calendar.nth_working_day(start, n * step);
                    if (*bounds.earliest > working[index] || working[index] > *bounds.latest) {
                        FAIL("known to " << year << ": " << to_text(start) << " " << n * step);
                    }
                    ++replayed;
                    exact += bounds.earliest == bounds.latest;
                }
            }
        }
    }
    CHECK(replayed > 300'000 / kStride);
    CHECK(exact < replayed);
    CHECK(exact > replayed / 4);
}

TEST_CASE("the law's own days are off for certain, as the law stood in each year") {
    const Calendar empty = Calendar::empty();
    const auto certain = [&](const char* text) {
        return empty.working_days(day(text), day(text) + days{1}) == WorkingDays{0, 0};
    };
    // 除夕 was a holiday by law until 2013 and is again since 2025; 初三 is one since 2014; 2 May since 2025.
    for (const char* off :
         {"2013-02-09", "2013-02-11", "2014-02-02", "2024-02-12", "2025-01-28", "2025-01-31", "2025-05-02",
          "2010-04-05", "2016-04-04", "2010-10-03", "2010-01-01", "2012-06-23", "2012-09-30"}) {
        CHECK_MESSAGE(certain(off), off);
    }
    for (const char* open :
         {"2013-02-12", "2014-01-30", "2024-02-09", "2024-02-13", "2025-02-03", "2024-05-02", "2010-10-04"}) {
        CHECK_MESSAGE(empty.info(day(open)).movable, open);
    }
}

TEST_CASE("before the law of 2007 any day may be either, and after the almanac's end only fixed holidays are certain") {
    const Calendar& calendar = installed();
    for (Day d = kFirstDay; d < day("2008-01-01"); d += days{1}) {
        REQUIRE(calendar.working_days(d, d + days{1}) == WorkingDays{0, 1});
    }
    for (const int year : {2101, 2400, 2500, 2501, 2900, 9999}) {
        for (Day d = day_of(year, 1, 1); d <= day_of(year, 12, 31); d += days{1}) {
            const std::string month_day = to_text(d).substr(5);
            const bool fixed =
                std::set<std::string>{"01-01", "05-01", "05-02", "10-01", "10-02", "10-03"}.count(month_day);
            const WorkingDays one = calendar.working_days(d, d + days{1});
            REQUIRE_MESSAGE((one.most == 0) == (fixed || (is_weekend(d) && one.least == one.most)), to_text(d));
            if (month_day == "07-15" || month_day == "11-15") REQUIRE(one.least == one.most);
        }
    }
}
